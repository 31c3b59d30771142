"""Numbers of authorizations that break at their hyphen in a narrow column: "BH-" over "60221"."""

import re

from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.rows.atoms import Atom

_GOES_ON = re.compile(r"^[A-Z0-9]+(?:-[A-Z0-9]+)*$")
_NEXT = 2.2


def rest_of_number(table: Table, service: TableRow, below: TableRow) -> tuple[Atom, ...]:
    """The print below a service that ends the number of its authorization, and nothing where it is whole."""
    own, more = table.cell(service, "authorization"), table.cell(below, "authorization")
    broken = bool(own) and own[-1].text.endswith("-") and len(own[-1].text) > 1
    near = below.y - service.y < _NEXT * service.height
    return more if broken and near and len(more) == 1 and _GOES_ON.match(more[0].text) else ()
