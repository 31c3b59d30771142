"""Why a plan refused a charge: its codes and words, and the kind of issue that the tables read out of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from plainbill.case import Remark, TableUse
from plainbill.checking.evidence import Fact, on_line, on_paper
from plainbill.checking.identity import identifier
from plainbill.checking.matching.decisions import Reduction, reductions_of
from plainbill.checking.papers import LineAt, Paper
from plainbill.checking.refusals.notes import WORDS, Note, in_legend, note_of
from plainbill.checking.tables import REASONS, coded_note, reason_rows
from plainbill.knowledge.phrases import REFUSE_NOTHING, kind_of_words
from plainbill.knowledge.tables import Row

_LONGEST_QUOTE = 300
_REFUSING = frozenset({"denied", "bundled", "pending"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One reason that a paper prints for refusing a charge, or for waiting.

    `kind` is what the tables make of it, "" where they make nothing of it. `group` and `code` are those of the
    adjustment, "" where none is printed; `amount` is in dollars.
    """

    kind: str
    group: str
    code: str
    remark: str
    role: str
    amount: Decimal | None
    meaning: str
    ask: str
    facts: tuple[Fact, ...]
    tables: tuple[TableUse, ...]

    @property
    def shown(self) -> str:
        """The code as people say it, "CO-16 with N822" or "N362"; "" where the paper prints words only."""
        if self.code:
            return f"{self.adjustment} with {self.remark}" if self.remark else self.adjustment
        return self.remark

    @property
    def adjustment(self) -> str:
        """The code of the adjustment with its group, "CO-16"."""
        return f"{self.group}-{self.code}" if self.group else self.code


def reasons_on_line(paper: Paper, at: LineAt, legend: Mapping[str, str]) -> tuple[Reason, ...]:
    """Return why the plan refused a line, best first; none where the line prints no reason."""
    places = [on_line(at, f"remarks[{i}].code", f"remarks[{i}].text") for i, _ in enumerate(at.line.remarks)]
    notes = [
        note_of(remark, legend, paper, place + in_legend(paper, remark))
        for remark, place in zip(at.line.remarks, places, strict=True)
    ]
    found = list(_coded_reasons(reductions_of(at.line.adjustments), notes, legend, paper, at))
    found += _stated(notes)
    return tuple(sorted(found, key=_weight))


def reasons_on_paper(paper: Paper, legend: Mapping[str, str]) -> tuple[Reason, ...]:
    """Return why the plan refused a whole claim, by the adjustments on the claim and the remarks that no line uses."""
    used = {identifier(remark.code) for at in paper.lines for remark in at.line.remarks}
    used |= {identifier(code) for at in paper.lines for one in at.line.adjustments for code in one.remarks}
    notes = [
        note_of(remark, legend, paper, on_paper(paper, f"remarks[{i}].code", f"remarks[{i}].text"))
        for i, remark in enumerate(paper.document.remarks)
        if identifier(remark.code) not in used - {""}
    ]
    found = list(_coded_reasons(reductions_of(paper.document.adjustments), notes, legend, paper, None))
    found += _stated(notes)
    return tuple(sorted(found, key=_weight))


def reasons_in_letter(letter: Paper) -> tuple[Reason, ...]:
    """Return why a plan's letter says that a charge was refused: by its notes, else by its words."""
    by_notes = reasons_on_paper(letter, {})
    text = letter.document.text or ""
    kind = kind_of_words(text) if not by_notes else None
    if kind is None or kind in REFUSE_NOTHING:
        return by_notes
    use = TableUse(name=WORDS, source="phrases of payers (our own list)", entry=kind)
    reason = Reason(
        kind=kind,
        group="",
        code="",
        remark="",
        role="denied",
        amount=None,
        meaning=text.strip()[:_LONGEST_QUOTE],
        ask="",
        facts=on_paper(letter, "text", "document_date"),
        tables=(use,),
    )
    return (reason,)


def _coded_reasons(
    reductions: Sequence[Reduction],
    notes: Sequence[Note],
    legend: Mapping[str, str],
    paper: Paper,
    at: LineAt | None,
) -> Iterator[Reason]:
    for reduction in reductions:
        row = reason_rows().get(reduction.code.reason)
        if row is None and not reduction.code.reason:
            continue
        own = [note_of(Remark(code=code), legend, paper, ()) for code in reduction.adjustment.remarks]
        beside = [note for note in (*own, *notes) if note.kind and note.kind not in REFUSE_NOTHING]
        kind, note = _kind(reduction, row, beside)
        if row is not None and not kind and row["role"] not in _REFUSING:
            continue
        names = [f"{reduction.field}.{part}" for part in ("group", "reason", "amount", "remarks")]
        place = on_line(at, *names) if at is not None else on_paper(paper, *names[:3])
        uses = (TableUse(name=REASONS, source=row["source"], entry=row["reason"]),) if row else ()
        yield Reason(
            kind=kind,
            group=reduction.code.group,
            code=reduction.code.reason,
            remark=note.code if note else "",
            role=row["role"] if row else "denied",
            amount=reduction.adjustment.amount,
            meaning=_meaning(row, note),
            ask=row["ask"] if row else "",
            facts=place + (note.facts if note else ()),
            tables=uses + (note.tables if note else ()),
        )


def _meaning(row: Row | None, note: Note | None) -> str:
    """What a reason code means, or the remark that says what it is about."""
    if note is not None and note.meaning:
        return note.meaning
    return row["meaning"] if row else ""


def _kind(reduction: Reduction, row: Row | None, beside: Sequence[Note]) -> tuple[str, Note | None]:
    """The kind of a reason code, moved by a remark where the table lets remarks move it."""
    if reduction.code.reason == "45":
        return ("out-of-network" if reduction.code.group == "PR" and reduction.amount > 0 else "", None)
    if row is None:
        return (beside[0].kind, beside[0]) if beside else ("denied-unspecified", None)
    may_move = row["by_remark"]
    for note in beside:
        if may_move == "any" or note.kind in may_move.split():
            return note.kind, note
    return row["kind"], None


def _stated(notes: Sequence[Note]) -> Iterator[Reason]:
    """Reasons that stand in remarks alone: a reason code with its group, a remark code, or the payer's own words."""
    for note in notes:
        code = coded_note(note.code)
        row = reason_rows().get(code.reason if code else "" if note.text else note.code)
        if row is not None and note.kind in ("", "denied-unspecified"):
            if row["kind"]:
                yield _stated_code(note, row, code.group if code else "")
        elif note.kind and note.kind not in REFUSE_NOTHING:
            yield Reason(
                kind=note.kind,
                group="",
                code="",
                remark=note.code,
                role="denied",
                amount=None,
                meaning=note.text or note.meaning,
                ask="",
                facts=note.facts,
                tables=note.tables,
            )


def _stated_code(note: Note, row: Row, group: str) -> Reason:
    return Reason(
        kind=row["kind"],
        group=group,
        code=row["reason"],
        remark="",
        role=row["role"],
        amount=None,
        meaning=row["meaning"],
        ask=row["ask"],
        facts=note.facts,
        tables=(TableUse(name=REASONS, source=row["source"], entry=row["reason"]),),
    )


_VAGUE_KINDS = ("", "denied-unspecified", "payer-pending", "not-covered")


def _weight(reason: Reason) -> tuple[object, ...]:
    """Codes before words, specific kinds before vague ones, larger amounts first."""
    vagueness = _VAGUE_KINDS.index(reason.kind) if reason.kind in _VAGUE_KINDS else len(_VAGUE_KINDS)
    return (not reason.code, -min(vagueness, 2), -(reason.amount or 0), -vagueness, reason.code, reason.remark)
