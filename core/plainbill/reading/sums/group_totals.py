"""What sums up one group of services by words that could sum up all: "Total respiratory services" below its heading."""

from collections.abc import Sequence
from decimal import Decimal

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
    if len(of_groups) == len(named):
        of_groups = [label for label in of_groups if _leaves_out_services(label, layouts)]
    return [label for label in labels if label not in of_groups]


def _leaves_out_services(label: Labeled, layouts: Sequence[PageLayout]) -> bool:
    """True for what adds up the services right above it where others stand below a sum of their own."""
    for table in (table for layout in layouts for table in layout.tables):
        group: list[Decimal] = []
        added = closed = False
        for row in table.rows:
            amounts = [atom.money for atom in table.cell(row, "charge") if atom.money is not None]
            if row.role == "service":
                if added and closed:
                    return True
                group += amounts
            elif any(set(label.value.tokens) & set(atom.tokens) for atom in row.atoms):
                added = sum(group, Decimal(0)) == label.value.value
            elif row.role in {"subtotal", "total"}:
                closed = added
                group = []
    return False
