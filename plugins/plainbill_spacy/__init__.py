"""Say in plain words what a line of a bill is, with spaCy."""
