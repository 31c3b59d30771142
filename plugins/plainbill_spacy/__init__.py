"""Say in plain words what a line of a bill is, with spaCy."""

from collections.abc import Mapping, Sequence

from plainbill.case import Document, Line, Reading, Translation
from plainbill.knowledge.published import PublishedTables
from plainbill.plugins import hookimpl

HOOK_API = 1


@hookimpl
def describe_lines(
    lines: Sequence[Line], document: Document | None, tables: PublishedTables
) -> Sequence[Translation | None]:
    """Return every line in plain words, from its code, its words, or both."""
    # Imported here: listing the plugins does not wait for what describing knows.
    from plainbill.describing import describe_line
    from plainbill.describing.texts import with_code_in_words

    coded = [with_code_in_words(line, tables) for line in lines]
    readings = _readings([line.description or "" for line in coded])
    return tuple(describe_line(line, readings.get(line.description or ""), tables) for line in coded)


def _readings(texts: Sequence[str]) -> Mapping[str, Reading | None]:
    """What is made of words, each text once: a long bill charges the same things day by day."""
    worded = [text for text in dict.fromkeys(texts) if text.strip()]
    if not worded:
        return {}
    # spaCy is imported here: lines that are only codes do not need it.
    from plainbill_spacy.pipeline import understand

    return {text: understand(text).reading for text in worded}
