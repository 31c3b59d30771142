"""Lines that are the same service, date, code, modifiers and amount, and what makes an equal line right."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

from plainbill.case import Source
from plainbill.checking.evidence import Box, box_of
from plainbill.checking.identity import clean, firm, identifier, words
from plainbill.checking.papers import LineAt, Papers
from plainbill.checking.tables import may_repeat, tells_apart

# Comparing descriptions with each other is quadratic; more wordings than this for one code and amount are no copies.
_MOST_WORDINGS = 20


def equal_lines(lines: Iterable[LineAt], papers: Papers) -> Iterator[tuple[LineAt, ...]]:
    """Yield groups of two or more lines that print one charge again; what may rightly repeat is left out."""
    by_fields: dict[Hashable, list[LineAt]] = defaultdict(list)
    for at in lines:
        if at.date and at.charge is not None and at.charge > 0 and not may_repeat(at) and _says_what(at):
            by_fields[_fields(at)].append(at)
    for group in by_fields.values():
        for named_alike in _by_wording(group):
            apart = _printed_apart(named_alike, papers)
            if len(apart) > 1:
                yield apart


def _says_what(at: LineAt) -> bool:
    """Without a code, words must name the line; a single word such as a department's may stand for many things."""
    return bool(at.code) or len(words(at.line.description)) > 1


def _fields(at: LineAt) -> Hashable:
    line = at.line
    return (
        at.date,
        at.date_to,
        at.named,
        at.modifiers,
        at.charge,
        line.units,
        identifier(line.revenue_code),
        identifier(line.ndc),
        identifier(line.place_of_service),
        clean(line.service_time),
        firm(line.rendering_provider),
        identifier(line.authorization_number),
        frozenset(identifier(code) for code in line.diagnosis_codes),
    )


def _by_wording(group: Sequence[LineAt]) -> list[list[LineAt]]:
    """Split a group by what the lines are called; a shorter wording of the same words is the same."""
    by_words: dict[frozenset[str], list[LineAt]] = defaultdict(list)
    for at in group:
        by_words[frozenset(words(at.line.description))].append(at)
    if len(by_words) < 2 or len(by_words) > _MOST_WORDINGS:
        return list(by_words.values())
    merged: list[tuple[frozenset[str], list[LineAt]]] = []
    for wording in sorted(by_words, key=lambda wording: (-len(wording), sorted(wording))):
        home = next(
            (lines for longer, lines in merged if wording <= longer and not tells_apart(longer - wording)), None
        )
        if home is None:
            merged.append((wording, list(by_words[wording])))
        else:
            home += by_words[wording]
    return [lines for _, lines in merged]


def _printed_apart(lines: Sequence[LineAt], papers: Papers) -> tuple[LineAt, ...]:
    """Leave out lines read from the same place on the paper as another, or from a page photographed twice."""
    apart: list[tuple[int, Box]] = []
    kept = []
    for at in lines:
        place = _place(at, papers.sources)
        if place is None:
            kept.append(at)
        elif place[0] not in papers.repeated_pages and not any(_overlap(place, other) for other in apart):
            apart.append(place)
            kept.append(at)
    return tuple(kept)


def _place(at: LineAt, sources: Mapping[str, Source]) -> tuple[int, Box] | None:
    for field in ("charge", "code", "description"):
        source = sources.get(f"{at.path}.{field}")
        box = box_of(source) if source else None
        if source and box:
            return source.page, box
    return None


def _overlap(one: tuple[int, Box], other: tuple[int, Box]) -> bool:
    """Whether two boxes on one page share more than half of the smaller one."""
    (page, a), (other_page, b) = one, other
    width, height = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    if page != other_page or width <= 0 or height <= 0:
        return False
    smaller = min((a[2] - a[0]) * (a[3] - a[1]), (b[2] - b[0]) * (b[3] - b[1]))
    return 2 * width * height > smaller
