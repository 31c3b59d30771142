"""Rules whose findings tell the patient something and accuse nobody."""
