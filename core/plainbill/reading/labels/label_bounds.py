"""Where a label begins and ends: what before it, behind it and within it says that the words announce a value."""

import re
from collections.abc import Sequence

from plainbill.reading.labels.field_kinds import VALUE_OF_FIELD
from plainbill.reading.labels.label_words import (
    WORDY,
    has_long_number,
    is_capital_label,
    label_meaning,
    leads_to_a_name,
    names_a_number,
    names_a_person_before_number,
    names_before_label,
)
from plainbill.reading.labels.values import value_in
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.sexes import sex_in
from plainbill.reading.rows.torn_values import begins_torn_day
from plainbill.reading.terms.dates import parse_date
from plainbill.reading.terms.vocabulary import Meaning

LONGEST_LABEL = 9
"""A label has so many words at most."""

_ZIP = re.compile(r"^\d{5}(?:-\d{4})?[.,;]?$")
# "(For program in item 1)".
_BOX_NAMED = re.compile(r"^\d{1,2}[A-L]?\)$")
_BETWEEN = frozenset({"\u00b7", "|", ";", "/"})
_GREETINGS = frozenset({"dear", "hello", "hi"})


_NEEDS_COLON = frozenset({"office", "pharmacy", "lab"})


def needs_a_colon(run: Sequence[Atom]) -> bool:
    """True for a word that names a room or begins a sentence as well, where no colon makes it a label: "Pharmacy"."""
    words = [atom.text.lower() for atom in run if any(map(str.isalnum, atom.text))]
    return len(words) == 1 and words[0] in _NEEDS_COLON


def greets(atom: Atom) -> bool:
    """True for the word before the name of whom a letter is written to."""
    return atom.text.lower() in _GREETINGS


def aside(atoms: Sequence[Atom]) -> tuple[Atom, ...]:
    """What a form says in parentheses of how to fill in the field: "(last name, first name)"."""
    if not atoms or not atoms[0].text.startswith("("):
        return ()
    for i, atom in enumerate(atoms[:LONGEST_LABEL]):
        if any(map(str.isdigit, atom.text)) and not _BOX_NAMED.match(atom.text):
            return ()
        if atom.text.endswith(")"):
            return tuple(atoms[: i + 1]) if i else ()
    return ()


def is_torn(run: Sequence[Atom], before: Atom) -> bool:
    """True where a wider gap runs through the words: they are the end of one value and the label of the next.

    A gap before them that is wider still says that they belong together all the same.
    """
    gaps = [right.x0 - left.x1 for left, right in zip(run, run[1:], strict=False)]
    narrow = max(1.6 * min(gaps, default=0.0), 0.3 * run[0].tokens[0].box.height, run[0].x0 - before.x1)
    return len(gaps) > 1 and max(gaps) > narrow


_ENDS_AN_INSURER = frozenset({"plan", "group"})


def ends_value(atoms: Sequence[Atom], at: int) -> bool:
    """True where the word ends a value and begins no label.

    Digits are the last of a number in groups and no field's on a form: "TZH 3300 9182 02 Group". A word may be the last
    of an insurer's name: "Insurance ROWAN STATE PLAN ID#".
    """
    if at == 0:
        return False
    before, first = atoms[at - 1].text, atoms[at].text
    if first.isdigit():
        return before.isdigit() and len(before) > len(first)
    meaning = label_meaning(atoms[:1]) if first.lower() in _ENDS_AN_INSURER else None
    of_an_insurer = at > 1 and meaning is not None and meaning.fields[0] == "payer.name"
    return of_an_insurer and before.isalpha() and before[:1].isupper()


def is_value_beside(before: Atom, meaning: Meaning, beside: Sequence[Atom]) -> bool:
    """True for "03/27/2025 TOTALS" with an amount in the next cell, or "DOB" behind a name with its day there."""
    if meaning.exact and meaning.fields[0] == "patient.date_of_birth":
        # "OSTERHOUT, WENDELL B DOB" with the day in the next cell.
        return bool(beside) and beside[0].kind == "date"
    of_money = VALUE_OF_FIELD.get(meaning.fields[0]) == "money"
    return of_money and before.kind == "date" and bool(beside) and value_in(beside, "money") is not None


def is_initial(run: Sequence[Atom]) -> bool:
    """True for the "J" of "Lombard, Ada J   Account number:": the rest is a label, and nothing was read wrong."""
    rest = label_meaning(run[1:]) if len(run) > 1 else None
    return len(run[0].text) == 1 and run[0].text.isupper() and rest is not None and rest.exact


_ENDS_AN_OFFICE = frozenset({"clinic", "hospital", "center", "group", "pharmacy", "laboratory", "facility", "practice"})


def begins_in_a_name(atoms: Sequence[Atom], at: int, run: Sequence[Atom]) -> bool:
    """True for the "CLINIC NPI" of "HILLTOP FAMILY CLINIC NPI 14470": its first word ends the name of an office."""
    before, first = atoms[at - 1], run[0]
    named = at > 1 and before.kind == "text" and before.text[:1].isupper() and before.text.isalpha()
    if not named or len(run) == 1 or first.text.lower() not in _ENDS_AN_OFFICE:
        return False
    alike = before.text.isupper() == first.text.isupper() and first.text[:1].isupper()
    rest = label_meaning(run[1:])
    return alike and rest is not None and rest.exact and label_meaning([before]) is None


_CHANGES = frozenset({"change", "changes", "difference", "increase", "decrease"})
_AUXILIARY = frozenset({"be", "been", "is", "was", "are", "were", "not"})


def is_of_another(atoms: Sequence[Atom], at: int, run: Sequence[Atom], meaning: Meaning) -> bool:
    """True for the "date" of "Loss date" or the "billed:" of "what you may be billed:": words before say of what.

    A "change in plan payment" is none either.
    """
    before, word = atoms[at - 1], atoms[at].text.rstrip(":")
    if at > 1 and before.text.lower() in {"in", "of"} and atoms[at - 2].text.lower() in _CHANGES:
        return VALUE_OF_FIELD.get(meaning.fields[0]) == "money"
    if before.kind != "text" or not before.text.isalpha():
        return False
    amid_words = len(run) == 1 and word.islower() and before.text in _AUXILIARY
    of_money = amid_words and VALUE_OF_FIELD.get(meaning.fields[0]) == "money"
    return of_money or word == "date" and before.text.lower() != "the"


def is_offered(before: Sequence[Atom], meaning: Meaning) -> bool:
    """True where the sentence says what is to be paid only under a condition."""
    of_money = VALUE_OF_FIELD.get(meaning.fields[0]) == "money"
    return of_money and any(atom.text.lower() == "if" for atom in before)


_PHONE_WORDS = frozenset({"phone", "telephone", "tel", "number", "no"})


def _leads_to_a_phone(run: Sequence[Atom], meaning: Meaning, rest: Sequence[Atom]) -> bool:
    """True for "Larkspur Clinic Billing office 480-555-0181", not where only "phone" says so: it may be anybody's."""
    says_whose = len(run) > 1 and meaning.listed and not {atom.text.lower().strip(".:") for atom in run} & _PHONE_WORDS
    of_phones = VALUE_OF_FIELD.get(meaning.fields[0]) == "phone"
    return of_phones and says_whose and value_in(rest[:1], "phone") is not None


_ENDS_A_SENTENCE = re.compile(r"^[a-z]{3,}\.$")


def _opens_a_sentence(before: Atom, run: Sequence[Atom], meaning: Meaning, rest: Sequence[Atom]) -> bool:
    """True for a label of numbers that says whose and stands alone behind a sentence: "... weekdays. Tax ID 00-123"."""
    of_an_account = meaning.fields[0] == "account" and meaning.listed and has_long_number(rest)
    named = meaning.exact and (len(run) > 1 or run[0].text.isupper() or of_an_account)
    of_numbers = VALUE_OF_FIELD.get(meaning.fields[0]) in {"number", "npi", "tax"}
    return named and of_numbers and run[0].text[:1].isupper() and _ENDS_A_SENTENCE.match(before.text) is not None


def may_follow_value(atoms: Sequence[Atom], at: int, size: int, beside: Sequence[Atom]) -> bool:
    """False where no value can stand before or behind the words, whatever they announce; it spares looking them up."""
    rest = atoms[at + size :]
    if not rest:
        return bool(beside)
    figures = any(atom.kind != "text" or any(map(str.isdigit, atom.text)) for atom in rest)
    figures = figures or sex_in(rest[:1]) is not None
    return figures or _ends_a_value(atoms[at - 1])


def _ends_a_value(atom: Atom) -> bool:
    if atom.kind in {"money", "date"} or sum(map(str.isdigit, atom.text)) >= 4:
        return True
    return atom.text.endswith((":", ",")) or atom.text in _BETWEEN


def _is_aside_on_a_member(run: Sequence[Atom], meaning: Meaning, after: Atom | None) -> bool:
    """True for whose plan it is behind the name of the plan: "Lakeland PPO, subscriber Ada Lombard"."""
    of_a_member = meaning.fields[0] == "subscriber" and meaning.exact and run[-1].text.islower()
    return of_a_member and after is not None and after.kind == "text" and after.text.istitle()


def _stands_out(before: Atom, run: Sequence[Atom], meaning: Meaning, after: Atom) -> bool:
    """True for words in capitals amid print in small letters: "CLINIC Alder Clinic DECISION DATE 05/30/2026"."""
    if len(run) == 1 or not meaning.exact or not all(atom.text.isupper() for atom in run):
        return False
    if VALUE_OF_FIELD.get(meaning.fields[0]) == "date":
        return after.kind == "date" and not before.text.isupper()
    return meaning.listed and meaning.fields[0] in _OFFICES and after.text.istitle() and _ends_a_value(before)


_OFFICES = frozenset({"provider.name", "payer.name"})


def _are_days(before: Atom, after: Atom, behind: Sequence[Atom]) -> bool:
    """True for two days, as numbers without marks ("070224 to 070324") or in pieces ("1 1/02/24 to 1 1/15/24") too."""
    if before.kind == "date":
        return after.kind == "date" or begins_torn_day(behind)
    return all(atom.text.isdigit() and parse_date(atom.text, dense=True) is not None for atom in (before, after))


def follows_value(atoms: Sequence[Atom], at: int, run: Sequence[Atom], meaning: Meaning) -> bool:
    """True where a value ends before the words and what they announce stands behind them."""
    before = atoms[at - 1]
    value_like = _ends_a_value(before)
    # "Re: your application - account 31-7745".
    value_like = value_like or before.kind == "dash" and VALUE_OF_FIELD.get(meaning.fields[0]) == "number"
    after = atoms[at + len(run)] if at + len(run) < len(atoms) else None
    if (
        after is not None
        and _ZIP.match(after.text)
        and len(run) == 1
        and run[0].text.isupper()
        and len(run[0].text) == 2
    ):
        # "Boise, ID 83702" is a place.
        return False
    if (
        after is not None
        and [atom.text.lower() for atom in run] == ["to"]
        and _are_days(before, after, atoms[at + 1 :])
    ):
        # A range of days.
        return False
    if after is not None and after.kind == "date" and meaning.fields[0] == "patient.date_of_birth" and meaning.exact:
        return True
    if meaning.fields[0] == "patient.sex" and meaning.exact and after is not None:
        # "Patient: Ada Lombard Sex F".
        return sex_in((after,)) is not None
    if _leads_to_a_phone(run, meaning, atoms[at + len(run) :]):
        return True
    if before.text.endswith(":") and meaning.fields[0] == "diagnosis":
        # "Claim number: DX 4410 8837": the letters of a number.
        return run[-1].text.endswith(":") or value_in(atoms[at + len(run) :], "diagnoses") is not None
    if after is not None and _stands_out(before, run, meaning, after):
        return True
    of_days = after is not None and after.kind == "date" and len(run) > 1 and meaning.listed
    if of_days and run[0].text[:1].isupper() and before.text.endswith("."):
        # "Ask for form 7. Payment due 10/17/2026".
        return True
    if _opens_a_sentence(before, run, meaning, atoms[at + len(run) :]) and after is not None:
        return any(map(str.isdigit, after.text))
    if run[0].text.startswith("(") or before.text.endswith(",") and _is_aside_on_a_member(run, meaning, after):
        return _is_aside_on_a_member(run, meaning, after) or has_long_number(atoms[at + len(run) :])
    if not value_like and (is_capital_label(run, meaning) or names_a_number(run, meaning)):
        # "Ada Lombard Patient ID 3317": an ID is no form's number and no count, however short it is.
        of_an_id = len(run) > 1 and run[-1].text.rstrip(".:").upper() == "ID" and after is not None
        return has_long_number(atoms[at + len(run) :]) or of_an_id and after is not None and after.text.isdigit()
    if value_like and after is not None and leads_to_a_name(run, meaning):
        return after.text[:1].isupper()
    if before.text.endswith(",") and meaning.fields[0] == "coverage.member_id" and after is not None:
        # "Lakeland Freedom PPO, ID LKF 4402 1187".
        return has_long_number(atoms[at + len(run) :])
    return value_like and after is not None and (after.kind != "text" or any(map(str.isdigit, after.text)))


_ZIP = re.compile(r"^\d{5}(?:-\d{4})?$")


def may_be_label(run: Sequence[Atom], rest: Sequence[Atom], beside: Sequence[Atom], meaning: Meaning) -> bool:
    """A phrase without a colon is a label where it fills its cell or its value follows."""
    if not rest:
        return True
    of_a_person = "addressee.name" in meaning.fields or "patient.name" in meaning.fields
    if of_a_person and all(atom.text.isupper() for atom in run) and names_before_label((*rest, *beside)):
        return True
    whose = bool({"patient.name", "subscriber"} & {*meaning.fields[:1]}) and meaning.listed
    if whose and run[0].text[:1].isupper() and names_a_person_before_number(rest):
        return True
    kinds = {VALUE_OF_FIELD[field] for field in meaning.fields if field in VALUE_OF_FIELD}
    if [atom.text for atom in run] == ["ID"] and len(rest) == 1 and _ZIP.match(rest[0].text):
        # A row of an address: "ID 83864" is in Idaho.
        return False
    if rest[0].text in {":", "-", "#", "."}:
        return True
    if leads_to_a_name(run, meaning):
        return len(rest) <= 6 and rest[0].text[:1].isupper()
    return any(kind not in WORDY and value_in(rest, kind) is not None for kind in kinds)


def without_leaders(atoms: Sequence[Atom]) -> tuple[Atom, ...]:
    """Return the atoms without a last dot of those that lead from a label to its value."""
    return tuple(atoms[1:] if len(atoms) > 1 and atoms[0].text == "." else atoms)
