"""Dates in all their printed forms; a year that is not printed with the day stays open until the paper gives it."""

import datetime
import functools
import re
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WHOLE_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
# How much of a month's name has to be there where no year says that a day is printed.
_ALIKE = 0.75
_NAMED = r"(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?P<rest>[a-z]*)\.?"
_SHORT_NAMED = r"(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_GAP = r"[\s.,/-]*"
_FORMS = tuple(
    re.compile(f"^(?:{form})$", re.IGNORECASE)
    for form in (
        r"(?P<year>(?:19|20)\d{2})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})",
        r"(?P<month>\d{1,2})\s?(?P<mark>[-/.])\s?(?P<day>\d{1,2})\s?(?P=mark)\s?(?P<year>(?:19|20)\d{2}|\d{2})",
        r"(?P<month>\d{1,2})/(?P<day>\d{1,2})",
        rf"{_NAMED}{_GAP}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:{_GAP}|\s?'\s?)(?P<year>(?:19|20)\d{{2}}|(?<=['])\d{{2}})",
        rf"{_NAMED}(?P<mark>[-/])(?P<day>\d{{1,2}})(?P=mark)(?P<year>\d{{2}})",
        rf"{_NAMED}[\s.-]+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_GAP}{_NAMED}{_GAP}(?P<year>(?:19|20)\d{{2}}|(?<=[-/ '])\d{{2}})",
        rf"(?P<day>\d{{1,2}})[\s-]{_NAMED}",
        rf"(?P<day>\d{{2}})(?:{_SHORT_NAMED}|(?P<zeroed>0CT|N0V))(?P<year>\d{{2}})",
    )
)
# A reader's letter for the zero before a day: "o2 Feb 2026".
_LETTER = re.compile(r"^o(?=[1-9][\s-]?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))", re.IGNORECASE)
# The same behind the month, and for the zero that ends a day: "Feb o9", "Feb 1o". Zeros of old style look like it.
_OLD_ZERO = re.compile(
    r"^((?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?\s?)(?:o(?=[1-9]\b)|([123])o\b)", re.IGNORECASE
)
# A reader's one for the letter l, and its zero for the letter O.
_ONE_FOR_L = re.compile(r"(?<![A-Za-z0-9])(ju|apri)1(?=[\s.,/'-]|$)", re.IGNORECASE)
_OCTOBER, _NOVEMBER = (re.compile(rf"(?<![A-Za-z0-9]){name}(?=[a-z]*\b)", re.IGNORECASE) for name in ("0ct", "n0v"))
# A wide O that was read as a zero by itself: "0 ctober 22, 2024".
_TORN_OCTOBER = re.compile(r"^0\s(?=ct(?:ober)?\b)", re.IGNORECASE)
# The year before the end of an aside that began further left: "(DOB Mar 3, 1961)".
_CLOSED = re.compile(r"(?<=\b(?:19|20)\d{2})\)$")
_DENSE = (
    re.compile(r"^(?P<month>\d{2})(?P<day>\d{2})(?P<year>(?:19|20)\d{2})$"),
    re.compile(r"^(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})$"),
    re.compile(r"^(?P<month>\d{2})(?P<day>\d{2})(?P<year>\d{2})$"),
    re.compile(r"^(?P<month>\d{1,2})[ -](?P<day>\d{1,2})[ -](?P<year>(?:19|20)?\d{2})$"),
    re.compile(r"^(?P<month>\d{1,2})-(?P<day>\d{1,2})$"),
)
_DENSE_LENGTHS = {6, 8}
_BETWEEN = re.compile(r"-|\b(?:to|thru|through)\b", re.IGNORECASE)
# Two-digit years up to this one are of this century: nobody is treated in advance, births are older.
_CENTURY_PIVOT = 49
_MOST_KEPT = 1 << 15


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedDate:
    """A day as printed; `year` is None where only month and day are."""

    month: int
    day: int
    year: int | None

    def on(self, year: int | None) -> datetime.date | None:
        """The calendar date, in `year` where none is printed; None where it does not exist."""
        chosen = self.year if self.year is not None else year
        if chosen is None:
            return None
        try:
            return datetime.date(chosen, self.month, self.day)
        except ValueError:
            return None


@functools.lru_cache(maxsize=_MOST_KEPT)
def parse_date(text: str, *, dense: bool = False) -> PrintedDate | None:
    """Return the day that `text` prints, None where it is none; `dense` allows 03172025 where a date is expected."""
    bare = _LETTER.sub("0", text.strip().strip(",;*†").removesuffix(".").strip())
    bare = _TORN_OCTOBER.sub("O", bare)
    bare = _OLD_ZERO.sub(r"\1\g<2>0", _ONE_FOR_L.sub(r"\1l", bare))
    bare = _NOVEMBER.sub("Nov", _OCTOBER.sub("Oct", _CLOSED.sub("", bare)))
    for form in _FORMS + (_DENSE if dense else ()):
        match = form.match(bare)
        if match and (found := _printed(match.groupdict())):
            return found
    return None


def parse_days(text: str) -> tuple[PrintedDate, PrintedDate] | None:
    """Return the two days of "0302 0304 26", "03/02-03/04/26" and the like, None where `text` is of another form."""
    bare = text.strip().strip(",;*†").strip()
    for form, ends in _RANGES:
        if (match := form.match(bare)) is not None:
            days = [parse_date(match.expand(end), dense=True) for end in ends]
            return _in_order(*days) if ends != _OWN_YEARS else _both(*days)
    return None


_OWN_YEARS = (r"\1", r"\2")
_TO = r"\s*(?:-|to|thru|through)\s*"
# Each form of two days in one cell, and how the day and the year of each are found in it.
_RANGES = tuple(
    (re.compile(f"^{form}$", re.IGNORECASE), ends)
    for form, ends in (
        (r"(\d{4})[\s-]+(\d{4})[\s-]?(\d{2}(?:\d{2})?)", (r"\1\3", r"\2\3")),
        (r"(\d{6}|\d{8})[\s-]+(\d{6}|\d{8})", _OWN_YEARS),
        (rf"(\d{{1,2}})([/.])(\d{{1,2}}){_TO}(\d{{1,2}}\2\d{{1,2}})\2(\d{{2}}|\d{{4}})", (r"\1\2\3\2\5", r"\4\2\5")),
        (r"([a-z]{3,9}\.?)\s?(\d{1,2})\s*-\s*(\d{1,2}),?\s+(\d{4})", (r"\1 \2 \4", r"\1 \3 \4")),
        (rf"([a-z]{{3,9}}\.?\s?\d{{1,2}}){_TO}([a-z]{{3,9}}\.?\s?\d{{1,2}}),?\s+(\d{{4}})", (r"\1 \3", r"\2 \3")),
    )
)


def _both(first: PrintedDate | None, last: PrintedDate | None) -> tuple[PrintedDate, PrintedDate] | None:
    return (first, last) if first is not None and last is not None else None


def _in_order(first: PrintedDate | None, last: PrintedDate | None) -> tuple[PrintedDate, PrintedDate] | None:
    """The two days of a range that prints one year: a first day later in the year is of the year before."""
    if first is None or last is None or first.year is None:
        return None
    if (first.month, first.day) > (last.month, last.day):
        first = replace(first, year=first.year - 1)
    return first, last


def days_in(text: str) -> tuple[PrintedDate, ...]:
    """Return the one day or the first and last day that a cell of dates prints, nothing where it is none."""
    bare = re.sub(r"(?<=\d)\s?/\s?(?=\d)", "/", text.strip())
    if (day := parse_date(bare, dense=True)) is not None:
        return (day,)
    if (days := parse_days(bare)) is not None:
        return days
    for between in _BETWEEN.finditer(bare):
        first, last = (
            parse_date(part, dense=len(part) in _DENSE_LENGTHS)
            for part in (bare[: between.start()].strip(), bare[between.end() :].strip())
        )
        if first is not None and last is not None:
            return (first, last)
    return ()


def _printed(parts: dict[str, str | None]) -> PrintedDate | None:
    name = parts.get("name") or (parts.get("zeroed") or "").replace("0", "o")
    month = _MONTHS.index(name[:3].lower()) + 1 if name else int(parts["month"] or 0)
    day, year = int(parts["day"] or 0), _full_year(parts.get("year"))
    if name and year is None and not _names(month, name.lower() + (parts.get("rest") or "").lower()):
        return None
    if month > 12 >= day and not name:
        month, day = day, month
    if not 1 <= month <= 12:
        return None
    printed = PrintedDate(month=month, day=day, year=year)
    # 2024 is a leap year: it lets 29 February stand until the year is known.
    return printed if printed.on(2024) else None


def _names(month: int, name: str) -> bool:
    """True for the name of a month, cut off or misread by a letter: "Marlin 2" is a day of none."""
    whole = _WHOLE_MONTHS[month - 1]
    alike = len(name) <= len(whole) and SequenceMatcher(None, name, whole, autojunk=False).ratio() >= _ALIKE
    return alike or whole.startswith(name) or name == "sept"


def _full_year(digits: str | None) -> int | None:
    if digits is None:
        return None
    if len(digits) == 4:
        return int(digits)
    return (2000 if int(digits) <= _CENTURY_PIVOT else 1900) + int(digits)
