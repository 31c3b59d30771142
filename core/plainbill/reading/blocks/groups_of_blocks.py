"""What stands once above several blocks of services: who gave the care, and on which day."""

import re
from collections.abc import Mapping, Sequence

from plainbill.reading.blocks.captions import Printed
from plainbill.reading.labels.name_blocks import is_city_line, is_clinician
from plainbill.reading.rows.atoms import Atom, cells_of
from plainbill.reading.terms.vocabulary import field_labels
from plainbill.reading.terms.wording import heads_a_claim, names_a_claim_last

Group = Mapping[str, tuple[Atom, ...]]

_GUTTER = 1.2
_MOST_ROWS = 4
_FEWEST_WORDS_OF_A_NAME, _LONGEST_NAME = 2, 5
_BEFORE_A_DAY = re.compile(
    r"(?:^|[\s,])(?:visit(?:ed)?|seen|treated|care|services?|stay)(?: (?:of|on|from|date))?:?$", re.IGNORECASE
)
_PRESCRIBED = re.compile(r"^(?:prescrib|order|refer|author)\w*\W*$", re.IGNORECASE)
_OF_ANOTHER = re.compile(r"\b(?:next|follow|return|last|previous|before|after|since|until)\b", re.IGNORECASE)


def group_told(printed: Sequence[Printed], before: Group) -> Group:
    """Return what the rows above a block tell of it and of those that follow; `before` where they open no group."""
    told: dict[str, tuple[Atom, ...]] = {}
    opened = False
    # Above the first group stands what is told of the paper itself.
    for row, own in printed[-_MOST_ROWS:]:
        cells = [_without_initials(cell.atoms) for cell in cells_of(own, _GUTTER * row.height)]
        name = next((cell for cell in cells if _names_a_clinician(cell)), None) or leading_clinician(own) or None
        if name is not None or heads_a_claim(_text(own)) or names_a_claim_last(_text(own)):
            told, opened = ({"provider": name} if name is not None else {}), True
            days = [cell for cell in cells if _is_day(cell)]
            told |= {"date": days[0]} if days else {}
        elif opened and _is_day(own):
            told["date"] = own
        elif (day := _day_of_a_visit(own)) is not None:
            told, opened = {**told, "date": (day,)}, True
    return told if opened else before


def _names_a_clinician(cell: Sequence[Atom]) -> bool:
    """True for a name with its title; who prescribed is not who gave what is charged: "Prescriber: J. Lee, MD"."""
    return is_clinician(_text(cell)) and _PRESCRIBED.match(cell[0].text) is None


def opens_a_group(own: Sequence[Atom]) -> bool:
    """True for a row that by itself tells of the blocks below it: a claim's number, or the day of a visit."""
    text = _text(own)
    return heads_a_claim(text) or names_a_claim_last(text) or _day_of_a_visit(own) is not None


def _day_of_a_visit(own: Sequence[Atom]) -> Atom | None:
    """The one day of a row whose words say that care was given then: "Visit on Oct 2, 2026 with Elm Heart Clinic"."""
    days = [i for i, atom in enumerate(own) if atom.date is not None]
    if len(days) != 1 or any(atom.money is not None for atom in own):
        return None
    before = _text(own[: days[0]])
    told = _BEFORE_A_DAY.search(before) is not None and _OF_ANOTHER.search(before) is None
    return own[days[0]] if told else None


def is_labeled_day(own: Sequence[Atom]) -> bool:
    """True for the one day of a row right behind words that announce the day of care wherever they stand."""
    at = next((i for i, atom in enumerate(own) if atom.date is not None), 0)
    labels = (
        field_labels().find([atom.text.strip(":") for atom in own[at - n : at]]) for n in range(1, min(at, 3) + 1)
    )
    return any(label is not None and "service_dates" in label.fields for label in labels)


def leading_clinician(atoms: Sequence[Atom]) -> tuple[Atom, ...]:
    """Return the name of a clinician that begins a row with its title behind a comma, nothing where none does.

    A badge with the first letter may stand before it, and the trade, a claim or an amount behind it.
    """
    own = atoms[1:] if len(atoms) > 1 and len(atoms[0].text) == 1 and atoms[1].text[:1] == atoms[0].text else atoms
    at = next((i for i, atom in enumerate(own[:_LONGEST_NAME]) if atom.text.endswith(",")), 0)
    name = tuple(own[: at + 2])
    titled = at > 0 and len(name) == at + _FEWEST_WORDS_OF_A_NAME and is_clinician(_text(name))
    worded = all(atom.kind == "text" and atom.text[:1].isupper() for atom in name)
    return name if titled and worded and not is_city_line(_text(own)) else ()


def _is_day(atoms: Sequence[Atom]) -> bool:
    return all(atom.date is not None or atom.kind == "dash" for atom in atoms)


def _without_initials(cell: tuple[Atom, ...]) -> tuple[Atom, ...]:
    """The words without the initials of a name before it, as in a round badge: "LT Lucia Tran"."""
    badge, names = cell[0].text, cell[1:]
    first = "".join(atom.text[:1] for atom in names[: len(badge)])
    return names if len(names) >= _FEWEST_WORDS_OF_A_NAME and len(badge) > 1 and badge == first else cell


def _text(atoms: Sequence[Atom]) -> str:
    return " ".join(atom.text for atom in atoms)
