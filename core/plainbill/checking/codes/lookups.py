"""Look-ups of codes in the tables of pairs, units, lives and ages, by the code itself or a range that holds it."""

import datetime
import functools
from collections import defaultdict
from collections.abc import Iterable, Mapping

from plainbill.case import TableUse
from plainbill.knowledge.published import PairEdit, PublishedCode, UnitLimit
from plainbill.knowledge.tables import Row, read_table

PAIRS = "service_pairs"
MODIFIER_ROLES = "modifier_roles"
CEILINGS = "unit_ceilings"
LIVES = "code_life"
DEMOGRAPHIC = "demographic_codes"


def use_of(table: str, row: Row, entry: str) -> TableUse:
    """Return what a finding says of a table's entry that it rests on."""
    first, last = row.get("valid_from", ""), row.get("valid_to", "")
    return TableUse(
        name=table,
        source=row["source"],
        valid_from=datetime.date.fromisoformat(first) if first else None,
        valid_to=datetime.date.fromisoformat(last) if last else None,
        entry=entry,
    )


def use_of_published(found: PairEdit | UnitLimit | PublishedCode, entry: str) -> TableUse:
    """Return what a finding says of an entry of an imported table that it rests on."""
    return TableUse(
        name=found.table, source=found.source, valid_from=found.valid_from, valid_to=found.valid_to, entry=entry
    )


def holds_on(row: Row, day: datetime.date) -> bool:
    """Tell whether an entry holds on a day of service; ISO dates compare as text, and an empty one is no limit."""
    written = day.isoformat()
    return (row["valid_from"] or written) <= written <= (row["valid_to"] or written)


@functools.lru_cache(maxsize=16384)
def in_range(code: str, codes: str) -> bool:
    """Tell whether `code` is `codes`, or lies between its first and last and ends in the same letter or in a digit."""
    low, _, high = codes.partition("-")
    if len(code) != len(low) or not low <= code <= (high or low):
        return False
    return code[-1] == low[-1] or (code[-1].isdigit() and low[-1].isdigit())


def _spread(codes: str) -> Iterable[str]:
    """Every code of a range; pairs are written with ranges of five digits only."""
    low, _, high = codes.partition("-")
    return (f"{number:05d}" for number in range(int(low), int(high) + 1)) if high else (low,)


@functools.cache
def partners() -> Mapping[str, Mapping[str, Row]]:
    """Return the built-in pairs: for each column-one code its column-two codes."""
    found: dict[str, dict[str, Row]] = defaultdict(dict)
    for row in read_table(PAIRS):
        for one in _spread(row["column_one"]):
            found[one].update(dict.fromkeys(_spread(row["column_two"]), row))
    return found


@functools.cache
def modifiers_with(role: str) -> frozenset[str]:
    """Return the modifiers that have a role: separate, repeat, side, part, helper, again, both."""
    return frozenset(row["modifier"] for row in read_table(MODIFIER_ROLES) if role in row["role"].split())


@functools.lru_cache(maxsize=8192)
def ceilings(code: str) -> tuple[Row, ...]:
    """Return the unit ceilings of a code: those written for it alone, else those of its range."""
    rows = read_table(CEILINGS)
    own = tuple(row for row in rows if row["codes"] == code)
    return own or tuple(row for row in rows if in_range(code, row["codes"]))


@functools.cache
def _lives() -> Mapping[tuple[str, str], Row]:
    return {(row["system"], row["code"]): row for row in read_table(LIVES)}


def life(system: str, code: str) -> Row | None:
    """Return when a procedure or diagnosis code may be used, None where the table does not know."""
    return _lives().get((system, code))


@functools.lru_cache(maxsize=8192)
def demographic(system: str, code: str) -> tuple[Row, ...]:
    """Return for whom a code is; a diagnosis is found by its first characters."""
    rows = (row for row in read_table(DEMOGRAPHIC) if row["system"] == system)
    if system == "procedure":
        return tuple(row for row in rows if in_range(code, row["codes"]))
    return tuple(row for row in rows if _begins_within(code, row["codes"]))


def _begins_within(code: str, codes: str) -> bool:
    low, _, high = codes.partition("-")
    return len(code) >= len(low) and low <= code[: len(low)] <= (high or low)
