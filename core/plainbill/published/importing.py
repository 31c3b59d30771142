"""Importing one file that CMS publishes: all its tables are kept, or none."""

from pathlib import Path

from plainbill.published.database import rewriting
from plainbill.published.identity import identify
from plainbill.published.keeping import keep
from plainbill.published.layouts import expected, recognize
from plainbill.published.records import FileImport, Hints, Loaded
from plainbill.published.sheets import refuse
from plainbill.published.sources import sheets_in

NO_HINTS = Hints()


def import_file(path: Path, database: Path, hints: Hints = NO_HINTS) -> FileImport:
    """Keep the tables that the file at `path` holds in the file `database`, made where there is none yet.

    Raises:
        FaultyFile: it holds none, or one with faults; the database is left as it was.
        OSError: the file cannot be opened.
    """
    if path.exists() and not path.is_file() and not path.is_dir():
        refuse("$", "is no file that can be read twice; save it as a file and name that")
    path.open("rb").close()
    tables: list[Loaded] = []
    left_out: list[str] = []
    with rewriting(database) as connection:
        for source in sheets_in(path):
            sheet = None if source.unreadable else recognize(source.rows)
            if sheet is None:
                left_out.append(f"{source.name} {source.unreadable or 'is none of the tables'}")
                continue
            loaded, remark = keep(connection, source, sheet, identify(source, sheet, hints))
            tables.append(loaded)
            left_out += [f"{loaded.file}: {remark}"] if remark else []
        if not tables:
            refuse("$", f"has none of the heads that are known; name a file as CMS publishes it, with {expected()}")
    return FileImport(tables=tuple(tables), left_out=tuple(left_out))
