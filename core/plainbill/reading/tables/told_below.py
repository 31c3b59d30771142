"""A row below each service that says when it was done, by which code and how often: "Mar 3, 2026 · CPT 99213 · Qty: 1".

Portals print it in small type. Nothing but days, codes, counts and their labels stands in such a row.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from plainbill.reading.columns.column import placeless
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.terms.codes import known_modifiers, parse_code, parse_times
from plainbill.reading.terms.vocabulary import header_words

_FIELDS = ("date", "code", "units")
# One row alone may be anything; and most services have one.
_FEWEST, _MOSTLY = 2, 0.6
# A code by itself below a service is read elsewhere.
_FEWEST_PARTS = 2
_LONGEST_LABEL = 3
_COUNT = re.compile(r"^-?\d{1,4}(?:\.\d{1,2})?$")

_Told = Mapping[str, tuple[Atom, ...]]


def is_told(atoms: Sequence[Atom]) -> bool:
    """Return whether the words of a row say but when a service was done, by which code and how often."""
    return len(told_in(atoms)) >= _FEWEST_PARTS


def with_rows_below(table: Table) -> Table:
    """Return the table with what such rows say in columns of its own; as it is where few services have one."""
    told: dict[float, _Told] = {}
    below: set[int] = set()
    services = [i for i, row in enumerate(table.rows) if row.role == "service"]
    for i in services:
        row = table.rows[i + 1] if i + 1 < len(table.rows) else None
        if row is not None and row.role != "service" and is_told(row.atoms):
            told[table.rows[i].y] = told_in(row.atoms)
            below.add(i + 1)
    names = [name for name in _FIELDS if any(name in each for each in told.values())]
    if len(told) < max(_FEWEST, _MOSTLY * len(services)) or _are_told_twice(table, names):
        return table
    return replace(
        table,
        columns=(*table.columns, *(placeless(name) for name in names)),
        rows=tuple(_row(row, told, names) for i, row in enumerate(table.rows) if i not in below),
    )


def _are_told_twice(table: Table, names: Sequence[str]) -> bool:
    """True where the services have the same in columns of their own: the row below speaks of something else."""
    rows = [row for row in table.rows if row.role == "service"]
    return any(table.cell(row, name) for name in names if name in table.fields for row in rows)


def _row(row: TableRow, told: Mapping[float, _Told], names: Sequence[str]) -> TableRow:
    own = told.get(row.y, {}) if row.role == "service" else {}
    return replace(row, cells=(*row.cells, *(own.get(name, ()) for name in names)))


def told_in(atoms: Sequence[Atom]) -> _Told:
    """Return what the atoms say by field; nothing where one of them says anything else or a field comes twice."""
    told: dict[str, tuple[Atom, ...]] = {}
    at = 0
    while at < len(atoms):
        if not any(mark.isalnum() for mark in atoms[at].text):
            at += 1
            continue
        name, size = _label_at(atoms, at)
        if (found := _value_at(atoms, at + size, name)) is None:
            return {}
        field, used = found
        if field in told:
            return {}
        first, *rest = atoms[at + size : at + size + used]
        told[field] = (first, *(replace(atom, text=atom.text.strip("(),")) for atom in rest))
        at += size + used
    return told


def _label_at(atoms: Sequence[Atom], at: int) -> tuple[str, int]:
    """What the longest label that begins there names, and its size; no name and none where no label does."""
    for size in range(min(_LONGEST_LABEL, len(atoms) - at - 1), 0, -1):
        words = [atom.text.strip(":#") for atom in atoms[at : at + size]]
        meaning = header_words().find([word for word in words if word])
        name = next((field for field in _FIELDS if meaning is not None and field in meaning.fields), "")
        if name and meaning is not None and meaning.listed:
            return name, size
    return "", 0


def _value_at(atoms: Sequence[Atom], at: int, name: str) -> tuple[str, int] | None:
    """The field of the value that begins there and its size, None where none does that the label allows."""
    atom = atoms[at]
    if atom.date is not None:
        return ("date", 1) if name in {"", "date"} else None
    if name in {"", "code"} and parse_code(atom.text) is not None:
        rest = atoms[at + 1 :]
        return "code", 1 + next((i for i, other in enumerate(rest) if not _is_modifier(other)), len(rest))
    if name == "units" and _COUNT.match(atom.text):
        return "units", 1
    if not name and parse_times(atom.text) is not None:
        return "units", 1
    return None


def _is_modifier(atom: Atom) -> bool:
    return atom.text.strip("(),") in known_modifiers()
