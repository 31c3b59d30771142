"""Keys: what an entry is found by stands once in its table, and is written as the look-up expects it."""

import re
from collections.abc import Iterator, Mapping, Sequence

from plainbill.describing.code_shapes import is_procedure_code
from plainbill.dictionary.entries import key_of
from plainbill.knowledge.tables import Entry

# An entry whose key has another form would never be found, and nobody would notice.
_FORMS: Mapping[str, tuple[re.Pattern[str], str]] = {
    "modifiers": (re.compile(r"[0-9A-Z]{2}"), "is no modifier; write two digits or capitals"),
    "revenue_codes": (re.compile(r"\d{4}|\d{3}x"), "is no revenue code; write four digits such as 0450, or 045x"),
    "concepts": (re.compile(r"[^a-z]+"), "has small letters; write it in capitals"),
    "drugs": (re.compile(r"[^a-z]+"), "has small letters; write it in capitals"),
    "abbreviations": (re.compile(r"[^a-z]+"), "has small letters; write it in capitals"),
    "body_parts": (re.compile(r"[^a-z]+"), "has small letters; write it in capitals"),
    "vague_words": (re.compile(r"[^a-z]+"), "has small letters; write it in capitals"),
}


def key_faults(name: str, entries: Sequence[Entry]) -> Iterator[tuple[Entry, str]]:
    """Return the entries of the table `name` whose keys are missing, stand there already or could not be found."""
    first: dict[tuple[str, ...], int] = {}
    for entry in entries:
        key = key_of(entry.row)
        if not entry.row["key"] and not entry.row.get("codes"):
            yield entry, "has no key; write what the entry is about in the column 'key'"
        elif key in first:
            yield entry, f"has the key of line {first[key]}; keep one of the two"
        else:
            first[key] = entry.line
            yield from ((entry, f"key: {said}") for said in _form_faults(name, entry.row["key"]))


def _form_faults(name: str, key: str) -> Iterator[str]:
    if name == "codes" and not is_procedure_code(key):
        yield "is no procedure code; write five digits or capitals without blanks, such as A6402"
    if name == "code_families":
        low, _, high = key.partition("-")
        if not is_procedure_code(low) or not is_procedure_code(high) or low > high:
            yield "is no range of codes; write the first and the last, such as A6010-A6461"
    if name in _FORMS:
        form, said = _FORMS[name]
        if not form.fullmatch(key):
            yield said
