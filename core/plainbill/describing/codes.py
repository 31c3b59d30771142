"""Codes: what a procedure code, its modifiers or a revenue code stand for, from the tables."""

import bisect
import functools
from collections.abc import Mapping, Sequence

from plainbill.case import Reading
from plainbill.describing.code_lives import ended, without_end_note
from plainbill.describing.code_shapes import is_procedure_code
from plainbill.describing.official_codes import describe_official
from plainbill.describing.words import bare
from plainbill.knowledge.published import NOTHING_IMPORTED, PublishedCode, PublishedTables
from plainbill.knowledge.tables import Row, read_table

KNOWN = 0.9
"""Confidence in what a table says of exactly this code."""
FAMILY = 0.45
"""Confidence where only the kind of thing is known: below one half, for the paper leaves open what was done."""
REVENUE = 0.8
REVENUE_VAGUE = 0.4


def describe_code(
    code: str, modifiers: Sequence[str] = (), tables: PublishedTables = NOTHING_IMPORTED
) -> Reading | None:
    """Return what the tables say of a procedure code, or None where its shape is wrong or no table knows it.

    Our own words for a code come first, then its name in the list that was imported. A code that only its family knows
    gives a vague reading below 0.5: what kind of thing it is, and what to ask. A code that ended says when.
    """
    code = bare(code)
    if not is_procedure_code(code):
        return None
    listed = tables.code(code)
    published = without_end_note(listed) if listed else None
    row = _codes().get(code)
    if row is not None:
        return _own_reading(row, modifiers, ended(code, published))
    official = _official_reading(code, published)
    if official is not None:
        return official.but(plain=" ".join([official.plain, *_modifier_sentences(modifiers)]))
    family = _family_of(code)
    return None if family is None else _family_reading(code, family, ended(code, published))


def is_known_code(code: str, tables: PublishedTables = NOTHING_IMPORTED) -> bool:
    """Return whether a table of ours or an imported one has exactly this procedure code."""
    code = bare(code)
    return code in _codes() or (is_procedure_code(code) and tables.code(code) is not None)


def _own_reading(row: Row, modifiers: Sequence[str], end: str) -> Reading:
    return Reading.model_validate(
        {
            "plain": f"{_with_modifiers(row['plain'], modifiers)} {end}".strip(),
            "group": row["group"],
            "basis": "code",
            "confidence": KNOWN,
            "vague": row["vague"] == "yes",
            "source": f"{_set_of(row['key'])}/{row['key']}",
        }
    )


def _official_reading(code: str, published: PublishedCode | None) -> Reading | None:
    if published is None:
        return None
    family = _family_of(code)
    return describe_official(published, (family["plain"], family["group"]) if family else None)


def _family_reading(code: str, family: Row, end: str) -> Reading:
    kind = family["plain"].removesuffix(".")
    return Reading.model_validate(
        {
            "plain": f"{kind}; our tables do not have code {code} itself. {end} {family['ask']}".replace("  ", " "),
            "group": family["group"],
            "basis": "code",
            "confidence": FAMILY,
            "vague": True,
            "source": f"{_set_of(code)}/{family['key']}",
        }
    )


def describe_revenue_code(revenue_code: str) -> Reading | None:
    """Return what a revenue code says of the department that charges, or None where no table knows it."""
    code = bare(revenue_code).zfill(4)
    row = _revenue_codes().get(code) or _revenue_codes().get(f"{code[:3]}x")
    if row is None or not code.isdecimal() or len(code) != 4:
        return None
    vague = row["vague"] == "yes"
    return Reading.model_validate(
        {
            "plain": f"{row['plain']} {row['ask']}".strip(),
            "group": row["group"],
            "basis": "code",
            "confidence": REVENUE_VAGUE if vague else REVENUE,
            "vague": vague,
            "source": f"revenue/{row['key']}",
        }
    )


def is_known_modifier(modifier: str) -> bool:
    """Return whether the table has this modifier."""
    return bare(modifier) in _modifiers()


def _with_modifiers(plain: str, modifiers: Sequence[str]) -> str:
    known = [f"{bare(each)}: {_modifiers()[bare(each)]}" for each in modifiers if bare(each) in _modifiers()]
    return f"{plain.removesuffix('.')} ({'; '.join(known)})." if known else plain


def _modifier_sentences(modifiers: Sequence[str]) -> list[str]:
    return [
        f"The mark {each} beside it means {_modifiers()[each]}."
        for each in map(bare, modifiers)
        if each in _modifiers()
    ]


def _set_of(code: str) -> str:
    if code[0] == "D":
        return "dental"
    return "hcpcs" if code[0].isalpha() else "cpt"


def _family_of(code: str) -> Row | None:
    firsts, families = _families().get(_letters(code), ((), ()))
    at = bisect.bisect_right(firsts, code) - 1
    return families[at] if at >= 0 and code <= families[at]["key"].partition("-")[2] else None


def _letters(code: str) -> str:
    return "".join(character if character.isalpha() else "0" for character in code)


@functools.cache
def _codes() -> Mapping[str, Row]:
    return {row["key"]: row for row in read_table("codes")}


@functools.cache
def _families() -> Mapping[str, tuple[Sequence[str], Sequence[Row]]]:
    """Return the first codes of all families in their order, with the families: by where their codes have letters."""
    shapes: dict[str, dict[str, Row]] = {}
    for row in read_table("code_families"):
        first = row["key"].partition("-")[0]
        shapes.setdefault(_letters(first), {})[first] = row
    return {shape: (firsts := sorted(found), [found[first] for first in firsts]) for shape, found in shapes.items()}


@functools.cache
def _revenue_codes() -> Mapping[str, Row]:
    return {row["key"]: row for row in read_table("revenue_codes")}


@functools.cache
def _modifiers() -> Mapping[str, str]:
    return {row["key"]: row["plain"] for row in read_table("modifiers")}
