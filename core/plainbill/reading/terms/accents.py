"""Letters without the accents that readers see in dirt above them."""

import unicodedata


def without_accents(text: str) -> str:
    """The text with each letter as the one without a mark above or below it: "C\u00c1S" is "CAS"."""
    if text.isascii():
        return text
    return "".join(mark for mark in unicodedata.normalize("NFD", text) if not unicodedata.combining(mark))
