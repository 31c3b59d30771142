"""Where a person's case rests between two looks at the screen: one database, deleted for good when they say so."""

from plainbill.store.answers import Answers, Call, Correction, Settlement
from plainbill.store.records import CaseGone, Progress, ReadingState, StoredCase, StoredFile, StoredGlance, StoredPage
from plainbill.store.store import Store

__all__ = [
    "Answers",
    "Call",
    "CaseGone",
    "Correction",
    "Progress",
    "ReadingState",
    "Settlement",
    "Store",
    "StoredCase",
    "StoredFile",
    "StoredGlance",
    "StoredPage",
]
