"""What payers' own notes on the papers of a case mean, asked of the plugins that know the payer."""

from collections.abc import Sequence
from dataclasses import replace

from plainbill.case import Case, Document
from plainbill.checking import open_notes
from plainbill.knowledge.payer_meanings import CodeMeaning, PayerMeanings
from plainbill.plugins.asking import From, Plugins

HOOK = "explain_codes"


def explain_notes(case: Case, plugins: Plugins) -> PayerMeanings:
    """Return what plugins know of the notes that no table explains, by the document's id."""
    told = {document.id: _of_paper(document, plugins) for document in case.documents}
    return {document: meanings for document, meanings in told.items() if meanings}


def _of_paper(document: Document, plugins: Plugins) -> tuple[CodeMeaning, ...]:
    notes = open_notes(document)
    if not notes:
        return ()
    by_note: dict[tuple[str, str], list[From[CodeMeaning]]] = {}
    for said in plugins.explain_codes(notes, document):
        by_note.setdefault((said.answer.code, said.answer.text), []).append(said)
    return tuple(_signed(said[0]) for said in by_note.values() if _agree(said, plugins))


def _agree(said: Sequence[From[CodeMeaning]], plugins: Plugins) -> bool:
    """Whether all who speak of a note say the same of it; those who do not are named, and none of them is used."""
    if len({each.answer.kind for each in said}) == 1:
        return True
    names = sorted({each.plugin for each in said})
    for name in names:
        others = ", ".join(other for other in names if other != name)
        plugins.fail(name, HOOK, f"contradicts {others}" if others else "contradicts itself")
    return False


def _signed(said: From[CodeMeaning]) -> CodeMeaning:
    return replace(said.answer, table=said.plugin)
