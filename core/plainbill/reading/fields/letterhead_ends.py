"""Names of senders without what their row prints behind them: an address, or who does the work for them."""

import re
from dataclasses import replace

from plainbill.reading.labels.name_blocks import is_city_line, is_organization, is_title
from plainbill.reading.rows.atoms import Cell

_RUN_BY = re.compile(
    r"^(?P<name>[A-Z].{4,60}?)(?:\s[-\u2013\u2014]|,|\s[|\u00b7\u2022])?\s(?:administered|managed|operated|serviced)\sby\s",
    re.IGNORECASE,
)
_WITH_STREET = re.compile(r"^(?P<name>[A-Z][^\d,]{4,60}?),?\s(?=\d+\s[A-Z]|P\.?\s?O\.?\s?Box\s\d)", re.IGNORECASE)


def bare_name(cell: Cell) -> Cell:
    """The cell up to the end of the name it begins with: "Larkspur Trust - administered by Quince"."""
    match = _RUN_BY.match(cell.text)
    if match is None and is_city_line(cell.text):
        match = _WITH_STREET.match(cell.text)
    if match is None or not is_organization(match["name"]) or is_title(match["name"]):
        return cell
    return replace(cell, atoms=cell.atoms[: len(match["name"].split())])
