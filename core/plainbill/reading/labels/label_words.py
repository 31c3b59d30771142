"""The words of labels: what they announce, and how labels of a remittance's row and of running words are told."""

import re
from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.labels.field_kinds import VALUE_OF_FIELD, ValueKind
from plainbill.reading.labels.values import value_in
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.terms.label_parts import holds_only_known_words, label_field
from plainbill.reading.terms.vocabulary import Meaning, field_labels

WORDY: frozenset[ValueKind] = frozenset({"name", "person", "words"})
_SHARE = re.compile(r"^\(\d{1,3}%\)$")
_LEADING_SLASH = re.compile(r"^/(?=[A-Za-z])")
# So many digits are no year, no form's number and no count.
_LONG_NUMBER = 5
# Among so few words another one makes another label.
_FEW_WORDS = 3


def label_meaning(run: Sequence[Atom]) -> Meaning | None:
    """What the words announce together, None where they are no label."""
    words = [word for atom in run for word in _LEADING_SLASH.sub("/ ", atom.text.replace(":", " ")).split()]
    if words and words[0].startswith("(") and ")" not in "".join(words):
        # "Lakeland Select (member LHP20081443)".
        words = [words[0][1:], *words[1:]] if words[0] != "(" else words[1:]
    if len(words) > 1 and _SHARE.match(words[-1]):
        # "Coinsurance (20%)".
        words = words[:-1]
    if not words or words[-1].lower().endswith(("'s", "\u2019s")):
        # What follows is theirs: "Plan's  Your" over two rows of "share".
        return None
    found = field_labels().find(words)
    if found is not None and found.exact:
        found = _numbered_too(found, words)
        return _plural(found) if words[-1].lower().rstrip(")").endswith("s") else found
    by_parts = label_field(words)
    if by_parts is not None:
        return Meaning(fields=(by_parts,), exact=True)
    if found is not None and len(words) <= _FEW_WORDS and holds_only_known_words(words):
        # Nothing was read wrong in "Stay number", which is not "State number".
        found = None
    if "/" in words:
        # A label and its translation: "Member / Miembro:".
        first = field_labels().find(words[: words.index("/")]) if words[0] != "/" else None
        return first if first is not None and first.exact else found
    return found


def _numbered_too(meaning: Meaning, words: Sequence[str]) -> Meaning:
    """What names a group may be followed by its number: "Employer Group: 160548"."""
    named = "group_name" in meaning.fields and any(word.lower().startswith(("group", "grp")) for word in words)
    return replace(meaning, fields=(*meaning.fields, "coverage.group_number")) if named else meaning


def _plural(meaning: Meaning) -> Meaning:
    """What "Dates" stands for rather than "Date", which are compared alike."""
    first = [field for field in meaning.fields if field == "service_dates"]
    return replace(meaning, fields=(*first, *(field for field in meaning.fields if field not in first)))


def has_long_number(atoms: Sequence[Atom]) -> bool:
    """True where the atoms begin with a number too long for a year or a count."""
    value = value_in(atoms, "number")
    return value is not None and sum(map(str.isdigit, str(value.value))) >= _LONG_NUMBER


def is_capital_label(run: Sequence[Atom], meaning: Meaning) -> bool:
    """True for the labels of a remittance's row: "NAME Ada Lombard ID UHP33218 PT ACCT 40172"."""
    numbered = VALUE_OF_FIELD.get(meaning.fields[0]) in {"number", "npi", "tax"}
    return meaning.exact and numbered and all(atom.text.isupper() for atom in run)


def names_before_label(rest: Sequence[Atom]) -> bool:
    """True where a name of two to four words stands before a label in capitals and its number."""
    for size in range(2, min(4, len(rest) - 1) + 1):
        name, after = rest[:size], rest[size:]
        if not all(atom.text[:1].isupper() and atom.kind == "text" for atom in name):
            return False
        for end in (2, 1):
            meaning = label_meaning(after[:end])
            if meaning is not None and is_capital_label(after[:end], meaning):
                return has_long_number(after[end:]) or _begins_with_label(after[end:])
    return False


def names_a_person_before_number(rest: Sequence[Atom]) -> bool:
    """True where two to four words, no label, stand before one with its number: "Ada Lombard Claim 40172-118"."""
    for size in range(2, min(4, len(rest) - 2) + 1):
        name, after = rest[:size], rest[size:]
        if not all(atom.text[:1].isupper() and atom.kind == "text" and _bare(atom) for atom in name):
            return False
        meaning = label_meaning(after[:1])
        numbered = meaning is not None and meaning.exact and VALUE_OF_FIELD.get(meaning.fields[0]) == "number"
        if numbered and after[0].text[:1].isupper() and has_long_number(after[1:]):
            return _NO_PERSON.search(" ".join(atom.text for atom in name)) is None
    return False


def _bare(atom: Atom) -> bool:
    """True for a word with no digit and no colon that announces nothing by itself."""
    meaning = label_meaning((atom,))
    return not any(map(str.isdigit, atom.text)) and ":" not in atom.text and (meaning is None or not meaning.exact)


def _begins_with_label(atoms: Sequence[Atom]) -> bool:
    """True where nothing or another label in capitals follows: the number of the one before is blacked out."""
    if not atoms:
        return True
    meanings = [(size, label_meaning(atoms[:size])) for size in (2, 1) if len(atoms) >= size]
    return any(meaning is not None and is_capital_label(atoms[:size], meaning) for size, meaning in meanings)


def leads_to_a_name(run: Sequence[Atom], meaning: Meaning) -> bool:
    """True for words like "services by", which a capitalized name follows without a colon."""
    wordy = any(VALUE_OF_FIELD.get(field) in WORDY for field in meaning.fields)
    return wordy and len(run) > 1 and meaning.exact and not run[-1].text[:1].isupper()


def names_a_number(run: Sequence[Atom], meaning: Meaning) -> bool:
    """True for "Claim number" and the like, whatever stands before them: "Referred by Wren Ardley Claim number 401"."""
    if VALUE_OF_FIELD.get(meaning.fields[0]) != "number" or any(atom.text.endswith(",") for atom in run):
        return False
    last = run[-1].text.rstrip(".:")
    return meaning.listed and (len(run) > 1 and last.lower() in _NUMBER_WORDS or last in _NUMBERED_BY_ITSELF)


_NUMBER_WORDS = frozenset({"number", "no", "id"})
# "Primary insurance: Rowan State Health Policy 9100 22 4471".
_NUMBERED_BY_ITSELF = frozenset({"Policy"})
_NAMED = frozenset({"patient.name", "subscriber", "provider.name", "rendering", "payer.name"})
_SHORTEST_NAME, _LONGEST_NAME = 2, 6


def size_before_a_name(atoms: Sequence[Atom]) -> int:
    """How many words at the beginning are a label of somebody whose name is the rest: "Patient Ada Lombard"; else 0."""
    for size in (3, 2, 1):
        rest = atoms[size:]
        meaning = label_meaning(atoms[:size]) if len(atoms) > size else None
        if meaning is None or not meaning.listed or meaning.fields[0] not in _NAMED:
            continue
        if names_a_plan_too(atoms[:size], rest):
            continue
        if meaning.fields[0] == "payer.name":
            rest = _before_a_number(rest)
        name = [atom.text for atom in _before_an_aside(rest)]
        whole = _SHORTEST_NAME <= len(name) <= _LONGEST_NAME and all(atom.kind == "text" for atom in rest)
        if whole and all(word[:1].isupper() or word in _SMALL for word in name) and not _is_small(name[0]):
            return size
    return 0


_OF_PLANS_TOO = frozenset({"child", "retiree"})
_NO_PERSON = re.compile(
    r"\b(?:health\w*|medical|dental|vision|plus|plans?|choice|advantage|supplement|ppo|hmo|trust|fund|insurance|benefits?|life|care"
    r"|adult|family|spouse|parent|child|emergency|room|visits?|psych\w+|development\w*|support|protective|services?|clinic"
    r"|center|hospital|wellness|study|only)\b",
    re.IGNORECASE,
)


def names_a_plan_too(run: Sequence[Atom], behind: Sequence[Atom]) -> bool:
    """True for a word that a person's name may follow, where no colon and no such name does: "Child Health Plus"."""
    if len(run) != 1 or run[0].text.lower() not in _OF_PLANS_TOO:
        return False
    name = [atom.text for atom in behind[:_SHORTEST_NAME]]
    persons = len(name) == _SHORTEST_NAME and all(word[:1].isupper() and not word[-1].isdigit() for word in name)
    return not persons or _NO_PERSON.search(" ".join(atom.text for atom in behind[:_LONGEST_NAME])) is not None


_SMALL = frozenset({"of", "and", "the", "de", "van", "von", "&", "at"})


def _is_small(word: str) -> bool:
    """True for a word that begins no name: "Patient's or authorized person's signature" is one label."""
    return word in _SMALL or word.lower() in {"or", "and"}


def _before_a_number(atoms: Sequence[Atom]) -> Sequence[Atom]:
    """The atoms up to the number of a member and the label before it: "ROWAN STATE PLAN ID# RSP4402178"."""
    for i in range(_SHORTEST_NAME, len(atoms) - 1):
        meaning = label_meaning(atoms[i : i + 1])
        if meaning is not None and meaning.exact and VALUE_OF_FIELD.get(meaning.fields[0]) == "number":
            return atoms[:i] if has_long_number(atoms[i + 1 :]) else atoms
    return atoms


def _before_an_aside(atoms: Sequence[Atom]) -> Sequence[Atom]:
    """The atoms up to a remark behind the name: "(member)", ", in network"."""
    for i, atom in enumerate(atoms):
        if atom.text.startswith("("):
            return atoms[:i]
        if atom.text.endswith(",") and i + 1 < len(atoms) and atoms[i + 1].text[:1].islower():
            return atoms[: i + 1]
    return atoms
