"""Tokenization: how the words of charges are cut, with spaCy's own tokenizer and rules for codes and abbreviations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plainbill.describing.known_words import abbreviations

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # spaCy has no stub for it
    from spacy.vocab import Vocab

_CODE = r"(?:\d{5}|\d{4}[FTUM]|[A-V]\d{4})(?:-[A-Z0-9]{2})*"
_NUMBER = r"\d+(?:[.,]\d+)*"
_UNIT = r"(?:mg|mcg|meq|unit|units|iu)/(?:ml|hr|l)"
_MEASURE = r"(?:\d{1,3})?(?:[.,]\d+)?"
SIZE = rf"(?:{_MEASURE}X{_MEASURE}(?:X{_MEASURE})?(?:MM|CM|IN)?(?<=\d|M|N)|\d{{1,2}}(?:\.\d)?(?:FR?|GA|IN))"
"""A size on goods, "3.0X18", "4X4CM" or "14FR": what is measured so is a thing and no service."""
_WHOLE = re.compile(rf"(?:{_CODE}|{_NUMBER}|{_UNIT}|\d+D|(?=[\d.]){SIZE})", re.IGNORECASE)
_PREFIX = re.compile(r"""^[(\[{*"'#+<>=~.,;:!?$&/|\-]""")
# A unit, a count of views or a multiple glued to a number or a code: 15MG, 2V, J1885x2, 30MIN.
_GLUED = r"(?<=\d)(?:mg|mcg|meq|ml|cc|gm|g|units?|iu|vws?|views?|v|min|mins|hrs?|cm|mm|yr|yrs|x\d{1,3})$"
_SUFFIX = re.compile(rf"""[)\]}}*"'.,;:!?%&/+|=]$|{_GLUED}""", re.IGNORECASE)
# A word that price lists glue to a size or to a count: SAL1.1, 4SURFACES.
_WORD_AND_NUMBER = r"(?<=[A-Za-z]{3})(?=\d+\.\d)|(?<=\d)(?=(?i:surfaces?|teeth)\b)"
_INFIX = re.compile(rf"""[/\-,;:()&+*~_=|<>]|{_WORD_AND_NUMBER}""")


def make_tokenizer(vocab: Vocab) -> Tokenizer:
    """Return the tokenizer for charges: abbreviations with marks (W/O, R&B) and codes with modifiers stay whole."""
    from spacy.symbols import ORTH  # type: ignore[import-not-found]  # spaCy has no stub for it
    from spacy.tokenizer import Tokenizer

    marked = [key for key in abbreviations() if not key.isalnum()]
    written = {form for key in marked for form in (key, key.lower(), key.title())}
    return Tokenizer(
        vocab,
        rules={form: [{ORTH: form}] for form in sorted(written)},
        prefix_search=_PREFIX.search,
        suffix_search=_SUFFIX.search,
        infix_finditer=_INFIX.finditer,
        token_match=_WHOLE.fullmatch,
    )
