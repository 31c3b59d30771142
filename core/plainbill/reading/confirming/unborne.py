"""Amounts that no sum bears out: two readers tell how they are printed, and nothing tells what they stand for."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from plainbill.case.reading import Confirmation
from plainbill.reading.rows.found import Found

_SUMS: frozenset[Confirmation] = frozenset({"line_sum", "total", "subtotal", "running_balance", "unit_price"})
_PLACE = re.compile(r"\[\d+\]")
_LINES, _PAYMENTS, _TOTALS = "lines[", "payments[", "totals."
_TOTAL_OF_CHARGES = {"charges": "charge"}


def unborne_amounts(found: Mapping[str, Found], by: Mapping[str, Sequence[Confirmation]]) -> Iterator[str]:
    """The paths of amounts in whose column none is part of a sum that closes, where sums close on other columns.

    And of payments that are part of none. A head that was taken for another, or sums taken for payments, are print
    that two readers see alike as well. Where a column has a sum that does not close, one of its amounts was misread,
    which the second reader finds; where no sum closes at all, only its eyes are left.
    """
    amounts = [path for path, value in found.items() if isinstance(value.value, Decimal)]
    borne = {_PLACE.sub("", path) for path in amounts if _SUMS & set(by.get(path, ()))}
    # Where no column of the lines is part of a sum, none says that another was taken for something else.
    held = (_LINES, _PAYMENTS) if any(path.startswith("lines.") for path in borne) else (_PAYMENTS,)
    known = borne | {_column_of(path) for path in amounts if path.startswith(_TOTALS)}
    yield from (path for path in amounts if path.startswith(held) and _PLACE.sub("", path) not in known)


def _column_of(total: str) -> str:
    name = total.removeprefix(_TOTALS)
    return f"lines.{_TOTAL_OF_CHARGES.get(name, name)}"
