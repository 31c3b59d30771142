"""Names beside print that nothing was read from: part of them may stand there, as where they break in a narrow box."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.found import Found
from plainbill.reading.rows.tokens import Token

_NAMES = frozenset({"provider.name", "payer.name", "patient.name", "coverage.subscriber_name", "coverage.plan_name"})
_NUMBERS = frozenset({"coverage.member_id"})
_OF_A_LINE = re.compile(r"^lines\[\d+\]\.(?:description|rendering_provider)$")
_WORD, _GROUP = re.compile(r"^[A-Z&][A-Za-z&'.,\u2019-]*$"), re.compile(r"^(?=.*\d)[A-Z\d-]{2,}$")
# What greets somebody is no part of the name behind it.
_GREETS = frozenset({"dear", "hello", "hi", "mr", "mrs", "ms", "miss", "dr"})
_LONGEST = 3
# In heights of print: a blank within a name, half a row, how far apart the rows of a name stand, and those of a
# service, where the next one follows; and how far their edges or middles lie apart.
_BLANK, _HALF, _NEXT_ROW, _NEXT_OF_A_LINE, _ALIGNED = 0.8, 0.5, 1.6, 1.4, 0.5
_ALIKE = 0.8

_Run = tuple[Token, ...]


def loose_ends(found: Mapping[str, Found], layouts: Sequence[PageLayout]) -> Iterator[str]:
    """The paths of names, member's numbers and words of services that such print touches."""
    loose = _loose(found, layouts)
    for path, value in found.items():
        like = _GROUP if path in _NUMBERS else _WORD
        of_a_line = _OF_A_LINE.match(path) is not None
        if not value.tokens or not (of_a_line or path in _NAMES | _NUMBERS):
            continue
        # "Medicare" is a whole name, and "Medicare Summary Notice" what its paper is called.
        if path == "payer.name" and len(value.tokens) == 1:
            continue
        runs = (run for run in loose[value.page] if all(like.match(token.text) for token in run))
        if any(_goes_on_below(value.tokens, run) if of_a_line else _touches(value.tokens, run) for run in runs):
            yield path


def _loose(found: Mapping[str, Found], layouts: Sequence[PageLayout]) -> Mapping[int, Sequence[_Run]]:
    """By page the few words that stand side by side, no more than a blank apart, and are part of nothing."""
    taken = {token for value in found.values() for token in value.tokens}
    for layout in layouts:
        taken |= {token for label in layout.labels for token in (*label.label, *label.value.tokens)}
        taken |= {token for table in layout.tables for token in table.head}
    loose: defaultdict[int, list[_Run]] = defaultdict(list)
    for row in (row for layout in layouts for row in layout.rows):
        for run in _runs(row.tokens, taken):
            if len(run) <= _LONGEST and run[-1].text.lower().strip(".,") not in _GREETS:
                loose[run[0].page].append(run)
    return loose


def _runs(row: Sequence[Token], taken: set[Token]) -> Iterator[_Run]:
    run: list[Token] = []
    for token in row:
        if run and (token in taken or token.box.x0 - run[-1].box.x1 > _BLANK * token.box.height):
            yield tuple(run)
            run = []
        if token not in taken:
            run.append(token)
    if run:
        yield tuple(run)


def _touches(tokens: _Run, run: _Run) -> bool:
    """True where the words stand right before or behind the value, or in the row right above or below it."""
    first, last = tokens[0], tokens[-1]
    height = first.box.height
    if not _is_as_large(run, height):
        return False
    behind = abs(run[0].y - last.y) < _HALF * height and 0 <= run[0].box.x0 - last.box.x1 < _BLANK * height
    before = abs(run[0].y - first.y) < _HALF * height and 0 <= first.box.x0 - run[-1].box.x1 < _BLANK * height
    below = _HALF * height < run[0].y - last.y < _NEXT_ROW * height and _aligned(run, _row_of(tokens, last), height)
    above = _HALF * height < first.y - run[0].y < _NEXT_ROW * height and _aligned(run, _row_of(tokens, first), height)
    return behind or before or below or above


def _goes_on_below(tokens: _Run, run: _Run) -> bool:
    last = tokens[-1]
    height = last.box.height
    near = _HALF * height < run[0].y - last.y < _NEXT_OF_A_LINE * height
    return near and _is_as_large(run, height) and _aligned(run, _row_of(tokens, last), height)


def _is_as_large(run: _Run, height: float) -> bool:
    return _ALIKE * height < run[0].box.height < height / _ALIKE


def _row_of(tokens: _Run, one: Token) -> _Run:
    """Those of a value's tokens that stand in the row of one of them."""
    return tuple(token for token in tokens if abs(token.y - one.y) < _HALF * one.box.height)


def _aligned(one: _Run, other: _Run, height: float) -> bool:
    begin = abs(one[0].box.x0 - other[0].box.x0)
    middles = abs(one[0].box.x0 + one[-1].box.x1 - other[0].box.x0 - other[-1].box.x1) / 2
    return min(begin, middles) < _ALIGNED * height
