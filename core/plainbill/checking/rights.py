"""Rules of law with their figures, by the day they hold on."""

import datetime
import functools
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from plainbill.case import TableUse
from plainbill.knowledge.tables import Row, read_table

TABLE = "rights"
ESTIMATE_RULE = "good-faith-estimate"
NO_SURPRISES = "no-surprises"


@dataclass(frozen=True, slots=True, kw_only=True)
class Right:
    """A rule in force: its amount in dollars and its length in days, 0 where it has none."""

    dollars: Decimal
    days: int
    use: TableUse


def right(name: str, day: datetime.date | None) -> Right | None:
    """Return the rule in force on `day`, the newest where the day is not known; None where none was."""
    for row in _rows()[name]:
        begins = datetime.date.fromisoformat(row["valid_from"])
        ends = datetime.date.fromisoformat(row["valid_to"]) if row["valid_to"] else None
        if day is None or (begins <= day and (ends is None or day <= ends)):
            use = TableUse(name=TABLE, source=row["source"], valid_from=begins, valid_to=ends, entry=name)
            return Right(dollars=Decimal(row["dollars"] or 0), days=int(row["days"] or 0), use=use)
    return None


@functools.cache
def _rows() -> Mapping[str, list[Row]]:
    by_name: dict[str, list[Row]] = {}
    for row in read_table(TABLE):
        by_name.setdefault(row["right"], []).insert(0, row)
    return by_name
