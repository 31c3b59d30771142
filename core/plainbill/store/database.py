"""A database ready for use: files only their owner can open, SQLite's safety switches on, tables up to date."""

import os
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, PoolProxiedConnection, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

MIGRATIONS = Path(__file__).parent / "migrations"
BUSY_TIMEOUT_S = 15

# auto_vacuum has to come before the first table: it gives room back to the disk when a case is deleted. secure_delete
# writes zeros over what was deleted.
PRAGMAS = (
    "PRAGMA auto_vacuum=FULL",
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=NORMAL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
    f"PRAGMA busy_timeout={BUSY_TIMEOUT_S * 1000}",
)


def open_database(url: str) -> Engine:
    """Return an engine for `url`, its tables made or brought up to date.

    Raises:
        sqlalchemy.exc.SQLAlchemyError, OSError: the database cannot be opened or made there.
    """
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        _make_private_file(address)
    engine = create_engine(address)
    if address.get_backend_name() == "sqlite":
        event.listen(engine, "connect", _switch_on_safety)
        event.listen(engine, "begin", _begin)
    _bring_tables_up_to_date(engine)
    return engine


def for_writing(engine: Engine) -> Engine:
    """Return the same database, whose transactions claim the right to write when they begin.

    A transaction that reads first and asks to write later is refused by SQLite at once when another wrote in between.
    """
    return engine.execution_options(writes=True)


def forget_deleted(engine: Engine) -> None:
    """Empty SQLite's journal, in which what was just deleted would stand for some time yet."""
    if engine.dialect.name == "sqlite":
        raw: PoolProxiedConnection = engine.raw_connection()
        try:
            raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        finally:
            raw.close()


def _make_private_file(address: URL) -> None:
    if not address.database or address.database == ":memory:":
        raise ValueError("the store needs a file, which the reading processes can open too; name one in store.url")
    path = Path(address.database)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # SQLite gives its journal files the rights of this one.
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    path.chmod(0o600)


def _switch_on_safety(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    # Without this the driver begins transactions by itself, and only before the first write.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _bring_tables_up_to_date(engine: Engine) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    with for_writing(engine).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
