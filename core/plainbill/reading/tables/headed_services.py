"""Services each in a block of its own: a title, the same head of amounts in every block, and one row of amounts.

A head may also say when and how often; what was done stands in the title alone.
"""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from plainbill.reading.columns.column import Column, placeless
from plainbill.reading.columns.finding import columns_of
from plainbill.reading.columns.placing import assign
from plainbill.reading.columns.settling import settled
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.heads.head import Head, head_height
from plainbill.reading.heads.head_fields import AMOUNT_FIELDS
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.forming import Row
from plainbill.reading.tables.titled_values import WORDS, is_labeled, titled_values
from plainbill.reading.terms.codes import is_key_of_a_note, known_modifiers, parse_code
from plainbill.reading.terms.dates import days_in
from plainbill.reading.terms.wording import is_total

_FEWEST_BLOCKS = 2
_FEWEST_AMOUNTS = 2
# The sums of all blocks and the words for them stand within so many rows below the last one.
_CLOSING = 2
# A title stands at most so many heights above its head, and the amounts as far below it.
_PITCH = 3.2
_BEHIND = 1.2
_TITLE = ("date", WORDS)
_MOST_LABELED = 2
_BESIDE_AMOUNTS = frozenset({"date", "units"})
_UP_TO = frozenset({"to", "thru", "through", "until"})

_Printed = tuple[Row, tuple[Atom, ...]]


class _Block(NamedTuple):
    """A head with the row of words above it and the amounts below it."""

    head: Head
    title: _Printed
    amounts: tuple[Atom, ...]
    keys: tuple[Atom, ...] = ()


def headed_services(
    heads: Sequence[Head], rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]
) -> tuple[tuple[Head, ...], Table] | None:
    """The heads of amounts that repeat over single services, and the table of these; None where there are few."""
    printed = [*zip(rows, atoms, strict=True)]
    found = [_Block(head, *around) for head in heads for around in _block(head, printed)]
    fields = [_fields(block.head) for block in found]
    # Its own amounts tell best how a head is parted.
    usual = min(
        found, key=lambda b: (abs(len(b.head.columns) - len(b.amounts)), -fields.count(_fields(b.head))), default=None
    )
    blocks = [block for block in found if usual is not None and _texts(block.head) == _texts(usual.head)]
    if usual is None or len(blocks) < _FEWEST_BLOCKS or not any(_is_named(block.title[1]) for block in blocks):
        return None
    # The widths differ from block to block, what the columns hold does not.
    parted = [_parted_like(block.head, usual.head) for block in blocks]
    own = [columns_of(head, [block.amounts], head_height(head)) for head, block in zip(parted, blocks, strict=True)]
    cells = [assign(columns, block.amounts) for columns, block in zip(own, blocks, strict=True)]
    told = [_with_keys(titled_values(block.title[1]), block.keys) for block in blocks]
    titled = tuple(name for name in _TITLE if name == WORDS or name not in _fields(usual.head))
    names = (*titled, *sorted({name for values in told for name in values} - {*_TITLE}))
    columns = (*settled(own[0], cells), *(placeless(name) for name in names))
    services = [
        _service((*map(tuple, row), *(values.get(name, ()) for name in names)), block)
        for row, values, block in zip(cells, told, blocks, strict=True)
    ]
    if any(len(service.cells) != len(columns) for service in services):
        return None
    closing = [*_closing(blocks[-1], own[-1], names, printed)]
    tokens = tuple(token for block in blocks for column in block.head.columns for token in column.tokens)
    table = Table(columns=columns, rows=(*services, *closing), head=tokens, is_paired=True)
    return tuple(block.head for block in blocks), table


def _with_keys(told: Mapping[str, tuple[Atom, ...]], keys: tuple[Atom, ...]) -> Mapping[str, tuple[Atom, ...]]:
    return {**told, "remark": (*told.get("remark", ()), *keys)} if keys else told


def _block(head: Head, printed: Sequence[_Printed]) -> Iterator[tuple[_Printed, tuple[Atom, ...], tuple[Atom, ...]]]:
    """The title above a head of amounts, the amounts below it and the keys of notes behind these.

    Nothing where other print stands there.
    """
    above, below = head.first_row - 1, head.last_row + 1
    if above < 0 or below >= len(printed) or not (head.of_amounts or _lacks_words(head, printed)):
        return
    reach = _PITCH * head_height(head)
    amounts, near = printed[below], printed[head.first_row][0].y
    title = printed[above]
    apart = max(near - title[0].y, amounts[0].y - printed[head.last_row][0].y)
    beside: tuple[Atom, ...] = ()
    for row, own in reversed(printed[max(0, above - _MOST_LABELED) : above]):
        # What stands between a title and the head goes on with the values behind the title's words.
        if not _says_more(title[1]) or title[0].y - row.y > reach or any(atom.money is not None for atom in own):
            break
        beside = (*title[1], *beside)
        title = (row, own)
    if not is_labeled(title[1]) and beside:
        # A sign that opens the block stands behind its words on a screen.
        title = (title[0], (*(atom for atom in title[1] if _is_print(atom)), *beside))
    worded = any(atom.kind == "text" for atom in title[1]) and all(atom.money is None for atom in title[1])
    filled = sum(atom.money is not None for atom in amounts[1]) >= _FEWEST_AMOUNTS
    keys = _keys_behind(amounts[1])
    sums = tuple(atom for atom in amounts[1] if atom not in keys)
    bare = all(atom.kind in {"money", "dash"} or not head.of_amounts and _is_day_or_count(atom) for atom in sums)
    if apart <= reach and worded and filled and bare and not is_total(_words(title[1])):
        yield title, sums, keys


def _is_print(atom: Atom) -> bool:
    return any(map(str.isalnum, atom.text)) or atom.text in _TIMES


_TIMES = frozenset({"\u00d7", "-", "/", "&", "+"})


def _says_more(title: Sequence[Atom]) -> bool:
    """True for labels with their values, and for a code alone: the words stand on the row above."""
    code = parse_code(title[0].text) if title else None
    return is_labeled(title) or code is not None and all(atom.text in known_modifiers() for atom in title[1:])


def _lacks_words(head: Head, printed: Sequence[_Printed]) -> bool:
    """True for a head that says when and how often over one row of values, where the title above it prints a code."""
    fields, below = {*_fields(head)}, head.last_row + 2
    followed = below < len(printed) and sum(atom.money is not None for atom in printed[below][1]) >= _FEWEST_AMOUNTS
    coded = any(parse_code(atom.text) is not None for atom in printed[head.first_row - 1][1])
    return coded and not followed and fields <= AMOUNT_FIELDS | _BESIDE_AMOUNTS


def _is_day_or_count(atom: Atom) -> bool:
    return atom.date is not None or atom.text.isdigit() or atom.text.lower() in _UP_TO


def _keys_behind(own: Sequence[Atom]) -> tuple[Atom, ...]:
    """The keys of notes that stand right behind an amount, as small print: "$171.56 24"."""
    return tuple(
        atom
        for before, atom in itertools.pairwise(own)
        if before.money is not None
        and is_key_of_a_note(atom.text)
        and atom.x0 - before.x1 < _BEHIND * before.tokens[0].box.height
    )


def _fields(head: Head) -> tuple[str, ...]:
    return tuple(column.fields[0] if column.fields else "" for column in head.columns)


def _texts(head: Head) -> list[str]:
    return [token.text for column in head.columns for token in column.tokens]


def _parted_like(head: Head, usual: Head) -> Head:
    """The head with its words parted into columns as the same words of another head are."""
    words = iter(token for column in head.columns for token in column.tokens)
    columns = [replace(column, tokens=tuple(itertools.islice(words, len(column.tokens)))) for column in usual.columns]
    placed = (replace(c, x0=min(t.box.x0 for t in c.tokens), x1=max(t.box.x1 for t in c.tokens)) for c in columns)
    return replace(head, columns=tuple(placed))


def _words(atoms: Sequence[Atom]) -> str:
    return " ".join(atom.text for atom in atoms)


def _is_named(title: Sequence[Atom]) -> bool:
    """True where a title prints a day or a code."""
    return any(atom.date is not None or parse_code(atom.text) is not None for atom in title) or bool(
        days_in(_words(title))
    )


def _service(cells: tuple[tuple[Atom, ...], ...], block: _Block) -> TableRow:
    return TableRow(role="service", cells=cells, y=block.title[0].y, height=block.title[0].height)


def _closing(
    last: _Block, columns: Sequence[Column], names: Sequence[str], printed: Sequence[_Printed]
) -> Iterator[TableRow]:
    """The row of sums below the last block: the words for it stand on its row or right above it."""
    first = last.head.last_row + 2
    words: tuple[Atom, ...] = ()
    for row, own in printed[first : first + _CLOSING]:
        sums = tuple(atom for atom in own if atom.kind in {"money", "dash"})
        words = (*words, *(atom for atom in own if atom not in sums))
        if len(sums) < _FEWEST_AMOUNTS:
            continue
        cells = assign(columns, sums)
        if is_total(_words(words)) and all(len(cell) <= 1 for cell in cells) and sum(map(len, cells)) == len(sums):
            # The words go where the title of a service stands, behind its day.
            told = (words if name == WORDS else () for name in names)
            yield TableRow(role="total", cells=(*map(tuple, cells), *told), y=row.y, height=row.height)
        return
