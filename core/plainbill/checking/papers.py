"""The case laid out for rules: every line with its place, its date and its keys, and what is wrong with a paper."""

import datetime
import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from plainbill.case import Case, Document, Line, PageReport, Source
from plainbill.checking.identity import clean, firm, identifier
from plainbill.knowledge.payer_meanings import NOTHING_EXPLAINED, CodeMeaning, PayerMeanings

_DIGITS_OR_NOT = re.compile(r"[0-9]+|[^0-9]+")
# A page with one of these may hold lines that nobody read, so sums and "there is no code" prove nothing.
_HOLES = frozenset({"missing_page", "cut_edge", "unreadable", "no_text", "encrypted", "engine_unavailable"})
# Type of bill 011x is a hospital stay; revenue codes 010x to 021x are rooms by the day (NUBC).
_ROOMS = frozenset(f"0{family}" for family in range(10, 22))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LineAt:
    """A line, the paper it stands on, and its keys for comparing.

    `date` may come from a paper about one day; `in_stay` is True on the paper of a hospital stay.
    """

    document: Document
    line: Line
    path: str
    date: datetime.date | None
    date_to: datetime.date | None
    code: str
    modifiers: tuple[str, ...]
    in_stay: bool

    @property
    def ref(self) -> str:
        """The line reference, "document:line"."""
        return f"{self.document.id}:{self.line.id}"

    @property
    def charge(self) -> Decimal | None:
        """The charge in dollars, None where none was read."""
        return self.line.charge

    @property
    def named(self) -> str:
        """The code, else the words in plain letters, "" where neither is printed."""
        return self.code or clean(self.line.description)

    @property
    def days(self) -> tuple[datetime.date, ...]:
        """The first and the last day of service, those of them that are printed."""
        return tuple(day for day in (self.date, self.date_to) if day)

    @property
    def claim(self) -> str:
        """The claim number that holds for the line, "" where none is printed."""
        return identifier(self.line.claim_number or self.document.claim_number)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Paper:
    """A document with its lines in a fixed order; `standing` lacks charges that the paper takes back.

    `dates` are the days of service on lines, else the first and last day at the head. `span` is the stay at the head
    of a paper whose lines carry no days. `ranges` are that stay and the lines with a first and a last day: each
    covers every day in it. `meanings` say what its payer means by notes of its own.
    """

    document: Document
    path: str
    lines: tuple[LineAt, ...]
    standing: tuple[LineAt, ...]
    claims: frozenset[str]
    doctors: frozenset[tuple[str, ...]]
    dates: frozenset[datetime.date]
    span: tuple[datetime.date, datetime.date] | None
    ranges: tuple[tuple[datetime.date, datetime.date], ...]
    in_stay: bool
    foreign: bool
    has_holes: bool
    meanings: tuple[CodeMeaning, ...]

    @property
    def id(self) -> str:
        """The document's id."""
        return self.document.id

    def covers(self, day: datetime.date) -> bool:
        """Tell whether the paper is about `day`."""
        return day in self.dates or any(first <= day <= last for first, last in self.ranges)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Papers:
    """All papers of a case in the order of their ids, with where values were read; `by_kind` lacks foreign ones."""

    case: Case
    papers: tuple[Paper, ...]
    sources: Mapping[str, Source]
    repeated_pages: frozenset[int]
    by_kind: Mapping[str, tuple[Paper, ...]]
    by_id: Mapping[str, Paper]

    def of_kind(self, kind: str) -> tuple[Paper, ...]:
        """Return the papers of one kind whose amounts are in dollars."""
        return self.by_kind.get(kind, ())


def lay_out(
    case: Case,
    sources: Mapping[str, Source],
    pages: Sequence[PageReport],
    meanings: PayerMeanings = NOTHING_EXPLAINED,
) -> Papers:
    """Return the case as rules read it; the order of its papers and lines leaves no trace."""
    problems: dict[str | None, set[str]] = defaultdict(set)
    for page in pages:
        problems[page.document].update(problem.kind for problem in page.problems)
    lost = bool(problems[None] & _HOLES)
    papers = [
        _paper(document, f"documents[{index}]", problems[document.id], lost, tuple(meanings.get(document.id, ())))
        for index, document in enumerate(case.documents)
    ]
    repeated = {i for i, page in enumerate(pages) if any(problem.kind == "duplicate_page" for problem in page.problems)}
    papers.sort(key=lambda paper: natural(paper.id))
    by_kind: dict[str, list[Paper]] = defaultdict(list)
    for paper in papers:
        if not paper.foreign:
            by_kind[paper.document.kind].append(paper)
    return Papers(
        case=case,
        papers=tuple(papers),
        sources=sources,
        repeated_pages=frozenset(repeated),
        by_kind={kind: tuple(group) for kind, group in by_kind.items()},
        by_id={paper.id: paper for paper in papers},
    )


def _paper(document: Document, path: str, problems: set[str], lost: bool, meanings: tuple[CodeMeaning, ...]) -> Paper:
    only_day = document.service_from if document.service_to in (None, document.service_from) else None
    in_stay = _is_stay(document)
    lines = [
        _line(document, j, only_day, path=f"{path}.lines[{j}]", in_stay=in_stay) for j in range(len(document.lines))
    ]
    lines.sort(key=lambda at: natural(at.line.id))
    return Paper(
        document=document,
        path=path,
        lines=tuple(lines),
        standing=_not_taken_back(lines),
        claims=frozenset({*(at.claim for at in lines), identifier(document.claim_number)}) - {""},
        doctors=frozenset(firm(line.rendering_provider) for line in document.lines) - {()},
        dates=_dates(document, lines),
        span=_span(document),
        ranges=tuple(_ranges(document, lines)),
        in_stay=in_stay,
        foreign="foreign_currency" in problems,
        has_holes=lost or bool(problems & _HOLES),
        meanings=meanings,
    )


def _dates(document: Document, lines: Iterable[LineAt]) -> frozenset[datetime.date]:
    on_lines = {day for at in lines for day in (at.date, at.date_to) if day}
    return frozenset(on_lines or {day for day in (document.service_from, document.service_to) if day})


def _span(document: Document) -> tuple[datetime.date, datetime.date] | None:
    first, last = document.service_from, document.service_to
    if not first or not last or any(line.service_date for line in document.lines):
        return None
    return first, last


def _ranges(document: Document, lines: Iterable[LineAt]) -> Iterator[tuple[datetime.date, datetime.date]]:
    span = _span(document)
    if span is not None:
        yield span
    for at in lines:
        if at.date and at.date_to and at.date < at.date_to:
            yield at.date, at.date_to


def _is_stay(document: Document) -> bool:
    if identifier(document.bill_type).lstrip("0").startswith("11"):
        return True
    return any(identifier(line.revenue_code).zfill(4)[:3] in _ROOMS for line in document.lines if line.revenue_code)


def _line(document: Document, place: int, only_day: datetime.date | None, *, path: str, in_stay: bool) -> LineAt:
    line = document.lines[place]
    return LineAt(
        document=document,
        line=line,
        path=path,
        date=line.service_date or only_day,
        date_to=None if line.service_date_to == line.service_date else line.service_date_to,
        code=identifier(line.code),
        modifiers=tuple(sorted({identifier(modifier) for modifier in line.modifiers} - {""})),
        in_stay=in_stay,
    )


def _not_taken_back(lines: Iterable[LineAt]) -> tuple[LineAt, ...]:
    """A charge with its negative twin on the same code and date is gone, and the twin with it."""
    gone: set[LineAt] = set()
    charged: dict[tuple[object, ...], list[LineAt]] = defaultdict(list)
    everything = list(lines)
    for at in everything:
        if at.charge is not None and at.charge > 0:
            charged[_twin_key(at, at.charge)].append(at)
    for at in everything:
        if at.charge is not None and at.charge < 0:
            twins = charged[_twin_key(at, -at.charge)]
            if twins:
                gone |= {at, twins.pop()}
    return tuple(at for at in everything if at not in gone)


def _twin_key(at: LineAt, charge: Decimal) -> tuple[object, ...]:
    return (at.named, at.date, charge)


@functools.lru_cache(maxsize=8192)
def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return a sort key that puts "2" before "10" and letters after digits."""
    # Length and digits in place of a number: ids may hold more digits than Python turns into one.
    parts = _DIGITS_OR_NOT.findall(text)
    return tuple(
        (0, len(part.lstrip("0")), part.lstrip("0")) if part[0] in "0123456789" else (1, 0, part) for part in parts
    )
