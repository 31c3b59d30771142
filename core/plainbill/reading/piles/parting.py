"""Two papers on one photo: the words of a picture are parted where a clear gutter runs between papers of their own."""

import re
import statistics
from collections.abc import Callable, Sequence
from dataclasses import replace

from plainbill.reading.kinds import may_be_a_card
from plainbill.reading.layout import PageLayout, lay_out, page_numbers
from plainbill.reading.page import Box, PageWords, Word
from plainbill.reading.piles.marks import PageMarks, agreements, conflicts, marks_of, shared_across
from plainbill.reading.rows.tokens import Token

# How wide a gutter is at least, in heights of print: papers have margins.
_GUTTER = 2.5
_FEWEST_WORDS = 15
_MOST_GUTTERS = 4
_MOST_PAPERS = 4
_HEAD_ROWS = 8
_ADDRESS = re.compile(r"\b[A-Z]{2}\.?,?\s+\d{5}(?:-\d{4})?\b")
# One that differs may have been read wrong.
_ENOUGH_CONFLICTS = 2
_AMOUNT = re.compile(r"\d[.,]\s?\d{2}(?!\d)")
_NAME, _FEWEST_SERVICES = "patient.name", 2

Span = tuple[float, float]


def papers_on(page: PageWords) -> tuple[PageWords, ...]:
    """Return the papers that lie side by side or one above the other on a page, the page itself where it is one.

    Boxes stay where they are in the picture. Papers are numbered by `part`, from the left or the top.
    """
    if page.text_layer:
        return (page,)
    found = _parted(page)
    return tuple(replace(part, part=i) for i, part in enumerate(found)) if 1 < len(found) <= _MOST_PAPERS else (page,)


def _parted(page: PageWords) -> list[PageWords]:
    best: tuple[PageWords, PageWords] | None = None
    surest = 0
    for across in (_across, _down):
        for middle in _gutters(page.words, across):
            if _is_one(page, across, middle) or not _may_be_two(page, across, middle):
                continue
            sides = tuple(word for word in page.words if _middle(across(word.box)) < middle)
            others = tuple(word for word in page.words if _middle(across(word.box)) >= middle)
            two = replace(page, words=sides), replace(page, words=others)
            if (sure := _are_two(*two)) > surest:
                best, surest = two, sure
    return [page] if best is None else [*_parted(best[0]), *_parted(best[1])]


def _across(box: Box) -> Span:
    return box.x0, box.x1


def _down(box: Box) -> Span:
    return box.y0, box.y1


def _middle(span: Span) -> float:
    return (span[0] + span[1]) / 2


def _gutters(words: Sequence[Word], across: Callable[[Box], Span]) -> list[float]:
    """The middles of the widest stretches that no word stands in and that leave enough words at both sides."""
    if len(words) < 2 * _FEWEST_WORDS:
        return []
    wide = _GUTTER * statistics.median(word.box.height for word in words)
    spans = sorted(across(word.box) for word in words)
    found: list[tuple[float, float]] = []
    edge = spans[0][1]
    for count, (start, stop) in enumerate(spans):
        if start - edge >= wide and _FEWEST_WORDS <= count <= len(spans) - _FEWEST_WORDS:
            found.append((start - edge, (start + edge) / 2))
        edge = max(edge, stop)
    return [middle for _, middle in sorted(found, reverse=True)[:_MOST_GUTTERS]]


def _is_one(page: PageWords, across: Callable[[Box], Span], middle: float) -> bool:
    """True where unnumbered print has one account, patient or other mark on both sides, as a bill and its coupon do."""
    layout = lay_out(page)
    shared = shared_across(layout, lambda box: _middle(across(box)) >= middle)
    return layout.number is None and bool(shared - {"document_date", _NAME})


def _may_be_two(page: PageWords, across: Callable[[Box], Span], middle: float) -> bool:
    """False where the print on the sides, as laid out together, lacks what `_are_two` asks for; laying out is slow."""
    sides: tuple[list[list[Token]], list[list[Token]]] = ([], [])
    layout = lay_out(page)
    for row in layout.rows:
        for is_beyond, side in enumerate(sides):
            if tokens := [token for token in row.tokens if (_middle(across(token.box)) >= middle) == bool(is_beyond)]:
                side.append(tokens)
    printed = [[" ".join(token.text for token in tokens) for tokens in side] for side in sides]
    addressed = [any(map(_ADDRESS.search, texts[: 2 * _HEAD_ROWS])) for texts in printed]
    return (
        all(addressed)
        or (addressed[0] and any(map(may_be_a_card, printed[1])))
        or (addressed[1] and any(map(may_be_a_card, printed[0])))
        or len(page_numbers(layout.cells)) > 1
        or all(sum(map(_holds_an_amount, side)) >= _FEWEST_SERVICES for side in sides)
    )


def _holds_an_amount(tokens: Sequence[Token]) -> bool:
    return any(_AMOUNT.search(token.text) for token in tokens)


def _are_two(one: PageWords, other: PageWords) -> int:
    """How sure it is that both sides are papers of their own, 0 where they may well be one."""
    layouts = [lay_out(one), lay_out(other)]
    if not all(layout.medical or layout.number for layout in layouts):
        return 0
    mine, theirs = (marks_of(at, side, layouts[at]) for at, side in enumerate((one, other)))
    # Papers of two issuers may well have one date.
    against, same = conflicts(mine, theirs), agreements(mine, theirs) - {"document_date"}
    numbered = mine.number is not None and theirs.number is not None
    heads = sum(_has_head(marks) for marks in (mine, theirs))
    if numbered and (mine.number != theirs.number or against):
        return 2 + heads
    if heads == 2 and not same and (numbered or len(against) >= _ENOUGH_CONFLICTS):
        return 2 + numbered
    if same == {_NAME} and _list_services_apart(layouts, are_headed=heads == len(layouts) and bool(against)):
        return 2
    return int(not same and _is_card_beside(mine, theirs))


def _list_services_apart(layouts: Sequence[PageLayout], *, are_headed: bool) -> bool:
    """True for papers of one patient, each with services of its own: a bill and what a plan decided, or two bills.

    Two bills have each a head, and a day or a number that differ.
    """
    listed = [
        sum(row.role == "service" for table in layout.tables if table.head for row in table.rows) for layout in layouts
    ]
    kinds = {layout.kind for layout in layouts}
    return min(listed) >= _FEWEST_SERVICES and (kinds == {"bill", "eob"} or kinds == {"bill"} and are_headed)


def _has_head(marks: PageMarks) -> bool:
    """True where the print has a kind and begins with an address, as what an issuer sends does."""
    return marks.layout.kind not in {None, "other"} and _has_address(marks.layout)


def _is_card_beside(one: PageMarks, other: PageMarks) -> bool:
    """True where one is a card with a name or number of its own and the other a paper with a head."""
    kinds = [marks.layout.kind == "insurance_card" and bool(marks.identity) for marks in (one, other)]
    return sum(kinds) == 1 and _has_head(other if kinds[0] else one)


def _has_address(layout: PageLayout) -> bool:
    return any(_ADDRESS.search(" ".join(token.text for token in row.tokens)) for row in layout.rows[:_HEAD_ROWS])
