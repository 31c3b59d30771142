"""Whose paper a page is: the name in its letterhead."""

import re
from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.fields.letterhead_ends import bare_name
from plainbill.reading.fields.logos import in_full, with_lower_row, with_upper_row
from plainbill.reading.labels.name_blocks import is_city_line, is_clinician, is_organization, is_street, is_title
from plainbill.reading.labels.values import PHONE
from plainbill.reading.rows.atoms import Atom, Cell
from plainbill.reading.rows.tokens import Token
from plainbill.reading.terms.running_text import speaks_to_the_reader
from plainbill.reading.terms.vocabulary import field_labels, header_words
from plainbill.reading.terms.wording import is_department

# How a sentence begins, or a form's numbered box: "1. MEDICARE MEDICAID".
_NO_NAME = re.compile(
    r"^(?:(?:your|you|the|this|part|how|who|what|if|we|for|to|by|an?(?!\.)|keep|please|retain|(?:in|out-of)-network|save|see|call|pay|mail|send|operated\sby|details?\sof|rx\s?(?:bin|pcn|grp|group|id))\b"
    r"|\d{1,2}[a-z]?\.\s?[a-z]"
    # What stands around a paper on a site, the site's own name too.
    r"|(?-i:My[A-Z][a-z]+)$"
    r"|continued(?:\s(?:from|on|to)\b.*)?$|(?:skip|back)\sto\b|(?:log|sign)\s(?:in|out|off)\b|(?:hi|hello|welcome(?:\sback)?),|welcome\sback\b|print\s|download\s)",
    re.IGNORECASE,
)
_SMALL = frozenset({"of", "at", "and", "for", "the", "in", "&", "-"})
# A name holds no such run of digits, an account or group number does.
_LARGER, _BEGINS = 1.1, 0.08
_FEWEST_OF_A_HEAD, _MOSTLY = 3, 0.6
_IDENTIFIER = re.compile(r"\d{4}")


def letterhead(
    cells: Sequence[Sequence[Cell]], page_height: float, others: frozenset[Token] = frozenset()
) -> Cell | None:
    """The cell that names whose paper this is: large, high up, no title; None where nothing does.

    `others` is print that labels give to somebody else.
    """
    best: Cell | None = None
    office: Cell | None = None
    highest = of_office = 0.0
    heights = sorted(cell.height for row in cells for cell in row)
    if not heights:
        return None
    typical = heights[len(heights) // 2]
    top = min(cell.y for row in cells for cell in row)
    for row in cells:
        if _heads_a_table(row):
            continue
        for cell in map(
            _behind_a_number,
            map(_without_aside, map(_without_emblem, map(_for_whom, map(bare_name, _with_names_joined(row, typical))))),
        ):
            text = cell.text.strip()
            depth = (cell.y - top) / max(page_height, 1.0)
            if (
                depth > 0.35
                or sum(map(str.isalpha, text)) < 5
                or any(a.kind in {"money", "date"} or _IDENTIFIER.search(a.text) for a in _without_site(cell.atoms))
            ):
                continue
            if (_NO_NAME.match(text) and not _is_named_with_the(text)) or not text[:1].isalnum():
                continue
            if (
                speaks_to_the_reader(text)
                or text.endswith(":")
                or _MAIL.search(text)
                or is_street(" ".join(atom.text for atom in _without_site(cell.atoms)))
                or is_city_line(text)
                or PHONE.fullmatch(text)
            ):
                continue
            ends_a_logo = with_upper_row(cell, cells, small=heights[len(heights) // 4]) is not cell
            if _is_label(text) and not ends_a_logo or others & set(cell.tokens):
                continue
            if (before := _before_title(cell)) is not None:
                cell, text = before, before.text
            organization = is_organization(text) or _HMO.match(text) is not None
            if (
                (is_title(text) and not _is_benefits_company(text))
                or len(cell.atoms) > 9
                or any(atom.text.endswith(":") for atom in cell.atoms)
            ):
                continue
            if _is_bare(cell) and not ends_a_logo:
                continue
            # Clinicians may write under their own names.
            named = organization or is_clinician(text) and cell.height > _LARGE * typical
            if not named and cell.height < _LARGER * typical and depth > _BEGINS:
                # Words in the print of all others name nobody but where the page begins.
                continue
            score = min(cell.height / typical, 2.5) + (1.2 if named else 0.0) - 4.0 * depth
            if score > highest:
                best, highest = cell, score
            if organization and score > of_office and not is_department(text):
                office, of_office = cell, score
    # Large print may say which department the paper is of.
    best = office if best is not None and office is not None and is_department(best.text.strip()) else best
    # A short letterhead is large print for the most part.
    return best and in_full(with_lower_row(with_upper_row(best, cells, small=heights[len(heights) // 4]), cells), cells)


# Where mail goes, and whom it greets.
_MAIL = re.compile(r"\w@\w|^(?:hello|hi|good\s(?:morning|afternoon))\b", re.IGNORECASE)
# "Trident HMO" is the name of a company, as no other kind of plan by itself is.
_HMO = re.compile(r"^[A-Z][\w&'-]+(?:\s[A-Z][\w&'-]+)?\sHMO$")


def _without_site(atoms: Sequence[Atom]) -> Sequence[Atom]:
    """The atoms without the number of the site that ends the name of one of many: "Larch Kidney Care - Unit 0731"."""
    ends = len(atoms) > _SHORTEST_WITH_SITE and _SITE.match(atoms[-2].text) and atoms[-1].text.isdigit()
    return atoms[:-2] if ends else atoms


_SITE = re.compile(r"^(?:unit|site|store|clinic|center|location|facility)$", re.IGNORECASE)
_SHORTEST_WITH_SITE = 3


def _is_bare(cell: Cell) -> bool:
    """True for one word that many names have, as where a name breaks in a narrow column: "Meridia" / "Health"."""
    return len(cell.atoms) == 1 and _OF_ANY_PLAN.match(cell.text) is not None


def _without_emblem(cell: Cell) -> Cell:
    """The cell without a sign that stands for a picture before the name: "+ Blue Shield of Dakota"."""
    first = cell.atoms[0].text
    return replace(cell, atoms=cell.atoms[1:]) if len(cell.atoms) > 1 and first in _EMBLEMS else cell


def _for_whom(cell: Cell) -> Cell:
    """The plan behind who runs it: "Administered by Larch Government Services for Rowan State Health"."""
    if [atom.text.lower() for atom in cell.atoms[:2]] != ["administered", "by"]:
        return cell
    at = next((i for i, atom in enumerate(cell.atoms) if i > 2 and atom.text == "for"), len(cell.atoms))
    behind = cell.atoms[at + 1 :]
    return replace(cell, atoms=behind) if behind and behind[0].text[:1].isupper() else cell


def _without_aside(cell: Cell) -> Cell:
    """The cell without what it says of the name in parentheses: "Larch Kidney Center (a Larkspur facility)"."""
    at = next((i for i, atom in enumerate(cell.atoms) if _BEGINS_ASIDE.match(atom.text)), 0)
    return replace(cell, atoms=cell.atoms[:at]) if at and cell.atoms[-1].text.endswith(")") else cell


_BEGINS_ASIDE = re.compile(r"^\((?:an?|part|member|formerly|division|subsidiary|owned|dba|d/b/a)$", re.IGNORECASE)


def _behind_a_number(cell: Cell) -> Cell:
    """The name of an office behind a dash and the number of an account there: "Account #30117 - Larkspur Clinic"."""
    at = next((i for i, atom in enumerate(cell.atoms) if atom.kind == "dash"), 0)
    before, behind = cell.atoms[:at], cell.atoms[at + 1 :]
    numbered = any(_IDENTIFIER.search(atom.text) for atom in before) and _ACCOUNT.match(before[0].text) is not None
    return replace(cell, atoms=behind) if numbered and is_organization(" ".join(atom.text for atom in behind)) else cell


_ACCOUNT = re.compile(r"(?:account|acct)\b", re.IGNORECASE)
_EMBLEMS = frozenset("+*•·✚✛✜★☆◆●■▲©®†‡")


def _heads_a_table(row: Sequence[Cell]) -> bool:
    """True where most cells of a row name columns; a box of a claim repeats them without a table below."""
    known = sum(header_words().find([token.text for token in cell.tokens]) is not None for cell in row)
    return known >= _FEWEST_OF_A_HEAD and known >= _MOSTLY * len(row)


def _is_named_with_the(text: str) -> bool:
    """True for "The Meadows at Cedar Run", not for "The amount you owe"."""
    words = text.split()
    small = all(word[:1].isupper() or word.lower() in _SMALL for word in words)
    return words[0].lower() == "the" and small and is_organization(text) and not is_title(text)


def _is_label(text: str) -> bool:
    meaning = field_labels().find(text.split())
    return meaning is not None and meaning.exact


# No office is called so; fewer words before it may be those of the title too.
_NAMES_A_PAPER = re.compile(r"^(?P<name>(?:\S+\s){2,}.*\w\.?)\s(?:price|cost|good[- ]faith)\sestimate$", re.IGNORECASE)


def _before_title(cell: Cell) -> Cell | None:
    """The name of an office before a dash and the title of its paper: "Estuary Health System - Price Estimate"."""
    ahead = _NAMES_A_PAPER.match(cell.text)
    if ahead is not None and is_organization(ahead["name"]) and not is_title(ahead["name"]):
        return replace(cell, atoms=cell.atoms[: len(ahead["name"].split())])
    at = next((i for i, atom in enumerate(cell.atoms) if atom.kind == "dash"), 0)
    before, behind = cell.atoms[:at], cell.atoms[at + 1 :]
    named = " ".join(atom.text for atom in before)
    titled = is_title(" ".join(atom.text for atom in behind))
    return replace(cell, atoms=before) if at and titled and is_organization(named) and not is_title(named) else None


# Words of a name in large print, or of a state and its office, stand so many heights apart at most.
_IN_LARGE_PRINT, _BEHIND_A_STATE = 0.8, 2.0
_LARGE, _AS_LARGE = 1.3, 0.9
_STATE = re.compile(r"^(?:STATE|COUNTY|CITY|COMMONWEALTH|DISTRICT)\sOF\s[A-Z ]+$", re.IGNORECASE)


def _with_names_joined(row: Sequence[Cell], typical: float) -> tuple[Cell, ...]:
    """The cells of a row, a name in one whose words a wide font parts, or that begins with its state."""
    joined: list[Cell] = []
    for cell in row:
        before = joined[-1] if joined else None
        if before is not None and _is_one_name(before, cell, typical):
            cell = Cell(atoms=(*joined.pop().atoms, *cell.atoms), height=max(before.height, cell.height))
        joined.append(cell)
    return tuple(joined)


def _is_one_name(before: Cell, cell: Cell, typical: float) -> bool:
    if not all(atom.kind == "text" for atom in (*before.atoms, *cell.atoms)):
        return False
    gap = (cell.x0 - before.x1) / cell.height
    if _STATE.match(before.text):
        return gap < _BEHIND_A_STATE and is_organization(cell.text)
    large = min(before.height, cell.height) > max(_LARGE * typical, _AS_LARGE * max(before.height, cell.height))
    return large and gap < _IN_LARGE_PRINT and is_organization(cell.text) and not is_organization(before.text)


_BENEFITS = re.compile(r"^(?P<name>.+)\sBenefits?(?:\s(?:Plans?|Services|Administrators|Company))?$", re.IGNORECASE)
_OF_ANY_PLAN = re.compile(
    r"^(?:health|medical|dental|vision|pharmacy|member|plan|your|group|claims?|life|insurance|care|of|and|the|behavioral|"
    r"mental|prescription|drug|employee|retiree|patient|provider|services?|hospital|covered|total|&)$",
    re.IGNORECASE,
)


def _is_benefits_company(text: str) -> bool:
    """True for "Clearmark Vision Benefits": a word of its own, what or whom it insures, and no title."""
    match = _BENEFITS.match(text)
    if match is None or is_title(match["name"]):
        return False
    first, *insured = match["name"].split()
    if _OF_ANY_PLAN.match(first):
        return False
    named = first[:1].isupper() and bool(insured) and all(map(_OF_ANY_PLAN.match, insured))
    return named or is_organization(match["name"])
