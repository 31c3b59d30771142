"""Keeping a recognized table in the database, and taking out what it takes the place of."""

import datetime
import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from plainbill.published.cells import FOREVER
from plainbill.published.editions import Edition, end_of_quarter, quarter_of
from plainbill.published.hcpcs import CodeReader
from plainbill.published.identity import Identity
from plainbill.published.layouts import Recognized
from plainbill.published.readers import Faults, LimitReader, PairReader
from plainbill.published.records import SETTING_NUMBERS, Kind, Loaded
from plainbill.published.replacing import take_the_place_of_others
from plainbill.published.sheets import Sheet, place, refuse

# Where a file has an entry twice, the milder reading holds: a modifier helps, more units are plausible.
_ADD_PAIR = """
INSERT INTO pair VALUES ({setting}, ?, ?, {id}, ?, ?, ?)
ON CONFLICT DO UPDATE SET modifier_helps = max(modifier_helps, excluded.modifier_helps)
"""
_ADD_LIMIT = """
INSERT INTO unit_limit VALUES ({setting}, ?, {id}, ?, ?)
ON CONFLICT DO UPDATE SET units = max(units, excluded.units), by_line = max(by_line, excluded.by_line)
"""
_ADD_CODE = "INSERT OR REPLACE INTO code VALUES (?, {id}, ?, ?, ?)"
_ADD_LOADED = "INSERT INTO loaded VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_COUNT = {
    "pairs": "SELECT count(*) FROM pair WHERE setting = {setting} AND loaded = {id}",
    "limits": "SELECT count(*) FROM unit_limit WHERE setting = {setting} AND loaded = {id}",
    "codes": "SELECT count(*) FROM code WHERE loaded = {id}",
}
_PART = re.compile(r"-(f\d+)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    """What the rows told when they were all written."""

    newest: int = 0
    never_in_force: int = 0
    lowest: tuple[str, str] = ("", "")
    highest: tuple[str, str] = ("", "")


def keep(connection: sqlite3.Connection, source: Sheet, sheet: Recognized, identity: Identity) -> tuple[Loaded, str]:
    """Write the rows of a table, and return what is kept now and a remark on rows left out, "" where there are none.

    Raises:
        FaultyFile: it has faulty rows or no row, or what is kept already is newer.
    """
    kind = sheet.shape.kind
    (key,) = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM loaded").fetchone()
    numbers = {"id": key, "setting": SETTING_NUMBERS[identity.setting] if identity.setting else 0}
    written = _write(connection, source, sheet, numbers)
    (rows,) = connection.execute(_COUNT[kind].format(**numbers)).fetchone()
    if not rows:
        refuse(place(source.member), "has the heads of the table but no row that holds; download it again")
    loaded = _loaded(kind, source, identity, identity.edition or _by_rows(written), rows)
    connection.execute(_ADD_LOADED, (key, *_columns(loaded), *written.lowest, *written.highest))
    left = take_the_place_of_others(connection, key)
    if not left:
        refuse(place(source.member), "is older than what is imported already, which has its edits too; leave it out")
    never = written.never_in_force
    remark = f"{never:,} {'edit that was' if never == 1 else 'edits that were'} never in force" if never else ""
    return loaded, remark


def _loaded(kind: Kind, source: Sheet, identity: Identity, edition: Edition, rows: int) -> Loaded:
    return Loaded(
        kind=kind,
        setting=identity.setting,
        edition=edition.label,
        valid_from=edition.start,
        valid_to=end_of_quarter(edition.start) if kind == "limits" else None,
        rows=rows,
        file=PurePosixPath(source.name).name,
        part=_part(kind, source.name),
    )


def _write(connection: sqlite3.Connection, source: Sheet, sheet: Recognized, numbers: dict[str, int]) -> _Written:
    faults = Faults(source.member)
    written = _Written()
    if sheet.shape.kind == "pairs":
        pairs = PairReader(sheet, faults)
        _add(connection, _ADD_PAIR.format(**numbers), pairs.rows())
        written = _Written(
            newest=pairs.newest, never_in_force=pairs.never_in_force, lowest=pairs.lowest, highest=pairs.highest
        )
    elif sheet.shape.kind == "limits":
        _add(connection, _ADD_LIMIT.format(**numbers), LimitReader(sheet, faults).rows())
    else:
        codes = CodeReader(sheet, faults)
        _add(connection, _ADD_CODE.format(**numbers), codes.rows())
        written = _Written(newest=codes.newest)
    faults.refuse_if_any()
    return written


def _add(connection: sqlite3.Connection, statement: str, rows: Iterable[tuple[str | int, ...]]) -> None:
    connection.executemany(statement, rows)


def _by_rows(written: _Written) -> Edition:
    """The edition of a file that names none: something new begins on the first day of nearly every one."""
    start = datetime.date.fromordinal(written.newest or 1)
    return Edition(start=start, label=f"{quarter_of(start)} by its newest row")


def _part(kind: Kind, name: str) -> str:
    """What tells parts of one edition apart: CMS numbers them at the end of the name, whatever the revision;
    "" where the name has no number."""
    number = _PART.search(PurePosixPath(name).stem.casefold()) if kind == "pairs" else None
    return number[1] if number else ""


def _columns(loaded: Loaded) -> tuple[str | int, ...]:
    return (
        loaded.kind,
        loaded.setting or "",
        loaded.edition,
        loaded.valid_from.toordinal(),
        loaded.valid_to.toordinal() if loaded.valid_to else FOREVER,
        loaded.rows,
        loaded.file,
        loaded.part,
    )
