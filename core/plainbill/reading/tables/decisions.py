"""Columns that say what a plan decided of each service, told by what stands in them: "Result" over PAID and DENIED."""

import re
from dataclasses import replace

from plainbill.reading.columns.table import Table

_DECISION = re.compile(r"^(?:paid|denied|pending|pended|(?:not )?approved|rejected|allowed|adjusted)$", re.IGNORECASE)
_FEWEST = 2


def with_decisions(table: Table) -> Table:
    """Return the table with such a column, where its head means nothing by itself and no other tells the decision."""
    services = [row for row in table.rows if row.role == "service"]
    if "status" in table.fields or len(services) < _FEWEST:
        return table
    for i, column in enumerate(table.columns):
        said = [" ".join(atom.text for atom in row.cells[i]) for row in services]
        if column.field == "ignore" and all(map(_DECISION.match, said)):
            columns = (*table.columns[:i], replace(column, field="status"), *table.columns[i + 1 :])
            return replace(table, columns=columns)
    return table
