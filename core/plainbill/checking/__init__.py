"""Checking: what the papers of a case show, who has to act first, and what could not be judged."""

from plainbill.checking.judging import check

__all__ = ["check"]
