"""Drug codes in the upper, shaded half of a line of a claim form: "N450383074525 UN3" above the service it is of."""

import re
from dataclasses import replace
from itertools import pairwise

from plainbill.reading.columns.column import placeless
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.rows.atoms import Atom

_DRUG = re.compile(r"^N4(?=\d{11}$)")


def with_drugs_above(table: Table) -> Table:
    """The table of a claim form with each drug code on the service right below it; others print them below theirs."""
    if not {"date", "place", "code"} <= table.fields or table.fields & {"description", "ndc"}:
        return table
    beside = [*pairwise((None, *table.rows, None))]
    above = {
        below.y: drug
        for row, below in beside
        if row is not None and below is not None and below.role == "service" and (drug := _drug(row)) is not None
    }
    if not above or any(_ends_in_a_drug(row, below) for row, below in beside):
        return table
    moved = {drug.tokens[0] for drug in above.values()}
    rows = tuple(
        replace(row, cells=(*row.cells, (above[row.y],) if row.y in above else ()))
        for row in table.rows
        if row.role != "words" or not row.atoms or row.atoms[0].tokens[0] not in moved
    )
    return replace(table, columns=(*table.columns, placeless("ndc")), rows=rows)


def _ends_in_a_drug(row: TableRow | None, below: TableRow | None) -> bool:
    """True for a drug code that stands above no service: the form prints each below its own."""
    return row is not None and _drug(row) is not None and (below is None or below.role != "service")


def _drug(row: TableRow) -> Atom | None:
    """The drug code that begins a row of no service, without its sign; None where none does."""
    first = row.atoms[0] if row.role == "words" and row.atoms else None
    if first is None or _DRUG.match(first.text) is None:
        return None
    return replace(first, text=_DRUG.sub("", first.text))
