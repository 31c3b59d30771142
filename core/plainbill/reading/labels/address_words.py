"""Words of addresses: cities with their state and code, boxes, streets, and cells of a row that are one address."""

import re
from collections.abc import Sequence

from plainbill.reading.rows.atoms import Cell

STATE_NAME = (
    r"(?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois"
    r"|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri"
    r"|Montana|Nebraska|Nevada|New\s(?:Hampshire|Jersey|Mexico|York)|(?:North|South)\s(?:Carolina|Dakota)|Ohio|Oklahoma"
    r"|Oregon|Pennsylvania|Rhode\sIsland|Tennessee|Texas|Utah|Vermont|(?:West\s)?Virginia|Washington|Wisconsin|Wyoming)"
)
CITY = re.compile(
    r"(?!\b(?i:payer|member|plan|group|subscriber|claim|provider|policy|tax|patient|insured)\s+ID\b)"
    r"(?P<city>[A-Z][A-Za-z .'-]{1,30}?),?\s+(?P<state>(?!NO\b)[A-Z]{2}|0[HKR]|[CM]0|" + STATE_NAME + r")\.?,?"
    r"\s+(?P<zip>\d{5}(?:-\d{4})?)\b"
)
# "PO Box", also where a reader saw zeros in it.
PO_BOX = r"P\.?\s?[O0]\.?\s?B[O0]x"
# Houses numbered by a grid, as in the country of some states: "W4417 County Road D", "N64W23110 Main St".
OF_A_GRID = r"(?:[NSEW]\d{2,5}){1,2}"
STREET_START = re.compile(rf"^(?:\d+[A-Z]?\s+[A-Z]|{OF_A_GRID}\s+[A-Z]|{PO_BOX}\s)", re.IGNORECASE)


# So many heights lie between the number and the name of a street, and between a street and its city, at most.
_IN_A_STREET, _BEFORE_A_CITY = 1.6, 3.0
_TOWN_AND_STATE, _ZIP = re.compile(r"^[A-Z][A-Za-z .'-]+, ?[A-Z]{2}$"), re.compile(r"^\d{5}(?:-\d{4})?$")
_HOUSE = re.compile(r"^\d{1,5}[A-Z]?$")


def with_streets_joined(row: Sequence[Cell]) -> tuple[Cell, ...]:
    """The cells of a row, the parts of an address in one: a wide font or a dot between them parts them."""
    joined: list[Cell] = []
    wide = [cell for parts in zip(row, row[1:], row[2:], strict=False) if _set_apart(*parts) for cell in parts[1:]]
    for cell in row:
        if joined and (_goes_on(joined[-1], cell) or cell in wide):
            cell = Cell(atoms=(*joined.pop().atoms, *cell.atoms), height=cell.height)
        joined.append(cell)
    return tuple(joined)


_IN_PRINT_OF_ONE_WIDTH = 4.0
_CAPITALS, _STATE_AND_ZIP = re.compile(r"^[A-Z][A-Z .'-]+,?$"), re.compile(r"^[A-Z]{2},?\s\d{5}(?:-\d{4})?$")


def _set_apart(street: Cell, city: Cell, state: Cell) -> bool:
    """True for the parts of an address that print of one width sets apart: "PO BOX 118   QUINCE   SC 29998"."""
    if max(city.x0 - street.x1, state.x0 - city.x1) >= _IN_PRINT_OF_ONE_WIDTH * street.height:
        return False
    parts = (STREET_START.match(street.text), _CAPITALS.match(city.text), _STATE_AND_ZIP.match(state.text))
    return all(part is not None for part in parts)


def _goes_on(before: Cell, cell: Cell) -> bool:
    gap = (cell.x0 - before.x1) / cell.height
    if _HOUSE.match(before.text):
        return gap < _IN_A_STREET and cell.text[:1].isalpha()
    if _TOWN_AND_STATE.match(before.text) and _ZIP.match(cell.atoms[0].text):
        return gap < _IN_A_STREET
    return gap < _BEFORE_A_CITY and STREET_START.match(before.text) is not None and CITY.match(cell.text) is not None
