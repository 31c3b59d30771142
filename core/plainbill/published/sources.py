"""From a file that the user names to the tables in it, whatever its form; what it holds counts, not its ending."""

from collections.abc import Iterator
from pathlib import Path

from plainbill.published.archives import archive_sheets
from plainbill.published.sheets import Sheet, refuse
from plainbill.published.texts import text_rows

_ZIP = (b"PK\3\4", b"PK\5\6")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def sheets_in(path: Path) -> Iterator[Sheet]:
    """Return the tables in a file; each is to be gone through before the next is asked for.

    Raises:
        FaultyFile: it can be read in no known form; here or when rows are gone through.
        OSError: it cannot be opened.
    """
    with path.open("rb") as file:
        magic = file.read(len(_OLD_OFFICE))
        if magic.startswith(_ZIP):
            file.seek(0)
            yield from archive_sheets(path.name, file)
            return
    if magic == _OLD_OFFICE:
        refuse("$", "is an old or password-protected Excel file; save it as XLSX without a password")
    yield Sheet(file=path.name, rows=text_rows(lambda: path.open("rb")))
