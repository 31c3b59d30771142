"""Titles over legends, which explain the codes of notes: "Notes", "Remark codes", "Glossary of codes"."""

import re

_TITLE = re.compile(
    r"^(?:(?:your|what|the|explanation|description|meaning|key|legend|list)\s(?:of\s|to\s)?(?:the\s|these\s|your\s)?)?"
    r"(?:(?:claim|line|service|payment|processing|message|reason|remark|remarks|note|adjustment|denial)\s)?"
    r"(?:notes?|remarks?|codes?|messages?|legend|reasons?|explanations?|footnotes?)"
    r"(?:\s(?:codes?|notes?|explanations?|descriptions?|legend|mean|about.*|for.*|on.*))?$"
    r"|^processing\spolic(?:y|ies)(?:\scodes?)?$|^(?:glossary|key|legend)\b\W[^.]*\b(?:codes|remarks|reasons)$",
    re.IGNORECASE,
)


def heads_a_legend(text: str) -> bool:
    """Return whether the words of a row are such a title."""
    return _TITLE.match(text.strip(" :")) is not None
