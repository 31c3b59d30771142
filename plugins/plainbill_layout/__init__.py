"""Lay the words of a page out in rows and columns."""
