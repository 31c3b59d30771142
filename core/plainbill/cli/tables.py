"""`plainbill tables`: which tables findings rest on, and importing those that CMS publishes."""

import json
from collections.abc import Sequence
from pathlib import Path

import typer

from plainbill.case import Fault, FaultyFile
from plainbill.cli.ending import Refused, fault_line, say
from plainbill.cli.files import cannot_open, print_lines, read_day
from plainbill.knowledge.published import Setting
from plainbill.knowledge.tables import read_table, table_names
from plainbill.published import DamagedTables, FileImport, Hints, Loaded
from plainbill.published.records import NAMES, SETTINGS
from plainbill.published.using import is_there
from plainbill.settings import published_tables_file

BUILT_IN = "built-in"


def chosen_tables(written: str | None) -> Path | None:
    """Return the file of imported tables, None where only the built-in ones are wanted.

    Raises:
        typer.BadParameter: something else was written.
    """
    if written is None:
        return published_tables_file()
    if written != BUILT_IN:
        raise typer.BadParameter(f"{written} is not {BUILT_IN}; leave --tables out to use all", param_hint="--tables")
    return None


def list_tables(*, as_json: bool) -> None:
    """Print every table: the imported ones with edition, dates, rows and file, the built-in ones with their entries."""
    file = published_tables_file()
    imported = _imported(file)
    built_in = _built_in()
    if as_json:
        entries = [{"name": name, "entries": count} for name, count in built_in]
        _print({"file": str(file), "imported": [_record(table) for table in imported], "built_in": entries})
        return
    print_lines(
        [
            f"Imported, in {file}:" if imported else "No published table is imported.",
            *(f"  {_line(table)}" for table in imported),
            "Built in:",
            *(f"  {name}: {count:,} entries" for name, count in built_in),
        ]
    )


def import_tables(names: Sequence[str], *, valid_from: str | None, setting: str | None, as_json: bool) -> None:
    """Import each file and print what was recognized in it.

    Raises:
        Refused: nothing could be imported; every fault of every file is named.
        typer.BadParameter: an option has a value that it cannot have.
    """
    hints = Hints(valid_from=read_day(valid_from, "--valid-from"), setting=_setting(setting))
    tables: list[Loaded] = []
    left_out: list[str] = []
    faults: list[str] = []
    for name in names:
        found = _import(name, hints)
        if isinstance(found, FileImport):
            tables += found.tables
            left_out += [f"{name}: left out: {what}" for what in found.left_out]
        else:
            faults += [fault_line(name, fault) for fault in found]
    if not tables:
        raise Refused(faults)
    for fault in faults:
        say(fault)
    if as_json:
        _print({"imported": [_record(table) for table in tables], "left_out": left_out})
        return
    print_lines([*map(_line, tables), *left_out])


def _import(name: str, hints: Hints) -> FileImport | tuple[Fault, ...]:
    """Return what came of one file, or its faults."""
    from plainbill.published.importing import import_file

    try:
        return import_file(Path(name), published_tables_file(), hints)
    except FaultyFile as faulty:
        return faulty.faults
    except OSError as error:
        return (cannot_open(error),)
    except ValueError:
        return (Fault(path="$", message="is no name of a file; check it"),)


def _setting(written: str | None) -> Setting | None:
    found = next((setting for setting in SETTINGS if setting == written), None)
    if written is not None and found is None:
        raise typer.BadParameter(f"{written} is none of {', '.join(SETTINGS)}", param_hint="--setting")
    return found


def _imported(file: Path) -> tuple[Loaded, ...]:
    if not is_there(file):
        return ()
    from plainbill.published.lookups import open_tables

    try:
        tables = open_tables(file)
    except DamagedTables as damaged:
        say(fault_line(str(file), Fault(path="$", message=str(damaged))))
        return ()
    try:
        return tables.loaded()
    finally:
        tables.close()


def _built_in() -> list[tuple[str, int]]:
    return [(name, len(read_table(name))) for name in table_names()]


def _line(table: Loaded) -> str:
    until = f" to {table.valid_to}" if table.valid_to else ""
    return f"{table.name}: {table.rows:,} rows, from {table.valid_from}{until}, {table.file}"


def _record(table: Loaded) -> dict[str, object]:
    return {
        "name": NAMES[table.kind],
        "setting": table.setting,
        "edition": table.edition,
        "valid_from": table.valid_from.isoformat(),
        "valid_to": table.valid_to.isoformat() if table.valid_to else None,
        "rows": table.rows,
        "file": table.file,
    }


def _print(value: object) -> None:
    print_lines([json.dumps(value, ensure_ascii=False, indent=2)])
