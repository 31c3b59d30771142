"""The file of imported tables: its schema, and how it is written anew beside the old one and then put in its place."""

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from plainbill.published.sheets import refuse

APPLICATION = 0x504C4254  # "PLBT", so that another program's database is not taken for ours
VERSION = 1

# The rows of a table lie in the order of its key, with no index beside them: a look-up is one way down one tree. Days
# are numbers as `date.toordinal` counts them.
SCHEMA = """
CREATE TABLE loaded (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, setting TEXT NOT NULL, edition TEXT NOT NULL,
    valid_from INTEGER NOT NULL, valid_to INTEGER NOT NULL, row_count INTEGER NOT NULL,
    file TEXT NOT NULL, part TEXT NOT NULL, low_one TEXT NOT NULL, low_two TEXT NOT NULL,
    high_one TEXT NOT NULL, high_two TEXT NOT NULL
) STRICT;
CREATE TABLE pair (
    setting INTEGER NOT NULL, column_one TEXT NOT NULL, column_two TEXT NOT NULL, loaded INTEGER NOT NULL,
    valid_from INTEGER NOT NULL, valid_to INTEGER NOT NULL, modifier_helps INTEGER NOT NULL,
    PRIMARY KEY (setting, column_one, column_two, loaded, valid_from, valid_to)
) STRICT, WITHOUT ROWID;
CREATE TABLE unit_limit (
    setting INTEGER NOT NULL, code TEXT NOT NULL, loaded INTEGER NOT NULL,
    units INTEGER NOT NULL, by_line INTEGER NOT NULL,
    PRIMARY KEY (setting, code, loaded)
) STRICT, WITHOUT ROWID;
CREATE TABLE code (
    code TEXT NOT NULL, loaded INTEGER NOT NULL, descriptor TEXT NOT NULL,
    valid_from INTEGER NOT NULL, valid_to INTEGER NOT NULL,
    PRIMARY KEY (code, loaded)
) STRICT, WITHOUT ROWID;
"""


@contextlib.contextmanager
def rewriting(file: Path) -> Iterator[sqlite3.Connection]:
    """Give a copy of the database to change, and put it in the old one's place when all went well.

    Whoever reads meanwhile goes on reading the old one. An import that fails or is killed leaves it as it was.

    Raises:
        FaultyFile: the copy cannot be written, the old one is damaged, or another import is under way.
    """
    new = file.with_suffix(".new")
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _alone(file.with_suffix(".lock")), _copy(file, new):
            with contextlib.closing(sqlite3.connect(new, isolation_level=None)) as connection:
                _prepare(connection)
                yield connection
                connection.execute("COMMIT")
            _put_in_place(new, file)
    except sqlite3.DatabaseError as error:
        refuse("$", f"cannot be kept: writing {new} failed ({error}); make room there, or delete {file} and start anew")
    except OSError as error:
        refuse("$", f"cannot be kept: {file.parent} cannot be written to ({error.strerror}); allow writing there")


@contextlib.contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Keep a second import out; the lock is a database's, which the system opens again when its holder dies."""
    with contextlib.closing(sqlite3.connect(lock, timeout=0, isolation_level=None)) as connection:
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            refuse("$", "cannot be kept now: another import is under way; start again when it has ended")
        yield


@contextlib.contextmanager
def _copy(file: Path, new: Path) -> Iterator[None]:
    new.unlink(missing_ok=True)  # of an import that was killed
    try:
        if file.exists():
            shutil.copyfile(file, new)
        yield
    finally:
        new.unlink(missing_ok=True)


def _prepare(connection: sqlite3.Connection) -> None:
    # Nobody else knows this file, and it is thrown away when anything goes wrong: no journal, no waiting for the disk.
    for pragma in ("journal_mode=OFF", "synchronous=OFF", "locking_mode=EXCLUSIVE", "cache_size=-100000"):
        connection.execute(f"PRAGMA {pragma}")
    marks = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
    if marks == [0, 0]:
        connection.executescript(SCHEMA)
        connection.execute(f"PRAGMA application_id={APPLICATION}")
        connection.execute(f"PRAGMA user_version={VERSION}")
    elif marks != [APPLICATION, VERSION]:
        raise sqlite3.DatabaseError("the tables that are there were kept by another version of plainbill")
    connection.execute("BEGIN")


def _put_in_place(new: Path, file: Path) -> None:
    with new.open("rb+") as written:
        os.fsync(written.fileno())
    new.replace(file)
