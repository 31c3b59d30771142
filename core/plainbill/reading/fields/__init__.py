"""Fields of a paper outside its tables: parties, numbers, days, diagnoses, and what it declares."""
