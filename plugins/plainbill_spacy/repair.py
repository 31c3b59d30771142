"""Repair: words that a reader of the photo got wrong by a letter; never a code, and never in silence."""

import functools
import os

from plainbill.describing.code_shapes import is_meant_as_code
from plainbill.knowledge.tables import read_table
from plainbill_spacy.vocabulary import drug_names, known_words

# What OCR takes for each other, as one reading: 5UPPLY, STERlLE, EP0ETIN.
_LOOK_ALIKE = str.maketrans({"0": "O", "1": "I", "|": "I", "5": "S", "8": "B"})
_SHORTEST = 5
_TWO_LETTERS_FROM = 9
_DRUG_FROM = 8
_ENDING = 2


@functools.lru_cache(maxsize=4096)
def repaired(printed: str) -> str | None:
    """Return the known word that `printed` is taken for, or None where it is known, looks like a code, or is unsure."""
    word = printed.upper()
    if word in known_words() or not any(map(str.isalpha, word)) or is_meant_as_code(printed):
        return None
    looks = printed.replace("l", "I").upper() if printed[:1].isupper() and "l" in printed else word
    alike = looks.translate(_LOOK_ALIKE)
    if alike != word and alike in known_words() and len(alike) >= _SHORTEST - 1:
        return alike
    if any(map(str.isdecimal, word)) or len(word) < _SHORTEST:
        return None
    return _nearest(word)


def _nearest(word: str) -> str | None:
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    farthest = 2 if len(word) >= _TWO_LETTERS_FROM else 1
    near = extract(word, _repairable(), scorer=OSA.distance, score_cutoff=farthest, limit=3)
    kept = [(distance, known) for known, distance, _ in near if _is_safe(word, known, int(distance))]
    best = [known for distance, known in kept if distance == min(kept)[0]]
    return best[0] if len(best) == 1 else None


def _is_safe(word: str, known: str, distance: int) -> bool:
    """Return whether taking `word` for `known` risks no other word.

    Another first letter (motion, lotion) or another ending (endoscopic, endoscopy) makes another word too often, and
    the names of medicines differ by two letters.
    """
    alike = len(os.path.commonprefix([word, known]))
    one_letter_read_as_another = distance == 1 and len(word) == len(known)
    if alike == 0 or (alike >= len(known) - _ENDING and not one_letter_read_as_another):
        return False
    return known not in drug_names() or (distance == 1 and len(known) >= _DRUG_FROM)


@functools.cache
def _repairable() -> tuple[str, ...]:
    small = {row["key"] for row in read_table("details") if row["role"] in ("quiet", "salt")}
    return tuple(sorted(word for word in known_words() - small if word.isalpha() and len(word) >= _SHORTEST))
