"""Sentences: a long written-out name as a few sentences, cut where nobody would read on."""

import re
from collections.abc import Iterator

_LONGEST = 45
_FEWEST = 4
_LONG = 10
_FEW = 6
_BREAK = re.compile(r"(?<=[;.:])\s+|;\s*")
# Small words that lead on to what was cut off.
_LOOSE_END = re.compile(r"(?:,? (?:a|an|and|as|at|by|for|from|in|of|on|or|such|that|the|to|which|with))+$")


def as_sentences(said: str, before: str = "") -> str:
    """Return `said` behind `before` as sentences that end with a full stop; parts of too few words stay with the next.

    More than 45 words are cut at a comma, and the last sentence says that there is more.
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
        yield from _by_commas(part.strip(" .;,:"))


def _by_commas(part: str) -> Iterator[str]:
    """Yield `part` cut at commas outside brackets where it runs on for long."""
    start = depth = 0
    for at, mark in enumerate(part):
        depth += (mark == "(") - (mark == ")")
        if mark == "," and not depth and _words(part[start:at]) >= _LONG and _may_begin(part[at + 1 :]):
            yield part[start:at].strip(" ,")
            start = at
    kept = part[start:].strip(" ,")
    if kept:
        yield kept


def _may_begin(text: str) -> bool:
    """Return whether `text` is long enough for a sentence and is not only the end of a list."""
    return _words(text) >= _FEW and text.split()[0] not in ("and", "or")


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
