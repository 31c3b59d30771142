"""Who gave the care: a name behind a dash, in parentheses or behind "Dr." that ends the words, as "CT - Okafor MD"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.rows.atoms import Atom

_DOCTOR = re.compile(r"^(?:dr|doctor)\b\.?\s", re.IGNORECASE)
# "VISIT - NEW PT" is a patient and no therapist: only titles that are no words of services tell.
_TITLED = re.compile(r"\b(?:M\.?D|D\.?O|D\.?D\.?S|D\.?M\.?D|D\.?P\.?M|CRNA|APRN|PA-C|LCSW|Ph\.?D)\.?$")
# Who of an office gave care, how and how long, and what was done: words before a title that name nobody.
_NAMES_NOBODY = re.compile(
    r"\b(?:attend|physician|provider|clinician|doctor|resident|intern|fellow|surgeon|assist|nurs|emergency|hospital"
    r"|on-?call|team|staff|profession|technical|medical|direct|supervis|personal|perform|consult|specialist|non\b|level"
    r"|(?:half|full|one|two|three|four|five|six|fifteen|thirty|forty|sixty)\b|min(?:ute)?s?\b|hours?\b|initial"
    r"|subsequent|follow|new\b|est(?:ablished)?\b|patient|visit|only\b|with(?:out)?\b|by\b|per\b|and\b|the\b|left\b"
    r"|right\b|(?:bi|uni)lateral|general\b|views?\b|local\b|sedation|anesthe|monitored|read(?:ing|s)?\b|interpret|review|report|fees?\b|charges?\b|services?\b|care\b|therapy|session"
    r"|individual|family\b|group\b|exam|eval|test)",
    re.IGNORECASE,
)
_DASHES = frozenset({"-", "\u2013", "\u2014"})
_BEGINS = re.compile(r"^(?:Dr\.?|DR\.|Doctor)$")
_FEWEST, _LONGEST = 2, 5


def parted_from_clinician(words: Sequence[Atom]) -> tuple[list[Atom], list[Atom]]:
    """Return what was done, and the name behind a dash or in parentheses that ends the words; no name without one."""
    at = next((i for i in range(len(words) - 1, 0, -1) if words[i].text in _DASHES), 0)
    name = [*words[at + 1 :]] if at else []
    opened = next((i for i in range(len(words) - 1, 0, -1) if words[i].text.startswith("(")), 0)
    if opened and words[-1].text.endswith(")"):
        # "Assistant at surgery (R. Finch PA-C)".
        at, bare = opened, [replace(atom, text=atom.text.strip("()")) for atom in words[opened:]]
        name = [atom for atom in bare if atom.text]
    told = next((i for i in range(len(words) - 1, 0, -1) if _BEGINS.match(words[i].text)), 0)
    if not name and told:
        # "Electrocardiogram Dr. Finch".
        at, name = told, [*words[told:]]
    text = " ".join(atom.text for atom in name)
    named = _FEWEST <= len(name) <= _LONGEST and all(atom.kind == "text" and atom.text[:1].isupper() for atom in name)
    titled = _DOCTOR.match(text) or _TITLED.search(text)
    whose = _DOCTOR.sub("", text)
    if not named or not titled or any(map(str.isdigit, text)) or _NAMES_NOBODY.search(whose):
        return [*words], []
    return [*words[:at]], name
