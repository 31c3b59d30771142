"""Charges that a plan refused: why, what else the papers say of it, and what it comes to."""
