"""Words of a row that name a plan and say that it paid or took something off: "Lakeland Health discount"."""

import re

from plainbill.reading.labels.name_blocks import is_organization

_TOOK_OFF = re.compile(
    r"^(?P<name>(?:[A-Z][\w&'.-]*\s){2,5})(?i:paid|payments?|discount|allowance|adjustment|write-?off|contract\w*)\b"
)
_OF_ANY_PLAN = re.compile(
    r"^(?:less|minus|your|the|our|health|insurance|plans?|network|primary|secondary|other|total|provider|patient)$",
    re.IGNORECASE,
)


def names_who_paid(text: str) -> bool:
    """Return whether the words begin with the name of a plan before what it did; words for any plan name none."""
    match = _TOOK_OFF.match(text)
    if match is None or not is_organization(match["name"].strip()):
        return False
    return not all(_OF_ANY_PLAN.match(word) for word in match["name"].split())
