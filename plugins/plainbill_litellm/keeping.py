"""What is kept of the model: its replies, so that a run repeats byte for byte, and a list of everything sent."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Self

from plainbill.plugins.models import SentText
from plainbill_litellm.asking import Request
from plainbill_litellm.calling import Called

if TYPE_CHECKING:
    from sqlite3 import Connection

FILE_NAME = "model.sqlite"
_TABLES = """
CREATE TABLE IF NOT EXISTS reply (key TEXT PRIMARY KEY, reply TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS asked (key TEXT PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS send (
    id INTEGER PRIMARY KEY, at TEXT NOT NULL, address TEXT NOT NULL, model TEXT NOT NULL, prompt TEXT NOT NULL,
    key TEXT NOT NULL, bytes INTEGER NOT NULL, ending TEXT NOT NULL, seconds REAL NOT NULL
);
"""
# A server that did not answer so many times in a row is left alone for a while.
_PATIENCE = 3
_PAUSE = timedelta(seconds=60)
_DOWN = ("not reached", "too slow", "server error")


class NotKept(Exception):
    """The file cannot be opened; without a list of what is sent, nothing is."""


class Kept:
    """The file in which replies and the list of sends are kept."""

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection

    @classmethod
    @contextmanager
    def open(cls, file: Path) -> Iterator[Self]:
        """Yield what is kept in `file`, made where it is not there, readable by its owner alone.

        Raises:
            NotKept: it cannot be opened or made.
        """
        import sqlite3

        try:
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
            with closing(sqlite3.connect(file, timeout=5, isolation_level=None)) as connection:
                connection.executescript(_TABLES)
                yield cls(connection)
        except (OSError, sqlite3.Error):
            raise NotKept from None

    def reply(self, request: Request) -> str | None:
        """Return the reply that was kept to the same request, None where there is none."""
        found = self._connection.execute("SELECT reply FROM reply WHERE key = ?", (request.key,)).fetchone()
        return None if found is None else str(found[0])

    def keep_reply(self, request: Request, reply: str) -> None:
        """Keep a reply."""
        self._connection.execute("INSERT OR REPLACE INTO reply VALUES (?, ?)", (request.key, reply))

    def note_send(self, request: Request, address: str, at: datetime) -> int:
        """Take down that a request is about to be sent, and its text for the person whose bill it is."""
        self._connection.execute("INSERT OR IGNORE INTO asked VALUES (?, ?)", (request.key, request.text))
        row = (at.isoformat(), address, request.model, request.prompt, request.key, 0, "sent", 0.0)
        noted = self._connection.execute(
            "INSERT INTO send (at, address, model, prompt, key, bytes, ending, seconds)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            row,
        )
        return int(noted.lastrowid or 0)

    def note_ending(self, send: int, called: Called) -> None:
        """Take down how a send ended."""
        self._connection.execute(
            "UPDATE send SET bytes = ?, ending = ?, seconds = ? WHERE id = ?",
            (called.sent_bytes, called.ending, round(called.seconds, 3), send),
        )

    def is_down(self, address: str, now: datetime) -> bool:
        """Return whether the server failed the last few times, and not long ago."""
        last = self._connection.execute(
            "SELECT at, ending FROM send WHERE address = ? ORDER BY id DESC LIMIT ?", (address, _PATIENCE)
        ).fetchall()
        failing = len(last) == _PATIENCE and all(ending in _DOWN for _, ending in last)
        return failing and now - datetime.fromisoformat(last[0][0]) < _PAUSE

    def sends(self) -> tuple[SentText, ...]:
        """Return everything that was sent, oldest first."""
        rows = self._connection.execute(
            "SELECT at, address, model, prompt, bytes, ending, seconds, text FROM send JOIN asked USING (key)"
            " ORDER BY id"
        )
        names = ("at", "address", "model", "prompt", "bytes", "ending", "seconds", "text")
        return tuple(SentText(**dict(zip(names, row, strict=True))) for row in rows)

    def forget(self) -> None:
        """Remove everything that is kept."""
        self._connection.executescript("DELETE FROM reply; DELETE FROM asked; DELETE FROM send; VACUUM;")
