"""Official codes: what a code of CMS's own list stands for, composed from its family and its written-out name."""

import functools
import re

from plainbill.case import Reading
from plainbill.describing.code_lives import ended
from plainbill.describing.official_words import write_out
from plainbill.describing.sentences import as_sentences
from plainbill.knowledge.published import PublishedCode
from plainbill.knowledge.tables import Row, read_table

COMPOSED = 0.85
"""Confidence in the official name of exactly this code, which tables have put in plainer words."""

_SAYS = "The code list says: "
_HOLDS = "*"
# How much one unit is, at the end of a name. An amount alone is the unit of a medicine; of other things, their size.
_COUNT = r"(?:up to )?\d[\d.,]*"
_AMOUNT = re.compile(rf", (?:per )?(?P<unit>{_COUNT} (?:milli|micro)?(?:gram|liter|unit)s?)$")
_PER_COUNT = re.compile(rf",? (?:per|for each|each) (?P<unit>{_COUNT} [a-z]+(?: [a-z]+)?)$")
_PER = re.compile(r",? per (?P<unit>[a-z]+(?: [a-z]+){0,2})$")
_EACH = re.compile(r",? each$")
_GOODS = frozenset({"supply", "equipment"})


@functools.lru_cache(maxsize=8192)
def describe_official(published: PublishedCode, family: tuple[str, str] | None) -> Reading | None:
    """Return a published code in plain words, or None where its name was not published.

    `family` is what its family of codes is, in plain words, and the group of that; the words of its name may tell both
    better. It is None where no family has the code.
    """
    name = " ".join(published.descriptor.split())
    kind = _kind_of(published.code, name.lower(), known=family is not None)
    plain, group = (kind["plain"], kind["group"]) if kind else family or ("", "other")
    if kind and kind["drop"] == "yes":
        name = name[len(kind["key"]) :].strip()
    said, unit = _without_unit(write_out(name), group)
    if not any(map(str.isalpha, said)):
        return None
    parts = (plain, as_sentences(said, _SAYS), unit, ended(published.code, published))
    return Reading.model_validate(
        {
            "plain": " ".join(part for part in parts if part),
            "group": group,
            "basis": "code",
            "confidence": COMPOSED,
            "vague": False,
            "source": f"hcpcs/{published.code}",
        }
    )


def _kind_of(code: str, name: str, *, known: bool) -> Row | None:
    """Return what the words of a name tell of its kind; a row without words holds only where no family is `known`."""
    rows = (row for row in read_table("official_kinds") if code.startswith(tuple(row["codes"].split())))
    return next((row for row in rows if (row["key"] or not known) and _fits(row["key"], name)), None)


def _fits(key: str, name: str) -> bool:
    return key[1:] in name if key.startswith(_HOLDS) else name.startswith(key)


def _without_unit(said: str, group: str) -> tuple[str, str]:
    """Return a written-out name without the unit at its end, and the sentence that says how much one unit is."""
    if group in _GOODS and _EACH.search(said):
        return _EACH.sub("", said), "One unit on the bill stands for one piece."
    found = _PER_COUNT.search(said) or _PER.search(said) or (_AMOUNT.search(said) if group == "drug" else None)
    if found is None or not found.start():
        return said, ""
    unit = found["unit"]
    one = "" if unit[0].isdigit() or unit.startswith("up to") else "one "
    return said[: found.start()], f"One unit on the bill stands for {one}{unit}."
