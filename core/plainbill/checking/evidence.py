"""Facts that findings rest on, each with where on the paper it was read."""

import datetime
import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from plainbill.case import Evidence, Source
from plainbill.case.values import write_money
from plainbill.checking.papers import LineAt, Paper, natural

Box = tuple[float, float, float, float]
STORY = "story"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One value a finding rests on; `path` finds its source, "" where it was worked out or told."""

    document: str
    line: str | None = None
    field: str
    value: str
    path: str = ""


def written(value: object) -> str:
    """Return a value as the contract writes it."""
    if isinstance(value, str):
        return value
    if isinstance(value, Decimal):
        return write_money(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(value)


def on_paper(paper: Paper, *fields: str) -> tuple[Fact, ...]:
    """Return the facts that a paper's head, totals or payments hold under `fields`; absent ones are left out."""
    found = ((name, value_at(paper.document, name)) for name in fields)
    return tuple(
        Fact(document=paper.id, field=name, value=written(value), path=f"{paper.path}.{name}")
        for name, value in found
        if value is not None
    )


def on_line(at: LineAt, *fields: str) -> tuple[Fact, ...]:
    """Return the facts that a line holds under `fields`; a date printed only at the head of its paper counts."""
    facts = []
    for name in fields:
        value = value_at(at.line, name)
        if value is not None and value != ():
            shown = " ".join(map(str, value)) if isinstance(value, tuple) else written(value)
            path = f"{at.path}.{name}"
            facts.append(Fact(document=at.document.id, line=at.line.id, field=name, value=shown, path=path))
        elif name == "service_date" and at.date is not None:
            path = f"{at.path.partition('.lines[')[0]}.service_from"
            facts.append(Fact(document=at.document.id, field="service_from", value=written(at.date), path=path))
    return tuple(facts)


def worked_out(document: str, field: str, value: Decimal | int) -> Fact:
    """Return a sum or a count of other facts, so that every figure of a text stands in the evidence."""
    return Fact(document=document, field=field, value=written(value))


def told(field: str, value: object) -> Fact:
    """Return a fact from the story."""
    return Fact(document=STORY, field=field, value=written(value))


def value_at(entry: object, name: str) -> object:
    """Return what a record holds at a path such as "totals.charges" or "adjustments[0].amount"."""
    for step in _steps(name):
        if entry is None:
            return None
        entry = entry[int(step)] if isinstance(entry, tuple) else getattr(entry, step)
    return entry


@functools.lru_cache(maxsize=1024)
def _steps(name: str) -> tuple[str, ...]:
    return tuple(name.replace("]", "").replace("[", ".").split("."))


def in_order(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return each fact once, by document, line and field."""
    return tuple(
        sorted(
            set(facts),
            key=lambda fact: (natural(fact.document), natural(fact.line or ""), natural(fact.field), fact.value),
        )
    )


def as_evidence(fact: Fact, source: Source | None) -> Evidence:
    """Return a fact as evidence, with page and box where its source is known."""
    return Evidence.model_construct(  # every value was validated when the case was read
        document=fact.document,
        line=fact.line,
        field=fact.field,
        value=fact.value,
        page=source.page if source else None,
        box=box_of(source) if source else None,
    )


def source_of(fact: Fact, sources: Mapping[str, Source]) -> Source | None:
    """Return the source of a value; a list of codes may have one source for all of them or one for each."""
    if not fact.path or not sources:
        return None
    return sources.get(fact.path) or sources.get(f"{fact.path}[0]")


def box_of(source: Source) -> Box | None:
    """Return the box around a value, None where the reader gave none."""
    boxes = [source.box] if source.box else list(source.boxes)
    if not boxes:
        return None
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def is_doubtful(source: Source | None) -> bool:
    """Tell whether a value was read from paper and nothing confirmed the reading."""
    return source is not None and not source.confirmed_by
