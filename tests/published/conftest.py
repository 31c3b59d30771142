"""An empty place for imported tables, and a way to put a file beside it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from plainbill.published.importing import import_file
from plainbill.published.lookups import ImportedTables, open_tables
from plainbill.published.records import FileImport, Hints

Import = Callable[..., FileImport]
Open = Callable[[], ImportedTables]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Where the imported tables will be; neither the file nor its folder is there yet."""
    return tmp_path / "kept" / "tables.sqlite"


@pytest.fixture
def imported(tmp_path: Path, database: Path) -> Import:
    """Writes a file of this name and content, and imports it."""

    def import_one(name: str, content: bytes, hints: Hints | None = None) -> FileImport:
        path = tmp_path / name
        path.write_bytes(content)
        return import_file(path, database, hints or Hints())

    return import_one


@pytest.fixture
def tables(database: Path) -> Iterator[Open]:
    """Opens what is imported by now, and closes it after the test."""
    opened: list[ImportedTables] = []

    def open_now() -> ImportedTables:
        opened.append(open_tables(database))
        return opened[-1]

    yield open_now
    for each in opened:
        each.close()
