"""The text of a `payer.toml`: its values, the line that each stands in, and every line that is no TOML."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from plainbill.case import Fault

_HEADER = re.compile(r"^\s*(\[\[?)\s*([A-Za-z0-9_.\"-]+)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"^\s*([A-Za-z0-9_-]+)\s*=")
_AT_LINE = re.compile(r"\s*\(at line (\d+), column \d+\)")
_AT_END = re.compile(r"\s*\(at end of document\)")
_PARENT = re.compile(r"^(.*?)(?:\.[^.\[\]]+|\[\d+\])$")


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenPack:
    """What a file holds, as far as it is TOML; `lines` are those of tables and keys by their path.

    `unread` are the paths of tables that are no TOML.
    """

    values: Mapping[str, object]
    lines: Mapping[str, int]
    faults: tuple[Fault, ...] = ()
    unread: tuple[str, ...] = ()

    def at(self, path: str) -> str:
        """Return a path in the file with its line before it: "line 12: codes[2].kind"."""
        nearest = path
        while not self._line(nearest) and (above := _PARENT.match(nearest)):
            nearest = above[1]
        return f"line {self._line(nearest) or 1}: {path}"

    def _line(self, path: str) -> int:
        """The line of a table or key, of the first one of a list of tables; 0 where there is none."""
        return self.lines.get(path) or self.lines.get(f"{path}[0]", 0)

    def is_unread(self, path: str) -> bool:
        """Tell whether `path` lies in a table that is no TOML, or leads to one."""
        return any(f"{path}.".startswith(f"{table}.") or table.startswith(f"{path}.") for table in self.unread)


def read_written(text: str) -> WrittenPack:
    """Return what `text` holds; where some of its tables are no TOML, the rest is returned beside their faults."""
    lines = dict(_lines(text))
    try:
        return WrittenPack(values=tomllib.loads(text), lines=lines)
    except tomllib.TOMLDecodeError as error:
        whole = error
    read = _table_by_table(text, lines)
    return read if read.faults else replace(read, faults=(_fault(whole, 1, text.count("\n") + 1),))


def _lines(text: str) -> Iterator[tuple[str, int]]:
    """The path of each table and key, with its line."""
    counts: dict[str, int] = {}
    prefix = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            name = header[2].replace('"', "")
            if header[1] == "[[":
                place = counts.get(name, 0)
                counts[name] = place + 1
                name = f"{name}[{place}]"
            prefix = f"{name}."
            yield name, number
        elif key := _KEY.match(line):
            yield f"{prefix}{key[1]}", number


def _table_by_table(text: str, lines: Mapping[str, int]) -> WrittenPack:
    """Each table read by itself, so that one that is no TOML hides none of the others."""
    named = {line: path for path, line in lines.items()}
    values: dict[str, object] = {}
    faults = []
    unread = []
    for first, block in _blocks(text):
        try:
            _merge(values, tomllib.loads(block))
        except tomllib.TOMLDecodeError as error:
            faults.append(_fault(error, first, first + block.rstrip("\n").count("\n")))
            unread.append(named.get(first, ""))
            _keep_place(values, block)
    return WrittenPack(values=values, lines=lines, faults=tuple(faults), unread=tuple(unread))


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """The lines of each table with the number of the first."""
    first, block = 1, ""
    for number, line in enumerate(text.splitlines(keepends=True), start=1):
        if _HEADER.match(line):
            yield first, block
            first, block = number, ""
        block += line
    yield first, block


def _merge(values: dict[str, object], more: Mapping[str, object]) -> None:
    for key, value in more.items():
        here = values.get(key)
        if isinstance(here, list) and isinstance(value, list):
            here.extend(value)
        elif isinstance(here, dict) and isinstance(value, dict):
            _merge(here, value)
        else:
            values[key] = value


def _keep_place(values: dict[str, object], block: str) -> None:
    """Count a table of a list that could not be read, so that those after it keep their numbers."""
    header = _HEADER.match(block.splitlines()[0]) if block.strip() else None
    if header and header[1] == "[[":
        held = values.setdefault(header[2], [])
        if isinstance(held, list):
            held.append(None)


def _fault(error: tomllib.TOMLDecodeError, first: int, last: int) -> Fault:
    message = str(error)
    at = _AT_LINE.search(message)
    line = first + int(at[1]) - 1 if at else last
    reason = _AT_END.sub("", _AT_LINE.sub("", message))
    return Fault(path=f"line {line}", message=f"is not TOML ({reason}); correct it")
