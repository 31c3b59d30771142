"""Titles of blocks with an amount beside their words, and a row of facts between it and the other amounts.

Amounts may stand beside the facts as well, all in a column of their own.
"""

from collections.abc import Sequence

from plainbill.reading.blocks.block_titles import has_words
from plainbill.reading.blocks.captions import Unit
from plainbill.reading.tables.told_below import told_in
from plainbill.reading.terms.wording import is_total

# One such row alone may be the title of what stands below it.
_FEWEST = 2
_PITCH = 2.8


def with_facts_joined(units: Sequence[Unit]) -> list[Unit]:
    """Return the units, each row of day and code together with the title above it whose block goes on below it."""
    between = {i for i in range(1, len(units) - 1) if _stands_between(*units[i - 1 : i + 2])}
    if len(between) < _FEWEST:
        return list(units)
    return [
        _joined(unit, units[i + 1]) if i + 1 in between else unit for i, unit in enumerate(units) if i not in between
    ]


def _joined(title: Unit, facts: Unit) -> Unit:
    return Unit(rows=(*title.rows, *facts.rows), amounts=(*title.amounts, *facts.amounts), is_stacked=title.is_stacked)


def _stands_between(title: Unit, facts: Unit, below: Unit) -> bool:
    """True for a row that says nothing but what was done and when, between other amounts of one service."""
    names = [captioned.name for unit in (title, facts) for captioned in unit.amounts]
    if not title.amounts or not has_words(title.words) or not below.amounts or has_words(below.words):
        return False
    if "code" not in told_in(facts.words) or is_total(" ".join(atom.text for atom in title.words)):
        return False
    near = facts.rows[0][0].y - title.rows[-1][0].y < _PITCH * facts.rows[0][0].height
    once = None not in names and len({*names}) == len(names)
    return near and once and {*names}.isdisjoint(captioned.name for captioned in below.amounts)
