"""What an estimate comes to: the price of everything, or what is left for the patient where the paper says how."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from plainbill.reading.labels.finding import Labeled
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.found import Found

_WHOLE, _LEFT, _QUOTED = "totals.estimate", "totals.patient_responsibility", "totals.charges"
_OFF = "totals.adjustments"
_SHARES = ("deductible", "copay", "coinsurance")
_FEWEST_SHARES, _FEWEST_OF_A_CHAIN = 2, 3


def left_by_columns(summed: Mapping[str, Found]) -> dict[str, Found]:
    """Charges and estimate of a closing row that sums up both what is charged and the patient's part of it."""
    whole, left = summed.get(_QUOTED), summed.get(_LEFT)
    if whole is None or left is None or not _amount(left) < _amount(whole):
        return {}
    return {_QUOTED: whole, _WHOLE: left}


def with_what_is_left(
    fields: Mapping[str, Found], labels: Sequence[Labeled], layouts: Sequence[PageLayout]
) -> dict[str, Found]:
    """Return the sums of an estimate, what the patient is left to pay as what is estimated where print leads there.

    It does where several shares add up to it, or where one row takes it from the price of everything. Shares that do
    not add up may be what is left of them for the year.
    """
    if (discounted := _discounted(labels)) is not None:
        return {**fields, **discounted}
    whole, left = fields.get(_WHOLE), fields.get(_LEFT)
    if whole is None or left is None or _QUOTED in fields or _amount(left) >= _amount(whole):
        return dict(fields)
    shares = _shares(labels)
    shared = len(shares) >= _FEWEST_SHARES and sum(map(_amount, shares.values()), Decimal(0)) == _amount(left)
    if not shared and not any(_leads(row, _amount(whole), _amount(left)) for row in _amounts(layouts)):
        return dict(fields)
    others = {name: value for name, value in fields.items() if name not in {_WHOLE, _LEFT}}
    return {**(shares if shared else {}), **others, _QUOTED: whole, _WHOLE: left}


def _discounted(labels: Sequence[Labeled]) -> dict[str, Found] | None:
    """Charges, what one row takes off them, and the estimate that this leaves; None unless they add up."""
    charged, taken, left = (
        {_amount(label.value): label.value for label in labels if label.field == name}
        for name in ("total_charges", "total_adjustments", "estimate_total")
    )
    # "Expected charges" may be all that is estimated, and the price of everything before what is taken off.
    charged = charged or {amount: value for amount, value in left.items() if amount != min(left)}
    if len(charged) != 1 or len(taken) != 1:
        return None
    (whole,), (off,) = charged, taken
    if not off or whole - abs(off) not in left:
        return None
    return {
        _QUOTED: charged[whole],
        _OFF: replace(taken[off], value=abs(off)),
        _WHOLE: left[whole - abs(off)],
    }


def _shares(labels: Sequence[Labeled]) -> dict[str, Found]:
    """The parts of what a patient pays, each by its label, where no label says it twice."""
    named = [(name, label.value) for label in labels for name in _SHARES if label.field == f"total_{name}"]
    names = [name for name, _ in named]
    return {f"totals.{name}": value for name, value in named if names.count(name) == 1}


def _amounts(layouts: Sequence[PageLayout]) -> Iterator[list[Decimal]]:
    for row in (row for layout in layouts for row in layout.cells):
        yield [abs(atom.money) for cell in row for atom in cell.atoms if atom.money is not None]


def _leads(row: Sequence[Decimal], whole: Decimal, left: Decimal) -> bool:
    """True where the row begins with the whole and ends with what is left once all between is taken off."""
    if len(row) < _FEWEST_OF_A_CHAIN or (row[0], row[-1]) != (whole, left):
        return False
    return whole - sum(row[1:-1], Decimal(0)) == left


def _amount(found: Found) -> Decimal:
    return found.value if isinstance(found.value, Decimal) else Decimal(0)
