"""The services of a case, each with its line on every paper that has it."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from plainbill.acting.papers import LineIn, Papers
from plainbill.acting.values import of_document
from plainbill.case import Document, DocumentKind, Finding, Line
from plainbill.describing.words import bare, readable

COLUMNS: tuple[DocumentKind, ...] = ("bill", "eob", "visit_summary", "estimate")
"""The kinds of paper that list services, in the order in which they are laid side by side."""

# What a finding of these kinds says of two lines: they are one service, whatever the papers print.
_ONE_SERVICE = frozenset({"code-mismatch", "date-mismatch"})


@dataclass(slots=True, kw_only=True, eq=False)
class _Growing:
    lines: dict[str, LineIn]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Service:
    """One service: its lines by the id of their paper, no more than one of each."""

    lines: Mapping[str, LineIn]

    @property
    def refs(self) -> frozenset[str]:
        """The references of its lines."""
        return frozenset(f"{paper.id}:{line.id}" for paper, line in self.lines.values())


def services_of(papers: Papers, findings: Sequence[Finding]) -> tuple[Service, ...]:
    """Return the services in the order in which bills, plan papers, records and estimates list them.

    Lines go together where a finding says so, else by code, day and charge; two lines of one paper never do.
    """
    linked = _linked(findings)
    services: list[_Growing] = []
    listing = [paper for kind in COLUMNS for paper in papers.case.documents if paper.kind == kind]
    for paper in listing:
        left = list(paper.lines)
        left = _join(paper, left, services, lambda paper, line: linked.get(f"{paper.id}:{line.id}"), any_day=True)
        for key in _KEYS:
            left = _join(paper, left, services, key)
        services += [_Growing(lines={paper.id: (paper, line)}) for line in left]
    return tuple(Service(lines=dict(service.lines)) for service in services)


Key = Callable[[Document, Line], Hashable]


def _whole(*parts: Hashable) -> Hashable:
    return None if None in parts else parts


# How two lines are known to be one service, surest first; a key with a part that is not printed is none.
_KEYS: tuple[Key, ...] = (
    lambda paper, line: _whole(_firm(paper), _code(line), _marks(line), _day(paper, line), line.charge),
    lambda paper, line: _whole(_code(line), _day(paper, line), line.charge),
    lambda paper, line: _whole(_firm(paper), _code(line), _day(paper, line)),
    lambda paper, line: _whole(_code(line), _day(paper, line)),
    lambda paper, line: _whole(_firm(paper), _day(paper, line), _asked(paper, line)),
    lambda paper, line: _whole(_code(line), line.charge),
)


def _join(
    paper: Document, lines: Iterable[Line], services: Sequence[_Growing], key: Key, *, any_day: bool = False
) -> list[Line]:
    """Put the lines of a paper to the services that have their key, and return those that found none."""
    waiting: dict[Hashable, list[_Growing]] = {}
    for service in services:
        if paper.id not in service.lines:
            for known in dict.fromkeys(key(*entry) for entry in service.lines.values()):
                waiting.setdefault(known, []).append(service)
    left = []
    for line in lines:
        own = key(paper, line)
        same = waiting.get(own, []) if own is not None else []
        open_ones = (each for each in same if paper.id not in each.lines)
        found = next((each for each in open_ones if any_day or _days_agree(paper, line, each)), None)
        if found is None:
            left.append(line)
        else:
            found.lines[paper.id] = (paper, line)
    return left


def _days_agree(paper: Document, line: Line, service: _Growing) -> bool:
    """A key without the day holds only where one side prints no day, or a finding says that a day is wrong."""
    days = {_day(*entry) for entry in service.lines.values()} - {None}
    day = _day(paper, line)
    return day is None or not days or day in days


def _linked(findings: Sequence[Finding]) -> Mapping[str, int]:
    return {
        ref: place for place, finding in enumerate(findings) if finding.kind in _ONE_SERVICE for ref in finding.lines
    }


def _firm(paper: Document) -> str | None:
    name = of_document(paper, "provider.name")
    return readable(name.text).casefold() if name else None


def _code(line: Line) -> str | None:
    return bare(line.code or line.revenue_code or "") or None


def _marks(line: Line) -> tuple[str, ...]:
    return tuple(sorted(map(bare, line.modifiers)))


def _day(paper: Document, line: Line) -> Hashable:
    only = paper.service_from if paper.service_to in (None, paper.service_from) else None
    return line.service_date or only


def _asked(paper: Document, line: Line) -> Hashable:
    """The charge, on papers that print what was billed."""
    return line.charge if paper.kind in ("bill", "eob") and line.charge else None
