"""The comparison of a case as it is written down: what differs first, then every service in a table."""

from collections.abc import Iterator, Mapping

from plainbill.acting.comparison import Compared, Comparison, Printed
from plainbill.acting.papers import Papers, named
from plainbill.acting.services import COLUMNS
from plainbill.acting.texts import text
from plainbill.acting.values import of_document
from plainbill.acting.writing import Block, Cell, Grid, Listing, Sentence, Writing, plain
from plainbill.case import DocumentKind


def write_comparison(comparison: Comparison, papers: Papers) -> Writing:
    """Return the comparison as it is printed."""
    return Writing(
        kind="comparison",
        name="comparison",
        title=text("comparison", "sheet", "title"),
        blocks=tuple(_blocks(comparison, papers)),
    )


def _blocks(comparison: Comparison, papers: Papers) -> Iterator[Block]:
    yield plain(text("comparison", "sheet", "about"))
    differing = [service for service in comparison.services if service.differs]
    if differing:
        yield Listing(entries=tuple((_difference(service),) for service in differing))
    else:
        yield plain(text("comparison", "sheet", "none_differs" if len(comparison.documents) > 1 else "one_paper"))
    kinds = [kind for kind in COLUMNS if any(papers.by_id[name].kind == kind for name in comparison.documents)]
    yield Grid(
        caption=text("comparison", "sheet", "caption"),
        heads=(text("comparison", "sheet", "service"), *(text("comparison", "columns", kind) for kind in kinds)),
        rows=tuple(_row(service, kinds, papers) for service in comparison.services),
    )
    diagnoses = tuple(_diagnoses(papers))
    if diagnoses:
        yield plain(text("comparison", "sheet", "diagnoses"))
        yield Listing(entries=tuple((sentence,) for sentence in diagnoses))


def _difference(service: Compared) -> Sentence:
    fields = ", ".join(text("comparison", "fields", field) for field in service.differs)
    return Sentence(
        text=text("comparison", "sheet", "differs").format(service=_name(service), fields=fields),
        facts=tuple(fact for each in service.printed for fact in each.facts),
    )


def _name(service: Compared) -> str:
    codes = [each.values["code"] for each in service.printed if "code" in each.values]
    return " ".join(filter(None, (codes[0] if codes else "", service.words))) or text("comparison", "sheet", "unnamed")


def _row(service: Compared, kinds: list[DocumentKind], papers: Papers) -> tuple[Cell, ...]:
    mark = text("comparison", "sheet", "mark") if service.differs else ""
    first = Cell(text=" ".join(filter(None, (_name(service), mark))), marked=bool(service.differs))
    return (first, *(_cell(service, kind, papers) for kind in kinds))


def _cell(service: Compared, kind: DocumentKind, papers: Papers) -> Cell:
    printed = [each for each in service.printed if papers.by_id[each.document].kind == kind]
    if not printed:
        return Cell(text=text("comparison", "sheet", "missing"))
    alike = sum(paper.kind == kind for paper in papers.case.documents) > 1
    return Cell(
        text="; ".join(_said(each, papers, with_name=alike) for each in printed),
        facts=tuple(fact for each in printed for fact in each.facts),
        marked=bool(service.differs),
    )


def _said(printed: Printed, papers: Papers, *, with_name: bool) -> str:
    head = text("comparison", "sheet", "line").format(line=printed.line)
    if with_name:
        head = f"{named(papers.by_id[printed.document]).text}, {head}"
    values: Mapping[str, str] = printed.values
    said = [text("comparison", "values", field).format(value=value) for field, value in values.items()]
    return f"{head}: {', '.join(said)}"


def _diagnoses(papers: Papers) -> Iterator[Sentence]:
    for paper in papers.case.documents:
        codes = of_document(paper, "diagnosis_codes")
        if codes is not None:
            said = text("comparison", "sheet", "diagnoses_on").format(paper=named(paper).text, codes=codes.text)
            yield Sentence(text=said, facts=codes.facts)
