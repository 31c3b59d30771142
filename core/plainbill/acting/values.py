"""Values of the case as a person reads them, each with the place it was read; and sentences made of them."""

import datetime
import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from plainbill.acting.texts import text, texts
from plainbill.acting.writing import Sentence
from plainbill.case import Document, Evidence, Line, TableUse
from plainbill.case.values import write_money
from plainbill.describing.words import readable

_LONGEST_WORDS = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """Words to put into a sentence, and the facts they stand for."""

    text: str
    facts: tuple[Evidence, ...] = ()
    tables: tuple[TableUse, ...] = ()


Values = Mapping[str, Value | None]


def dollars(amount: Decimal) -> str:
    """Return an amount as "$1,528.00"."""
    return f"{'-' if amount < 0 else ''}${abs(amount):,.2f}"


def day(date: datetime.date) -> str:
    """Return a day as "May 6, 2024"."""
    month = texts("days", "day", "months")[date.month - 1]
    return text("days", "day", "written").format(month=month, day=date.day, year=date.year)


def shown(value: object) -> str:
    """Return a value of the case as a person reads it, without what no paper prints."""
    if isinstance(value, Decimal):
        return dollars(value)
    if isinstance(value, datetime.date):
        return day(value)
    if isinstance(value, int | float):
        return f"{value:g}"
    return readable(str(value))


def shortened(text: str) -> str:
    """Return the words of a charge, cut where they are longer than a person can read out."""
    words = readable(text)
    return words if len(words) <= _LONGEST_WORDS else f"{words[:_LONGEST_WORDS]}…"


def of_document(document: Document, field: str) -> Value | None:
    """Return what a paper holds under a path such as "patient.account_number", None where it holds nothing."""
    value = _follow(document, field)
    return _value(value, Evidence(document=document.id, field=field, value=_written(value)))


def of_line(document: Document, line: Line, field: str) -> Value | None:
    """Return what a line holds under a path such as "adjustments[0].amount", None where it holds nothing."""
    value = _follow(line, field)
    return _value(value, Evidence(document=document.id, line=line.id, field=field, value=_written(value)))


def _value(value: object, fact: Evidence) -> Value | None:
    if value is None or value == () or (isinstance(value, str) and not readable(value)):
        return None
    return Value(text=" ".join(map(shown, value)) if isinstance(value, tuple) else shown(value), facts=(fact,))


def _follow(entry: object, path: str) -> object:
    for step in path.replace("]", "").replace("[", ".").split("."):
        if entry is None:
            return None
        entry = entry[int(step)] if isinstance(entry, tuple) else getattr(entry, step)
    return entry


def _written(value: object) -> str:
    if isinstance(value, tuple):
        return " ".join(map(_written, value))
    if isinstance(value, Decimal):
        return write_money(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def joined(values: Iterable[Value | None], *, by: str = ", ") -> Value | None:
    """Return the values that are there as one, each text once; None where none is."""
    there = [value for value in values if value is not None]
    if not there:
        return None
    return Value(
        text=by.join(dict.fromkeys(value.text for value in there)),
        facts=tuple(fact for value in there for fact in value.facts),
        tables=tuple(use for value in there for use in value.tables),
    )


def say(template: str, values: Values) -> Sentence | None:
    """Return a sentence with its {names} filled in; None where one of its values is not there."""
    names = dict.fromkeys(name for _, name, _, _ in string.Formatter().parse(template) if name)
    found = {name: values.get(name) for name in names}
    there = {name: value for name, value in found.items() if value is not None}
    if len(there) < len(found):
        return None
    return Sentence(
        text=template.format_map({name: value.text for name, value in there.items()}),
        facts=tuple(fact for value in there.values() for fact in value.facts),
        tables=tuple(use for value in there.values() for use in value.tables),
    )


def say_all(templates: Iterable[str], values: Values) -> tuple[Sentence, ...]:
    """Return the sentences whose values are all there, in their order."""
    said = (say(template, values) for template in templates)
    return tuple(sentence for sentence in said if sentence is not None)
