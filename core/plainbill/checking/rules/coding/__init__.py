"""Rules whose findings a clinician or coder acts on first."""
