"""Every made-up paper, scanned and photographed: lines, totals, parties, numbers and dates come out as printed."""

import pytest

from plainbill.case import Document
from tests.fixture_readings import Paper, papers, reading_of, truth_of

PARTIES = ("kind", "provider", "payer", "patient", "coverage")
NUMBERS = (
    "claim_number", "authorization_number", "document_date", "due_date", "processed_date", "service_from", "service_to",
    "previous_balance", "fees", "bill_type", "insurance_pending",
)  # fmt: skip

every_paper = pytest.mark.parametrize("paper", papers(), ids=lambda paper: f"{paper.name}-{paper.files[0]}")


def documents_of(paper: Paper) -> tuple[tuple[Document, ...], tuple[Document, ...]]:
    return reading_of(paper.files).case.documents, truth_of(paper).documents


def written(documents: tuple[Document, ...], *fields: str) -> list[object]:
    return [
        {field: compared(field, document.model_dump(mode="json").get(field)) for field in fields}
        for document in documents
    ]


def compared(field: str, value: object) -> object:
    """A value as two readings of it are compared: the reader may lose a blank or a final point."""
    if isinstance(value, dict):
        return {key: compared(key, inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [compared(field, inner) for inner in value]
    if isinstance(value, str) and field in {"phone", "description"}:
        return value.replace(" ", "").removesuffix(".")
    return value


def less_head_day(read: Document, printed: Document) -> Document:
    """The paper without the day that its head prints on its lines, where the truth has it at the head alone."""
    if any(line.service_date for line in printed.lines):
        return read
    on_head = read.service_from
    lines = [
        line.model_copy(update={"service_date": None}) if line.service_date == on_head else line for line in read.lines
    ]
    return read.model_copy(update={"lines": tuple(lines)})


@every_paper
def test_every_line_comes_out_as_printed(paper: Paper) -> None:
    read, printed = documents_of(paper)
    assert written(tuple(map(less_head_day, read, printed)), "lines") == written(printed, "lines")


@every_paper
def test_every_total_and_payment_comes_out_as_printed(paper: Paper) -> None:
    read, printed = documents_of(paper)
    assert written(read, "totals", "payments") == written(printed, "totals", "payments")


@every_paper
def test_the_parties_come_out_as_printed(paper: Paper) -> None:
    read, printed = documents_of(paper)
    assert written(read, *PARTIES) == written(printed, *PARTIES)


@every_paper
def test_numbers_and_dates_come_out_as_printed(paper: Paper) -> None:
    read, printed = documents_of(paper)
    assert written(read, *NUMBERS) == written(printed, *NUMBERS)


@every_paper
def test_every_value_has_its_place_on_the_page(paper: Paper) -> None:
    result = reading_of(paper.files)
    for path, source in result.sources.items():
        page = result.pages[source.page]
        boxes = source.boxes or ((source.box,) if source.box else ())
        assert boxes, path
        assert all(0 <= x0 < x1 <= page.width and 0 <= y0 < y1 <= page.height for x0, y0, x1, y1 in boxes), path
