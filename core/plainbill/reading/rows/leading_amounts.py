"""Lists whose amounts stand left of their words: set behind these, where every other list prints them."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from plainbill.reading.rows.atoms import Atom, AtomsOfRows
from plainbill.reading.rows.forming import Row
from plainbill.reading.rows.tokens import Token
from plainbill.reading.terms.codes import ProcedureCode, parse_code
from plainbill.reading.terms.vocabulary import header_words
from plainbill.reading.terms.wording import is_subtotal, is_total

# Amounts of one list begin or end within so many heights of each other, with rows of other print between two at most.
_ALIGNED, _MOST_BETWEEN = 1.0, 2
_FEWEST, _FEWEST_CODED, _FEWEST_ADDED = 3, 2, 2
# Columns that a head names at least, and words that name one at most.
_FEWEST_NAMED, _LONGEST_HEAD = 2, 4
# Columns named where the reader got a word of the head wrong.
_FEWEST_BESIDE_UNKNOWN = 3
# The blank between the words and the amounts set behind them, in heights.
_GUTTER = 3.0
# A wider blank parts two heads.
_BLANK = 1.5


def with_leading_amounts_behind(rows: Sequence[Row], atoms: AtomsOfRows) -> tuple[Row, ...]:
    """Return the rows, the amounts that begin those of a list moved behind all its words; as they are elsewhere."""
    led = {i: own for i, row in enumerate(rows) if _is_led(own := atoms.of(row))}
    moved = list(rows)
    for run in _runs(rows, led):
        amounts = [led[i][0] for i in run]
        if len(run) < _FEWEST or _has_a_head(rows[: run[0]], amounts):
            continue
        others = [row for i, row in enumerate(rows) if i not in led]
        if _are_coded([led[i] for i in run], others) or _add_up([led[i] for i in run]):
            edge = max(token.box.x1 for i in run for token in rows[i].tokens) + _GUTTER * rows[run[0]].height
            end = edge + max(amount.x1 - amount.x0 for amount in amounts)
            for i in run:
                moved[i] = replace(rows[i], tokens=_behind(rows[i].tokens, led[i][0], end))
    return tuple(moved)


def _has_a_head(rows: Sequence[Row], amounts: Sequence[Atom]) -> bool:
    """True where a row above names columns, one of them over the amounts: they stand where they belong."""
    first, last = min(amount.x0 for amount in amounts), max(amount.x1 for amount in amounts)
    for i, row in enumerate(rows, 1):
        # Right above the amounts a head is one though one of its words is not known: "Price   Desc   Un".
        named = _heads(row.tokens, fewest=_FEWEST_NAMED if i == len(rows) else _FEWEST_BESIDE_UNKNOWN)
        over = any(own[0].box.x0 < last and first < own[-1].box.x1 for own in named)
        if over and len(named) >= _FEWEST_NAMED:
            return True
    return False


def _heads(tokens: Sequence[Token], *, fewest: int) -> list[Sequence[Token]]:
    """The words of a row, those together that head a column; none where some head nothing, one among `fewest` aside."""
    named: list[Sequence[Token]] = []
    at = unknown = 0
    while at < len(tokens):
        sizes = range(min(_LONGEST_HEAD, _together(tokens[at:])), 0, -1)
        found = ((size, header_words().find([token.text for token in tokens[at : at + size]])) for size in sizes)
        size = next((size for size, meaning in found if meaning is not None and meaning.exact), 0)
        if size:
            named.append(tokens[at : at + size])
        at += max(1, size)
        unknown += not size
    return named if not unknown or unknown == 1 and len(named) >= fewest else []


def _together(tokens: Sequence[Token]) -> int:
    """How many of the words stand beside each other with no wide blank between them."""
    blanks = (
        second.box.x0 - first.box.x1 > _BLANK * (first.box.y1 - first.box.y0)
        for first, second in itertools.pairwise(tokens)
    )
    return next((i for i, wide in enumerate(blanks, 1) if wide), len(tokens))


def _is_led(atoms: Sequence[Atom]) -> bool:
    """True for an amount that begins a row of words and is the only one there."""
    amounts = [atom for atom in atoms if atom.money is not None]
    worded = any(atom.kind == "text" and sum(map(str.isalpha, atom.text)) > 1 for atom in atoms[1:])
    return len(amounts) == 1 and atoms[0] is amounts[0] and worded


def _runs(rows: Sequence[Row], led: dict[int, tuple[Atom, ...]]) -> Iterator[list[int]]:
    """Such rows that follow each other, with amounts and words below each other."""
    run: list[int] = []
    for i in led:
        if run and (i - run[-1] > _MOST_BETWEEN + 1 or not _is_level(led[run[-1]], led[i], rows[i].height)):
            yield run
            run = []
        run.append(i)
    if run:
        yield run


def _is_level(above: Sequence[Atom], below: Sequence[Atom], height: float) -> bool:
    apart = min(abs(above[0].x0 - below[0].x0), abs(above[0].x1 - below[0].x1))
    return apart < _ALIGNED * height and abs(above[1].x0 - below[1].x0) < _ALIGNED * height


def _are_coded(rows: Sequence[Sequence[Atom]], others: Sequence[Row]) -> bool:
    """True where the rows name codes, other ones than a table of services: a list of prices may name the same."""
    coded = [code.code for own in rows if (code := _code_on(own[1:])) is not None]
    return len(coded) >= _FEWEST_CODED and not any(token.text in coded for row in others for token in row.tokens)


def _code_on(atoms: Sequence[Atom]) -> ProcedureCode | None:
    return next((code for atom in atoms if (code := parse_code(atom.text)) is not None), None)


def _add_up(rows: Sequence[Sequence[Atom]]) -> bool:
    """True where one of the amounts is the sum of all above it, and called so; a plan's limit is another thing."""
    added = Decimal(0)
    for i, own in enumerate(rows):
        words = " ".join(atom.text for atom in own[1:])
        if i >= _FEWEST_ADDED and added and own[0].money == added and (is_total(words) or is_subtotal(words)):
            return True
        added += own[0].money or Decimal(0)
    return False


def _behind(tokens: Sequence[Token], amount: Atom, end: float) -> tuple[Token, ...]:
    """The tokens of a row, those of its amount last, ending at an edge; where they stand in the picture stays."""
    by = end - amount.x1
    own = [
        replace(token, glued=False, box=replace(token.box, x0=token.box.x0 + by, x1=token.box.x1 + by))
        for token in amount.tokens
    ]
    return (*(token for token in tokens if token not in amount.tokens), *own)
