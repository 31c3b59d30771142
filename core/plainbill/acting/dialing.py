"""A telephone number as a telephone dials it."""

import re

from plainbill.acting.writing import Sentence

# Ten digits, with the country's 1 or without, and what people write between them; an extension is not dialed.
_NUMBER = re.compile(r"\+?1?[\s.\-(]*([2-9]\d{2})[\s.\-)]*(\d{3})[\s.\-]*(\d{4})(?!\d)")


def dialed(sentence: Sentence) -> str | None:
    """Return what a telephone dials for a number that begins a sentence, None where it is no number of the US."""
    if sentence.phone is None or not sentence.text.startswith(sentence.phone):
        return None
    found = _NUMBER.match(sentence.phone)
    return f"+1{''.join(found.groups())}" if found else None
