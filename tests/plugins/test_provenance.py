"""Provenance: what a plugin read has to stand on the paper; the rest is left out and said."""

import datetime
from dataclasses import replace
from decimal import Decimal
from importlib.metadata import EntryPoint

import pytest

from plainbill.case import Document, Line, Remark, Source, Translation
from plainbill.plugins.asking import Plugins
from plainbill.plugins.boundary import describe_failure
from plainbill.plugins.claims import with_honest_sources
from plainbill.plugins.loading import load_plugins
from plainbill.plugins.provenance import grounded, says
from plainbill.plugins.records import Failure
from plainbill.reading.documents import parse
from plainbill.reading.layout import lay_out
from plainbill.reading.parsed import ParsedDocument
from tests.plugins.shelf.second import BILL
from tests.reading.papers import page_of

PAGE = page_of(BILL)
LAYOUT = lay_out(PAGE)


def parsed() -> ParsedDocument:
    read = parse([PAGE], [LAYOUT])
    assert read is not None
    return read


def test_what_the_built_in_parser_reads_all_stands_on_the_paper() -> None:
    held = grounded(parsed(), [PAGE])
    assert held is not None
    assert held.dropped == ()
    assert held.parsed.document == parsed().document
    assert dict(held.parsed.sources) == dict(parsed().sources)


def test_a_value_without_words_and_one_that_its_words_do_not_say_are_left_out_and_said() -> None:
    failures: list[Failure] = []
    entries = [EntryPoint("lies", "tests.plugins.shelf.lies", "plainbill")]
    read = Plugins(load_plugins(entries=entries), failures.append).parse_document([PAGE], [LAYOUT])
    assert read is not None
    assert [line.charge for line in read.document.lines] == [None, Decimal("56.00")]
    assert len(read.document.lines) == 2
    assert [failure.kind for failure in failures] == ["unfounded"]
    assert failures[0].where.startswith("lines[0].charge and ")
    assert "10" not in describe_failure(failures[0])
    assert "lies" in describe_failure(failures[0])


def test_a_paper_that_says_nothing_of_what_was_read_is_no_answer() -> None:
    read = ParsedDocument(document=Document(id="x", kind="bill", lines=(Line(id="1", charge=Decimal("5.00")),)))
    assert grounded(read, [PAGE]) is None


def test_a_source_at_another_place_of_the_page_is_none() -> None:
    read = parsed()
    path = "lines[0].charge"
    moved = {**read.sources, path: read.sources[path].but(box=read.sources["lines[1].charge"].box)}
    held = grounded(replace(read, sources=moved), [PAGE])
    assert held is not None
    assert held.dropped == (path,)


def test_a_source_on_a_page_that_is_not_there_is_none() -> None:
    read = parsed()
    held = grounded(
        replace(read, sources={**read.sources, "lines[0].code": Source(page=7, text="99213", confirmed_by=())}), [PAGE]
    )
    assert held is not None
    assert held.dropped == ("lines[0].code",)


def test_sources_follow_their_line_where_one_before_it_is_left_out() -> None:
    read = parsed()
    only_second = {path: source for path, source in read.sources.items() if not path.startswith("lines[0]")}
    held = grounded(replace(read, sources=only_second), [PAGE])
    assert held is not None
    assert [line.code for line in held.parsed.document.lines] == ["A4565"]
    assert held.parsed.sources["lines[0].code"].text == "A4565"
    assert "lines[1].code" not in held.parsed.sources


def test_only_a_person_or_a_second_reader_confirms_as_one() -> None:
    read = parsed()
    source = read.sources["lines[0].code"].but(confirmed_by=("person", "second_reader", "text_layer", "total"))
    held = grounded(replace(read, sources={**read.sources, "lines[0].code": source}), [PAGE])
    assert held is not None
    assert held.parsed.sources["lines[0].code"].confirmed_by == ("total",)


@pytest.mark.parametrize(
    ("text", "value", "said"),
    [
        ("$1,250.00", Decimal("1250.00"), True),
        ("1,250.00-", Decimal("1250.00"), True),
        ("$765", Decimal("765.00"), True),
        ("1,250.00", Decimal("1250.10"), False),
        ("250.00", Decimal("1250.00"), False),
        ("03/17/2025", datetime.date(2025, 3, 17), True),
        ("Mar 17", datetime.date(2025, 3, 17), True),
        ("03/17/2025 03/18/2025", datetime.date(2025, 3, 18), True),
        ("03/17/2024", datetime.date(2025, 3, 17), False),
        ("450", "0450", True),
        ("99213-25", "25", True),
        ("Office visit 99213", "Office visit", True),
        ("Office visit", "Emergency visit", False),
        ("2.0", 2, True),
        ("2", 3, False),
    ],
)  # fmt: skip
def test_print_says_a_value_in_the_forms_of_papers(text: str, value: object, said: bool) -> None:
    assert says(text, value) is said


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("own/1", "own/1"),
        ("payer/2026 remark list", "payer/2026 remark list"),
        ("payer/", "rule/payer/"),
        ("payer", "rule/payer"),
        ("printed/Note A", "printed/Note A"),
        ("printed/Note B", "rule/printed/Note B"),
        ("acme:printed/Note B", "acme;printed/Note B"),
    ],
)
def test_a_source_that_names_nothing_or_what_is_not_printed_is_a_rule(source: str, kept: str) -> None:
    document = Document(id="d", kind="eob", remarks=(Remark(code="A", text="Note A: paid to the provider"),))
    said = Translation(plain="A thing.", group="other", basis="code", confidence=1, vague=False, source=source)
    assert with_honest_sources(said.but(alternatives=(said,)), document).source == kept


def test_on_no_paper_nothing_is_printed() -> None:
    said = Translation(plain="A thing.", group="other", basis="code", confidence=1, vague=False, source="printed/A")
    assert with_honest_sources(said, None).source == "rule/printed/A"
