"""One column of a table."""

from dataclasses import dataclass

from plainbill.reading.head import HeadColumn


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: what it holds, its head, and the stretch of the page that is its own."""

    field: str
    head: HeadColumn
    left: float
    right: float
