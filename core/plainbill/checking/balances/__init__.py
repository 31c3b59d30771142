"""What a bill asks, what the plan leaves to the patient, and what lies between."""
