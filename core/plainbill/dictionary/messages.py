"""The messages for the catalogues of other languages: what the files of texts and the tables say to a patient.

Both are extractors as Babel calls them; `catalogues/babel.cfg` beside the tables names their files.
"""

from collections.abc import Iterator, Mapping
from typing import IO

from plainbill.dictionary.finding_texts import texts_in
from plainbill.knowledge.tables import read_entries

Message = tuple[int, None, str, list[str]]
"""A message as Babel takes it: its row, no function, the English text, no comments."""


def of_texts(file: IO[bytes], keywords: object, comments: object, options: Mapping[str, str]) -> Iterator[Message]:
    """Yield the texts of a TOML file; their rows are not known."""
    for _, text in texts_in(file.read().decode("utf-8")):
        yield 0, None, text, []


def of_table(file: IO[bytes], keywords: object, comments: object, options: Mapping[str, str]) -> Iterator[Message]:
    """Yield the cells of a table that stand in the columns which the option `columns` names, set apart by blanks."""
    for entry in read_entries(file.read().decode("utf-8")).entries:
        for column in options["columns"].split():
            if entry.row[column]:
                yield entry.line, None, entry.row[column], []
