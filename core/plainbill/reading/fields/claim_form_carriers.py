"""The plan that a claim form is sent to: the block in its upper right corner, a name over a street and a city."""

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile

from plainbill.reading.fields.claim_form_boxes import is_form
from plainbill.reading.labels.name_blocks import is_city_line, is_street_with_number
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.atoms import Cell
from plainbill.reading.rows.found import Found, alike, from_atoms, text_of

_FIRST_BOX = re.compile(r"^1\.?\s|\b1a\b")
# Rows of one block stand no further apart, in heights of print.
_PITCH = 2.6
_UPPER = 3


def with_carrier(fields: Mapping[str, Found], page: PageLayout) -> dict[str, Found]:
    """Return the fields with the name and the address of that plan, who bills no longer under its name."""
    found = dict(fields)
    block = _block(page) if is_form(page) else None
    if block is None:
        return found
    name, address = block
    if "provider.name" in found and alike(found["provider.name"], name):
        del found["provider.name"]
    return found | {"payer.address": address} | ({} if "payer.name" in found else {"payer.name": name})


def _block(page: PageLayout) -> tuple[Found, Found] | None:
    """The name and the address, None where the corner holds anything else."""
    # The words of the first box may be too faint to be read; whoever bills stands at the foot of the form.
    high = (row for row in page.cells if row and row[0].y < page.height / _UPPER)
    above = takewhile(lambda row: not any(_FIRST_BOX.search(cell.text) for cell in row), high)
    middle = max((row[-1].x1 for row in page.cells if row), default=0.0) / 2
    rows = [[cell for cell in row if cell.x0 > middle] for row in above]
    lines = [row for row in rows if row]
    city = next((i for i, line in enumerate(lines) if is_city_line(_text(line))), 0)
    street = next((i for i in range(city - 1, 0, -1) if is_street_with_number(_text(lines[i]))), 0)
    if not street or not _is_one_block(lines[street - 1 : city + 1]) or any(map(str.isdigit, _text(lines[street - 1]))):
        return None
    name = [atom for cell in lines[street - 1] for atom in cell.atoms]
    below = [[atom for cell in line for atom in cell.atoms] for line in lines[street : city + 1]]
    address = ", ".join(map(text_of, below))
    return from_atoms(text_of(name), name), from_atoms(address, [atom for line in below for atom in line])


def _is_one_block(lines: Sequence[Sequence[Cell]]) -> bool:
    pairs = zip(lines, lines[1:], strict=False)
    return all(below[0].y - above[0].y < _PITCH * max(above[0].height, below[0].height) for above, below in pairs)


def _text(line: Sequence[Cell]) -> str:
    return " ".join(cell.text for cell in line)
