"""Found values to the nested record of a Document, and to the source of each value."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from plainbill.case import Source
from plainbill.case.reading import Confirmation
from plainbill.reading.rows.found import Found
from plainbill.reading.rows.tokens import Token

_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
# What the paper says by its form, not by a value that stands somewhere.
_WITHOUT_SOURCE = re.compile(r"(?:^|\.)(?:id|kind|text)$|^payments\[\d+\]\.kind$")
_SAME_LINE = 0.6


def nested(found: Mapping[str, object]) -> dict[str, object]:
    """Return values by path as one nested record: "lines[0].charge" goes into a list under "lines"."""
    record: dict[str, object] = {}
    for path, value in found.items():
        steps = [int(number) if number else name for name, number in _STEP.findall(path)]
        _put(record, steps, value)
    closed = _close(record)
    return closed if isinstance(closed, dict) else {}


def _put(record: dict[str, object], steps: Sequence[str | int], value: object) -> None:
    here: dict[str | int, object] = record  # type: ignore[assignment]  # lists are kept by number until they close
    for step in steps[:-1]:
        below = here.setdefault(step, {})
        if not isinstance(below, dict):
            return
        here = below
    here[steps[-1]] = value


def _close(value: object) -> object:
    if not isinstance(value, dict):
        return value
    if value and all(isinstance(key, int) for key in value):
        return [_close(value[key]) for key in sorted(value)]
    return {key: _close(below) for key, below in value.items()}


def source_of(found: Found, confirmed_by: Sequence[Confirmation], proposal: str | None = None) -> Source:
    """Return where a value stands: one box, or one for each row where the print wraps.

    `proposal` is the print that would close a sum in its place.
    """
    rows: list[list[Token]] = []
    page = found.tokens[0].page
    for token in found.tokens:
        if token.page != page:
            continue
        if rows and abs(rows[-1][-1].y - token.y) < _SAME_LINE * token.box.height:
            rows[-1].append(token)
        else:
            rows.append([token])
    boxes = tuple(_around(row) for row in rows)
    confidences = [token.confidence for token in found.tokens if token.confidence is not None]
    return Source(
        page=page,
        box=boxes[0] if len(boxes) == 1 else None,
        boxes=boxes if len(boxes) > 1 else (),
        text=" ".join(token.text for token in found.tokens),
        confidence=min(1.0, max(0.0, round(min(confidences), 4))) if confidences else None,
        confirmed_by=tuple(confirmed_by),
        proposal=proposal,
    )


def confirmed_again(source: Source, confirmed_by: Sequence[Confirmation], proposal: str | None) -> Source:
    """Return the source with what confirms the value now; most of them say the same as before."""
    by = tuple(confirmed_by)
    if (by, proposal) == (source.confirmed_by, source.proposal):
        return source
    return source.but(confirmed_by=by, proposal=proposal)


def _around(tokens: Sequence[Token]) -> tuple[float, float, float, float]:
    box = tokens[0].source_box
    for token in tokens[1:]:
        box = box.around(token.source_box)
    return (round(box.x0, 1), round(box.y0, 1), round(box.x1, 1), round(box.y1, 1))


def has_source(path: str) -> bool:
    """True where a value at this path was read from a place on the paper."""
    return _WITHOUT_SOURCE.search(path) is None


def amount_at(found: Mapping[str, Found], path: str) -> Decimal | None:
    """The amount at a path, None where there is none."""
    value = found[path].value if path in found else None
    return value if isinstance(value, Decimal) else None
