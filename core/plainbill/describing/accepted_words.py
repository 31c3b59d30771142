"""Words of a model that a person accepted, for lines of which the same may leave: a small dictionary of one machine.

Its keys are made of what may leave of a line and of nothing else, so that no word of anybody's papers is in it.
"""

from collections.abc import Mapping, Set
from typing import Final

from plainbill.case import Line, Review, Translation
from plainbill.describing.leaving import what_may_leave
from plainbill.describing.ranking import rank
from plainbill.knowledge.published import NOTHING_IMPORTED, PublishedTables
from plainbill.knowledge.tables import Row, parse_table

TABLE: Final = "accepted_words"
COLUMNS: Final = ("key", "plain", "group", "source", "date", "reviewed")
CONFIDENCE: Final = 0.6
"""How sure accepted words are: a person stands behind them, and saw less of this bill than of the one before."""

AcceptedWords = Mapping[str, Row]
NOTHING_ACCEPTED: Final[AcceptedWords] = {}


def read_accepted(text: str) -> AcceptedWords:
    """Return the entries of the table's text by key; of two for one key the later holds.

    Raises:
        FaultyTable: as `parse_table`.
    """
    return {row["key"]: row for row in parse_table(TABLE, text)}


def accepted_key(left: Line) -> str:
    """Return what lines are found by, `left` being what may leave of one; how many units there are is no part of it."""
    code = "-".join(part for part in (left.code or "", *left.modifiers) if part)
    return " | ".join(part for part in (code, left.revenue_code or "", left.description or "") if part)


def with_accepted(
    line: Line,
    translation: Translation,
    accepted: AcceptedWords,
    personal: Set[str] = frozenset(),
    tables: PublishedTables = NOTHING_IMPORTED,
) -> Translation:
    """Return `translation`, which leaves `line` open, behind the words that a person accepted for such a line."""
    if not accepted or not translation.vague:
        return translation
    left = what_may_leave(line, personal, tables)
    row = None if left is None else accepted.get(accepted_key(left))
    return translation if row is None else rank((translation, _as_translation(row, translation)))


def _as_translation(row: Row, of_tables: Translation) -> Translation:
    return Translation(
        plain=row["plain"],
        group=of_tables.group,
        basis="llm",
        confidence=CONFIDENCE,
        vague=False,
        source=f"accepted/{row['source']}",
        review=Review(by=row["reviewed"], at=row["date"], status="approved"),
    )
