"""The services of a case, each with its line on every paper that has it."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from plainbill.acting.papers import LineIn, Papers
from plainbill.case import Document, DocumentKind, Finding, Line
from plainbill.describing.words import bare
from plainbill.knowledge.firms import firm

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
    by_finding = _linked(findings)
    ways = (_Way(key=lambda paper, line: by_finding.get(f"{paper.id}:{line.id}"), any_day=True, any_firm=True), *_WAYS)
    services: list[_Growing] = []
    listing = [paper for kind in COLUMNS for paper in papers.case.documents if paper.kind == kind]
    for paper in listing:
        left = list(paper.lines)
        for way in ways:
            left = _join(paper, left, services, way)
        services += [_Growing(lines={paper.id: (paper, line)}) for line in left]
    return tuple(Service(lines=dict(service.lines)) for service in services)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    """A way to know that two lines are one service: they have one key, None is none.

    Days that both print have to agree unless `any_day`, and names of providers unless `any_firm`.
    """

    key: Callable[[Document, Line], Hashable]
    any_day: bool = False
    any_firm: bool = False

    def fits(self, paper: Document, line: Line, service: _Growing) -> bool:
        """Tell whether a line may go to a service that has its key."""
        if paper.id in service.lines:
            return False
        known = list(service.lines.values())
        days = self.any_day or _agree(_day(paper, line), (_day(*entry) for entry in known))
        return days and (self.any_firm or _agree(_firm(paper), (_firm(other) for other, _ in known)))


def _agree(one: Hashable, others: Iterable[Hashable]) -> bool:
    there = set(others) - {None}
    return one is None or not there or one in there


def _whole(*parts: Hashable) -> Hashable:
    return None if None in parts else parts


# From the surest to the least sure. A provider may be written in two ways where code, day and charge are the same.
_WAYS = (
    _Way(key=lambda paper, line: _whole(_code(line), _marks(line), _day(paper, line), line.charge)),
    _Way(key=lambda paper, line: _whole(_code(line), _day(paper, line), line.charge), any_firm=True),
    _Way(key=lambda paper, line: _whole(_code(line), _day(paper, line))),
    _Way(key=lambda paper, line: _whole(_day(paper, line), _asked(paper, line))),
    _Way(key=lambda paper, line: _whole(_code(line), line.charge)),
)


def _join(paper: Document, lines: Iterable[Line], services: Sequence[_Growing], way: _Way) -> list[Line]:
    """Put the lines of a paper to the services that they fit, and return those that found none."""
    waiting: dict[Hashable, list[_Growing]] = {}
    for service in services:
        if paper.id not in service.lines:
            for known in dict.fromkeys(way.key(*entry) for entry in service.lines.values()):
                waiting.setdefault(known, []).append(service)
    left = []
    for line in lines:
        own = way.key(paper, line)
        same = waiting.get(own, []) if own is not None else []
        found = next((each for each in same if way.fits(paper, line, each)), None)
        if found is None:
            left.append(line)
        else:
            found.lines[paper.id] = (paper, line)
            same.remove(found)
    return left


def _linked(findings: Sequence[Finding]) -> Mapping[str, int]:
    return {
        ref: place for place, finding in enumerate(findings) if finding.kind in _ONE_SERVICE for ref in finding.lines
    }


def _firm(paper: Document) -> Hashable:
    return firm(paper.provider.name) or None if paper.provider else None


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
