"""Which edition a file is, and for whom: CMS says it in the name of the file, of its ZIP, or in the lines on top."""

import datetime
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from plainbill.knowledge.published import Setting

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
# NCCI counts its versions from 1994: version 32.3 is of the fourth quarter of 2026.
_FIRST_VERSION = 1994


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The first day of an edition, and what people call it."""

    start: datetime.date
    label: str


def quarter_of(day: datetime.date) -> str:
    """Return the quarter of a day, "2026 Q4"."""
    return f"{day.year} Q{(day.month + 2) // 3}"


def end_of_quarter(day: datetime.date) -> datetime.date:
    """Return the last day of the quarter that `day` is in."""
    last_month = (day.month + 2) // 3 * 3
    year, month = (day.year + 1, 1) if last_month == 12 else (day.year, last_month + 1)
    return datetime.date(year, month, 1) - datetime.timedelta(days=1)


def edition_in(texts: Iterable[str]) -> Edition | None:
    """Return the edition that the first text tells which tells one, None where none does."""
    for text in texts:
        for form, read in _FORMS:
            match = form.search(text)
            edition = read(match) if match else None
            if edition:
                return edition
    return None


def setting_in(texts: Iterable[str]) -> Setting | None:
    """Return whose table it is by the first text that names exactly one of those it can be."""
    for text in texts:
        named: set[Setting] = {setting for setting, form in _SETTINGS.items() if form.search(text)}
        if len(named) == 1:
            return named.pop()
    return None


def _of_version(match: re.Match[str]) -> Edition | None:
    major, quarter = int(match["major"]), int(match["minor"]) + 1
    if quarter > 4:
        return None
    edition = _quarter(_FIRST_VERSION + major, quarter)
    return Edition(start=edition.start, label=f"{edition.label}, version {major}.{match['minor']}")


def _of_quarter(match: re.Match[str]) -> Edition:
    return _quarter(int(match["year"]), int(match["quarter"]))


def _quarter(year: int, quarter: int) -> Edition:
    start = datetime.date(year, quarter * 3 - 2, 1)
    return Edition(start=start, label=quarter_of(start))


def _of_day(match: re.Match[str]) -> Edition | None:
    try:
        start = datetime.date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
    return Edition(start=start, label=quarter_of(start))


def _of_month(match: re.Match[str]) -> Edition:
    start = datetime.date(int(match["year"]), _MONTHS.index(match["month"].lower()) + 1, 1)
    return Edition(start=start, label=quarter_of(start))


def _of_year(match: re.Match[str]) -> Edition:
    return Edition(start=datetime.date(int(match["year"]), 1, 1), label=match["year"])


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.ASCII)


_EFFECTIVE = r"eff(?:ective)?(?: date)?[ :_.-]*"
_YEAR = r"(?P<year>20\d\d)(?!\d)"
# The most telling first. A year alone counts only after "HCPC": the copyright line has a year too, and another one.
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Edition | None]], ...] = (
    (_form(r"cci(?:pra|oph)\w*-v(?P<major>\d\d)(?P<minor>\d)(?:r\d+)?"), _of_version),
    (_form(rf"{_EFFECTIVE}(?P<month>\d\d?)[-/_.](?P<day>\d\d?)[-/_.]{_YEAR}"), _of_day),
    (_form(_EFFECTIVE + r"(?P<year>20\d\d)[-/_.]?(?P<month>\d\d)[-/_.]?(?P<day>\d\d)(?!\d)"), _of_day),
    (_form(rf"(?<!\d){_YEAR}[ _-]*q(?P<quarter>[1-4])(?!\d)"), _of_quarter),
    (_form(rf"(?<![a-z])q(?P<quarter>[1-4])[ _-]*{_YEAR}"), _of_quarter),
    (_form(rf"hcpc[a-z]*[ _-]*(?P<year>20\d\d)[ _-]*{_MONTH}"), _of_month),
    (_form(rf"{_EFFECTIVE}{_MONTH}[ _-]+\d\d?,?[ _-]+{_YEAR}"), _of_month),
    (_form(rf"(?<![a-z]){_MONTH}[ _-]+{_YEAR}"), _of_month),
    (_form(rf"hcpc[a-z]*[ _-]*{_YEAR}"), _of_year),
)  # fmt: skip
_SETTINGS: dict[Setting, re.Pattern[str]] = {
    "practitioner": _form(r"ccipra|practitioner"),
    "outpatient_hospital": _form(r"ccioph|hospital|facility"),
    "equipment": _form(r"(?<![a-z])dme|supplier"),
}
