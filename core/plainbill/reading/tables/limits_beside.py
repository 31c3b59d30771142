"""How far a plan's limits of the year are reached, in a box beside the sums of a table: none of it is the table's."""

import re
from collections.abc import Sequence

from plainbill.reading.rows.atoms import Atom

_LIMIT = re.compile(
    r"^(?:(?:individual|family|annual|yearly|calendar year|plan year|20\d\d|in-network|your)\s)*"
    r"(?:deductible|out[- ]of[- ]pocket(?:\s(?:max(?:imum)?|limit))?|benefit maximum|annual maximum)"
    r"(?:\s(?:limit|max(?:imum)?|met|used|left|remaining|so far|to date|applied|amount))*:?$",
    re.IGNORECASE,
)
# A limit stands on one of the next rows below its title.
_REACH = 4


def without_limits_beside(own: tuple[Atom, ...]) -> tuple[Atom, ...]:
    """Return the atoms of a row behind "Deductible met to date $186.42", where words and an amount follow."""
    at = next((i for i, atom in enumerate(own) if atom.kind == "money"), None)
    if at is None or not _is_captioned(own[at + 1 :]) or not _LIMIT.match(_text(own[:at])):
        return own
    return own[at + 1 :]


def without_titles_of_limits(rows: Sequence[tuple[Atom, ...]]) -> list[tuple[Atom, ...]]:
    """Return the rows, empty the one of words alone that stands right over a list of limits: "Benefit year so far"."""
    return [() if own and _is_title_of_limits(own, rows[i + 1 : i + _REACH]) else own for i, own in enumerate(rows)]


def _is_title_of_limits(own: tuple[Atom, ...], below: Sequence[tuple[Atom, ...]]) -> bool:
    """True where the next row that begins where these words do is a limit; sums may stand right of both."""
    if any(atom.kind != "text" for atom in own):
        return False
    height = own[0].tokens[0].box.height
    under = next((row for row in below if row and abs(row[0].x0 - own[0].x0) < height), ())
    at = next((i for i, atom in enumerate(under) if atom.kind == "money"), 0)
    return at > 0 and _LIMIT.match(_text(under[:at])) is not None


def _is_captioned(atoms: Sequence[Atom]) -> bool:
    """True for words with an amount behind them."""
    kinds = [atom.kind for atom in atoms]
    return bool(kinds) and kinds[0] == "text" and kinds[-1] == "money"


def _text(atoms: Sequence[Atom]) -> str:
    return " ".join(atom.text for atom in atoms)
