"""Preventive care: what the lists say of it, what a visit was for, and why it was not free."""
