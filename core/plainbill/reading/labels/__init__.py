"""Values that a label announces or a sentence tells, and blocks of names and addresses."""
