"""The head of a table: rows whose words, stacked by place, name columns."""

import re
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plainbill.reading.amount_words import amount_field
from plainbill.reading.atoms import Atom, Cell, atoms_of, cells_of
from plainbill.reading.rows import Row
from plainbill.reading.tokens import Token
from plainbill.reading.vocabulary import Meaning, header_words

AMOUNT_FIELDS = frozenset(
    [
        "charge",
        "allowed",
        "plan_paid",
        "not_covered",
        "deductible",
        "copay",
        "coinsurance",
        "cost_share",
        "patient_responsibility",
        "adjustment",
        "other_paid",
        "payment",
        "patient_paid",
        "balance",
        "estimated_insurance",
        "unit_price",
    ]
)
# A table of charges says what was done or when, and how much.
_WHAT = frozenset(["date", "description", "code", "revenue_code", "ignore"])
_HOW_MUCH = (AMOUNT_FIELDS | {"units", "ignore"}) - {"balance", "unit_price"}
_TITLE = re.compile(
    r"^(?:explanation|summary|statement|details?|description) of (?:benefits?|charges|services|account)$", re.I
)
_TALLEST_HEAD = 5
_CODE_SET = re.compile(r"\b(?:cpt|hcpcs)\b", re.IGNORECASE)
_GUTTER = 0.65
# Rows of one head stand closer than this many heights.
_HEAD_PITCH = 2.3
_LONGEST_PHRASE = 7
_MOST_JOINED = 4
_BLANK = 0.8
_PHRASE_GAP = 1.3


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadColumn:
    """One column by its head: what the words may stand for (empty where nobody knows them) and where they stand."""

    fields: tuple[str, ...]
    x0: float
    x1: float
    tokens: tuple[Token, ...]
    exact: bool = True

    @property
    def middle(self) -> float:
        """Middle between left and right edge."""
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The head of one table: its columns from left to right and the rows it takes up, first and last."""

    columns: tuple[HeadColumn, ...]
    first_row: int
    last_row: int
    score: float

    @property
    def x0(self) -> float:
        """Left edge of the leftmost head word."""
        return self.columns[0].x0

    @property
    def x1(self) -> float:
        """Right edge of the rightmost head word."""
        return max(column.x1 for column in self.columns)


def find_heads(rows: Sequence[Row]) -> tuple[Head, ...]:
    """Return the heads of all tables, from top to bottom, none sharing a word with another."""
    parts = [_header_cells(row) for row in rows]
    found = sorted(
        (head for first in range(len(rows)) for head in _heads_from(rows, parts, first)),
        key=lambda head: (-head.score, head.first_row, head.last_row, head.x0),
    )
    chosen: list[Head] = []
    for head in found:
        if not any(_share(head, other) for other in chosen):
            chosen.append(head)
    return tuple(sorted(chosen, key=lambda head: (head.first_row, head.x0)))


def _share(one: Head, other: Head) -> bool:
    if one.last_row < other.first_row or other.last_row < one.first_row:
        return False
    return one.x0 < other.x1 and other.x0 < one.x1


def _header_cells(row: Row) -> tuple[tuple[Cell, ...], tuple[Cell, ...]]:
    """Cells that may be head words, and cells that cannot be: values, and labels of values that stand beside them."""
    cells = cells_of(atoms_of(row), _GUTTER * row.height)
    words, others = [], []
    for i, cell in enumerate(cells):
        follower = cells[i + 1] if i + 1 < len(cells) else None
        if (
            any(atom.kind in {"money", "date"} for atom in cell.atoms)
            or cell.text.rstrip().endswith(":")
            or follower is not None
            and follower.atoms[0].kind in {"money", "date"}
        ):
            others.append(cell)
        else:
            words.append(cell)
    return tuple(words), tuple(others)


def _heads_from(
    rows: Sequence[Row], parts: Sequence[tuple[tuple[Cell, ...], tuple[Cell, ...]]], first: int
) -> Iterator[Head]:
    for last in range(first, min(first + _TALLEST_HEAD, len(rows))):
        if last > first and rows[last].y - rows[last - 1].y > _HEAD_PITCH * min(
            rows[last].height, rows[last - 1].height
        ):
            return
        # A row of the body holds more values than words; a head may have some beside it.
        if len(parts[last][0]) <= len(parts[last][1]):
            return
        band = [parts[i][0] for i in range(first, last + 1)]
        strangers = [cell for i in range(first, last + 1) for cell in parts[i][1]]
        for run in _runs(_stacks(band), strangers):
            if (head := _judge(run, first, last)) is not None:
                yield head


def _stacks(band: Sequence[Sequence[Cell]]) -> list[list[Cell]]:
    """Cells of the band that stand above one another, as one stack each; a cell that spans several is left out."""
    cells = [(i, cell) for i, row in enumerate(band) for cell in row]
    kept = [(i, cell) for i, cell in cells if not _spans(i, cell, cells)]
    stacks: list[list[Cell]] = []
    for _, cell in sorted(kept, key=lambda entry: (entry[1].x0, entry[0])):
        for stack in stacks:
            if _over(cell, stack):
                stack.append(cell)
                break
        else:
            stacks.append([cell])
    return [sorted(stack, key=lambda cell: cell.y) for stack in stacks]


def _spans(row: int, cell: Cell, cells: Sequence[tuple[int, Cell]]) -> bool:
    for other_row in {i for i, _ in cells if i != row}:
        under = [
            c for i, c in cells if i == other_row and min(c.x1, cell.x1) - max(c.x0, cell.x0) > 0.3 * (c.x1 - c.x0)
        ]
        if len(under) > 1:
            return True
    return False


def _over(cell: Cell, stack: Sequence[Cell]) -> bool:
    x0, x1 = min(c.x0 for c in stack), max(c.x1 for c in stack)
    return min(cell.x1, x1) - max(cell.x0, x0) > 0.3 * min(cell.x1 - cell.x0, x1 - x0)


def _runs(stacks: Sequence[list[Cell]], strangers: Sequence[Cell]) -> Iterator[list[list[Cell]]]:
    """Stacks side by side with no value or label between them."""
    run: list[list[Cell]] = []
    for stack in sorted(stacks, key=lambda stack: min(cell.x0 for cell in stack)):
        left = run[-1] if run else None
        if left is not None and any(
            max(c.x1 for c in left) <= stranger.middle <= min(c.x0 for c in stack) for stranger in strangers
        ):
            yield run
            run = []
        run.append(stack)
    if run:
        yield run


def _judge(run: Sequence[list[Cell]], first: int, last: int) -> Head | None:
    columns = [column for stack in _joined(run) for column in _columns_of(stack)]
    while columns and not columns[0].fields:
        columns.pop(0)
    while columns and not columns[-1].fields:
        columns.pop()
    known = [column for column in columns if column.fields]
    ignored = sum("ignore" in column.fields for column in known)
    names = {column.fields[0] for column in known}
    if len(known) < 2 or (len(names) < 2 and ignored < 3) or len(known) < 0.5 * len(columns):
        return None
    if ignored < 2:
        names -= {"ignore"}
    if _TITLE.search(" ".join(token.text for column in columns for token in column.tokens)):
        return None
    vague = sum(not column.exact for column in known)
    if not (names & _WHAT and names & _HOW_MUCH) and names != {"description", "code"}:
        return None
    words = sum(len(column.tokens) for column in known)
    score = len(known) - 1.1 * (len(columns) - len(known)) + 0.04 * words - 0.05 * (last - first) - 0.3 * vague
    return Head(columns=tuple(columns), first_row=first, last_row=last, score=score)


def _joined(run: Sequence[list[Cell]]) -> list[list[Cell]]:
    """Neighbors that only make sense together ("WHAT" "WAS" "DONE") as one stack."""
    stacks = list(run)
    for size in range(_MOST_JOINED, 1, -1):
        at = 0
        while at + size <= len(stacks):
            window = stacks[at : at + size]
            if _make_sense_together(window):
                stacks[at : at + size] = [[cell for stack in window for cell in stack]]
            at += 1
    return stacks


def _make_sense_together(window: Sequence[list[Cell]]) -> bool:
    known = all((found := _meaning(_tokens(stack))) is not None and found.exact for stack in window)
    # Words that each head a column alone are one head only where no more than a blank is between them.
    widest = _BLANK if known else _PHRASE_GAP
    for left, right in zip(window, window[1:], strict=False):
        gap = min(cell.x0 for cell in right) - max(cell.x1 for cell in left)
        if gap > widest * max(cell.height for cell in (*left, *right)):
            return False
    together = _meaning(_tokens([cell for stack in window for cell in stack]))
    return together is not None and together.exact


def _tokens(stack: Sequence[Cell]) -> list[Token]:
    """The tokens of a stack, row by row."""
    ordered = sorted(stack, key=lambda cell: (cell.y, cell.x0))
    return [token for cell in ordered for token in cell.tokens]


def _columns_of(stack: Sequence[Cell]) -> list[HeadColumn]:
    """The stack as one column, or as several where a row's words only make sense as several phrases."""
    tokens = [token for cell in stack for token in cell.tokens]
    meaning = _meaning(tokens)
    if (meaning is None or not meaning.exact) and len(stack) == 1:
        parted = _parted(tokens)
        if parted:
            return [_column(piece, found) for piece, found in parted]
    return [_column(tokens, meaning)]


def _meaning(tokens: Sequence[Token]) -> Meaning | None:
    words = [token.text for token in tokens]
    found = header_words().find(words)
    if found is None and any(word.endswith("-") for word in words[:-1]):
        # A word hyphenated over two rows of the head.
        found = header_words().find(" ".join(words).replace("- ", "").split())
    return found or _words_and_codes(words) or _part_meaning(words) or _amount_meaning(words)


def _words_and_codes(words: Sequence[str]) -> Meaning | None:
    """What a column holds whose head names words and codes together ("Service & procedure code"), or a set of codes."""
    if _CODE_SET.search(" ".join(words)) and amount_field(words) is None:
        return Meaning(fields=("code",), exact=True)
    for i, word in enumerate(words[1:-1], start=1):
        if word.lower() not in {"&", "and", "/", "+"}:
            continue
        sides = [header_words().find(words[:i]), header_words().find(words[i + 1 :])]
        fields = {side.fields[0] for side in sides if side is not None}
        if None not in sides and fields == {"description", "code"}:
            return Meaning(fields=("description", "code"), exact=True)
    return None


def _amount_meaning(words: Sequence[str]) -> Meaning | None:
    field = amount_field(words)
    return Meaning(fields=(field,), exact=False) if field else None


def _part_meaning(words: Sequence[str]) -> Meaning | None:
    """What the beginning or the end of the words stands for, where that is most of them."""
    for size in range(len(words) - 1, len(words) // 2, -1):
        for part in (words[:size], words[-size:]):
            if found := header_words().find(part):
                return Meaning(fields=found.fields, exact=False)
    return None


def _parted(tokens: Sequence[Token]) -> list[tuple[list[Token], Meaning]] | None:
    """The tokens as a row of known phrases, fewest first; None where that does not work out."""
    best: list[list[tuple[list[Token], Meaning]] | None] = [[]] + [None] * len(tokens)
    for end in range(1, len(tokens) + 1):
        for start in range(max(0, end - _LONGEST_PHRASE), end):
            before, piece = best[start], list(tokens[start:end])
            if before is None or (meaning := header_words().find([token.text for token in piece])) is None:
                continue
            if (here := best[end]) is None or len(before) + 1 < len(here):
                best[end] = [*before, (piece, meaning)]
    return best[-1]


def _column(tokens: Sequence[Token], meaning: Meaning | None) -> HeadColumn:
    return HeadColumn(
        fields=meaning.fields if meaning else (),
        x0=min(token.box.x0 for token in tokens),
        x1=max(token.box.x1 for token in tokens),
        tokens=tuple(tokens),
        exact=meaning is None or meaning.exact,
    )


def head_height(head: Head) -> float:
    """The height of the head's print."""
    return statistics.median(token.box.height for column in head.columns for token in column.tokens)


def header_atoms(head: Head) -> frozenset[Token]:
    """Every token of the head."""
    return frozenset(token for column in head.columns for token in column.tokens)


__all__ = ["AMOUNT_FIELDS", "Atom", "Head", "HeadColumn", "find_heads", "head_height", "header_atoms"]
