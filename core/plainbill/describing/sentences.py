"""Sentences: a long written-out name as a few sentences, cut where nobody would read on."""

import re
from collections.abc import Iterator

_LONGEST = 65
_FEWEST = 4
# Words that a sentence may have before it is cut at a mark, and before it is cut at a small word; words of each piece.
_LONG = 10
_TOO_LONG = 13
_FEW = 5
_BREAK = re.compile(r"(?<=[;.:])\s+|;\s*")
_EDGES = " .;,:"
_MARK = re.compile(r",\s+|\s+[-–—]+\s+")
# Small words that a piece may begin with.
_LEADS_ON = re.compile(
    r"\s+(?=(?:and|or|but|with|without|when|if|unless|while|during|because|using|such as|due to|within"
    r"|as part of|for) )"
)
# What leads on to its next words, and what belongs to the words before it: the last of a list, what such words deny.
_CANNOT_END = re.compile(
    r"\b(?:an?|and|are|as|at|be|between|by|done|due|for|from|given|had|has|have|in|is|made|no|not|of|on|or|such|than|that"
    r"|the|to|used|was|were|which|who|with|without)$"
)
_CANNOT_BEGIN = re.compile(r"(?:and|or) (?!\w+(?: \w+){5})|for (?:not|no)\b|(?:and|or) not\b")
# Small words that lead on to what was cut off.
_LOOSE_END = re.compile(r"(?:,? (?:a|an|and|as|at|by|for|from|in|of|on|or|such|that|the|to|which|with))+$")


def as_sentences(said: str, before: str = "") -> str:
    """Return `said` behind `before` as sentences that end with a full stop; parts of too few words stay with the next.

    More than 65 words are cut at a comma, and the last sentence says that there is more.
    """
    sentences: list[str] = []
    for part in _parts(_shortened(said)):
        if sentences and (len(part.split()) < _FEWEST or len(sentences[-1].split()) < _FEWEST):
            sentences[-1] = f"{sentences[-1]}, {part}"
        else:
            sentences.append(part)
    if not sentences:
        return ""
    first, *others = sentences
    return " ".join([f"{before}{first}.", *(f"{other[0].upper()}{other[1:]}." for other in others)])


def _parts(said: str) -> Iterator[str]:
    for part in _BREAK.split(said):
        yield from _cut(part.strip(_EDGES))


def _cut(part: str) -> Iterator[str]:
    """Yield `part` cut where it runs on for long: nearest to its middle, at marks before small words."""
    place = None
    if _words(part) > _LONG:
        place = _middle(part, _MARK)
    if place is None and _words(part) > _TOO_LONG:
        place = _middle(part, _LEADS_ON)
    if place is None:
        if part:
            yield part
        return
    before, after = place
    yield from _cut(part[:before].strip(_EDGES))
    yield from _cut(part[after:].strip(_EDGES))


def _middle(part: str, mark: re.Pattern[str]) -> tuple[int, int] | None:
    """Return where the best cut at a `mark` begins and ends; None where none leaves enough words on both sides."""
    whole = _words(part)
    cuts = [
        (abs(2 * before - whole), found.span())
        for found in mark.finditer(part)
        if min(before := _words(part[: found.start()]), whole - before) >= _FEW
        and not _within_brackets(part, found.start())
        and not _CANNOT_END.search(part[: found.start()])
        and not _CANNOT_BEGIN.match(part[found.end() :])
    ]
    return min(cuts)[1] if cuts else None


def _within_brackets(text: str, place: int) -> bool:
    before = text[:place]
    return before.count("(") > before.count(")") or before.count("[") > before.count("]")


def _words(text: str) -> int:
    return len(text.split())


def _shortened(said: str) -> str:
    words = said.split()
    if len(words) <= _LONGEST:
        return said
    kept = " ".join(words[:_LONGEST])
    ends = [found.start() for found in re.finditer(r"[,;.](?=\s)", kept)]
    cut = _closed(kept[: ends[-1]] if ends and ends[-1] > len(kept) // 3 else kept)
    return f"{_LOOSE_END.sub('', cut)}, and more"


def _closed(text: str) -> str:
    """Return `text` without brackets that are opened and not closed within it."""
    while text.count("(") > text.count(")"):
        text = text[: text.rindex("(")].rstrip(" ,;")
    return text
