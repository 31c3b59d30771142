"""Medicines: a line that names a strength, a form or a known medicine, in plain words."""

import functools
from collections.abc import Sequence

from plainbill.case import Reading
from plainbill.describing.known_words import UNITS, WEAK_UNITS, known_words
from plainbill.knowledge.tables import read_table
from plainbill_spacy.expansion import has_amount, has_dose, is_number
from plainbill_spacy.notes import unknown_words
from plainbill_spacy.vocabulary import entry
from plainbill_spacy.wording import bracketed, quoted, reading
from plainbill_spacy.words import Found, Word

_BY_NAME = 0.85
_BY_STRENGTH = 0.75
_BY_FORM = 0.65
_NAME_WORDS = 6
_NAME_LETTERS = 6
# Small words that stand within names: "thrombin and fibrinogen", "kit for preparation of".
_PARTS_OF_NAMES = frozenset({"A", "AND", "FOR", "OF", "WITH", "HUMAN"})
# What other medicines are mixed in: "cefazolin in dextrose".
_MIXED_IN = frozenset({"DEXTROSE"})
# Words of tests: a line with one of them measures the medicine and does not give it.
_TESTED = frozenset(
    {"LEVEL", "ANTIBODY", "ANTIGEN", "ASSAY", "SCREEN", "QUANTITATIVE", "QUALITATIVE", "SERUM"}
) | frozenset({"URINE", "TITER", "TEST", "IGG", "IGM"})


def medicine_reading(words: Sequence[Word], found: Sequence[Found]) -> Reading | None:
    """Return the reading of a line that is a medicine, None where nothing shows that it is one."""
    said = {word for each in words for word in each.reading}
    printed = [each.printed.upper() for each in words]
    drugs = [each for each in found if each.table == "drugs"]
    forms = [each for each in found if each.table == "dose_forms"]
    sure = has_dose(printed) or any(entry(each)["strong"] == "yes" for each in forms)
    if said & _TESTED and not sure:
        return _level(drugs, words) if "LEVEL" in said and drugs else None
    if drugs and _holds_another_name(words):
        return _unnamed(words, forms, _BY_STRENGTH) if sure or (forms and has_amount(printed)) else None
    shown = sure or forms or has_amount(printed)
    concepts = [each for each in found if each.table == "concepts"]
    alone = all(entry(each)["vague"] == "yes" for each in concepts) and not unknown_words(words, found)
    if drugs and (shown or alone or (_is_all(words, drugs, found) and not _is_a_test_too(drugs, found))):
        return _named(words, drugs, forms)
    if sure or (forms and has_amount(printed)):
        return _unnamed(words, forms, _BY_STRENGTH)
    return None


def medicine_by_needle(words: Sequence[Word], found: Sequence[Found]) -> Reading | None:
    """Return the reading of an unknown name with "injection" and nothing else, as lists print medicines; else None."""
    others = any(each.table == "body_parts" or (each.table == "concepts" and each.key != "INJECTION") for each in found)
    *names, last = [word.reading for word in words if word.reading and word.reading != ("CHARGE",)]
    salts = {row["key"] for row in read_table("details") if row["role"] == "salt"}
    strange = [word for reading in names for word in reading if word not in salts]
    if others or last != ("INJECTION",) or not 0 < len(strange) <= _NAME_WORDS or set(strange) & known_words():
        return None
    forms = [each for each in found if each.table == "dose_forms"]
    return _unnamed([word for word in words if word.reading != ("INJECTION",)], forms, _BY_FORM)


def medicine_beside_another(words: Sequence[Word], found: Sequence[Found]) -> Reading | None:
    """Return the reading of an injection with a known medicine and a name beside it, as a brand; else None."""
    if not any(each.table == "drugs" for each in found) or any(each.table == "body_parts" for each in found):
        return None
    forms = [each for each in found if each.table == "dose_forms"]
    return _unnamed(words, forms, _BY_FORM)


def _level(drugs: Sequence[Found], words: Sequence[Word]) -> Reading:
    name = drugs[0].key.lower()
    said = f"A lab test of how much {name} is in the blood{bracketed(words)}. It shows if the dose is right."
    return reading(said, "lab", _BY_NAME, f"drugs/{name}", words)


def _holds_another_name(words: Sequence[Word]) -> bool:
    """Return whether a long word that no table knows is among `words`: it may be the name of another medicine."""
    return any(
        len(word) >= _NAME_LETTERS and word.isalpha() and word not in known_words()
        for each in words
        for word in each.reading
    )


def _named(words: Sequence[Word], drugs: Sequence[Found], forms: Sequence[Found]) -> Reading:
    drugs = [each for each in drugs if each.key not in _MIXED_IN] or drugs
    names = list(dict.fromkeys(each.key.lower() for each in drugs))
    if len(names) > 1:
        said = f"A medicine made of {' and '.join(names)}"
    else:
        said = f"{names[0].capitalize()}, a medicine for {_purpose(drugs[0], forms)}"
    return reading(f"{said}{bracketed(words)}. {_given(forms)}", "drug", _BY_NAME, f"drugs/{names[0]}", words)


def _purpose(drug: Found, forms: Sequence[Found]) -> str:
    """Return what a medicine is for: drops for the eye do something else than a shot of the same."""
    given = {entry(each)["plain"] for each in forms}
    uses = (row for row in read_table("drug_uses") if row["key"] == drug.key)
    fitting = (row for row in uses if any(word in way for word in row["context"].split("|") for way in given))
    return next(fitting, entry(drug))["plain"]


def _unnamed(words: Sequence[Word], forms: Sequence[Found], confidence: float) -> Reading:
    name = _printed_name(words, forms)
    called = f" that the paper calls {quoted(name)}" if name else "; the paper does not name it"
    source = f"dose_forms/{forms[0].key.lower()}" if forms else "dose_forms/strength"
    return reading(f"A medicine{called}. {_given(forms)}", "drug", confidence if name else _BY_FORM, source, words)


def _given(forms: Sequence[Found]) -> str:
    every = list(dict.fromkeys(entry(each)["plain"] for each in forms))
    # "To swallow, as a liquid to swallow" says one thing twice.
    ways = [way for way in every if not any(way != other and way in other for other in every)]
    return f"It is given {', '.join(ways[:2])}." if ways else "Compare its name and strength with the care you had."


def _printed_name(words: Sequence[Word], forms: Sequence[Found]) -> str:
    """Return the words that are no strength and no form: what is left is the name."""
    stop = {token for each in forms for token in each.tokens}
    kept = [
        word.printed
        for place, word in enumerate(words)
        if word.reading
        and not set(word.reading) <= _said_by_the_way()
        and place not in stop
        and not is_number(word.printed)
        and word.printed.upper().partition("/")[0] not in UNITS | WEAK_UNITS
    ]
    return " ".join(kept[:_NAME_WORDS])


@functools.cache
def _said_by_the_way() -> frozenset[str]:
    return frozenset(row["key"] for row in read_table("details") if row["role"] == "quiet") - _PARTS_OF_NAMES


def _is_a_test_too(drugs: Sequence[Found], found: Sequence[Found]) -> bool:
    """Return whether labs test what is named, too, as with albumin: the name alone then does not tell."""
    named = {token for each in drugs for token in each.tokens}
    tests = (each for each in found if each.table == "concepts" and entry(each)["group"] == "lab")
    return any(named & set(each.tokens) for each in tests)


def _is_all(words: Sequence[Word], drugs: Sequence[Found], found: Sequence[Found]) -> bool:
    """Return whether the words are the medicine and what belongs to its name: a salt, small words, numbers."""
    beside = [each for each in found if each.table == "details" and entry(each)["role"] in ("salt", "quiet")]
    covered = {token for each in (*drugs, *beside) for token in each.tokens}
    return all(
        place in covered or word.reading in ((), ("CHARGE",)) or is_number(word.printed)
        for place, word in enumerate(words)
    )
