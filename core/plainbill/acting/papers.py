"""The papers of a case by their ids, and how to name them and their lines to somebody on the telephone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plainbill.acting.texts import text
from plainbill.acting.values import Value, joined, of_document, of_line, say, shortened
from plainbill.acting.writing import Sentence
from plainbill.case import Case, Document, Finding, Line

LineIn = tuple[Document, Line]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Papers:
    """A case with its papers by their ids, and its lines by "document:line"."""

    case: Case
    by_id: Mapping[str, Document]
    by_ref: Mapping[str, LineIn]

    def of(self, finding: Finding) -> tuple[Document, ...]:
        """Return the papers a finding rests on, bills first."""
        found = [self.by_id[name] for name in finding.documents if name in self.by_id]
        return tuple(sorted(found, key=lambda paper: paper.kind != "bill"))

    def lines_of(self, finding: Finding) -> tuple[LineIn, ...]:
        """Return the lines a finding rests on, those of bills first."""
        found = [self.by_ref[ref] for ref in finding.lines if ref in self.by_ref]
        return tuple(sorted(found, key=lambda entry: entry[0].kind != "bill"))


def papers_of(case: Case) -> Papers:
    """Return the papers of a case."""
    return Papers(
        case=case,
        by_id={paper.id: paper for paper in case.documents},
        by_ref={f"{paper.id}:{line.id}": (paper, line) for paper in case.documents for line in paper.lines},
    )


def dated(paper: Document) -> Value | None:
    """Return the day of a paper: the day it was issued, or the day the plan decided."""
    return of_document(paper, "document_date") or of_document(paper, "processed_date")


def named(paper: Document) -> Value:
    """Return what to call a paper: "bill of June 10, 2024", "bill" where no date is printed."""
    name = text("papers", "names", paper.kind)
    day = dated(paper)
    if day is None:
        return Value(text=name)
    return Value(text=text("papers", "paper", "of_day").format(paper=name, day=day.text), facts=day.facts)


def named_first(paper: Document) -> Value:
    """Return what to call a paper where its name begins a sentence."""
    name = named(paper)
    return Value(text=name.text[:1].upper() + name.text[1:], facts=name.facts)


def service_days(papers: Iterable[Document]) -> Value | None:
    """Return the first and the last day of the care that the papers print, None where none does."""
    found = []
    for paper in papers:
        found += [(paper.service_from, of_document(paper, "service_from"))]
        found += [(paper.service_to, of_document(paper, "service_to"))]
        for line in paper.lines:
            found += [(line.service_date, of_line(paper, line, "service_date"))]
    days = sorted(((day, value) for day, value in found if day and value), key=lambda entry: entry[0])
    if not days:
        return None
    return joined([days[0][1], days[-1][1]], by=text("papers", "line", "up_to"))


def code_of(paper: Document, line: Line) -> Value | None:
    """Return the code of a line with its modifiers, "99213-25"; the revenue code where it has no other."""
    code = of_line(paper, line, "code")
    if code is None:
        return of_line(paper, line, "revenue_code")
    marks = of_line(paper, line, "modifiers")
    if marks is None:
        return code
    return Value(text="-".join([code.text, *marks.text.split()]), facts=(*code.facts, *marks.facts))


def read_out(paper: Document, line: Line) -> Sentence:
    """Return a line as it is read out: where it stands, its day, code, words, count and charge, what of it is there."""
    words = of_line(paper, line, "description")
    count = of_line(paper, line, "units") if line.units not in (None, 1) else None
    values = {
        "day": of_line(paper, line, "service_date"),
        "code": code_of(paper, line) if line.code else None,
        "revenue": None if line.code else of_line(paper, line, "revenue_code"),
        "words": Value(text=shortened(words.text), facts=words.facts) if words else None,
        "count": count,
        "charge": of_line(paper, line, "charge"),
        "reasons": reasons_of(paper, line),
    }
    parts = [say(text("papers", "line", name), values) for name in values]
    there = [part for part in parts if part is not None]
    place = named_first(paper)
    head = text("papers", "line", "place").format(paper=place.text, line=shortened(line.id))
    return Sentence(
        text=f"{head}: {', '.join(part.text for part in there)}." if there else f"{head}.",
        facts=(*place.facts, *(fact for part in there for fact in part.facts)),
    )


def reasons_of(paper: Document, line: Line) -> Value | None:
    """Return the reasons that a plan prints on a line, "CO-97, PR-1"."""
    found = []
    for place, cut in enumerate(line.adjustments):
        reason = of_line(paper, line, f"adjustments[{place}].reason")
        group = of_line(paper, line, f"adjustments[{place}].group")
        if cut.reason and reason:
            found.append(joined([group, reason], by="-"))
    return joined(found)


def is_original_medicare(paper: Document) -> bool:
    """Tell whether a paper names Medicare itself as the payer, and not a plan that stands in for it."""
    name = of_document(paper, "payer.name")
    return name is not None and name.text.casefold() in ("medicare", "original medicare")
