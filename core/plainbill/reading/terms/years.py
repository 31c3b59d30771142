"""The year of a day printed without one, taken from the full dates on the paper."""

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence

from plainbill.reading.terms.dates import PrintedDate


class Years:
    """Completes days from the full dates of one paper."""

    def __init__(
        self, service: Iterable[PrintedDate], issued: Iterable[PrintedDate], others: Iterable[PrintedDate]
    ) -> None:
        self._service = sorted(day for date in service if (day := date.on(None)))
        self._issued = sorted(day for date in issued if (day := date.on(None)))
        self._others = sorted(day for date in others if (day := date.on(None)))

    def complete(self, printed: PrintedDate) -> datetime.date | None:
        """The calendar date; None where no full date on the paper tells the year."""
        if printed.year is not None:
            return printed.on(None)
        for candidates, fits in ((self._service, self._within), (self._issued, self._before)):
            if candidates and (found := fits(printed, candidates)) is not None:
                return found
        if not self._others:
            return None
        usual = Counter(day.year for day in self._others).most_common(1)[0][0]
        return printed.on(usual)

    def ahead(self, printed: PrintedDate) -> datetime.date | None:
        """The first such day from the day of the paper on, as that until which to pay; where none tells it, any."""
        if printed.year is not None or not self._issued:
            return self.complete(printed)
        first = self._issued[-1]
        days = (printed.on(year) for year in (first.year, first.year + 1))
        return next((day for day in days if day is not None and day >= first), None)

    @staticmethod
    def _within(printed: PrintedDate, service: Sequence[datetime.date]) -> datetime.date | None:
        """In the stay where one year puts it there, else in the year of the first day."""
        for year in sorted({day.year for day in service}):
            day = printed.on(year)
            if day is not None and service[0] <= day <= service[-1]:
                return day
        return printed.on(service[0].year)

    @staticmethod
    def _before(printed: PrintedDate, issued: Sequence[datetime.date]) -> datetime.date | None:
        """The last such day up to the day of the paper."""
        last = issued[-1]
        day = printed.on(last.year)
        if day is not None and day > last:
            return printed.on(last.year - 1)
        return day
