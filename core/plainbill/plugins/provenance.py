"""Whether the paper says what a plugin read: each value's words stand on the page, and say the value.

What does not hold is dropped and named by its path. Values that are not print (ids, the kind of a paper or a payment,
the whole text) need no words; a value that is one of a few fixed words, or yes or no, needs words and no more.
"""

import datetime
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from types import MappingProxyType
from typing import Final, Literal, get_args, get_origin

from plainbill.case import Confirmation, Document, Entry, Source
from plainbill.reading.page import Box, PageWords
from plainbill.reading.parsed import ParsedDocument
from plainbill.reading.sources import has_source
from plainbill.reading.terms.dates import days_in, parse_date
from plainbill.reading.terms.money import parse_money

# A word belongs to a box where its middle does; boxes are rounded to a tenth of a pixel.
_ROUNDED: Final = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounded:
    """What is left of a paper, and the paths of the values that nothing on it says."""

    parsed: ParsedDocument
    dropped: tuple[str, ...]


def grounded(parsed: ParsedDocument, pages: Sequence[PageWords]) -> Grounded | None:
    """Return the paper with what its own words say; None where nothing is left of it."""
    walk = _Walk(sources=parsed.sources, pages={page.index: page for page in pages})
    kept = walk.record(parsed.document, "", "")
    if kept is None:
        return None
    left = Document.model_validate(kept)
    return Grounded(
        parsed=replace(parsed, document=left, sources=MappingProxyType(walk.kept)), dropped=tuple(walk.dropped)
    )


@dataclass(slots=True, kw_only=True)
class _Walk:
    """Goes through a document; paths change where an element before them is dropped."""

    sources: Mapping[str, Source]
    pages: Mapping[int, PageWords]
    kept: dict[str, Source] = field(default_factory=dict)
    dropped: list[str] = field(default_factory=list)

    def record(self, entry: Entry, path: str, new: str) -> dict[str, object] | None:
        """The fields that hold; None where none but those without words is left."""
        held: dict[str, object] = {}
        said = False
        for name, described in type(entry).model_fields.items():
            value = getattr(entry, name)
            if value is None or value == ():
                continue
            below, below_new = _join(path, name), _join(new, name)
            fixed = _is_fixed(described.annotation)
            result = self._value(value, below, below_new, fixed=fixed)
            if result is None:
                continue
            held[name] = result
            said = said or has_source(below)
        return held if said else None

    def _value(self, value: object, path: str, new: str, *, fixed: bool) -> object:
        if isinstance(value, Entry):
            return self.record(value, path, new)
        if isinstance(value, tuple):
            return tuple(self._elements(value, path, new)) or None
        if not has_source(path):
            return value
        source = self.sources.get(path) or self.sources.get(path.rpartition("[")[0])
        if source is None or not self._holds(value, source, fixed=fixed):
            self.dropped.append(path)
            return None
        self.kept[new] = source.but(confirmed_by=self._confirmed(source))
        return value

    def _elements(self, values: Sequence[object], path: str, new: str) -> Iterator[object]:
        count = 0
        for i, value in enumerate(values):
            result = self._value(value, f"{path}[{i}]", f"{new}[{count}]", fixed=False)
            if result is not None:
                count += 1
                yield result

    def _holds(self, value: object, source: Source, *, fixed: bool) -> bool:
        page = self.pages.get(source.page)
        if page is None or not _stands_there(source, page):
            return False
        return fixed or says(source.text, value)

    def _confirmed(self, source: Source) -> tuple[Confirmation, ...]:
        """What confirms a reading, without what only a person, a second reader or the file itself can give."""
        page = self.pages[source.page]
        untrue = {"person"} | ({"text_layer"} if not page.text_layer else set())
        untrue |= {"second_reader"} if not page.rereadings else set()
        return tuple(each for each in source.confirmed_by if each not in untrue)


def says(text: str, value: object) -> bool:
    """Tell whether printed `text` says `value` in any of the forms that papers use."""
    for kind, test in _TESTS:
        if isinstance(value, kind):
            return test(text, value)
    return False


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _is_fixed(annotation: object) -> bool:
    """Whether a field takes one of a few fixed words, or yes or no: the paper prints them in words of its own."""
    inner = (annotation, *get_args(annotation))
    return any(get_origin(each) is Literal or each is bool for each in inner) or any(
        bool in get_args(each) for each in inner
    )


def _plain(text: str) -> str:
    return "".join(each for each in unicodedata.normalize("NFKC", text).casefold() if each.isalnum())


def _stands_there(source: Source, page: PageWords) -> bool:
    """Whether the words of a source are printed at its place; anywhere on the page where it names no place."""
    boxes = [source.box] if source.box else list(source.boxes)
    places = [Box(x0=box[0], y0=box[1], x1=box[2], y1=box[3]) for box in boxes]
    words = [word for word in page.words if not places or any(_is_in(word.source_box, place) for place in places)]
    printed = _plain("".join(word.text for word in words))
    parts = [part for part in map(_plain, source.text.split()) if part]
    return bool(parts) and all(part in printed for part in parts)


def _is_in(word: Box, place: Box) -> bool:
    """Whether a word touches the place: a value may be only a part of a printed word."""
    return (
        word.x0 < place.x1 + _ROUNDED
        and word.x1 > place.x0 - _ROUNDED
        and word.y0 < place.y1 + _ROUNDED
        and word.y1 > place.y0 - _ROUNDED
    )


def _says_amount(text: str, amount: Decimal) -> bool:
    printed = [parse_money(part) for part in (text, *text.split())]
    return any(each is not None and abs(each) == abs(amount) for each in printed)


def _says_day(text: str, day: datetime.date) -> bool:
    days = [*days_in(text), *(found for part in (text, *text.split()) if (found := parse_date(part, dense=True)))]
    return any((each.month, each.day) == (day.month, day.day) and each.year in (None, day.year) for each in days)


def _says_number(text: str, number: int | float) -> bool:
    for part in text.replace(",", "").split():
        try:
            if abs(float(part)) == abs(number):
                return True
        except ValueError:
            continue
    return _plain(f"{number:g}") in _plain(text)


def _says_words(text: str, words: str) -> bool:
    """Whether each word of a text is printed; a code may have gained leading zeros or lost marks."""
    printed = _plain(text)
    if _plain(words).lstrip("0") in printed:
        return True
    return all(_plain(word) in printed for word in words.split())


_TESTS: Final[tuple[tuple[type, Callable[..., bool]], ...]] = (
    (Decimal, _says_amount),
    (datetime.date, _says_day),
    (bool, lambda text, value: True),
    (int, _says_number),
    (float, _says_number),
    (str, _says_words),
)
