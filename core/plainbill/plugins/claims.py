"""What a plugin says its words rest on: believed only where it names it, and what is printed only where it is."""

import unicodedata
from typing import Final

from plainbill.case import Document, Reading, Translation

# Kinds of source that rank above a written rule; how the rest is ranked is the describing room's matter.
_ABOVE_A_RULE: Final = frozenset({"printed", "cpt", "hcpcs", "dental", "revenue", "icd-10-cm", "payer"})
LOWERED: Final = "rule/"


def with_honest_sources(said: Translation, document: Document | None) -> Translation:
    """Return the words with each source that names nothing, or something that is not printed, lowered to a rule."""
    source = _honest(said.source, document)
    others = tuple(_with_honest_source(each, document) for each in said.alternatives)
    if source == said.source and others == said.alternatives:
        return said
    return said.but(source=source, alternatives=others)


def _with_honest_source(reading: Reading, document: Document | None) -> Reading:
    source = _honest(reading.source, document)
    return reading if source == reading.source else reading.but(source=source)


def _honest(source: str, document: Document | None) -> str:
    # The engine puts the plugin's name before a colon, and what follows the last colon is ranked.
    source = source.replace(":", ";")
    kind, _, entry = source.partition("/")
    if kind not in _ABOVE_A_RULE:
        return source
    if not entry.strip() or (kind == "printed" and not _is_printed(entry, document)):
        return f"{LOWERED}{source}"
    return source


def _is_printed(entry: str, document: Document | None) -> bool:
    if document is None:
        return False
    printed = [document.text or "", *(text for each in document.remarks for text in (each.code, each.text) if text)]
    return _plain(entry) in _plain(" ".join(printed))


def _plain(text: str) -> str:
    return "".join(each for each in unicodedata.normalize("NFKC", text).casefold() if each.isalnum())
