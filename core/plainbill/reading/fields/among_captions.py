"""Print on rows of captions and of the values below them, where a form begins: none of it is a sender's name."""

from collections.abc import Sequence

from plainbill.reading.labels.finding import Labeled
from plainbill.reading.labels.name_blocks import Party, is_organization
from plainbill.reading.rows.atoms import Cell
from plainbill.reading.rows.tokens import Token

_FEWEST_TOLD = 2


def among_captions(
    rows: Sequence[Sequence[Cell]], labels: Sequence[Labeled], parties: Sequence[Party]
) -> frozenset[Token]:
    """What a row of captions, or of the values below them, prints and is no office: it is no name of a sender.

    Above an address and a phone stands an office.
    """
    told = frozenset(token for label in labels for token in (*label.label, *label.value.tokens))
    among = (row for row in rows if sum(bool(told & set(cell.tokens)) for cell in row) >= _FEWEST_TOLD)
    offices = [party.name.tokens for party in parties if party.name and party.address and party.phone]
    office = frozenset(token for tokens in offices for token in tokens)
    free = (cell for row in among for cell in row if not _is_an_office(cell) and not office & {*cell.tokens})
    return frozenset(token for cell in free for token in cell.tokens)


def _is_an_office(cell: Cell) -> bool:
    """True for the name of one, of two words or more: a trade alone is what a box says of the care."""
    return len(cell.atoms) > 1 and is_organization(cell.text)
