"""The notes that a plan prints beside a charge or on a paper, and the kind of issue that each points to."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass, replace

from plainbill.case import Document, Remark, TableUse
from plainbill.checking.evidence import Fact, on_paper
from plainbill.checking.identity import clean, identifier
from plainbill.checking.papers import Paper
from plainbill.checking.tables import coded_note, reason_rows
from plainbill.knowledge.payer_meanings import CodeMeaning
from plainbill.knowledge.phrases import kind_of_words
from plainbill.knowledge.tables import Row, read_table

REMARKS = "remark_codes"
WORDS = "denial_words"

_EXPLAINED_BY_PAYERS = frozenset({"eob", "letter"})


@functools.cache
def _remark_rows() -> Mapping[str, Row]:
    return {row["remark"]: row for row in read_table(REMARKS)}


def remark_kind(code: str | None, *, also_informing: bool = False) -> str:
    """Return the kind that a remark code points to, "" where it points to none.

    A code that only informs is never the reason of a refusal, so it counts with `also_informing` alone.
    """
    row = _remark_rows().get(identifier(code))
    return row["kind"] if row and (also_informing or row["alert"] != "yes") else ""


@functools.cache
def codes_that_say(kind: str) -> frozenset[str]:
    """Return the reason and remark codes by which a plan itself says that there is an issue of a kind."""
    reasons = {reason for reason, row in reason_rows().items() if row["kind"] == kind}
    return frozenset(reasons | {remark for remark, row in _remark_rows().items() if row["kind"] == kind})


def legend_of(paper: Paper) -> Mapping[str, str]:
    """Return the wording of each note code that a paper explains."""
    return _legend(paper.document)


def _legend(document: Document) -> Mapping[str, str]:
    return {
        identifier(remark.code): remark.text
        for remark in document.remarks
        if remark.code and remark.text and remark.text.strip()
    }


def open_notes(document: Document) -> tuple[Remark, ...]:
    """Return the notes that a payer's paper may mean in its own way, each once: those in words, and codes of no table.

    There are none where the paper names no payer: nobody could tell whose own way that is.
    """
    if document.kind not in _EXPLAINED_BY_PAYERS or document.payer is None or not document.payer.name:
        return ()
    legend = _legend(document)
    printed = [*document.remarks, *(remark for line in document.lines for remark in line.remarks)]
    adjustments = [*document.adjustments, *(each for line in document.lines for each in line.adjustments)]
    printed += [Remark(code=code) for each in adjustments for code in each.remarks]
    notes = (Remark(code=note.code, text=_text(note, legend) or None) for note in printed)
    return tuple(note for note in dict.fromkeys(notes) if note.text or not _is_standard(identifier(note.code)))


def _is_standard(code: str) -> bool:
    return not code or coded_note(code) is not None or code in reason_rows() or code in _remark_rows()


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A remark on a line or on a paper: its code, its words, and the kind of issue they point to.

    `meaning` is what a table makes of the code, "" where none has it.
    """

    code: str
    text: str
    kind: str
    meaning: str
    facts: tuple[Fact, ...]
    tables: tuple[TableUse, ...]


def note_of(remark: Remark, legend: Mapping[str, str], paper: Paper, facts: tuple[Fact, ...]) -> Note:
    """Return what a remark tells.

    Its words go before its code; what its payer is known to mean by these words before what such words mean in
    general, and the official table of codes before the payer's own.
    """
    code = identifier(remark.code)
    text = _text(remark, legend)
    row = _remark_rows().get(code)
    note = Note(code=code, text=text, kind="", meaning=row["meaning"] if row else "", facts=facts, tables=())
    own = next((own for own in paper.meanings if own.text and clean(own.text) == clean(text)), None)
    if own is not None:
        return _as_its_payer_means(note, own)
    by_words = kind_of_words(text) if text else None
    if by_words is not None:
        use = TableUse(name=WORDS, source="phrases of payers (our own list)", entry=by_words)
        return replace(note, kind=by_words, tables=(use,))
    if row:
        use = TableUse(name=REMARKS, source=row["source"], entry=code)
        return replace(note, kind=remark_kind(code), tables=(use,))
    own = next((own for own in paper.meanings if own.code and identifier(own.code) == code), None)
    return note if own is None else _as_its_payer_means(note, own)


def _as_its_payer_means(note: Note, own: CodeMeaning) -> Note:
    use = TableUse(name=own.table, source=f"{own.source} (read {own.read})", entry=own.code or own.kind)
    return replace(note, kind=own.kind, meaning=own.meaning, tables=(use,))


def _text(remark: Remark, legend: Mapping[str, str]) -> str:
    return (remark.text or legend.get(identifier(remark.code)) or "").strip()


def in_legend(paper: Paper, remark: Remark) -> tuple[Fact, ...]:
    """Return the legend's words for a note code, as evidence, where the line has the code alone."""
    code = identifier(remark.code)
    if not code or remark.text:
        return ()
    return tuple(
        fact
        for i, entry in enumerate(paper.document.remarks)
        if identifier(entry.code) == code
        for fact in on_paper(paper, f"remarks[{i}].text")
    )
