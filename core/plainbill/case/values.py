"""The value types of the vocabulary: money, dates, text, numbers; each takes one written form and refuses others."""

import datetime
import math
import re
from decimal import Decimal, InvalidOperation
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, PlainSerializer, WithJsonSchema

MONEY_PATTERN = r"^-?[0-9]+\.[0-9]{2}$"
_MONEY = re.compile(MONEY_PATTERN)
_DATE = re.compile(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
# Sums of thousands of such amounts still fit the 28 digits of Decimal's default context.
_LARGEST_EXPONENT = 20


def read_money(value: object) -> Decimal:
    """Return the amount in dollars that `value` writes, with two decimals.

    Raises:
        ValueError: `value` is neither a string like "125.00" nor a number with at most two decimals.
    """
    if isinstance(value, bool) or not isinstance(value, str | int | float | Decimal):
        raise ValueError('write the amount as "125.00"')
    if isinstance(value, str) and not _MONEY.match(value):
        raise ValueError(f'{value[:40]!r} is not an amount; write it as "125.00", without "$" and ","')
    try:
        amount = Decimal(repr(value) if isinstance(value, float) else value)
    except InvalidOperation as error:  # pragma: no cover - every branch above yields a legal literal
        raise ValueError('write the amount as "125.00"') from error
    return _two_decimals(amount)


def _two_decimals(amount: Decimal) -> Decimal:
    if not amount.is_finite():
        raise ValueError('an amount must be a number; write it as "125.00"')
    if amount.adjusted() > _LARGEST_EXPONENT:
        raise ValueError("the amount is too large to be dollars")
    exact = amount.normalize().as_tuple().exponent
    if amount and isinstance(exact, int) and exact < -2:
        raise ValueError("an amount has at most two decimals")
    rounded = amount.quantize(Decimal("0.01"))
    return rounded if rounded else Decimal("0.00")


def write_money(amount: Decimal) -> str:
    """Return the amount as the contract writes it, "125.00"."""
    return f"{amount:.2f}"


def _read_date(value: object) -> datetime.date:
    if type(value) is datetime.date:
        return value
    if not isinstance(value, str) or not _DATE.match(value):
        raise ValueError("write the date as YYYY-MM-DD")
    try:
        return datetime.date.fromisoformat(value)
    except ValueError as error:
        raise ValueError(f"{value} does not exist; write a date that does, as YYYY-MM-DD") from error


def _read_text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError('should be text, in "quotes"')
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ValueError("holds half of a character; write it again") from error
    return value


def _read_number(value: object) -> int | float:
    if isinstance(value, Decimal):
        value = int(value) if value == value.to_integral_value() and value.as_tuple().exponent == 0 else float(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("should be a number")
    if not math.isfinite(value):
        raise ValueError("should be a finite number")
    return value


def _read_whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError("should be a whole number")
    return value


def _read_truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("should be true or false")
    return value


def _without_colon(value: str) -> str:
    if not value or ":" in value:
        raise ValueError("an id is any text without a colon, and not empty")
    return value


def _null_is_empty(value: object) -> object:
    return () if value is None else value


Money = Annotated[
    Decimal,
    BeforeValidator(read_money),
    PlainSerializer(write_money, return_type=str),
    WithJsonSchema(
        {
            "anyOf": [{"type": "string", "pattern": MONEY_PATTERN}, {"type": "number", "multipleOf": 0.01}],
            "title": "Money",
        }
    ),
]
"""US dollars: "-?digits.dd", or a JSON number with at most two decimals."""

Date = Annotated[datetime.date, BeforeValidator(_read_date)]
"""A calendar date that exists, YYYY-MM-DD."""

Text = Annotated[str, BeforeValidator(_read_text)]
"""Unicode text."""

Id = Annotated[Text, AfterValidator(_without_colon)]
"""An id: text without a colon."""

Number = Annotated[int | float, BeforeValidator(_read_number)]
"""A finite number."""

Whole = Annotated[int, BeforeValidator(_read_whole)]
"""A whole number."""

Truth = Annotated[bool, BeforeValidator(_read_truth)]
"""True or false; absent where nobody knows."""

NULL_IS_EMPTY = BeforeValidator(_null_is_empty)
"""Makes `null` in place of a list equal to an absent list."""
