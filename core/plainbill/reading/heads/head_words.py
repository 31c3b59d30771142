"""What the words over one column say that it holds."""

import functools
import itertools
import re
from collections.abc import Sequence

from plainbill.knowledge.tables import read_table
from plainbill.reading.heads.head_fields import AMOUNT_FIELDS
from plainbill.reading.labels.field_kinds import VALUE_OF_FIELD
from plainbill.reading.terms.amount_words import amount_field, column_field, part_words
from plainbill.reading.terms.vocabulary import (
    ANY_ISSUER,
    IssuerHeads,
    Meaning,
    field_labels,
    header_words,
    issuer_heads,
    spelled_out,
)
from plainbill.reading.terms.wording import says_a_payer_paid

_CODE_SET = re.compile(r"\b(?:cpt|hcpcs)\b", re.IGNORECASE)
# How long a balance has been owed: "31-60 days", "Over 90 days".
_AGE = re.compile(
    r"^(?:over\s+|past\s+)?\d{1,3}(?:\s*(?:-|to)\s*\d{1,3})?\s*\+?\s*days?(?:\s*(?:old|past\s*due))?$", re.IGNORECASE
)
# A letter that a legend explains, "Copay (E)", or the sum of such: "You owe C+D+E", "We paid (C-D-E)".
_BARE_KEY = re.compile(r"^[A-Z](?:[+-][A-Z])*$")
_KEY_BEFORE = re.compile(r"^\(?[A-K][.)]$")
_SUM_OF_KEYS = re.compile(r"^\(?([A-Z]|\d)(?: ?[-+\u2212\u2013=] ?([A-Z]|\d))+\)$|^[A-Z](?: [-+\u2212\u2013=] [A-Z])+$")
# Words that a letter belongs to: "Medicare Part B".
_LETTERED = frozenset(["part", "plan", "tier", "box", "schedule", "vitamin"])
_KEY_LETTER = re.compile(r"^\([A-Z]\)$")
# What a head adds about its values: "Coinsurance (20%)", "20% co-pay", "Date (2026)", "Amount ($)", "Mod 1-4".
_ASIDE = re.compile(r"^[1-3]-[2-9]$|^\d{1,3}%$|^\((?:[1-3]-[2-9]|\d{1,3}%|(?:19|20)\d{2}|\$|USD|US\$|[Rr]emarks?)\)$")
# "Amount (this bill)".
_OF_THIS_PAPER = re.compile(r"^\(this (?:bill|statement|invoice|notice|claim|visit|period|month)\)$", re.IGNORECASE)
_OF_THIS_PAPER_SIZE = 2
_PERCENT = re.compile(r"^\d{1,2}%$")
_PERSONS = ("patient", "member", "insured", "ins'd", "subscriber", "beneficiary")
_OWN = frozenset(
    {
        "your",
        "yours",
        "you pay",
        "your share",
        "share",
        "patient's",
        "member's",
        "patient pays",
        "member pays",
        "insured's",
    }
    | {*_PERSONS, *(f"{person}{ending} share" for person in _PERSONS for ending in ("", "'s"))}
)
_YEAR = re.compile(r"^(?:19|20)\d{2}$")
_ESTIMATES = frozenset({"estimated", "expected", "anticipated", "pending", "projected"})
LABEL = "label"
_OF_THE_PAPER = frozenset({"date", "dates", "number", "name", "person", "phone", "npi", "tax", "sex"})
# A phrase does not end with these, nor begin with those.
_UNFINISHED = frozenset(["of", "&", "and", "or", "by", "the", "your", "/", "what", "our", "per"])
_CARRIED_ON = frozenset(["of", "&", "and", "or", "/"])
# One word alone may stand before any amount: "Total plan payment".
_FEWEST_OF_A_HEAD = 2
_NO_AMOUNTS = frozenset({"date", "description", "code", "units"})
_OF_WHOM = frozenset(
    {
        "the",
        "your",
        "hospital",
        "medical",
        "health",
        "care",
        "clinic",
        "physician",
        "professional",
        "facility",
        "dental",
    }
)
_SHARES = frozenset({"copay", "coinsurance", "deductible"})
_AMOUNTS = AMOUNT_FIELDS | {"payment"}
_REASONS = frozenset({"reason", "reasons", "remark", "remarks", "reason/remark"})
_MOST_KEPT = 1 << 16
_FEWEST_BEFORE_A_HINT = 4
# The source of phrases in the other language of notices in two.
_BILINGUAL = "common wording of bilingual"
_SEE_THERE = re.compile(r"^see (?:section|note|page|part|column) \d{1,2}\)$", re.IGNORECASE)


def meaning_of(words: tuple[str, ...]) -> Meaning | None:
    """What the words of a head stand for together, None where nobody knows them or there are none."""
    if not words:
        return None
    found = _meaning_of(words, issuer_heads())
    if found is not None and not found.listed and "plan_paid" in found.fields and is_expected(words):
        # What a plan is expected to pay was not paid, nor is the word one that may be read wrong.
        return Meaning(fields=("estimated_insurance",), exact=False)
    return found


def is_expected(words: Sequence[str]) -> bool:
    """True where a head says itself that its amounts are expected and not decided: "Expected your part"."""
    return not _ESTIMATES.isdisjoint(spelled_out(words))


@functools.lru_cache(maxsize=_MOST_KEPT)
def _meaning_of(words: tuple[str, ...], _issuer: IssuerHeads) -> Meaning | None:
    """Kept apart for each issuer, whose own heads `header_words` knows."""
    if _is_own_percentage(words):
        return Meaning(fields=("coinsurance",), exact=True)
    words = _without_key(tuple(word for word in words if not _is_aside(word)) or words)
    if len(words) > _OF_THIS_PAPER_SIZE and _OF_THIS_PAPER.match(" ".join(words[-_OF_THIS_PAPER_SIZE:])):
        words = words[:-_OF_THIS_PAPER_SIZE]
    if len(words) > _FEWEST_BEFORE_A_HINT and _SEE_THERE.match(" ".join(words[-3:])):
        # "... (made by programs or organizations; see Section 3)".
        words = (*words[:-4], words[-4].rstrip(";,") + ")")
    if words[0].lower() in _CARRIED_ON:
        return None
    if _AGE.match(" ".join(words)):
        return Meaning(fields=("ignore",), exact=True)
    if len(words) == 1 and _YEAR.match(words[0]):
        # The year of the days below, which print none.
        return Meaning(fields=("date",), exact=False)
    before = header_words().find(words[:-1]) if _YEAR.match(words[-1]) else None
    if before is not None and before.exact and before.fields[0] == "description":
        # "Treatments 2026" over what was done, below headings of days without a year.
        return before
    found = header_words().find(words)
    if found is not None and found.exact:
        return found
    if (named := _share_in_parentheses(words) or _of_whose_services(words)) is not None:
        return named
    if (twice := _said_twice(words)) is not None:
        return twice
    if len(words) > 1 and words[-1].lower() in _UNFINISHED:
        return None
    if len(words) > 2 and words[0].lower() == "less":
        # What is taken off the column before it: "Less your deductible".
        return _meaning_of(words[1:], _issuer)
    if any(word.endswith("-") for word in words[:-1]):
        # A word hyphenated over two rows of the head.
        for joined in ("", " "):
            whole = tuple(" ".join(words).replace("- ", joined).split())
            if (hyphenated := header_words().find(whole)) is not None:
                return hyphenated
    if (meaning := _words_and_codes(words) or _label(words)) is not None:
        return meaning
    if _are_two_heads(words):
        return None
    slash = next((i for i, word in enumerate(words) if word.startswith("/")), 0)
    before = header_words().find(words[:slash]) if slash else None
    if before is not None and before.fields[0] == "description":
        # "Service /Material".
        return Meaning(fields=("description",), exact=False)
    if (hinted := _before_a_hint(words) or _before_a_colon(words) or _one_or_other(words)) is not None:
        return hinted
    named = _meaning_of_parts(words) or _over_reasons(words) or found or _meaning_of_most(words)
    if named is None and says_a_payer_paid(" ".join(words)):
        return Meaning(fields=("plan_paid",), exact=False)
    return named


def _over_reasons(words: tuple[str, ...]) -> Meaning | None:
    """What an amount is of which the head names the reason too, printed below it: "Deductible" over "Reason"."""
    size = sum(1 for _ in itertools.takewhile(lambda word: word.lower() in _REASONS, reversed(words)))
    of_amount = meaning_of(words[:-size]) if 0 < size < len(words) else None
    if of_amount is None or of_amount.fields[0] not in AMOUNT_FIELDS:
        return None
    return Meaning(fields=(of_amount.fields[0], "remark"), exact=False)


def _share_in_parentheses(words: tuple[str, ...]) -> Meaning | None:
    """What kind of share the last word says that the patient's is: "Your share (copay)"."""
    *before, last = words
    if not before or not (last.startswith("(") and last.endswith(")")):
        return None
    whole, kind = header_words().find(before), header_words().find((last.strip("()"),))
    shared = whole is not None and whole.listed and whole.fields[0] == "patient_responsibility"
    return kind if shared and kind is not None and kind.listed and kind.fields[0] in _SHARES else None


def _of_whose_services(words: tuple[str, ...]) -> Meaning | None:
    """What was done, by whom it was: "Summary of hospital services"."""
    between = words[1:-1]
    if len(between) < _FEWEST_OF_A_HEAD or between[0].lower() != "of":
        return None
    if not _OF_WHOM.issuperset(word.lower() for word in between[1:]):
        return None
    found = header_words().find((words[0], "of", words[-1]))
    return found if found is not None and found.listed and found.fields[0] == "description" else None


def _one_or_other(words: tuple[str, ...]) -> Meaning | None:
    """What two listed phrases with a stroke between them both say: "Over limit / not covered"."""
    sides = [header_words().find(side.split()) for side in " ".join(words).split("/") if side.strip()]
    known = [side for side in sides if side is not None and side.listed]
    alike = len(sides) > 1 and len(known) == len(sides) and len({side.fields for side in known}) == 1
    return known[0] if alike else None


def _before_a_hint(words: tuple[str, ...]) -> Meaning | None:
    """What the words before a hint in parentheses say was done or when: "Services provided (units first)".

    Of amounts a hint may say that they are others.
    """
    start = next((i for i, word in enumerate(words) if i and word.startswith("(")), 0)
    if not start or not words[-1].endswith(")") or start == len(words) - 1:
        return None
    found = header_words().find(words[:start])
    return found if found is not None and found.listed and found.fields[0] in _NO_AMOUNTS else None


def _before_a_colon(words: tuple[str, ...]) -> Meaning | None:
    """What is not covered where a head goes on with why: "Not covered: above allowance"."""
    at = next((i for i, word in enumerate(words[:-1], start=1) if word.endswith(":")), 0)
    found = header_words().find((*words[: at - 1], words[at - 1].rstrip(":"))) if at else None
    return found if found is not None and found.listed and found.fields == ("not_covered",) else None


def _without_key(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without the letter before or below them that sums are written with, or the sum of such."""
    if len(words) > 1 and _KEY_BEFORE.match(words[0]):
        words = words[1:]
    for at in range(1, len(words)):
        if _SUM_OF_KEYS.match(" ".join(words[at:])):
            return words[:at]
    keyed = len(words) > 1 and _BARE_KEY.match(words[-1]) and words[-2].lower() not in _LETTERED
    return words[:-1] if keyed else words


def _is_own_percentage(words: Sequence[str]) -> bool:
    """True for "Your 20%" and "You pay 20%": of a service one shares a percentage, and that is coinsurance."""
    percents = [word for word in words if _PERCENT.match(word)]
    return len(percents) == 1 and " ".join(word for word in words if word not in percents).lower() in _OWN


def _is_aside(word: str) -> bool:
    return _KEY_LETTER.match(word) is not None or _ASIDE.match(word) is not None


_READ_STROKE = re.compile(r"(?<=^[A-Z][a-z]{2})[lI1|]$")


def is_head_word(word: str) -> bool:
    """True where the word stands in some head that is known."""
    return _is_head_word(word, issuer_heads())


@functools.lru_cache(maxsize=_MOST_KEPT)
def _is_head_word(word: str, issuer: IssuerHeads) -> bool:
    if _is_aside(word):
        return True
    known = _head_pieces(issuer)
    # "Qtyl" over "Units": a reader took the stroke of "Qty/" for a letter.
    return any(
        piece in known or piece.removesuffix("s") in known
        for each in (word, _READ_STROKE.sub("", word))
        for piece in spelled_out((each,))
    )


@functools.lru_cache(maxsize=16)
def _head_pieces(issuer: IssuerHeads) -> frozenset[str]:
    if issuer.phrases:
        return _head_pieces(ANY_ISSUER).union(*(spelled_out(phrase.split()) for phrase, _ in issuer.phrases))
    return part_words().union(*(spelled_out(row["phrase"].split()) for row in read_table("header_words")))


def _are_two_heads(words: Sequence[str]) -> bool:
    """True where the words are two known phrases, one behind the other: "Line total Pmt/Adj", "Units Proc"."""
    counts, codes = header_words().find(words[:1]), header_words().find(words[1:]) if len(words) > 1 else None
    if counts is not None and codes is not None and (counts.fields, codes.fields[0]) == (("units",), "code"):
        return counts.listed and codes.listed
    for size in range(_FEWEST_OF_A_HEAD, len(words)):
        sides = [header_words().find(part) for part in (words[:size], words[size:])]
        fields = [side.fields[0] for side in sides if side is not None and side.listed]
        if len(fields) == len(sides) and fields[0] != fields[1] and set(fields) <= _AMOUNTS:
            return True
    return False


def _said_twice(words: Sequence[str]) -> Meaning | None:
    """What a head of two languages says in both: "Your copay / Su copago"."""
    spanish = [_is_spanish(word) for word in words]
    if all(spanish) or not any(spanish):
        return None
    for size in range(1, len(words)):
        if any(spanish[:size]) == any(spanish[size:]):
            continue
        sides = [header_words().find(part) for part in (words[:size], words[size:])]
        known = [side for side in sides if side is not None and side.listed]
        if len(known) == len(sides) and known[0].fields[0] == known[1].fields[0]:
            return known[0]
    return None


@functools.lru_cache(maxsize=_MOST_KEPT)
def _is_spanish(word: str) -> bool:
    return not _spanish_pieces().isdisjoint(spelled_out((word,)))


@functools.lru_cache(maxsize=1)
def _spanish_pieces() -> frozenset[str]:
    """The words of Spanish heads that stand in no English one."""
    spanish: set[str] = set()
    english: set[str] = set()
    for row in read_table("header_words"):
        (spanish if row["source"].startswith(_BILINGUAL) else english).update(spelled_out(row["phrase"].split()))
    return frozenset(spanish - english)


def _label(words: Sequence[str]) -> Meaning | None:
    """The words as a label of a single value of the whole paper ("Statement date"): what no column of a table holds."""
    label = field_labels().find(words) if len(words) > 1 else None
    if label is None or not label.exact or VALUE_OF_FIELD.get(label.fields[0]) not in _OF_THE_PAPER:
        return None
    return Meaning(fields=(LABEL,), exact=True)


def _words_and_codes(words: Sequence[str]) -> Meaning | None:
    """What a column holds whose head names words and codes together ("Service & procedure code"), or a set of codes."""
    if _CODE_SET.search(" ".join(words)) and amount_field(words) is None:
        rest = [word for word in words if not _CODE_SET.search(word)]
        described = header_words().find(rest) if rest else None
        if described is not None and described.fields[0] == "description":
            return Meaning(fields=("description", "code"), exact=True)
        # A word that no head has is that of the column beside: "HCPCS/CPT Un".
        return Meaning(fields=("code",), exact=all(is_head_word(word) for word in rest if word[-1].isalpha()))
    for i, word in enumerate(words[1:-1], start=1):
        if word.lower() not in {"&", "and", "/", "+"}:
            continue
        sides = [header_words().find(words[:i]), header_words().find(words[i + 1 :])]
        fields = {side.fields[0] for side in sides if side is not None}
        if None not in sides and fields == {"description", "code"}:
            return Meaning(fields=("description", "code"), exact=True)
    return None


def _meaning_of_parts(words: Sequence[str]) -> Meaning | None:
    """What the words say put together; where they name amounts and something else, the values decide."""
    fields = [field for field in (amount_field(words), column_field(words)) if field is not None]
    return Meaning(fields=tuple(fields), exact=True) if fields else None


def _meaning_of_most(words: Sequence[str]) -> Meaning | None:
    """What the beginning or the end of the words stands for, where that is two thirds of them or more."""
    for size in range(len(words) - 1, (2 * len(words) - 1) // 3, -1):
        for part in (words[:size], words[-size:]):
            if (found := header_words().find(part)) is not None:
                return Meaning(fields=found.fields, exact=False)
    return None
