"""Details that a text may only give where the line gives them: numbers, sides, dye, parts of the body.

What stands for a detail in a line is written down by hand, in `warrants.tsv`, and shares nothing with the
tables of plainbill.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from plainbill.case import Translation

_QUOTED = re.compile(r'"[^"]*"')
_NUMBER = re.compile(r"(?<![A-Za-z\d])\d+(?:[.,]\d+)*")
# Numbers that belong to a name of the trade or to what every such thing is.
_NAMES = re.compile(
    r"\b(?:B12|B6|B1|T3|T4|in 3D|COVID-19|HIV-[12]|A1c|factor \d+|level [1-6]|24 hours)\b", re.IGNORECASE
)

_TABLE = Path(__file__).with_name("warrants.tsv")
_ROWS = [row.split("\t") for row in _TABLE.read_text(encoding="utf-8").splitlines()[2:]]
_DETAILS = {re.compile(said): re.compile(warrant) for said, warrant in _ROWS}


def invented(line: str, said: Translation) -> tuple[str, ...]:
    """The details in the first sentence of what is said that nothing in the line warrants; printed words are none."""
    first, _, _ = _QUOTED.sub("", said.plain).partition(". ")
    return tuple(_unwarranted(line.upper(), first, said.group))


def _unwarranted(line: str, said: str, group: str) -> Iterator[str]:
    printed = {number.rstrip(".,") for number in re.findall(r"\d+(?:[.,]\d+)*", line)}
    yield from (number for number in _NUMBER.findall(_NAMES.sub("", said)) if number not in printed)
    # What a medicine is for is told of its name, and names parts of the body that the line does not.
    if group == "drug":
        return
    for detail, warrant in _DETAILS.items():
        match = detail.search(said)
        if match and not warrant.search(line):
            yield match.group()
