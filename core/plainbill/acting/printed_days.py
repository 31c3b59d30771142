"""The last day to appeal as a paper prints it in its text, or the time that it prints."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from plainbill.acting.statements import plain, statements
from plainbill.case import Document
from plainbill.describing.words import readable
from plainbill.reading.dates import parse_date

_APPEALS = re.compile(
    r"\b(?:appeals?|reconsideration|redetermination|grievance|(?:ask|request)(?: us)? (?:for )?(?:a |an )?review"
    r"|review of (?:this|our|the) decision|look at (?:this|our|the) decision again)\b"
)
# Days of the plan, of later steps, of urgent ones, or for care to go on meanwhile.
_OTHER = re.compile(
    r"\b(?:we will|we must (?:decide|answer|tell|respond|give)|decide|hearing|external|outside|independent|second"
    r"|another appeal|level [2-9]|expedited|fast|urgent|keep (?:getting|your (?:care|services|benefits)|services)"
    r"|continue|(?:providers?|doctors?) (?:may|can|must|has|have|should)|premium|has passed|passed)\b"
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DAY = re.compile(
    rf"{_MONTH} \d{{1,2}},? \d{{4}}|\b\d{{1,2}}/\d{{1,2}}/(?:\d{{4}}|\d\d)\b|\b\d{{4}}-\d\d-\d\d\b", re.IGNORECASE
)
_BY = re.compile(
    r"\b(?:by|on or before|no later than|not later than|until|deadline(?: is)?|last day[^,;]{0,80})\W{0,3}$",
    re.IGNORECASE,
)
_PAPER = r"(?:letter|notice|denial|decision|determination|explanation of benefits|eob)"
_COUNTS = re.compile(
    r"\b(?P<count>\d{1,3})(?: \([^)]{1,40}\))? ?(?:calendar )?(?P<unit>days?|months?) (?:of|from|after) "
    r"(?:the day |the date )?(?:(?:of|on|that|you|your|the|this|get|got|receive|receiving|receipt|printed|above) )*"
    rf"{_PAPER}\b",
    re.IGNORECASE,
)
_LONGEST_QUOTE = 160
_LONGEST = datetime.timedelta(days=2 * 366)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedLimit:
    """What a paper prints of the time to appeal: the last day itself, else a count of days or months from its date.

    `words` is the sentence that says so, where it stands on the paper.
    """

    words: str
    day: datetime.date | None = None
    days: int = 0
    months: int = 0


def printed_limit(paper: Document) -> PrintedLimit | None:
    """Return the time to appeal that a paper prints, None where it prints none, or several that differ."""
    told = [said for said in statements(paper) if _is_of_appeals(plain(said))]
    days = [limit for said in told for limit in _days(said, paper.document_date or paper.processed_date)]
    lengths = [limit for said in told for limit in _lengths(said)]
    found = days or lengths
    several = len({(limit.day, limit.days, limit.months) for limit in found}) > 1
    return None if several or not found else found[0]


def _is_of_appeals(said: str) -> bool:
    return bool(_APPEALS.search(said)) and not _OTHER.search(said)


def _days(said: str, dated: datetime.date | None) -> Iterator[PrintedLimit]:
    """The days that stand behind "by" and the like; none that comes before the paper itself, or years after it."""
    for match in _DAY.finditer(said):
        printed = parse_date(match[0])
        day = printed.on(None) if printed and _BY.search(said[: match.start()]) else None
        if day and (dated is None or dated <= day <= dated + _LONGEST):
            yield PrintedLimit(words=_quoted(said, match), day=day)


def _lengths(said: str) -> Iterator[PrintedLimit]:
    for match in _COUNTS.finditer(said):
        count = int(match["count"])
        if count and match["unit"].lower().startswith("month"):
            yield PrintedLimit(words=_quoted(said, match), months=count)
        elif count:
            yield PrintedLimit(words=_quoted(said, match), days=count)


def _quoted(said: str, match: re.Match[str]) -> str:
    """The sentence, or of a long one the words up to the day."""
    if len(said) <= _LONGEST_QUOTE:
        return readable(said)
    start = max(0, match.end() - _LONGEST_QUOTE)
    return readable(f"{'…' if start else ''}{said[start : match.end()]}…")
