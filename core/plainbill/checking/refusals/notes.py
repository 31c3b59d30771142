"""The notes that a plan prints beside a charge or on a paper, and the kind of issue that each points to."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass

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
    """Return the notes of a payer's paper that neither its words nor the tables explain, each once."""
    if document.kind not in _EXPLAINED_BY_PAYERS:
        return ()
    legend = _legend(document)
    printed = [*document.remarks, *(remark for line in document.lines for remark in line.remarks)]
    adjustments = [*document.adjustments, *(each for line in document.lines for each in line.adjustments)]
    printed += [Remark(code=code) for each in adjustments for code in each.remarks]
    notes = (Remark(code=note.code, text=_text(note, legend) or None) for note in printed)
    return tuple(note for note in dict.fromkeys(notes) if not _is_explained(note))


def _is_explained(note: Remark) -> bool:
    code = identifier(note.code)
    standard = coded_note(code) is not None or code in reason_rows() or code in _remark_rows()
    return standard or (kind_of_words(note.text) is not None if note.text else not code)


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
    """Return what a remark tells: by its printed words, else by the official table, else by its payer's own."""
    code = identifier(remark.code)
    text = _text(remark, legend)
    row = _remark_rows().get(code)
    meaning = row["meaning"] if row else ""
    by_words = kind_of_words(text) if text else None
    if by_words is not None:
        use = TableUse(name=WORDS, source="phrases of payers (our own list)", entry=by_words)
        return Note(code=code, text=text, kind=by_words, meaning=meaning, facts=facts, tables=(use,))
    if row:
        use = TableUse(name=REMARKS, source=row["source"], entry=code)
        return Note(code=code, text=text, kind=remark_kind(code), meaning=meaning, facts=facts, tables=(use,))
    own = _own_meaning(paper, code, text)
    if own is None:
        return Note(code=code, text=text, kind="", meaning="", facts=facts, tables=())
    use = TableUse(name=own.table, source=f"{own.source} (read {own.read})", entry=own.code or own.kind)
    return Note(code=code, text=text, kind=own.kind, meaning=own.meaning, facts=facts, tables=(use,))


def _text(remark: Remark, legend: Mapping[str, str]) -> str:
    return (remark.text or legend.get(identifier(remark.code)) or "").strip()


def _own_meaning(paper: Paper, code: str, text: str) -> CodeMeaning | None:
    """What the paper's payer means by a note of its own: by the code, else by the words."""
    by_code = (own for own in paper.meanings if own.code and identifier(own.code) == code)
    by_text = (own for own in paper.meanings if own.text and clean(own.text) == clean(text))
    return next(by_code, None) or next(by_text, None)


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
