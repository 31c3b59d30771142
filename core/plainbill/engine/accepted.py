"""The file of words that were accepted on this machine, beside the tables that were imported on it."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from plainbill.describing.accepted_words import COLUMNS, NOTHING_ACCEPTED, AcceptedWords, read_accepted
from plainbill.knowledge.tables import FaultyTable

FILE_NAME = "accepted.tsv"
_HEAD = (
    "# Words of a model that somebody here accepted. key: what may leave of a line; no other word of a bill is here.\n"
)


def accepted_file(tables: Path) -> Path:
    """Return where accepted words are kept, `tables` being where imported tables are; the file need not be there."""
    return tables.with_name(FILE_NAME)


def load_accepted(tables: Path | None) -> tuple[AcceptedWords, str]:
    """Return the words accepted on this machine, and in one sentence why they cannot be read, else nothing."""
    if tables is None or not accepted_file(tables).is_file():
        return NOTHING_ACCEPTED, ""
    try:
        return read_accepted(accepted_file(tables).read_text(encoding="utf-8")), ""
    except (OSError, UnicodeDecodeError, FaultyTable):
        told = f"the words accepted on this machine cannot be read and are left out; correct {FILE_NAME} or remove it"
        return NOTHING_ACCEPTED, told


def keep_accepted(tables: Path, entries: Sequence[Mapping[str, str]]) -> Path:
    """Add entries to the words accepted on this machine, in the place of older ones for the same key.

    Raises:
        OSError: the file cannot be written.
        FaultyTable: what is there cannot be read.
    """
    file = accepted_file(tables)
    rows = dict(read_accepted(file.read_text(encoding="utf-8"))) if file.is_file() else {}
    for entry in entries:
        rows.pop(entry["key"], None)
        rows[entry["key"]] = entry
    lines = ("\t".join(row[column] for column in COLUMNS) for row in rows.values())
    text = _HEAD + "\n".join(("\t".join(COLUMNS), *lines, ""))
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = file.with_suffix(".new")
    with os.fdopen(os.open(beside, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w", encoding="utf-8") as written:
        written.write(text)
    beside.replace(file)
    return file
