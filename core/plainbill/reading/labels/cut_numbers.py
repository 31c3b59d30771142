"""Numbers cut at the end of a row, of which the page prints the whole as well: "Total for Claim 26-0412-"."""

from collections.abc import Sequence

from plainbill.reading.labels.finding import Labeled


def without_cut_numbers(labels: Sequence[Labeled]) -> list[Labeled]:
    """Return the labeled values without such beginnings of a number that another label of the field has whole."""
    return [label for label in labels if not any(_begins(label, other) for other in labels)]


def _begins(label: Labeled, other: Labeled) -> bool:
    number, whole = label.value.value, other.value.value
    if label.field != other.field or not isinstance(number, str) or not isinstance(whole, str):
        return False
    return number.endswith("-") and number != whole and whole.startswith(number)
