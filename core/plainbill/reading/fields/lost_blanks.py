"""Blanks that a reader lost in names, told by the same name elsewhere on the paper or by the marks within."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.found import Found

_OFFICES = ("provider.name", "payer.name", "coverage.plan_name")
_PERSONS = ("patient.name", "coverage.subscriber_name")
# "Ada M.Lombard", "AdaM. Lombard"; no name of an office is touched by these.
_OF_PERSONS = (
    (re.compile(r"(?<=\s[A-Z]\.)(?=[A-Z][a-z])"), " "),
    (re.compile(r"(?<=[a-z]{2})(?=[A-Z]\.(?:\s|$))"), " "),
)
# "Associates,P.A.", "Hand &Spine".
_OF_OFFICES = (
    (re.compile(r",(?=(?:P\.?A|P\.?C|M\.?D|L\.?L\.?[CP]|P\.?L\.?L\.?C|Inc|Ltd|Corp|D\.?[DM]\.?[SD])\b)"), ", "),
    (re.compile(r"(?<=\s&)(?=[A-Z][a-z])"), " "),
)
# "Imaging C enter", "Ashgrove-L und": no word of a name begins so, but for the small ones between two others.
_TORN = re.compile(
    r"(?<![A-Za-z])([B-HJ-Z]) "
    r"(?!(?:and|of|de|da|del|der|di|du|la|le|van|von|y|e|the|for|in|at|on)\b)(?=[a-z]{2})"
)
# A word that a blank parts from another has so many letters.
_SHORTEST = 2


def with_lost_blanks(fields: Mapping[str, Found], layouts: Sequence[PageLayout]) -> dict[str, Found]:
    """The values of a paper with its names as they are printed; the text of a file has lost no blank."""
    restored = dict(fields)
    for path in (*_OFFICES, *_PERSONS):
        name = restored.get(path)
        if name is None or any(token.from_text for token in name.tokens):
            continue
        text = str(name.value)
        # Forms print "LOMBARD,ADA" with no blank.
        text = text if path in _PERSONS and "," in text else _as_elsewhere(text, layouts)
        text = _TORN.sub(r"\1", text)
        for lost, usual in _OF_PERSONS if path in _PERSONS else _OF_OFFICES:
            text = lost.sub(usual, text)
        restored[path] = replace(name, value=text)
    return restored


def _as_elsewhere(name: str, layouts: Sequence[PageLayout]) -> str:
    """The name with the blanks that it has where the paper prints it with the most of them."""
    bare = name.replace(" ", "")
    if len(bare) < 2 * _SHORTEST:
        return name
    form = re.compile(r"(?<!\S)" + r" ?".join(map(re.escape, bare)) + r"(?!\S)")
    printed = (match[0] for text in _texts(layouts) if (match := form.search(text)) is not None)
    return max((name, *(other for other in printed if _adds_blanks(other, name))), key=lambda other: other.count(" "))


def _texts(layouts: Sequence[PageLayout]) -> Iterator[str]:
    return (cell.text for layout in layouts for row in layout.cells for cell in row)


def _adds_blanks(other: str, name: str) -> bool:
    """True where other print has every blank of the name and more, none of which tears a word: "Qua rry"."""
    own, more = _blanks(name), _blanks(other)
    words = [word for word in other.split() if word not in name.split()]
    return own < more and all(len(word) >= _SHORTEST and not word[0].islower() for word in words)


def _blanks(text: str) -> set[int]:
    """Behind how many other signs each blank stands."""
    return {len(text[:i].replace(" ", "")) for i, sign in enumerate(text) if sign == " "}
