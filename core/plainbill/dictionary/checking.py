"""Checking a table of the dictionary: everything that is wrong with it at once, each with its line and its entry."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from plainbill.case import Fault, Group
from plainbill.dictionary.entries import (
    columns_of_tables,
    dictionary_tables,
    is_of_dictionary,
    is_sentence,
    key_of,
    shown_text,
    stands_alone,
    texts_of,
)
from plainbill.dictionary.keys import key_faults
from plainbill.dictionary.promises import promises_in
from plainbill.dictionary.wording import grade_faults, telegram_faults, unexplained_words
from plainbill.knowledge.tables import PROVENANCE, Entry, WrittenTable, read_entries

_GROUPS: tuple[str, ...] = get_args(Group)
# What `vague_words` says of words that name nothing, beside the groups that charges have.
_ROLES = ("glue", "names")
_LONGEST_KEY = 60
_BEGINNINGS = ("Ask ", "Look ")

_Said = Iterator[tuple[Entry | None, str]]
"""What is wrong, with the entry that it is about, None where it is about the whole table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedTable:
    """How many entries a table has, and all its faults by line; a fault's path names the line and the entry."""

    entries: int
    faults: tuple[Fault, ...]


def check_table(name: str, text: str) -> CheckedTable:
    """Return what is wrong with a table as it is written.

    `name` is that of its file without the ending. A built-in table beside the dictionary is checked for its form, its
    sources and its dates only; a file of another name is one of the dictionary.
    """
    table = read_entries(text)
    entry_at = {entry.line: entry for entry in table.entries}
    numbered = [(line, _fault(line, entry_at.get(line), said)) for line, said in table.faults]
    if name not in columns_of_tables() or is_of_dictionary(columns_of_tables()[name]):
        for entry, said in _said(name, table):
            line = entry.line if entry else 0
            numbered.append((line, _fault(line, entry, said)))
    faults = tuple(fault for _, fault in sorted(numbered, key=lambda each: each[0]))
    return CheckedTable(entries=len(table.entries), faults=faults)


def _fault(line: int, entry: Entry | None, said: str) -> Fault:
    key = " ".join(key_of(entry.row)).strip() if entry else ""
    path = ", ".join(filter(None, (f"line {line}" if line else "$", printable(key[:_LONGEST_KEY]))))
    return Fault(path=path, message=printable(_with_advice(said)))


def printable(text: str) -> str:
    """Return `text` so that what an editor typed cannot command a terminal."""
    return "".join(character if character.isprintable() else "?" for character in text)


def _with_advice(said: str) -> str:
    """Return a fault of a table's form with what to do about it; other faults say it themselves."""
    if ";" in said:
        return said
    if said == "has no source":
        return f"{said}; say where the fact comes from"
    return f"{said}; mend the line or the first line, which names the columns"


def _said(name: str, table: WrittenTable) -> _Said:
    yield from _about_columns(name, table.columns)
    if "key" not in table.columns:
        return
    yield from key_faults(name, table.entries)
    for entry in table.entries:
        for check in _CHECKS:
            yield from ((entry, said) for said in check(table.columns, entry))


def _about_columns(name: str, columns: Sequence[str]) -> _Said:
    """Columns that are missing or unknown: those of the table of this name, else those of any table."""
    by_table = columns_of_tables()
    wanted = by_table.get(name, ("key",))
    known = set(by_table[name] if name in by_table else (each for one in dictionary_tables() for each in by_table[one]))
    for column in wanted:
        if column not in (*columns, *PROVENANCE):
            yield None, f"has no column '{column}'; name it in the first line, with a tab between two names"
    for column in columns:
        if column not in known:
            yield None, f"has a column '{column}', which no table of the dictionary has; correct its name"


def _group_faults(columns: Sequence[str], entry: Entry) -> Iterator[str]:
    if "group" not in columns:
        return
    group = entry.row["group"]
    allowed = _GROUPS if "plain" in columns else (*_GROUPS, *_ROLES)
    if group not in allowed:
        yield f"group: '{group}' is no group; write one of {', '.join(allowed)}"


def _vague_faults(columns: Sequence[str], entry: Entry) -> Iterator[str]:
    if not {"vague", "ask"} <= set(columns):
        return
    vague, ask = entry.row["vague"], entry.row["ask"]
    if vague not in ("yes", "no"):
        yield f"vague: '{vague}' is neither yes nor no; write one of them"
    if vague == "yes" and not ask.startswith(_BEGINNINGS):
        yield "ask: says nothing to ask for; begin it with 'Ask' and fill it in, or write vague: no"
    if vague == "no" and ask:
        yield "ask: is filled in though nothing is vague; leave it empty, or write vague: yes"


def _text_faults(columns: Sequence[str], entry: Entry) -> Iterator[str]:
    for column, text in texts_of(entry.row):
        yield from (f"{column}: {said}" for said in promises_in(text))
        yield from (f"{column}: {said}" for said in unexplained_words(text, with_terms="hard" not in columns))
    plain, whole = entry.row.get("plain", ""), shown_text(entry.row)
    if stands_alone(columns) and not plain:
        yield "plain: is empty; say in plain words what it is"
    elif stands_alone(columns):
        yield from (f"plain: {said}" for said in (*grade_faults(whole), *telegram_faults(whole)))
    elif is_sentence(plain):
        yield from (f"plain: {said}" for said in grade_faults(whole))


def _quote_faults(_columns: Sequence[str], entry: Entry) -> Iterator[str]:
    for column, cell in entry.row.items():
        if len(cell) > 1 and cell[0] == cell[-1] == '"':
            yield f"{column}: stands in quotation marks; save the file as tab-separated text without them"


_CHECKS: tuple[Callable[[Sequence[str], Entry], Iterator[str]], ...] = (
    _quote_faults,
    _group_faults,
    _vague_faults,
    _text_faults,
)
