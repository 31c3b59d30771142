"""The tables: what codes, revenue codes, modifiers and words stand for, each entry with its source and date."""
