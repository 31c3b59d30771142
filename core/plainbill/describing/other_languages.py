"""Plain words of charges in another language: sentence by sentence, from the catalogue of what is translated so far."""

import re

from plainbill.knowledge.languages import translated_words

_SENTENCE_END = re.compile(r"(?<=[.?!])\s+(?=[A-Z0-9])")
# What the marks behind a code mean stands in brackets at the end of a sentence: "(RT: right side; 25: …)."
_MARKS = re.compile(r" \((?P<marks>[0-9A-Z]{2}: [^()]+)\)\.$")


def plain_words(plain: str) -> str:
    """Return plain words of a charge in the language that `say_in` chose.

    They stay in English as a whole where one of their sentences has no translation yet.
    """
    whole = translated_words(plain)
    if whole is not None:
        return whole
    said = [_sentence(each) for each in _SENTENCE_END.split(plain)]
    there = [each for each in said if each is not None]
    return plain if len(there) < len(said) else " ".join(there)


def _sentence(sentence: str) -> str | None:
    whole = translated_words(sentence)
    found = _MARKS.search(sentence)
    if whole is not None or found is None:
        return whole
    said = _sentence(f"{sentence[: found.start()]}.")
    marks = [_mark(*each.split(": ", 1)) for each in found["marks"].split("; ")]
    there = [each for each in marks if each is not None]
    return None if said is None or len(there) < len(marks) else f"{said.removesuffix('.')} ({'; '.join(there)})."


def _mark(mark: str, meaning: str = "") -> str | None:
    said = translated_words(meaning)
    return None if said is None else f"{mark}: {said}"
