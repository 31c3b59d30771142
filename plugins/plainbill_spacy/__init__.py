"""Say in plain words what a line of a bill is, with spaCy."""

from collections.abc import Sequence

from plainbill.case import Document, Line, Translation
from plainbill.knowledge.published import PublishedTables
from plainbill.plugins import hookimpl

HOOK_API = 1


@hookimpl
def describe_lines(
    lines: Sequence[Line], document: Document | None, tables: PublishedTables
) -> Sequence[Translation | None]:
    """Return every line in plain words, from its code, its words, or both."""
    # Imported here: listing the plugins does not wait for what describing knows.
    from plainbill.describing.texts import with_code_in_words

    return tuple(_describe(with_code_in_words(line, tables), tables) for line in lines)


def _describe(line: Line, tables: PublishedTables) -> Translation:
    from plainbill.describing import describe_line

    if not line.description or not line.description.strip():
        return describe_line(line, tables=tables)
    # spaCy is imported here: a line that is only a code does not need it.
    from plainbill_spacy.pipeline import understand

    return describe_line(line, understand(line.description).reading, tables)
