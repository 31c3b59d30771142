"""What a paper says before a second reader's look counts: worked out once, though it is parsed before and after it."""

import contextlib
import contextvars
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from plainbill.case import Document, DocumentKind, Problem, Source
from plainbill.reading.confirming.confirmation import BorneOut
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.found import Found


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstParse:
    """The Document of a paper, the values in it by their path, how many lines they are of, and what confirms them.

    `sources` say where each value stands, with what confirms it by the paper itself.
    """

    document: Document
    found: Mapping[str, Found]
    lines: int
    borne_out: BorneOut
    sources: Mapping[str, Source]
    problems: tuple[Problem, ...]


_Key = tuple[tuple[int, ...], DocumentKind | None]
# The layouts stay with what was made of them, so that no other ones get their identities.
_Kept = dict[_Key, tuple[tuple[PageLayout, ...], FirstParse | None]]
_KEPT: contextvars.ContextVar[_Kept | None] = contextvars.ContextVar("first parses", default=None)


@contextlib.contextmanager
def first_parses_kept() -> Iterator[None]:
    """Within it, the very same layouts are parsed once; nothing is kept beyond."""
    token = _KEPT.set({})
    try:
        yield
    finally:
        _KEPT.reset(token)


def parsed_once(
    layouts: Sequence[PageLayout],
    known_kind: DocumentKind | None,
    parse: Callable[[Sequence[PageLayout], DocumentKind | None], FirstParse | None],
) -> FirstParse | None:
    """Return what `parse` makes of these layouts, or made of them before."""
    kept = _KEPT.get()
    if kept is None:
        return parse(layouts, known_kind)
    key = (tuple(map(id, layouts)), known_kind)
    if key not in kept:
        kept[key] = (tuple(layouts), parse(layouts, known_kind))
    return kept[key][1]
