"""Reading the tables: tab-separated text that an advocate can edit, one entry a line."""

import datetime
import functools
import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType

PROVENANCE = ("source", "date")
"""Columns that every entry of every table fills in: where its fact comes from, and when it was looked up."""

Row = Mapping[str, str]


class FaultyTable(Exception):
    """A table that is not well formed; `faults` lists everything that is wrong with it."""

    def __init__(self, name: str, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(f"{name}.tsv: {fault}" for fault in faults))
        self.faults = faults


@functools.cache
def read_table(name: str) -> tuple[Row, ...]:
    """Return the entries of `plainbill/knowledge/<name>.tsv`, in their order, by column name.

    The first line names the columns. Empty lines and lines that begin with "#" are notes for editors. A cell that is
    left empty, or is missing at the end of its line, is "".

    Raises:
        FileNotFoundError: there is no such table.
        FaultyTable: a row is too long, or an entry has no source or no date; every fault is listed with its line.
    """
    return parse_table(name, table_text(name))


@functools.cache
def table_names() -> tuple[str, ...]:
    """Return the names of all tables, in the order of the alphabet."""
    names = (entry.name for entry in resources.files("plainbill.knowledge").iterdir())
    return tuple(sorted(name.removesuffix(".tsv") for name in names if name.endswith(".tsv")))


def table_text(name: str) -> str:
    """Return a table as it is written.

    Raises:
        FileNotFoundError: there is no such table.
    """
    return (resources.files("plainbill.knowledge") / f"{name}.tsv").read_text(encoding="utf-8")


def parse_table(name: str, text: str) -> tuple[Row, ...]:
    """Return the entries of a table's text; `name` goes into messages.

    Raises:
        FaultyTable: as `read_table`.
    """
    table = read_entries(text)
    if table.faults:
        raise FaultyTable(name, tuple(f"line {line}: {fault}" if line else fault for line, fault in table.faults))
    return tuple(entry.row for entry in table.entries)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a table, and the line of the file that it stands in."""

    line: int
    row: Row


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenTable:
    """What a table's text holds, faulty or not; a fault has its line, 0 where it is about the whole table."""

    columns: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    faults: tuple[tuple[int, str], ...] = ()


def read_entries(text: str) -> WrittenTable:
    """Return the entries of a table's text beside everything that is wrong with its form and its provenance."""
    lines = [
        (number, line)
        for number, line in enumerate(text.split("\n"), start=1)
        if line.strip() and not line.startswith("#")
    ]
    if not lines:
        return WrittenTable(faults=((0, "has no header; name the columns in the first line"),))
    columns = tuple(cell.strip() for cell in lines[0][1].split("\t"))
    faults = [(0, fault) for fault in _header_faults(columns)]
    entries = []
    for number, line in lines[1:]:
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) > len(columns):
            faults.append((number, f"has {len(cells)} cells, the table has {len(columns)} columns"))
            continue
        row = MappingProxyType(dict(itertools.zip_longest(columns, cells, fillvalue="")))
        faults.extend((number, fault) for fault in _provenance_faults(row))
        entries.append(Entry(line=number, row=row))
    return WrittenTable(columns=columns, entries=tuple(entries), faults=tuple(faults))


def _header_faults(columns: Sequence[str]) -> Iterator[str]:
    for column in PROVENANCE:
        if column not in columns:
            yield f"has no column {column!r}"
    if len(set(columns)) != len(columns):
        yield "names a column twice"


def _provenance_faults(row: Row) -> Iterator[str]:
    if not row.get("source"):
        yield "has no source"
    if not _is_date(row.get("date", "")):
        yield f"{row.get('date', '')!r} is no date; write it as YYYY-MM-DD"


@functools.cache
def _is_date(text: str) -> bool:
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
