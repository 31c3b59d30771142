"""Where a member's card says that claims are sent, on rows of their own: "Send medical claims to:" over the address."""

import re
from collections.abc import Iterator, Sequence

from plainbill.reading.labels.address_words import PO_BOX
from plainbill.reading.labels.name_blocks import atoms_within, is_city_line
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.atoms import Cell
from plainbill.reading.rows.found import Found, from_atoms

_CLAIMS_TO = re.compile(
    r"^(?:(?:send|mail|submit)\s)?(?:all\s|your\s|medical\s|paper\s)*claims(?:\s(?:to|address|mailing\saddress))?:?$",
    re.IGNORECASE,
)
# In heights of print; a name, a street and a city.
_NEXT_ROW, _MOST_ROWS = 2.4, 3
# A name may stand before the address on its row.
_BEGINS = re.compile(
    rf"(?:^|[,|]\s)(?P<address>(?:(?i:{PO_BOX})\s\d|\d+\s[A-Z]).*|[A-Z][A-Za-z .'-]+,?\s[A-Z]{{2}}\s\d{{5}}.*)"
)


def claims_address(pages: Sequence[PageLayout]) -> Found | None:
    """Return the address below such words, from the row with a number down to the city, None without one."""
    for page in pages:
        for i, row in enumerate(page.cells):
            for cell in (cell for cell in row if _CLAIMS_TO.match(cell.text)):
                below = [*_right_below(cell, page.cells[i + 1 :])]
                if below and is_city_line(below[-1].text):
                    return _address(below)
    return None


def _right_below(caption: Cell, rows: Sequence[Sequence[Cell]]) -> Iterator[Cell]:
    """The cells that begin where the caption does, row by row down to the first with a city."""
    last, count = caption, 0
    for row in rows:
        for cell in row:
            if abs(cell.x0 - caption.x0) < caption.height and 0 < cell.y - last.y < _NEXT_ROW * caption.height:
                last, count = cell, count + 1
                yield cell
                break
        if is_city_line(last.text) or count == _MOST_ROWS:
            return


def _address(cells: Sequence[Cell]) -> Found | None:
    """The address that the rows print, without the name above it or before it."""
    parts = [(match["address"], cell, match.span("address")) for cell in cells if (match := _BEGINS.search(cell.text))]
    atoms = [atom for _, cell, span in parts for atom in atoms_within(cell.atoms, *span)]
    return from_atoms(", ".join(text.strip(" ,") for text, _, _ in parts), atoms) if parts else None
