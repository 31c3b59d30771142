"""How many of what at which price, told in the words of a service: "7 miles @ $16.50" beside a charge of $115.50."""

import re
from decimal import Decimal

from plainbill.reading.lines.cell_values import Draft
from plainbill.reading.rows.found import Found
from plainbill.reading.terms.money import parse_money

_COUNTED = re.compile(
    r"^(?:(?P<before>.*\w),?\s)?(?P<count>\d{1,4}(?:\.\d{1,2})?)\s(?P<unit>[A-Za-z]+)\s(?:@|at)\s(?P<price>\$?[\d,]+\.\d\d)(?:\seach)?$"
)


def with_count_told(draft: Draft) -> Draft:
    """Return the fields of the service, the count as its units where count and price make what it costs.

    Nothing else bears it out that such a number counts; what names the service is the rest of the words.
    """
    draft = _with_units_in_parentheses(draft)
    told, charge = draft.get("description"), draft.get("charge")
    match = _COUNTED.match(str(told.value)) if told is not None else None
    if told is None or match is None or charge is None or "units" in draft:
        return draft
    count, price = Decimal(match["count"]), parse_money(match["price"])
    counting = tuple(token for token in told.tokens if token.text == match["count"])[-1:]
    if price is None or count * price != charge.value or not counting:
        return draft
    words = match["before"] or match["unit"]
    kept = tuple(token for token in told.tokens if token.text.strip(",") in words.split())
    number = int(count) if count == int(count) else float(count)
    return {
        **draft,
        "units": Found(value=number, tokens=counting),
        "description": Found(value=words, tokens=kept or told.tokens),
    }


# "Therapeutic activities, each 15 minutes (3 units)", "Polycarb lens x2".
_UNITS = re.compile(
    r"^(?P<before>.*\w)\s\((?P<count>\d{1,4})\s(?i:units?)\)$|^(?P<words>.*[A-Za-z]{3}.*)\s[x\u00d7]\s?(?P<times>\d{1,3})$"
)
_SIZE = 2


def _with_units_in_parentheses(draft: Draft) -> Draft:
    """The fields of the service, its units those that end its words, in parentheses or behind a sign of times."""
    told = draft.get("description")
    match = _UNITS.match(str(told.value)) if told is not None else None
    if told is None or match is None or "units" in draft:
        return draft
    last = str(told.value).split()[-1]
    size, first = (_SIZE, f"({match['count']}") if match["count"] else (1, last)
    if match["times"] == last:
        size, first = _SIZE, str(told.value).split()[-_SIZE]
    counting, kept = told.tokens[-size:], told.tokens[:-size]
    if not kept or counting[0].text != first:
        return draft
    return {
        **draft,
        "units": Found(value=int(match["count"] or match["times"]), tokens=counting),
        "description": Found(value=match["before"] or match["words"], tokens=kept),
    }
