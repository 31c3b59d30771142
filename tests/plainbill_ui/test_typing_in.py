"""What a person types into a field, by the kind of value that stands there."""

import datetime
from decimal import Decimal

import pytest

from plainbill_ui.typing_in import NotUnderstood, shown_to_change, typed_value

AMOUNT, DAY, UNITS = Decimal("148.00"), datetime.date(2025, 4, 8), 1.5


@pytest.mark.parametrize(
    ("now", "typed", "value"),
    [
        (AMOUNT, "$1,250", "1250.00"),
        (AMOUNT, " 48.5", None),
        (AMOUNT, "-5.00", "-5.00"),
        (AMOUNT, "-$5.00", "-5.00"),
        (AMOUNT, "1,25", None),
        (AMOUNT, "NaN", None),
        (DAY, "4/9/25", "2025-04-09"),
        (DAY, "02/30/2025", None),
        (UNITS, "2", "2"),
        (UNITS, "two", None),
        ("Misc", "  Walking \n boot ", "Walking boot"),
        ("Misc", "  ", None),
    ],
)
def test_what_is_typed_is_written_as_the_vocabulary_has_it(now: object, typed: str, value: str | None) -> None:
    if value is None:
        with pytest.raises(NotUnderstood):
            typed_value(now, typed)
    else:
        assert typed_value(now, typed) == value


@pytest.mark.parametrize("now", [AMOUNT, DAY, UNITS])
def test_what_is_shown_can_be_typed_back(now: object) -> None:
    shown = shown_to_change(now)

    assert shown_to_change(now) == shown
    assert typed_value(now, shown) in (str(now), f"{now}")
