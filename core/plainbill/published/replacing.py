"""What an imported table takes the place of, whatever the order in which editions were imported.

Unit limits are published for one quarter, and codes are asked for by their newest edition: these editions stand beside
one another. Pairs carry their own dates, so that a newer edition holds what an older one held. CMS publishes them in
parts, sorted by code: a newer part speaks for all pairs between its first and its last one, and for those alone, and so
does one imported later that does not say in its name which part it is.
"""

import sqlite3
from dataclasses import dataclass

from plainbill.knowledge.published import Setting
from plainbill.published.records import SETTING_NUMBERS

_KEPT = "SELECT id, kind, setting, valid_from, part, low_one, low_two, high_one, high_two FROM loaded"
_PAIRS_BETWEEN = """
DELETE FROM pair WHERE setting = ? AND loaded = ?
AND (column_one, column_two) >= (?, ?) AND (column_one, column_two) <= (?, ?)
"""


@dataclass(frozen=True, slots=True)
class _Kept:
    id: int
    kind: str
    setting: Setting
    valid_from: int
    part: str
    low_one: str
    low_two: str
    high_one: str
    high_two: str

    @property
    def span(self) -> tuple[str, str, str, str]:
        return self.low_one, self.low_two, self.high_one, self.high_two


def take_the_place_of_others(connection: sqlite3.Connection, key: int) -> int:
    """Delete what the table `key` replaces, and of it what a newer one has replaced; return how many rows it keeps."""
    kept = [_Kept(*row) for row in connection.execute(_KEPT)]
    (new,) = [table for table in kept if table.id == key]
    for other in kept:
        if other.id == key or (other.kind, other.setting) != (new.kind, new.setting):
            continue
        if (other.valid_from, other.part) == (new.valid_from, new.part) and (new.part or new.kind != "pairs"):
            _delete_all(connection, other)
        elif new.kind != "pairs":
            continue
        elif other.valid_from > new.valid_from:
            _delete_pairs(connection, new, other.span)
        elif other.valid_from < new.valid_from or not (new.part and other.part):
            _delete_pairs(connection, other, new.span)
    connection.execute("DELETE FROM loaded WHERE row_count <= 0")
    left = connection.execute("SELECT row_count FROM loaded WHERE id = ?", (key,)).fetchone()
    return int(left[0]) if left else 0


def _delete_pairs(connection: sqlite3.Connection, table: _Kept, span: tuple[str, str, str, str]) -> None:
    gone = connection.execute(_PAIRS_BETWEEN, (SETTING_NUMBERS[table.setting], table.id, *span)).rowcount
    connection.execute("UPDATE loaded SET row_count = row_count - ? WHERE id = ?", (gone, table.id))


def _delete_all(connection: sqlite3.Connection, table: _Kept) -> None:
    if table.kind == "pairs":
        _delete_pairs(connection, table, table.span)
    elif table.kind == "limits":
        number = SETTING_NUMBERS[table.setting]
        connection.execute("DELETE FROM unit_limit WHERE setting = ? AND loaded = ?", (number, table.id))
    else:
        connection.execute("DELETE FROM code WHERE loaded = ?", (table.id,))
    connection.execute("UPDATE loaded SET row_count = 0 WHERE id = ?", (table.id,))
