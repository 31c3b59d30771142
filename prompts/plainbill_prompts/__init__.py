"""Versioned prompts and the schemas of their replies."""
