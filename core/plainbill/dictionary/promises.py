"""Promises and instructions: what no text of the dictionary may say, because no table can know it."""

import re
from collections.abc import Iterator

# What plans and programs pay or do not pay is a fact; whether the reader should is not ours to say.
_TELLS = re.compile(
    r"""
      \b(?:you|patients?|people)\ (?:should|must|have\ to|need\ to|need\ not|ought\ to|may\ refuse\ to)\ (?:not\ )?pay\b
    | \byou\ (?:do\ not|don['’]t)\ (?:have|need)\ to\ pay\b
    | (?<!plans\ )(?<!plan\ )\b(?:do\ not|don['’]t|never|please)\ pay\b
    | (?:^|[.!?;,]\s+|\b(?:and|then|just|so|or|first)\ )pay\b
    | \b(?:best|better|wise|safe|right|good)\ (?:not\ )?to\ pay\b
    | \bwait\b[^.!?]{0,60}\bbefore\ you\ pay\b
    | \b(?:refuse\ to\ pay|stop\ paying|hold\ back\ (?:the\ )?payment)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_PROMISES = re.compile(
    r"""
      \b(?:you|they|your\ plan|the\ (?:plan|office|hospital|bill))(?:\ will|['’]ll)\ (?:not\ |never\ )?
        (?:have\ to\ pay|owe|win|get\ (?:it|your\ money|money|a\ refund)|be\ (?:paid|refunded|dropped)|pay)\b
    | \b(?:guarantee\w*|without\ (?:any\ )?doubt)\b
    | \b(?:this|it)\ is\ (?:illegal|fraud|a\ scam|always\ wrong|never\ allowed)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)


def promises_in(text: str) -> Iterator[str]:
    """Return what is wrong with `text` where it promises something, or tells the reader to pay or not to pay."""
    for found in _TELLS.finditer(text):
        yield f"tells the reader to pay or not to pay ({_quoted(found)}); say what the charge is and what to ask"
    for found in _PROMISES.finditer(text):
        yield f"promises something ({_quoted(found)}); say what is known and what to ask"


def _quoted(found: re.Match[str]) -> str:
    return f"“{' '.join(found.group().strip(' .;!?').split())}”"
