"""Checking: what the papers of a case show, who has to act first, and what could not be judged."""

from plainbill.checking.judging import check
from plainbill.checking.refusals.notes import open_notes

__all__ = ["check", "open_notes"]
