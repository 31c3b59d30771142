"""Notes: what the small words of a line add to its main one, and which words nobody knows."""

import re
from collections.abc import Iterator, Sequence

from plainbill.describing.known_words import UNITS, WEAK_UNITS, phrases
from plainbill.describing.vagueness import says_nothing
from plainbill_spacy.expansion import is_number
from plainbill_spacy.vocabulary import entry
from plainbill_spacy.words import Found, Word

_LEVEL = re.compile(r"[1-6]|IV|I{1,3}|V")
_VIEWS = "VIEWS"
_MINUTES = "MINUTES"
_LEAST = frozenset({"MIN", "MINIMUM", _MINUTES, ">", ">="})
# How price lists count: "2 - 3 VIEWS", "4 + VIEWS", "2 / > VIEWS", "MIN 3 VIEWS", "6 OR MORE VIEWS".
_COUNT = re.compile(
    rf"(?:(?<!\S)(MIN|MINIMUM|{_MINUTES}|>=|>|<=|<) (?:= )?)?(?<!\S)(\d{{1,4}})"
    r"(?: (-|OR|TO|/) (\d{1,4}))?"
    r"( \+| /? ?>=?| OR (?:>|MORE|GREATER))?"
    rf" ({_VIEWS}|{_MINUTES})(?!\S)"
)
_PARTS = 2
# What is done on one part or side of the body; in lab tests and visits such words mean something else.
_ON_A_PART = frozenset({"procedure", "surgery", "imaging", "supply", "equipment", "anesthesia"})


def part_of(head: Found, found: Sequence[Found]) -> str:
    """Return "right ankle", the body parts that the line names outside the words of `head`, with their side."""
    parts = [each for each in found if each.table == "body_parts" and not set(each.tokens) & set(head.tokens)]
    names = list(dict.fromkeys(entry(each)["plain"] for each in parts))[:_PARTS]
    return " ".join([*_sides(found), " and ".join(names)]) if names else ""


def notes_of(head: Found, words: Sequence[Word], found: Sequence[Found]) -> Iterator[str]:
    """Yield what the line adds to `head`, each once: the part, the way it was done, dye, views, time."""
    yield from dict.fromkeys(_all_notes(head, words, found))


def level_of(words: Sequence[Word]) -> str:
    """Return ", level 4" where the line prints a level, or nothing."""
    flat = [word for each in words for word in each.reading]
    for word, number in zip(flat, flat[1:], strict=False):
        if word in ("LEVEL", "VISIT") and _LEVEL.fullmatch(number):
            return f", level {number}"
    return ""


def unknown_words(words: Sequence[Word], found: Sequence[Found]) -> list[str]:
    """Return the printed words that no table knows; numbers only where they are long enough to name something."""
    covered = {token for each in found for token in each.tokens}
    left = [word for place, word in enumerate(words) if word.reading and place not in covered]
    return [word.printed for word in left if not _is_small(word.printed) and not says_nothing(" ".join(word.reading))]


def _all_notes(head: Found, words: Sequence[Word], found: Sequence[Found]) -> Iterator[str]:
    if entry(head)["group"] in _ON_A_PART:
        part = part_of(head, found)
        if part and "{of" not in entry(head)["plain"]:
            yield part
        if not part:
            yield from (f"{side} side" for side in _sides(found))
    for each in found:
        if each.table == "concepts" and not set(each.tokens) & set(head.tokens) and _adds(each, head):
            yield entry(each)["aside"]
    details = list(_details(head, found))
    yield from details
    if entry(head)["group"] == "imaging" and not any("contrast" in each for each in details):
        yield from _left_out(words)
    yield from _counted(words)


def _adds(other: Found, head: Found) -> bool:
    """Return whether what is added for `other` says more than what is said of `head`."""
    aside = entry(other)["aside"]
    return bool(aside) and aside.removeprefix("with ") not in entry(head)["plain"]


def _sides(found: Sequence[Found]) -> list[str]:
    sides = {entry(each)["plain"] for each in found if each.table == "details" and entry(each)["role"] == "side"}
    return [" and ".join(sorted(sides))] if sides else []


def _details(head: Found, found: Sequence[Found]) -> Iterator[str]:
    """Yield the notes of the details table that are no part of a concept."""
    concepts = [each for each in found if each.table == "concepts"]
    for each in found:
        if each.table != "details" or entry(each)["role"] != "note" or set(each.tokens) <= set(head.tokens):
            continue
        # "With and without" is said of dye beside pictures alone; elsewhere it is said of anything.
        if _is_of_dye(each) and entry(head)["group"] != "imaging":
            continue
        said = entry(each)["plain"] in entry(head)["plain"]
        if not said and not any(_is_part(each, concept) for concept in concepts):
            yield entry(each)["plain"]


def _is_of_dye(detail: Found) -> bool:
    return "contrast" in entry(detail)["plain"] and "CONTRAST" not in detail.key.split()


def _is_part(detail: Found, concept: Found) -> bool:
    """Return whether `detail` is only a piece of the words of `concept`: EMERGENCY in EMERGENCY ROOM."""
    return set(detail.tokens) <= set(concept.tokens) and set(detail.key.split()) < set(concept.key.split())


def _left_out(words: Sequence[Word]) -> Iterator[str]:
    """Yield what price lists of pictures leave out: a bare W/O at the end means without dye."""
    if [word.reading for word in words if word.reading][-1:] == [("WITHOUT",)]:
        yield phrases("details")[("WITHOUT", "CONTRAST")]["plain"]


def _counted(words: Sequence[Word]) -> Iterator[str]:
    """Yield how many views and minutes the line prints, with what bounds them: "2 or 3 views", "31 to 60 minutes"."""
    if not any(_VIEWS in word.reading or _MINUTES in word.reading for word in words):
        return
    said = " ".join(" ".join(word.reading) or word.printed for word in words)
    for count in _COUNT.finditer(said):
        bound, number, joined, last, more, unit = count.groups()
        least = bound in _LEAST or bool(more)
        before = "at least " if least else "up to " if bound == "<=" else "fewer than " if bound == "<" else ""
        through = f" {'or' if joined == 'OR' else 'to'} {last}" if last else ""
        yield f"{before}{number}{through} {_unit(unit, single=number == '1' and not last)}"


def _unit(unit: str, *, single: bool) -> str:
    return unit.lower().removesuffix("s") if single else unit.lower()


def _is_small(printed: str) -> bool:
    unit = printed.upper().partition("/")[0]
    return len(printed) < 2 or unit in UNITS | WEAK_UNITS or (is_number(printed) and len(printed) < 4)
