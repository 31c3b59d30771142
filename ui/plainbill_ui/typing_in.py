"""A value as a person types it, brought into the form of the vocabulary; and a value as they see it to change it."""

import datetime
import re
from decimal import Decimal

from plainbill_ui.languages import _

_DOLLARS = re.compile(r"-?\$?-?[0-9]{1,3}(,?[0-9]{3})*(\.[0-9]{2})?")
_DAYS = ("%m/%d/%Y", "%m/%d/%y", "%Y-%m-%d")


class NotUnderstood(ValueError):
    """What was typed is no value of this kind; the message says in a sentence what is wanted."""


def typed_value(now: object, typed: str) -> str:
    """Return what was typed as the vocabulary writes it, by the kind of value that stands there now.

    Raises:
        NotUnderstood: it is no amount, day or number, where one is wanted.
    """
    words = " ".join(typed.split())
    if not words:
        raise NotUnderstood(_("Type what the paper says."))
    if isinstance(now, Decimal):
        return typed_money(words)
    if isinstance(now, datetime.date):
        return _day(words)
    if isinstance(now, int | float) and not isinstance(now, bool):
        return _number(words)
    return words


def shown_to_change(now: object) -> str:
    """Return a value as a person finds it in the field where they may change it."""
    if isinstance(now, Decimal):
        return f"{now:.2f}"
    if isinstance(now, datetime.date):
        return f"{now.month:02}/{now.day:02}/{now.year}"
    if isinstance(now, tuple):
        return " ".join(map(str, now))
    return f"{now:g}" if isinstance(now, int | float) else str(now)


def typed_money(words: str) -> str:
    """Return an amount as the vocabulary writes it.

    Raises:
        NotUnderstood: it is no amount.
    """
    joined = "".join(words.split())
    if not _DOLLARS.fullmatch(joined):
        raise NotUnderstood(_("Type an amount, for example 125.00."))
    return f"{Decimal(joined.replace('$', '').replace(',', '')):.2f}"


def _day(words: str) -> str:
    for form in _DAYS:
        try:
            return datetime.datetime.strptime(words, form).date().isoformat()
        except ValueError:
            continue
    raise NotUnderstood(_("Type a day as month/day/year, for example 04/08/2025."))


def _number(words: str) -> str:
    try:
        return f"{float(words):g}"
    except ValueError:
        raise NotUnderstood(_("Type a number, for example 2.")) from None
