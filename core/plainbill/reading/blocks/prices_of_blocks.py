"""Prices of blocks that have no other charge: what a plan and the patient paid of each comes to its price."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from plainbill.reading.blocks.captions import Captioned

_PRICE = "unit_price"
_OFF = ("adjustment", "plan_paid", "other_paid", "not_covered")
_LEFT = ("patient_responsibility", "copay", "patient_paid")
_FEWEST_BLOCKS = 2


def charges_by_prices(blocks: Iterable[Mapping[str, Captioned]]) -> Mapping[int, dict[str, Captioned]]:
    """Return, by the number of the block, its amounts with the price as the charge and what is left as the patient's.

    Nothing where one block with such a price does not close: there it may be that of one of several.
    """
    priced = {i: block for i, block in enumerate(blocks) if _PRICE in block and "charge" not in block}
    if len(priced) < _FEWEST_BLOCKS or not all(map(_closes, priced.values())):
        return {}
    return {i: {_meaning(name): each for name, each in block.items()} for i, block in priced.items()}


def _closes(block: Mapping[str, Captioned]) -> bool:
    """True where the price less what was taken off is the one amount that is left for the patient."""
    left = [_money(block[name]) for name in _LEFT if name in block]
    off = [_money(block[name]) for name in _OFF if name in block]
    return len(left) == 1 and bool(off) and _money(block[_PRICE]) - sum(off) == left[0]


def _meaning(name: str) -> str:
    if name == _PRICE:
        return "charge"
    return "patient_responsibility" if name in _LEFT else name


def _money(captioned: Captioned) -> Decimal:
    return abs(captioned.amount.money or Decimal(0))
