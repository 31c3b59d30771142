"""Rules of law with their figures, by the day they hold on."""

import calendar
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
_MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Right:
    """A rule in force: its amount in dollars and its length in days or months, 0 where it has none.

    `receipt_days` is how many days after its date a paper counts as come. `meaning` is the rule in plain words.
    """

    dollars: Decimal
    days: int
    months: int
    receipt_days: int
    meaning: str
    use: TableUse

    def last_day(self, begins: datetime.date) -> datetime.date | None:
        """Return the last day counted from a paper dated `begins`; None where the calendar ends before it."""
        return day_on(begins, days=self.receipt_days + self.days, months=self.months)


def day_on(begins: datetime.date, *, days: int = 0, months: int = 0) -> datetime.date | None:
    """Return the day that is so many days and months on; None where the calendar ends before it."""
    try:
        return _months_on(begins + datetime.timedelta(days=days), months)
    except (OverflowError, ValueError):
        return None


def right(name: str, day: datetime.date | None) -> Right | None:
    """Return the rule in force on `day`, the newest where the day is not known; None where none was."""
    for row in _rows()[name]:
        begins = datetime.date.fromisoformat(row["valid_from"])
        ends = datetime.date.fromisoformat(row["valid_to"]) if row["valid_to"] else None
        if day is None or (begins <= day and (ends is None or day <= ends)):
            use = TableUse(name=TABLE, source=row["source"], valid_from=begins, valid_to=ends, entry=name)
            return Right(
                dollars=Decimal(row["dollars"] or 0),
                days=int(row["days"] or 0),
                months=int(row["months"] or 0),
                receipt_days=int(row["receipt_days"] or 0),
                meaning=row["meaning"],
                use=use,
            )
    return None


def _months_on(day: datetime.date, months: int) -> datetime.date:
    """The same day of a later month, or that month's last day where it is shorter."""
    over = day.month - 1 + months
    year, month = day.year + over // _MONTHS_A_YEAR, over % _MONTHS_A_YEAR + 1
    if year > datetime.MAXYEAR:
        raise OverflowError
    return day.replace(year=year, month=month, day=min(day.day, calendar.monthrange(year, month)[1]))


@functools.cache
def _rows() -> Mapping[str, list[Row]]:
    by_name: dict[str, list[Row]] = {}
    for row in read_table(TABLE):
        by_name.setdefault(row["right"], []).insert(0, row)
    return by_name
