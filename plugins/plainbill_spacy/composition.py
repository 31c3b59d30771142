"""Composition: what a line is about, in one or two plain sentences."""

import re
from collections.abc import Sequence

from plainbill.case import Reading
from plainbill.describing.known_words import phrases
from plainbill.describing.vague_lines import OPEN, vague_reading
from plainbill.describing.vagueness import says_nothing
from plainbill.knowledge.tables import Row
from plainbill_spacy.expansion import has_amount
from plainbill_spacy.medicines import medicine_beside_another, medicine_by_needle, medicine_reading
from plainbill_spacy.notes import level_of, notes_of, part_of, unknown_words
from plainbill_spacy.vocabulary import entry
from plainbill_spacy.wording import bracketed, open_reading, quoted, reading
from plainbill_spacy.words import Found, Word

_CONFIDENCE = {"1": 0.85, "2": 0.8, "3": 0.65, "4": 0.6}
_PLACE = "4"
_LESS_FOR_UNKNOWN = 0.03
_UNKNOWN_COUNTED = 5
# More unknown words than this, by rank, beside few known ones: the line is about something else than we think.
_UNKNOWN_BORNE = {"1": 3, "2": 3, "3": 2, "4": 0}
_LONGEST_LINE = 30
_NOTES = 4
_ANY_TEST = ("ASSAY",)
_PART = re.compile(r"\{of(?::([^}]*))?\}")
# Sets of goods: what they are for is named beside them, as in "TRAY LUMBAR PUNCTURE"; "set" is a verb elsewhere.
_SETS = frozenset({"KIT", "TRAY", "PACK", "SUPPLY"})
_SET = "SET"
_OF_GOODS = frozenset({"SIZE", "STOCK", "MAKER"})
# Concepts that price lists print beside the name of a medicine.
_GIVEN = frozenset({"SODIUM CHLORIDE", "LACTATED RINGERS", "BARIUM ENEMA", "STERILE WATER"})


def compose(words: Sequence[Word], found: Sequence[Found]) -> Reading | None:
    """Return what the words of a line say in plain words, None where they name nothing that the tables know."""
    if len(words) > _LONGEST_LINE:
        return None
    for said in (" ".join(each.printed for each in words), " ".join(word for each in words for word in each.reading)):
        if says_nothing(said):
            return _open(said, words)
    medicine = medicine_reading(words, found)
    head = _head(found)
    if medicine is not None and (head is None or _gives_way(head, words)):
        return medicine
    if head is None or _too_much_is_unknown(words, found, head):
        return None
    if head.key == "INJECTION":
        by_needle = medicine_by_needle(words, found) or medicine_beside_another(words, found)
        return by_needle or _about(head, words, found)
    return _about(head, words, found)


def _gives_way(head: Found, words: Sequence[Word]) -> bool:
    """Return whether a medicine in the line decides before `head`, as it does before a test where it has a dose."""
    is_test = entry(head)["group"] == "lab"
    return (
        entry(head)["rank"] != "1"
        or head.key in _GIVEN
        or (is_test and has_amount([each.printed.upper() for each in words]))
    )


def _open(said: str, words: Sequence[Word]) -> Reading:
    """Return the reading of words that name no service, with what had to be repaired to know it."""
    left_open = vague_reading(said)
    what, colon, rest = left_open.plain.partition("; ")
    return left_open.but(plain=f"{what}{bracketed(words)}{colon}{rest}")


def _head(found: Sequence[Found]) -> Found | None:
    """Return the concept that decides: a set of goods, the lowest rank, the most words, the first.

    Where the line gives a size or says that it comes from stock, goods decide before what is done with them.
    """
    concepts = [each for each in found if each.table == "concepts"]
    tokens = [token for each in found for token in each.tokens]
    first, last = min(tokens, default=0), max(tokens, default=0)
    are_goods = any(each.table == "details" and each.key in _OF_GOODS for each in found)
    return min(
        concepts,
        key=lambda each: (
            not (each.key in _SETS or (each.key == _SET and each.tokens[0] in (first, last))),
            are_goods and entry(each)["group"] not in ("supply", "equipment"),
            entry(each)["rank"],
            -len(each.key.split()),
            each.tokens[0],
        ),
        default=None,
    )


def _too_much_is_unknown(words: Sequence[Word], found: Sequence[Found], head: Found) -> bool:
    """Return whether the words that no table knows may turn the meaning; a place alone bears none of them."""
    row = entry(head)
    unknown = len(unknown_words(words, found))
    known = len({token for each in found for token in each.tokens})
    outnumbered = unknown > known or row["rank"] == _PLACE
    return not row["names"] and unknown > _UNKNOWN_BORNE[row["rank"]] and outnumbered


def _told(head: Found, unknown: Sequence[str]) -> Row:
    """Return the row whose text tells of `head`: a test that is known alone is any test beside unknown words."""
    row = entry(head)
    return phrases("concepts")[_ANY_TEST] if row["names"] == "alone" and unknown else row


def _is_all_that_is_said(head: Found, found: Sequence[Found]) -> bool:
    """Return whether the line names neither a part of the body nor anything else beside what `head` says."""
    return not any(
        each.table in ("body_parts", "concepts", "drugs") and not set(each.tokens) <= set(head.tokens) for each in found
    )


def _about(head: Found, words: Sequence[Word], found: Sequence[Found]) -> Reading:
    unknown = unknown_words(words, found)
    row = _told(head, unknown)
    plain = row["plain"]
    if row["vague"] == "yes":
        what, colon, rest = plain.partition("; ")
        if _is_all_that_is_said(head, found):
            said = f"{what}{bracketed(words)}{colon}{rest} {row['ask']}"
            return open_reading(said, row["group"], OPEN, f"words/{head.key.lower()}")
        plain = f"{what}. The paper does not say more."
    if row["names"] == "yes":
        notes = [f"printed as {quoted(' '.join(each.printed for each in words))}"]
    else:
        notes = list(notes_of(head, words, found))[:_NOTES]
    part = part_of(head, found)
    filled = _PART.sub(lambda place: f" of the {part}" if part else place.group(1) or "", plain)
    first, stop, rest = filled.replace("{level}", level_of(words)).partition(". ")
    plain = f"{first.removesuffix('.')}{bracketed(words, notes)}.{stop[1:]}{rest}"
    if unknown and row["names"] != "yes":
        plain = f"{plain} Our tables do not know {' and '.join(map(quoted, unknown[:2]))}."
    confidence = _CONFIDENCE[row["rank"]] - _LESS_FOR_UNKNOWN * min(len(unknown), _UNKNOWN_COUNTED)
    return reading(plain, row["group"], confidence, f"words/{head.key.lower()}", words)
