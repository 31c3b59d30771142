"""Values read from a paper, each with the tokens it was read from."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.tokens import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A value and the print it was read from."""

    value: object
    tokens: tuple[Token, ...]

    @property
    def page(self) -> int:
        """Index of the page it stands on."""
        return self.tokens[0].page

    @property
    def y(self) -> float:
        """Height on the level page."""
        return self.tokens[0].y


Draft = Mapping[str, Found]
"""Values by their path below one line, payment or document: "charge", "adjustments[0].amount"."""


def from_atoms(value: object, atoms: Sequence[Atom]) -> Found:
    """The value as read from these atoms."""
    return Found(value=value, tokens=tuple(token for atom in atoms for token in atom.tokens))


def text_of(atoms: Sequence[Atom]) -> str:
    """The print of the atoms, joined by one blank, without stray marks at its ends."""
    return " ".join(atom.text for atom in atoms).strip(" ;,|")


def alike(one: Found, other: Found) -> bool:
    """True where two values have the same letters and digits."""

    def bare(found: Found) -> str:
        return re.sub(r"\W", "", str(found.value)).lower()

    return bare(one) == bare(other)
