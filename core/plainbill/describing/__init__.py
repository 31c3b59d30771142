"""Describing: what a charge is in plain words, and whether the paper says enough to know."""
