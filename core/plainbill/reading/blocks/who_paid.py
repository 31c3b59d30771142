"""Words of a row that name a plan and say that it paid or took something off: "Lakeland Health discount"."""

import re

from plainbill.reading.labels.name_blocks import is_organization

_TOOK_OFF = re.compile(
    r"^(?P<name>(?:[A-Z][\w&'.-]*\s){2,5})(?i:paid|payments?|discount|allowance|adjustment|write-?off|contract\w*)\b"
)
_PUBLIC = re.compile(
    r"^(?:Medicare|Medicaid|Tricare|TRICARE)\s(?:paid|payments?|discount|allowance|adjustment|write-?off)\b"
)
_OF_ANY_PLAN = re.compile(
    r"^(?:less|minus|your|the|our|health|insurance|plans?|network|primary|secondary|other|total|provider|patient)$",
    re.IGNORECASE,
)
# Who gave the care takes off as well, and so does the help that it offers; but neither of them pays.
_OF_WHO_CHARGED = re.compile(
    r"\b(?:hospitals?|clinics?|cent(?:er|re)|physicians?|surg\w*|imaging|laborator\w*|labs?|pharmacy|charity|assistance"
    r"|program|courtesy|employee|family|uninsured|self|prompt)\b(?!.*\b(?:paid|payments?)\b)",
    re.IGNORECASE,
)


def names_who_paid(text: str) -> bool:
    """Return whether the words begin with the name of a plan before what it did.

    Words for any plan name none, and a clinic that takes off is none.
    """
    if _PUBLIC.match(text) is not None:
        return True
    match = _TOOK_OFF.match(text)
    if match is None or not is_organization(match["name"].strip()) or _OF_WHO_CHARGED.search(text):
        return False
    return not all(_OF_ANY_PLAN.match(word) for word in match["name"].split())
