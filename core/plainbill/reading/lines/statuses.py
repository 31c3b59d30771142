"""Words that say what was decided of a service: denied, pending, adjusted, paid; and the labels they follow."""

import re

_STATUS = (
    ("denied", re.compile(r"^(?:denied|not\s*approved|rejected)\b", re.IGNORECASE)),
    ("pending", re.compile(r"^(?:pending|pended|in process|in review)\b", re.IGNORECASE)),
    ("adjusted", re.compile(r"^(?:adjusted|reprocessed)\b", re.IGNORECASE)),
    ("paid", re.compile(r"^(?:paid|approved|allowed)\b", re.IGNORECASE)),
)
_LABEL = re.compile(r"^(?:(?:claim|payment|line)\s)?(?:status|decision):$", re.IGNORECASE)


def decision_in(text: str) -> tuple[str, int] | None:
    """Return the status that a text begins with and how many words say so, None where it begins with none."""
    found = ((status, form.match(text)) for status, form in _STATUS)
    return next(((status, len(match[0].split())) for status, match in found if match is not None), None)


def labels_a_status(text: str) -> bool:
    """Whether a text is a label like "Status:", in capitals or not: behind it no service is called "paid"."""
    return _LABEL.match(text) is not None
