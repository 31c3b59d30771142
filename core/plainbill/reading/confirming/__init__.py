"""What confirms a reading, and what is asked for where nothing does."""
