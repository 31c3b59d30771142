"""Whatever the papers print comes out as plain text in every output."""

import csv
import html.parser
import io
import json
import re

import docx
import icalendar
import pypdfium2  # type: ignore[import-untyped]  # it ships no types
import pytest

from plainbill.acting import writings_of
from plainbill.acting.writing import Sentence
from plainbill.describing.words import readable
from plainbill_exports import dates, message, page, printing, record, spreadsheet, word
from tests.acting.making import sentences
from tests.plainbill_exports.hostile import ALL, BEYOND, report_with

ALLOWED = {
    "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p", "br", "ul", "ol", "li", "a",
    "table", "caption", "thead", "tbody", "tr", "th", "td", "span",
}  # fmt: skip


class Reading(html.parser.HTMLParser):
    """The tags, the attributes and the text of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("name", ALL)
def test_a_page_holds_no_tag_but_its_own(name: str) -> None:
    for writing in writings_of(report_with(name)):
        read = Reading(page.write(writing).decode())

        assert read.tags <= ALLOWED
        assert read.attributes <= {
            "lang", "charset", "name", "content", "http-equiv", "class", "scope", "data-head", "href",
        }  # fmt: skip
        shown = re.sub(r"\s+", " ", read.text)
        assert all(re.sub(r"\s+", " ", sentence.text) in shown for sentence in sentences(writing))


@pytest.mark.parametrize("name", ALL)
def test_the_hostile_letter_of_a_plan_is_quoted(name: str) -> None:
    quoted = [sentence.text for question in report_with(name).refused for sentence in question.read_out]

    assert any(Sentence(text=ALL[name]).text[:60] in said for said in quoted)


@pytest.mark.parametrize("name", ALL)
def test_a_print_holds_the_words_as_words(name: str) -> None:
    for writing in writings_of(report_with(name)):
        content = printing.write(writing)

        assert content.startswith(b"%PDF") and b"pdfuaid:part" in content
        pdf = pypdfium2.PdfDocument(content)
        shown = "".join(page.get_textpage().get_text_range() for page in pdf)
        pdf.close()
        squeezed = re.sub(r"[\s\ufffe\u200b\x02-]+", "", shown)
        if name not in ("beyond", "controls"):
            probe = re.sub(r"[\s-]+", "", readable(ALL[name]))[:60]
            assert probe in squeezed or writing.kind == "comparison"


@pytest.mark.parametrize("name", ALL)
def test_a_word_file_holds_the_words_as_text(name: str) -> None:
    for writing in writings_of(report_with(name)):
        document = docx.Document(io.BytesIO(word.write(writing)))
        body = [paragraph.text for paragraph in document.paragraphs]
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]

        shown = "\n".join((*body, *cells))
        assert all(sentence.text in shown for sentence in sentences(writing))


@pytest.mark.parametrize("name", ALL)
def test_a_message_holds_the_words_and_no_control_characters(name: str) -> None:
    for writing in writings_of(report_with(name)):
        shown = message.write(writing).decode()

        assert all(sentence.text in shown or sentence.text.upper() in shown for sentence in sentences(writing))
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufffe]", shown)


@pytest.mark.parametrize("name", ALL)
def test_a_spreadsheet_holds_no_formula(name: str) -> None:
    content = spreadsheet.export(report_with(name))

    assert content is not None
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert len(rows) == 4
    assert len({len(row) for row in rows}) == 1
    assert not [cell for row in rows for cell in row if cell.strip().startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", " =1", "\t=1", "\r=1", "|x", "%x", "＝1", "-$4.50"])
def test_a_cell_that_looks_like_a_formula_is_shown_as_text(cell: str) -> None:
    assert spreadsheet.safe(cell) == f"'{cell}"


def test_a_cell_that_is_a_word_stays_as_it_is() -> None:
    assert spreadsheet.safe("Office visit (=1)") == "Office visit (=1)"


@pytest.mark.parametrize("name", ALL)
def test_a_calendar_holds_its_own_events_and_no_other(name: str) -> None:
    report = report_with(name)
    content = dates.export(report)

    assert content is not None
    events = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert [str(event["summary"]) for event in events] == [each.title for each in report.deadlines if each.date]
    assert max(len(row) for row in content.split(b"\r\n")) <= 75


@pytest.mark.parametrize("name", ALL)
def test_a_record_reads_back(name: str) -> None:
    written = json.loads(record.export(report_with(name)))

    assert written["case"]["documents"][0]["provider"]["name"] == ALL[name]


def test_letters_that_no_font_has_are_printed_as_question_marks_and_that_is_said() -> None:
    (report, *_) = writings_of(report_with("beyond"))
    unheard_of = report.but(title=f"{BEYOND} \U000100d0\ue123")

    pdf = pypdfium2.PdfDocument(printing.write(unheard_of))
    first, last = pdf[0].get_textpage().get_text_range(), pdf[len(pdf) - 1].get_textpage().get_text_range()
    pdf.close()

    assert "Jürgen Wiśniewski Иван" in first
    assert "Some letters have no shape in the fonts of this computer." in last
