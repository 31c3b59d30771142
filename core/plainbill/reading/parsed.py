"""What parsing yields: a Document and where each of its values stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from plainbill.case import Document, Problem, Source
from plainbill.reading.page import Piece


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedDocument:
    """One paper: the Document, the source of every value by its path in it ("lines[2].charge"), and what was wrong.

    `doubtful` are runs of print whose values nothing confirms; `problems` belong to the paper's first page.
    """

    document: Document
    sources: Mapping[str, Source] = field(default_factory=lambda: MappingProxyType({}))
    doubtful: tuple[tuple[Piece, ...], ...] = ()
    problems: tuple[Problem, ...] = ()
