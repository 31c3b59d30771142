"""Whether a paper bears out the contacts and days that a plugin names for it."""

from plainbill.acting import Contact, Deadline
from plainbill.case import Case, Document, Evidence
from plainbill.plugins.judged import Judged


def unfounded(document: Document, told: Contact | Deadline) -> str | None:
    """Return the place in a contact or a day that the paper does not bear out, None where it does.

    Facts have to stand on the paper. A contact without any needs the day its public page was read, a day without any
    cannot be counted: only its length is known then.
    """
    if isinstance(told, Deadline) and told.document != document.id:
        return ".document"
    if not told.source.strip():
        return ".source"
    judged = Judged(case=Case(documents=(document,)), sources={})
    wrong = next((i for i, fact in enumerate(told.facts) if not _stands(judged, document, fact)), None)
    if wrong is not None:
        return f".facts[{wrong}]"
    if isinstance(told, Deadline):
        # Words without a number bear out no day.
        counts = any(any(mark.isdigit() for mark in fact.value) for fact in told.facts)
        return ".date" if told.date and not counts else None
    return None if told.facts or told.read_on else ".read_on"


def _stands(judged: Judged, document: Document, fact: Evidence) -> bool:
    """Whether a fact is a value of the paper, or words of its text."""
    if fact.document == document.id and fact.line is None and fact.field == "text":
        words = " ".join(fact.value.strip("…").split())
        return bool(words) and words in " ".join((document.text or "").split())
    return judged.bears_out(fact)
