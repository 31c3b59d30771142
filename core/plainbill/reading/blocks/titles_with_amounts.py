"""Titles of blocks that print what the service cost behind its words and code, with no caption of its own."""

from collections.abc import Mapping
from decimal import Decimal

from plainbill.reading.blocks.block_titles import told_by
from plainbill.reading.blocks.captions import Unit
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.tables.titled_values import WORDS

# What the plan took off, paid and left makes up what was charged.
_PARTS = ("adjustment", "plan_paid", "patient_responsibility", "not_covered")
_FEWEST_PARTS = 2


def title_with_amount(unit: Unit) -> tuple[Atom, ...]:
    """Return the words and the code of a service before the only amount of a row, nothing where it is no such row."""
    if len(unit.rows) != 1 or len(unit.amounts) != 1 or unit.amounts[0].name is not None or unit.words:
        return ()
    told = told_by([unit.amounts[0].label], frozenset())
    return unit.amounts[0].label if told.get("code") and told.get(WORDS) else ()


def makes_up(charge: Atom, amounts: Mapping[str, Atom]) -> bool:
    """Return whether what was taken off, paid and left of a service comes to an amount."""
    parts = [abs(amounts[name].money or Decimal(0)) for name in _PARTS if name in amounts]
    return len(parts) >= _FEWEST_PARTS and sum(parts, Decimal(0)) == charge.money
