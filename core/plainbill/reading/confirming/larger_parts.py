"""Charges less than what was allowed or paid of them: one of the two was most likely misread, whoever saw it."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from plainbill.reading.rows.found import Found
from plainbill.reading.sources import amount_at

_PARTS = ("allowed", "plan_paid", "patient_responsibility")


def larger_parts(found: Mapping[str, Found], lines: int) -> Iterator[str]:
    """Return the paths of such charges and of what is more than they are."""
    for i in range(lines):
        charge = amount_at(found, f"lines[{i}].charge")
        if charge is None or charge <= 0:
            continue
        larger = [path for name in _PARTS if (amount_at(found, path := f"lines[{i}].{name}") or Decimal(0)) > charge]
        yield from (*larger, *([f"lines[{i}].charge"] if larger else []))
