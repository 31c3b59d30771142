"""What sums up one group of services by words that could sum up all: "Total respiratory services" below its heading."""

from collections.abc import Sequence

from plainbill.reading.labels.finding import Labeled
from plainbill.reading.layout import PageLayout

_OF_ALL = "total_charges"


def without_group_totals(labels: Sequence[Labeled], layouts: Sequence[PageLayout]) -> list[Labeled]:
    """Return the labels without totals of charges that stand in rows of groups, where one outside of them is left."""
    grouped = {
        token
        for layout in layouts
        for table in layout.tables
        for row in table.rows
        if row.role == "subtotal"
        for atom in row.atoms
        for token in atom.tokens
    }
    named = [label for label in labels if label.field == _OF_ALL]
    of_groups = [label for label in named if grouped & set(label.value.tokens)]
    return [label for label in labels if len(of_groups) == len(named) or label not in of_groups]
