"""Files from the command line, and results onto standard output."""

import datetime
import sys
from collections.abc import Sequence
from pathlib import Path

from plainbill.case import Entry, Fault, FaultyFile, Story, parse_json, read_as, write_json
from plainbill.cli.ending import Refused, fault_line


def read_bytes(name: str) -> bytes:
    """Return what is in the file called `name`.

    Raises:
        Refused: it cannot be opened.
    """
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise Refused([fault_line(name, cannot_open(error))]) from None


def cannot_open(error: OSError) -> Fault:
    """Return why a file cannot be opened, and what to do."""
    if isinstance(error, FileNotFoundError):
        message = "there is no such file; check its name"
    elif isinstance(error, IsADirectoryError):
        message = "is a folder; name the files in it"
    elif isinstance(error, PermissionError):
        message = "may not be opened; allow reading it"
    else:
        message = "cannot be opened; check its name and its disk"
    return Fault(path="$", message=message)


def read_story(name: str | None) -> Story | None:
    """Return the story in the file called `name`, None where none is named.

    Raises:
        Refused: it cannot be opened or is no story; every fault is named.
    """
    if name is None:
        return None
    content = read_bytes(name)
    try:
        return read_as(Story, parse_json(content))
    except FaultyFile as faulty:
        raise Refused(fault_line(name, fault) for fault in faulty.faults) from None


def read_day(written: str | None, option: str = "--today") -> datetime.date | None:
    """Return the day written as YYYY-MM-DD after `option`.

    Raises:
        typer.BadParameter: it is no day.
    """
    if written is None:
        return None
    import typer

    try:
        if len(written) != len("YYYY-MM-DD"):
            raise ValueError
        return datetime.date.fromisoformat(written)
    except ValueError:
        raise typer.BadParameter(f"{written} is no day; write it as YYYY-MM-DD", param_hint=option) from None


def print_json(record: Entry) -> None:
    """Write `record` as JSON to standard output."""
    sys.stdout.write(write_json(record))


def print_lines(lines: Sequence[str]) -> None:
    """Write plain lines to standard output."""
    sys.stdout.write("".join(f"{line}\n" for line in lines))
