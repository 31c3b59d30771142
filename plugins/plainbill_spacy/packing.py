"""Packing: what was understood travels with its Doc, from worker processes and in files of docs."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from plainbill.case import Reading
from plainbill_spacy.words import Found, Opinion, Understanding, Word

_MARK = "plainbill_spacy.Understanding"

Chain = Callable[[Any], Any] | None
"""What packs or unpacks whatever this module does not know."""


def pack(value: object, chain: Chain = None) -> object:
    """Return an `Understanding` as plain lists and words, anything else as `chain` packs it."""
    if isinstance(value, Understanding):
        return {
            _MARK: {
                "words": [asdict(word) for word in value.words],
                "found": [asdict(found) for found in value.found],
                "reading": None if value.reading is None else value.reading.model_dump(),
                "opinion": None if value.opinion is None else asdict(value.opinion),
                "alternatives": [reading.model_dump() for reading in value.alternatives],
            }
        }
    return value if chain is None else chain(value)


def unpack(value: object, chain: Chain = None) -> object:
    """Return what `pack` packed, anything else as `chain` unpacks it."""
    if isinstance(value, dict) and _MARK in value:
        return _understanding(value[_MARK])
    return value if chain is None else chain(value)


def _understanding(packed: Mapping[str, Any]) -> Understanding:
    reading, opinion = packed["reading"], packed["opinion"]
    return Understanding(
        words=tuple(Word(**{**word, "reading": tuple(word["reading"])}) for word in packed["words"]),
        found=tuple(Found(**{**found, "tokens": tuple(found["tokens"])}) for found in packed["found"]),
        reading=None if reading is None else Reading.model_validate(reading),
        opinion=None if opinion is None else Opinion(**opinion),
        alternatives=tuple(map(Reading.model_validate, packed["alternatives"])),
    )
