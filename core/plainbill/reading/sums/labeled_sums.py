"""Which labeled sums of a paper are totals of the whole, and which of several goes first."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import groupby

from plainbill.reading.labels.finding import Labeled
from plainbill.reading.layout import PageLayout
from plainbill.reading.sums.requests import worded
from plainbill.reading.terms.vocabulary import plain_key
from plainbill.reading.terms.wording import says_an_office_charged

_FEWEST_PARTS, _FEWEST_CONTRADICTED = 2, 2
_SAYS_TOTAL = re.compile(r"\btotals?\b", re.IGNORECASE)


def outside_sentences(labels: Sequence[Labeled], layouts: Sequence[PageLayout]) -> list[Labeled]:
    """The labels without the last word of a sentence beside another one: "deductible      $2,000.00 . As of today"."""
    return [label for label in labels if not (label.label[0].text[:1].islower() and _ends_a_sentence(label, layouts))]


def _ends_a_sentence(label: Labeled, layouts: Sequence[PageLayout]) -> bool:
    """True where a full stop and further words stand behind the amount, and the label in another cell."""
    for cell in (cell for layout in layouts for row in layout.cells for cell in row):
        at = next((i for i, atom in enumerate(cell.atoms) if set(atom.tokens) & set(label.value.tokens)), None)
        if at is not None:
            behind = [atom.text for atom in cell.atoms[at:]]
            stopped = behind[0].endswith(".") or behind[1:2] == ["."]
            return stopped and len(behind) > _FEWEST_BEHIND and not set(label.label) & set(cell.tokens)
    return False


def outside_limits(labels: Sequence[Labeled], layouts: Sequence[PageLayout]) -> list[Labeled]:
    """The labels without what a plan allows for things at most: "Frame allowance: $180.00" takes nothing off."""
    begun = {cell.tokens[0] for layout in layouts for row in layout.cells for cell in row}
    allows = (label for label in labels if plain_key(worded(label)) == "allowance")
    limits = {label.label[0] for label in allows if label.label[0] not in begun}
    return [label for label in labels if label.label[0] not in limits]


_FEWEST_BEHIND = 3


def unambiguous(labels: Sequence[Labeled]) -> list[Labeled]:
    """The labels without those that recur with other amounts: of these only the sum of the others is a total."""
    amounts: dict[str, list[Decimal]] = {}
    for label in labels:
        if isinstance(label.value.value, Decimal):
            amounts.setdefault(_wording(label), []).append(label.value.value)
    kept = []
    for label in labels:
        printed = amounts.get(_wording(label), [])
        value, several = label.value.value, set(printed)
        # One part may be nothing, and the sum then what the other is.
        if not isinstance(value, Decimal) or len(several) < 2 or 2 * value in {sum(several), sum(printed)}:
            kept.append(label)
    return kept


def _wording(label: Labeled) -> str:
    """The words of a label, alike for all offices that charged by their names."""
    words = worded(label)
    return "charged" if says_an_office_charged(words) else plain_key(words)


def without_parts(labels: Sequence[Labeled], names: Mapping[str, str]) -> list[Labeled]:
    """The labels without runs of them that sum up one service: "Amount billed" where "Total billed" is another amount.

    One such label may be an entry among sums; where two of a run differ from the totals, all of it is that of a part.
    """
    totals: dict[str, set[object]] = {}
    for label in labels:
        if label.field in names and _says_total(label):
            totals.setdefault(names[label.field], set()).add(label.value.value)
    kept: list[Labeled] = []
    for summed, run in groupby(labels, key=lambda label: _says_total(label) or label.field not in names):
        own = list(run)
        printed = [(totals.get(names[label.field]), label.value.value) for label in own if not summed]
        contradicted = sum(bool(known) and amount not in (known or ()) for known, amount in printed)
        kept += own if contradicted < _FEWEST_CONTRADICTED else []
    return kept


def _says_total(label: Labeled) -> bool:
    return _SAYS_TOTAL.search(worded(label)) is not None


def by_strength(labels: Sequence[Labeled]) -> list[Labeled]:
    """Labels in reading order, those of an estimate's own total first, of these what a discount leaves."""
    totals = [i for i, label in enumerate(labels) if label.field == "estimate_total"]
    discounts = [i for i, label in enumerate(labels) if label.field == "total_adjustments"]
    left = [i for i in totals if any(totals[0] < discount < i for discount in discounts)]
    whole = [i for i in totals if _adds_up_others(i, totals, labels)]
    return sorted(
        labels,
        key=lambda label: (
            label.field != "estimate_total",
            labels.index(label) not in whole,
            labels.index(label) not in left,
        ),
    )


def _adds_up_others(at: int, totals: Sequence[int], labels: Sequence[Labeled]) -> bool:
    """True for the total of an estimate that is the sum of those of several offices."""
    amounts = [labels[i].value.value for i in totals if i != at]
    parts = [amount for amount in amounts if isinstance(amount, Decimal)]
    return len(parts) >= _FEWEST_PARTS and sum(parts) == labels[at].value.value
