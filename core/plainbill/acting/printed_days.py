"""The last day to appeal as a paper prints it in its text, or the time that it prints."""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plainbill.acting.appeal_filing import filing_limits
from plainbill.acting.statements import plain, statements
from plainbill.case import Document
from plainbill.describing.words import readable
from plainbill.reading.terms.dates import parse_date

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DAY = re.compile(
    rf"\b{_MONTH} \d{{1,2}},? \d{{4}}|\b\d{{1,2}}/\d{{1,2}}/(?:\d{{4}}|\d\d)\b|\b\d{{4}}-\d\d-\d\d\b", re.IGNORECASE
)
_PAPER = r"(?:letter|notice|denial|decision|determination|explanation of benefits|eob)"
_COUNTS = re.compile(
    r"\b(?P<count>\d{1,3})(?: \([^)]{1,40}\))? ?(?:calendar )?(?P<unit>days?|months?) (?:of|from|after) "
    r"(?:the day |the date )?(?:(?:of|on|that|you|your|the|this|get|got|receive|receiving|receipt|printed|above) )*"
    rf"{_PAPER}\b(?! (?:on|about|to|of) (?:your|the|this|an) (?:\w+ )?appeal)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\b(?:keep|continu\w+|stay(?:s|ing)?|go(?:es)? on|aid paid|expedited|fast|urgent)\b")
_LEVEL = re.compile(
    r"\b(?:second|external|outside|independent|another|further|level (?:2|two))(?:[- ]level)?(?: medical)? "
    r"(?=appeal|review|reconsideration)",
    re.IGNORECASE,
)
_LONGEST_QUOTE = 160
# Plans' first appeals have sixty days or more by law; care goes on where one comes within ten.
_SHORT = datetime.timedelta(days=30)
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
    """Return the time to appeal that a paper prints, None where it prints none, or several that differ.

    A short time is none where the paper speaks of care that goes on meanwhile: that has to be asked for sooner.
    """
    return _limit_in(statements(paper), paper)


def next_limit(paper: Document) -> PrintedLimit | None:
    """Return the time that the answer to an appeal prints for the next appeal or the outside review."""
    return _limit_in([_LEVEL.sub("", each) for each in statements(paper) if _LEVEL.search(each)], paper)


def _limit_in(said: Sequence[str], paper: Document) -> PrintedLimit | None:
    dated = paper.document_date or paper.processed_date
    limits = [limit for sentence in said for limit in _limits(sentence, dated)]
    found = [limit for limit in limits if limit.day is not None] or limits
    several = len({(limit.day, limit.days, limit.months) for limit in found}) > 1
    if several or not found or (_is_short(found[0], dated) and any(_GOES_ON.search(plain(each)) for each in said)):
        return None
    return found[0]


def _limits(said: str, dated: datetime.date | None) -> Iterator[PrintedLimit]:
    """The days and lengths of a sentence by which the reader has to appeal."""
    matches = sorted((*_COUNTS.finditer(said), *_DAY.finditer(said)), key=lambda match: match.start())
    marked = said
    for number, match in reversed(tuple(enumerate(matches))):
        marked = f"{marked[: match.start()]}<{number}>{marked[match.end() :]}"
    for number in filing_limits(plain(marked)):
        limit = _limit(said, matches[number], dated)
        if limit:
            yield limit


def _limit(said: str, match: re.Match[str], dated: datetime.date | None) -> PrintedLimit | None:
    """A day or a length; no day that comes before the paper itself, or years after it."""
    if match.re is _DAY:
        printed = parse_date(match[0])
        day = printed.on(None) if printed else None
        fits = day is not None and (dated is None or dated <= day <= dated + _LONGEST)
        return PrintedLimit(words=_quoted(said, match), day=day) if fits else None
    count = int(match["count"])
    if not count:
        return None
    if match["unit"].lower().startswith("month"):
        return PrintedLimit(words=_quoted(said, match), months=count)
    return PrintedLimit(words=_quoted(said, match), days=count)


def _is_short(limit: PrintedLimit, dated: datetime.date | None) -> bool:
    if limit.day is not None:
        return dated is not None and limit.day - dated < _SHORT
    return not limit.months and datetime.timedelta(days=limit.days) < _SHORT


def _quoted(said: str, match: re.Match[str]) -> str:
    """The sentence, or of a long one the words up to the day."""
    if len(said) <= _LONGEST_QUOTE:
        return readable(said)
    start = max(0, match.end() - _LONGEST_QUOTE)
    return readable(f"{'…' if start else ''}{said[start : match.end()]}…")
