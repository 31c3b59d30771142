"""Where a person's case rests between two looks at the screen: one database, deleted for good when they say so."""

from plainbill.store.records import CaseGone, Progress, ReadingState, StoredCase, StoredFile, StoredPage
from plainbill.store.store import Store

__all__ = ["CaseGone", "Progress", "ReadingState", "Store", "StoredCase", "StoredFile", "StoredPage"]
