"""Composition: what a line is about, in one or two plain sentences."""

import re
from collections.abc import Iterator, Sequence

from plainbill.case import Reading
from plainbill.describing.vague_lines import vague_reading
from plainbill.describing.vagueness import says_nothing
from plainbill.knowledge.tables import Row
from plainbill_spacy.expansion import is_number
from plainbill_spacy.medicines import medicine_reading
from plainbill_spacy.vocabulary import phrases
from plainbill_spacy.wording import bracketed, quoted, reading
from plainbill_spacy.words import Found, Word

_CONFIDENCE = {"1": 0.85, "2": 0.8, "3": 0.65, "4": 0.6}
_LESS_FOR_UNKNOWN = 0.03
_UNKNOWN_COUNTED = 5
# More unknown words than this beside few known ones: the line is about something else than we think.
_UNKNOWN_BORNE = 3
_LONGEST_LINE = 30
_NOTES = 4
_LEVEL = re.compile(r"[1-6]|IV|I{1,3}|V")
_VIEWS = "VIEWS"


def compose(words: Sequence[Word], found: Sequence[Found]) -> Reading | None:
    """Return what the words of a line say in plain words, None where they name nothing that the tables know."""
    if len(words) > _LONGEST_LINE:
        return None
    for said in (" ".join(each.printed for each in words), " ".join(word for each in words for word in each.reading)):
        if says_nothing(said):
            return _open(said, words)
    medicine = medicine_reading(words, found)
    head = _head(found)
    if medicine is not None and (head is None or _row(head)["rank"] != "1" or head.key in _GIVEN):
        return medicine
    if head is None or _too_much_is_unknown(words, found, head):
        return None
    return _about(head, words, found)


def _open(said: str, words: Sequence[Word]) -> Reading:
    """Return the reading of words that name no service, with what had to be repaired to know it."""
    reading = vague_reading(said)
    what, colon, rest = reading.plain.partition("; ")
    return reading.but(plain=f"{what}{bracketed(words)}{colon}{rest}")


# Concepts that price lists print beside the name of a medicine.
_GIVEN = frozenset({"SODIUM CHLORIDE", "LACTATED RINGERS"})


def _head(found: Sequence[Found]) -> Found | None:
    concepts = [each for each in found if each.table == "concepts"]
    return min(concepts, key=lambda each: (_row(each)["rank"], -len(each.key.split()), each.tokens[0]), default=None)


def _too_much_is_unknown(words: Sequence[Word], found: Sequence[Found], head: Found) -> bool:
    unknown = len(_unknown(words, found))
    known = len({token for each in found for token in each.tokens})
    return _row(head)["names"] != "yes" and unknown > _UNKNOWN_BORNE and unknown > known


def _about(head: Found, words: Sequence[Word], found: Sequence[Found]) -> Reading:
    row = _row(head)
    notes = [*_asides(head, found), *_notes(head, words, found)]
    unknown = _unknown(words, found)
    if row["names"] == "yes":
        notes.append(f"printed as {quoted(' '.join(each.printed for each in words))}")
    elif unknown:
        notes.append(f"our tables do not know {' and '.join(map(quoted, unknown[:2]))}")
    filled = row["plain"].replace("{of}", _of(head, found)).replace("{level}", _level(words))
    first, stop, rest = filled.partition(". ")
    plain = f"{first.removesuffix('.')}{bracketed(words, notes[:_NOTES])}.{stop[1:]}{rest}"
    confidence = _CONFIDENCE[row["rank"]] - _LESS_FOR_UNKNOWN * min(len(unknown), _UNKNOWN_COUNTED)
    return reading(plain, row["group"], confidence, f"words/{head.key.lower()}", words)


def _of(head: Found, found: Sequence[Found]) -> str:
    """Return " of the right ankle", the body parts that the line names outside the words of `head`."""
    parts = [each for each in found if each.table == "body_parts" and not set(each.tokens) <= set(head.tokens)]
    names = list(dict.fromkeys(phrases("body_parts")[tuple(each.key.split())]["plain"] for each in parts))
    side = next((row["plain"] for row in _details(found) if row["role"] == "side"), "")
    if not names:
        return f" on the {side} side" if side else ""
    return f" of the {f'{side} ' if side else ''}{' and '.join(names[:2])}"


def _asides(head: Found, found: Sequence[Found]) -> Iterator[str]:
    for each in found:
        if each.table == "concepts" and not set(each.tokens) & set(head.tokens) and _row(each)["aside"]:
            yield _row(each)["aside"]


def _notes(head: Found, words: Sequence[Word], found: Sequence[Found]) -> Iterator[str]:
    """Yield what the small words of the line add: sides, dye, number of views, time."""
    said: set[str] = set()
    for each in found:
        if each.table == "details" and not set(each.tokens) <= set(head.tokens):
            row = phrases("details")[tuple(each.key.split())]
            if row["role"] == "note" and not said & set(row["plain"].split(" (")):
                said |= set(row["plain"].split(" ("))
                yield row["plain"]
    if _row(head)["group"] == "imaging" and not any("contrast" in each for each in said):
        yield from _left_out(words)
    yield from _counted(words)


def _left_out(words: Sequence[Word]) -> Iterator[str]:
    """Yield what price lists of pictures leave out: a bare W/O at the end means without dye."""
    if [word.reading for word in words if word.reading][-1:] == [("WITHOUT",)]:
        yield phrases("details")[("WITHOUT", "CONTRAST")]["plain"]


def _counted(words: Sequence[Word]) -> Iterator[str]:
    flat = [word for each in words for word in each.reading]
    for place, (number, unit) in enumerate(zip(flat, flat[1:], strict=False)):
        if not number.isdecimal():
            continue
        if unit == _VIEWS:
            least = place and flat[place - 1] in ("MIN", "MINIMUM", "MINUTES")
            yield f"{'at least ' if least else ''}{number} views"
        elif unit == "MINUTES":
            yield f"{number} minutes"


def _level(words: Sequence[Word]) -> str:
    flat = [word for each in words for word in each.reading]
    for word, number in zip(flat, flat[1:], strict=False):
        if word in ("LEVEL", "VISIT") and _LEVEL.fullmatch(number):
            return f", level {number}"
    return ""


def _unknown(words: Sequence[Word], found: Sequence[Found]) -> list[str]:
    """Return the printed words that no table knows; numbers only where they are long enough to name something."""
    covered = {token for each in found for token in each.tokens}
    left = [word for place, word in enumerate(words) if word.reading and place not in covered]
    return [word.printed for word in left if not _is_small(word.printed) and not says_nothing(" ".join(word.reading))]


def _is_small(printed: str) -> bool:
    return len(printed) < 2 or (is_number(printed) and len(printed) < 4)


def _details(found: Sequence[Found]) -> Iterator[Row]:
    return (phrases("details")[tuple(each.key.split())] for each in found if each.table == "details")


def _row(concept: Found) -> Row:
    return phrases("concepts")[tuple(concept.key.split())]
