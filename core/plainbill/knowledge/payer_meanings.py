"""What payers mean by the notes of their own: the record that plugins give, and that rules look up."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeMeaning:
    """What one payer means by a note code or a phrase of its own.

    `code` is the code as printed; "" where the meaning is that of the words in `text`. `payer` is the payer's name.
    `kind` is the kind of the catalogue that a charge refused with this note is, "" where the note refuses nothing.
    `meaning` is in plain words. `source` names the public text that it rests on, `read` the day it was read.
    `table` says whose table it stands in; the engine puts the plugin's name there.
    """

    code: str
    text: str = ""
    payer: str
    kind: str
    meaning: str
    source: str
    read: datetime.date
    table: str = ""


PayerMeanings = Mapping[str, Sequence[CodeMeaning]]
"""What is known of the notes on each paper, by the document's id."""

NOTHING_EXPLAINED: PayerMeanings = MappingProxyType({})
"""What `check` looks up in where no plugin knows a payer's own notes."""
