"""The head of a table: rows whose words, stacked by place, name columns."""

import itertools
import re
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plainbill.reading.heads.cut_cells import cut_where_others_begin, over_columns
from plainbill.reading.heads.cut_titles import cuts_a_title
from plainbill.reading.heads.group_words import LEFT_OUT, Groups, with_groups, without_group_words
from plainbill.reading.heads.head import Head, HeadColumn
from plainbill.reading.heads.head_columns import UNKNOWN, Piece, parted
from plainbill.reading.heads.head_fields import AMOUNT_FIELDS
from plainbill.reading.heads.head_rows import HeadRows, are_of_a_service
from plainbill.reading.heads.head_words import LABEL, is_head_word
from plainbill.reading.heads.payment_heads import with_payments_named
from plainbill.reading.heads.twin_heads import with_twins_words
from plainbill.reading.heads.values_below import Values, column_under
from plainbill.reading.labels.name_blocks import is_organization
from plainbill.reading.page import Box
from plainbill.reading.rows.atoms import Atom, Cell
from plainbill.reading.rows.forming import Row
from plainbill.reading.terms.running_text import speaks_to_the_reader
from plainbill.reading.terms.wording import is_total

# A table of charges says what was done or when, and how much.
_WHAT = frozenset(["date", "description", "code", "revenue_code", "ignore"])
_HOW_MUCH = (AMOUNT_FIELDS | {"units", "ignore"}) - {"balance", "unit_price"}
# Heads of amounts alone stand over services whose day and words are printed on a row of their own.
_FEWEST_AMOUNTS = 2
_TITLE = re.compile(
    r"(?:explanation|summary|statement|notice|details?|description|itemization) of (?:(?:your|the|health|medical) )*"
    r"(?:benefits?|charges|services|account)\b",
    re.I,
)
_TALLEST_HEAD = 5
_PHRASE = 0.9
# Rows of one head stand closer than this many heights.
_HEAD_PITCH = 2.3
# Lines of one text stand closer than this many heights, and evenly.
_LINE_PITCH = 1.6
_UNEVEN, _UNEVEN_COST = 1.35, 0.5
_OF_AMOUNTS = 1.0
_BEGUN_LATE = 1.0
_ALIKE = 1.0
_LARGER = 1.3
_FEWEST_REPEATED = 2
_FEW_BESIDE_LABELS = 3
_FEWEST_KNOWN = 2
_KNOWN_SHARE = 0.5
_FEW_OF_A_TITLE = 3
_FEWEST_TOLD = 4
_FEWEST_OF_A_ROW, _MOSTLY_KNOWN = 3, 0.6
# A word of a phrase may stand left of its column.
_MOSTLY_OVER = 0.8


def find_heads(rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]) -> tuple[Head, ...]:
    """Return the heads of all tables, from top to bottom, none sharing a word with another.

    `atoms` are those of each row.
    """
    band = HeadRows(rows, atoms)
    found = sorted(
        (head for first in range(len(rows)) for head in _heads_from(band, first)),
        key=lambda head: (-head.score, head.first_row, head.last_row, head.x0),
    )
    chosen: list[Head] = []
    for head in found:
        if not any(_share(head, other) for other in chosen):
            chosen.append(head)
    return with_twins_words([*_whole_heads(rows, sorted(chosen, key=lambda head: (head.first_row, head.x0)))])


def _whole_heads(rows: Sequence[Row], heads: Sequence[Head]) -> Iterator[Head]:
    """The heads; one right under a wider one, of whose words it is the second row, is no head of its own."""
    left = list(heads)
    while left:
        head = left.pop(0)
        for other in list(left):
            step = rows[other.first_row].y - rows[head.last_row].y
            right_under = other.first_row == head.last_row + 1 and step < _HEAD_PITCH * rows[head.last_row].height
            within = head.x0 <= other.x0 and other.x1 <= head.x1 and len(other.columns) < len(head.columns)
            if right_under and within:
                head = replace(head, last_row=other.last_row)
                left.remove(other)
        yield head


def _share(one: Head, other: Head) -> bool:
    if one.last_row < other.first_row or other.last_row < one.first_row:
        return False
    return one.x0 < other.x1 and other.x0 < one.x1


def _heads_from(page: HeadRows, first: int) -> Iterator[Head]:
    rows, parts = page.rows, page.parts
    if not page.known[first]:
        return
    for last in range(first, min(first + _TALLEST_HEAD, len(rows))):
        if last > first and rows[last].y - rows[last - 1].y > _HEAD_PITCH * min(
            rows[last].height, rows[last - 1].height
        ):
            return
        # A row of the body holds more values than words; a head may have some beside it.
        words, others = parts[last]
        if len(words) <= len(others) or are_of_a_service(others):
            return
        if not page.known[last] or last > first and _holds_amounts_below(page, first, last):
            return
        if sum(page.known[first : last + 1]) < _FEWEST_KNOWN:
            continue
        band = [parts[i][0] for i in range(first, last + 1)]
        strangers = [cell for i in range(first, last + 1) for cell in parts[i][1]]
        below = page.below(last)
        parting = [[piece for cell in row for piece in over_columns(cell, below)] for row in band]
        aligned = cut_where_others_begin(band)
        judged: set[tuple[frozenset[int], bool]] = set()
        ways: list[tuple[Sequence[Sequence[Cell]], Groups]] = [(band, {})]
        ways += [(parting, {})] if parting != [list(row) for row in band] else []
        ways += [(aligned, {})] if aligned != [list(row) for row in band] else []
        ways += [grouped] if (grouped := without_group_words(band))[1] else []
        for cells, over in ways:
            stacks = _stacks(cells)
            left_out = sum(_words_in(row) for row in cells) - sum(_words_in(stack) for stack in stacks)
            for run in _runs(stacks, strangers):
                own = frozenset(id(token) for stack in run for cell in stack for token in cell.tokens), bool(over)
                if own in judged:
                    continue
                judged.add(own)
                head = _judge(run, first, last, below, over)
                if head is not None and not (
                    first < last and not parts[first][1] and cuts_a_title(parts[first][0], head)
                ):
                    cost = _loose(rows[first : last + 1]) + LEFT_OUT * left_out
                    cost += _BEGUN_LATE * (_begins_above(page, head) + _goes_on_below(page, head))
                    yield replace(head, score=head.score - cost)


def _holds_amounts_below(page: HeadRows, first: int, last: int) -> bool:
    """True where a row prints an amount below the words of the first row: it is the first of the body."""
    words = page.parts[first][0]
    left, right = min(cell.x0 for cell in words), max(cell.x1 for cell in words)
    values = (atom for cell in page.parts[last][1] for atom in cell.atoms if atom.money is not None)
    return any(left < atom.middle < right and "." in atom.text for atom in values)


def _begins_above(page: HeadRows, head: Head) -> bool:
    """True where the row right above holds nothing but words of heads, most over columns of this head of their own."""
    above = head.first_row - 1
    if above < 0 or page.parts[above][1]:
        return False
    phrases = [
        [token.box for token in cell.tokens if any(map(str.isalnum, token.text))] for cell in page.parts[above][0]
    ]
    words = [word for phrase in phrases for word in phrase]
    row, below = page.rows[above], page.rows[above + 1]
    apart = below.y - row.y > _LINE_PITCH * min(row.height, below.height)
    if apart or len(words) < _FEWEST_KNOWN or page.known[above] < _MOSTLY_OVER * len(words):
        return False
    over = [[i for i, column in enumerate(head.columns) if _shared(word, column) > 0] for word in words]
    own = {places[0] for places in over if len(places) == 1}
    placed = sum(len(each) for each in phrases if any(_shared(word, col) > 0 for word in each for col in head.columns))
    return placed >= _MOSTLY_OVER * len(words) and len(own) >= _MOSTLY_KNOWN * len(words)


def _goes_on_below(page: HeadRows, head: Head) -> bool:
    """True where the row right below holds words of heads too, three or more and hardly anything else."""
    below = head.last_row + 1
    if below >= len(page.rows) or page.parts[below][1] or page.known[below] < _FEWEST_OF_A_ROW:
        return False
    row, above = page.rows[below], page.rows[head.last_row]
    apart = row.y - above.y > _LINE_PITCH * min(row.height, above.height)
    return not apart and page.known[below] >= _MOSTLY_KNOWN * _words_in(page.parts[below][0])


def _shared(word: Box, column: HeadColumn) -> float:
    return min(word.x1, column.x1) - max(word.x0, column.x0)


def _words_in(cells: Sequence[Cell]) -> int:
    return sum(len(cell.tokens) for cell in cells)


def _loose(rows: Sequence[Row]) -> float:
    """What speaks against rows as one head: wider steps between them than lines of one text have."""
    steps = [(below.y - above.y) / above.height for above, below in zip(rows, rows[1:], strict=False)]
    uneven = bool(steps) and max(steps) > _UNEVEN * min(steps)
    return _UNEVEN_COST * uneven + sum(max(0.0, step - _LINE_PITCH) for step in steps)


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
        # What stands no farther apart than words of one phrase is one column.
        if any(right.x0 - left.x1 > _PHRASE * cell.height for left, right in zip(under, under[1:], strict=False)):
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


def _judge(run: Sequence[list[Cell]], first: int, last: int, below: Sequence[Values], over: Groups) -> Head | None:
    tokens = [token for stack in run for cell in stack for token in cell.tokens]
    # The numbers of a form's fields and strokes between words are none.
    words = [token.text for token in tokens if any(map(str.isalpha, token.text))]
    if sum(map(is_head_word, words)) < max(_FEWEST_KNOWN, _KNOWN_SHARE * len(words)):
        return None
    height = statistics.median(cell.height for stack in run for cell in stack)
    pieces, score = parted(tokens, height, below)
    labels = sum(piece.meaning is not None and piece.meaning.fields == (LABEL,) for piece in pieces)
    if _repeats_itself(pieces) or _parts_brackets(pieces):
        return None
    pieces, gained = with_groups(pieces, over)
    score += gained
    columns = [_column(piece) for piece in pieces]
    while columns and (_is_astray(columns[0], below) or _is_larger(columns[0], columns)):
        columns.pop(0)
        score -= UNKNOWN
    while columns and _is_astray(columns[-1], below):
        columns.pop()
        score -= UNKNOWN
    columns = with_payments_named(_with_charges(columns, below), below)
    known = [column for column in columns if column.fields]
    ignored = sum("ignore" in column.fields for column in known)
    names = {column.fields[0] for column in known}
    if len(known) < 2 or (len(names) < 2 and ignored < 3) or len(known) < 0.5 * len(columns):
        return None
    if labels > 1 or labels and len(known) <= _FEW_BESIDE_LABELS:
        return None
    if ignored < 2:
        names -= {"ignore"}
    if (
        len(names) <= _FEW_OF_A_TITLE
        and _is_title(columns)
        and not (_describes(known) and _has_own_values(known, below))
    ):
        return None
    if len(names) <= _FEW_OF_A_TITLE and _names_an_office(columns, height):
        return None
    between = columns[columns.index(known[0]) : columns.index(known[-1]) + 1]
    text = " ".join(token.text for token in tokens)
    said = speaks_to_the_reader(text) or (
        (len(known) == _FEWEST_KNOWN or is_total(text)) and not _has_own_values(known, below)
    )
    if said and _is_phrase(between, height):
        return None
    of_amounts = not names & _WHAT and len(names & AMOUNT_FIELDS) >= _FEWEST_AMOUNTS
    # The price of one is that of all where nothing is counted.
    priced = names & _HOW_MUCH or {"unit_price"} & names
    listed = {"description", "code"} <= names <= {"description", "code", "diagnosis", "modifiers"}
    if not (names & _WHAT and priced) and not listed and not of_amounts:
        return None
    return Head(
        columns=tuple(columns),
        first_row=first,
        last_row=last,
        score=score - 0.05 * (last - first) - _OF_AMOUNTS * of_amounts - _ALIKE * _alike(known),
        of_amounts=of_amounts,
    )


def _repeats_itself(pieces: Sequence[Piece]) -> bool:
    """True where words stand above themselves in several columns: two rows of the body and no head."""
    words = [[token.text.lower() for token in piece.tokens] for piece in pieces]
    return sum(len(own) > len(set(own)) for own in words) >= _FEWEST_REPEATED


def _parts_brackets(pieces: Sequence[Piece]) -> bool:
    """True where one piece opens a bracket that the next one closes: "Part A (Hospital" | "Insurance)" is a phrase."""
    texts = [" ".join(token.text for token in piece.tokens) for piece in pieces]
    open_ = [text.count("(") - text.count(")") for text in texts]
    return any(one > 0 > other for one, other in itertools.pairwise(open_))


def _alike(columns: Sequence[HeadColumn]) -> int:
    """How many columns of amounts have the very words of another: what tells them apart stands on the row above."""
    words = [
        tuple(token.text.lower() for token in column.tokens) for column in columns if AMOUNT_FIELDS & set(column.fields)
    ]
    return len(words) - len(set(words))


def _with_charges(columns: list[HeadColumn], below: Sequence[Values]) -> list[HeadColumn]:
    """The columns and, where they say what was done and when and no head of amounts was read, the only one of them."""
    names = {column.fields[0] for column in columns if column.fields}
    amounts = [values for values in below if values.kind == "money"]
    told = "date" in names and names & {"code", "description"} and len(names) >= _FEWEST_TOLD
    if not told or names & AMOUNT_FIELDS or len(amounts) != 1:
        return columns
    (only,) = amounts
    if any(min(column.x1, only.x1) > max(column.x0, only.x0) for column in columns):
        return columns
    charges = HeadColumn(fields=("charge",), x0=only.x0, x1=only.x1, tokens=(), exact=False)
    return sorted([*columns, charges], key=lambda column: column.x0)


def _is_title(columns: Sequence[HeadColumn]) -> bool:
    tokens = [token for column in columns for token in column.tokens]
    height = max(token.box.height for token in tokens) if tokens else 1.0
    by_row = sorted(tokens, key=lambda token: (round(token.y / height), token.box.x0))
    return any(_TITLE.search(" ".join(token.text for token in own)) for own in (tokens, by_row))


def _names_an_office(columns: Sequence[HeadColumn], height: float) -> bool:
    """True where words that nobody knows and those of the next column are one name: "Larch Urgent" | "Care"."""
    pairs = ((one, other) for one, other in itertools.pairwise(columns) if not one.fields)
    return any(
        is_organization(" ".join(token.text for token in (*one.tokens, *other.tokens)))
        and _is_phrase((one, other), height)
        for one, other in pairs
    )


def _describes(known: Sequence[HeadColumn]) -> bool:
    """True where the words of a title head a column of descriptions alone: "Description of services"."""
    return any(column.fields[0] == "description" and _is_title([column]) for column in known)


def _is_phrase(columns: Sequence[HeadColumn], height: float) -> bool:
    """True where the words of the columns stand in one row, no farther apart than words of a title or a sentence."""
    words = [token.box for column in columns for token in column.tokens]
    return all(
        right.x0 - left.x1 <= _PHRASE * height and abs(right.y0 - left.y0) < height
        for left, right in zip(words, words[1:], strict=False)
    )


def _has_own_values(columns: Sequence[HeadColumn], below: Sequence[Values]) -> bool:
    """True where each column stands over values, and no two over the same."""
    under = [column_under(column.x0, column.x1, below) for column in columns]
    return None not in under and len(set(under)) == len(under)


def _is_astray(column: HeadColumn, below: Sequence[Values]) -> bool:
    """True where nobody knows the words at an end of the head and no column of values stands below them."""
    return not column.fields and column_under(column.x0, column.x1, below) is None


def _is_larger(column: HeadColumn, columns: Sequence[HeadColumn]) -> bool:
    """True for words that nobody knows in larger print than the others: a letterhead beside the head."""
    heights = [token.box.height for other in columns if other is not column for token in other.tokens]
    own = min(token.box.height for token in column.tokens)
    return not column.fields and bool(heights) and own > _LARGER * max(heights)


def _column(piece: Piece) -> HeadColumn:
    return HeadColumn(
        fields=piece.meaning.fields if piece.meaning and piece.meaning.fields != (LABEL,) else (),
        x0=min(token.box.x0 for token in piece.tokens),
        x1=max(token.box.x1 for token in piece.tokens),
        tokens=piece.tokens,
        exact=piece.meaning is None or piece.meaning.exact,
    )
