"""What is wrong with a code on the day of service."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from plainbill.case import TableUse
from plainbill.case.findings import Confidence
from plainbill.checking.evidence import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeFault:
    """A fault of a code; `text` names its wording, `limit` is its first or last day, "" where none is known."""

    text: str
    confidence: Confidence
    limit: str = ""
    tables: tuple[TableUse, ...] = ()

    def facts(self, document: str) -> tuple[Fact, ...]:
        """Return the day that the tables give, so that it stands in the evidence."""
        if not self.limit:
            return ()
        return (Fact(document=document, field=f"code_{self.text}_on", value=self.limit),)


def outside(first: str, last: str, days: Sequence[datetime.date], use: TableUse) -> CodeFault | None:
    """Return what is wrong with a code that holds from `first` to `last`, ISO dates or "", on all of the days.

    A code that held on one of them is right: a paper may be about that day.
    """
    if last and min(days).isoformat() > last:
        return CodeFault(text="ended", confidence="certain", limit=last, tables=(use,))
    if first and max(days).isoformat() < first:
        return CodeFault(text="not_begun", confidence="certain", limit=first, tables=(use,))
    return None
