"""Exports: the same bytes for the same report, accessible, and each in its place."""

import datetime
import io
import json
import zipfile

import docx
import icalendar
import pypdfium2  # type: ignore[import-untyped]  # it ships no types
import pytest

from plainbill.acting import writings_of
from plainbill.acting.dialing import dialed
from plainbill.acting.writing import Sentence
from plainbill.case import Asking
from plainbill.plugins.exporting import Exporter
from plainbill_exports import register_exporters
from plainbill_exports.dates import export as export_dates
from plainbill_exports.message import write as write_message
from plainbill_exports.page import write as write_page
from plainbill_exports.printing import write as write_printed
from plainbill_exports.record import export as export_record
from plainbill_exports.sent import export as export_sent
from plainbill_exports.spreadsheet import export as export_spreadsheet
from plainbill_exports.word import write as write_word
from tests.acting.making import report_of, typed, words_of
from tests.acting.telling import chosen
from tests.checking.making import bill, eob, line

ASKED = Asking(
    at="2026-11-28T10:00:00+00:00",
    model="ollama_chat/m",
    address="http://127.0.0.1",
    text="1. words:  WOUND [?]\n  end",
)
EXPORTERS = {exporter.name: exporter for exporter in register_exporters()}


def contents(exporter: Exporter, name: str) -> list[bytes]:
    """Everything that an exporter writes of a worked case."""
    report = report_of(name).but(asked=(ASKED,))
    whole = [exporter.export(report)] if exporter.export else []
    written = [exporter.write(each) for each in writings_of(report) if each.kind in exporter.writes and exporter.write]
    return [content for content in (*whole, *written) if content is not None]


@pytest.mark.parametrize("name", EXPORTERS)
def test_two_runs_give_the_same_bytes(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first = contents(EXPORTERS[name], "mixed-ed")
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1234567890")

    assert first
    assert contents(EXPORTERS[name], "mixed-ed") == first


@pytest.mark.parametrize("name", chosen())
def test_everything_printed_holds_to_pdf_ua(name: str) -> None:
    for content in contents(EXPORTERS["pdf"], name):
        assert b"pdfuaid:part" in content
        assert b"/StructTreeRoot" in content and b"/MarkInfo" in content and b"/Lang" in content


def test_the_title_of_a_print_is_that_of_the_letter() -> None:
    (letter, *_) = (each for each in writings_of(report_of("mixed-ed")) if each.kind == "letter")

    pdf = pypdfium2.PdfDocument(write_printed(letter))

    assert pdf.get_metadata_dict()["Title"] == letter.title
    pdf.close()


def test_no_time_of_making_stands_in_any_file() -> None:
    year = str(datetime.datetime.now(tz=datetime.UTC).year).encode()
    (letter, *_) = (each for each in writings_of(report_of("mixed-ed")) if each.kind == "letter")

    assert b"D:" + year not in write_printed(letter)
    with zipfile.ZipFile(io.BytesIO(write_word(letter))) as parts:
        assert {part.date_time[0] for part in parts.infolist()} == {1980}
        assert year not in parts.read("docProps/core.xml")


def test_a_word_letter_has_headings_a_title_and_a_language() -> None:
    (letter, *_) = (each for each in writings_of(report_of("mixed-ed")) if each.kind == "letter")

    document = docx.Document(io.BytesIO(write_word(letter)))

    assert document.core_properties.title == letter.title
    assert document.core_properties.language == "en-US"
    styled = [(each.style.name if each.style else "", each.text) for each in document.paragraphs]
    assert [text for style, text in styled if style == "Heading 1"] == [letter.title]
    assert "Heading 2" in {style for style, _ in styled}


def test_the_head_of_a_word_table_is_marked_as_one() -> None:
    (report, *_) = writings_of(report_of("mixed-ed"))

    document = docx.Document(io.BytesIO(write_word(report)))

    assert all("w:tblHeader" in table.rows[0]._tr.xml for table in document.tables)


def test_a_paragraph_of_a_message_is_one_line() -> None:
    (letter, *_) = (each for each in writings_of(report_of("mixed-ed")) if each.kind == "letter")

    lines = write_message(letter).decode().splitlines()

    said = "My plan did not pay $48.00. Is this part of another service?"
    assert [each for each in lines if each.startswith(said) and each.endswith("please add the mark that says so.")]
    assert "Signature: ______________________________" in lines


@pytest.mark.parametrize(
    ("phone", "digits"),
    [
        ("(555) 201-7788", "+15552017788"), ("1-800-555-0142", "+18005550142"), ("555.201.7788 ext. 4", "+15552017788"),
        ("555-0100", None), ("javascript:alert(1)", None), ("55520177881234", None),
    ],
)  # fmt: skip
def test_a_number_is_dialed_where_it_is_one(phone: str, digits: str | None) -> None:
    assert dialed(Sentence(text=f"{phone} (printed on the bill)", phone=phone)) == digits


def test_a_call_sheet_can_be_tapped_to_call() -> None:
    twice = bill(line("1"), line("2"), totals={"charges": "360.00", "balance_due": "360.00"})
    report = typed({**twice, "provider": {"name": "Willow Brook Clinic", "phone": "(555) 201-7788"}})

    (sheet,) = (each for each in writings_of(report) if each.kind == "call_sheet")

    shown = write_page(sheet).decode()
    assert '<a class="call" href="tel:+15552017788">(555) 201-7788</a> (printed on the bill of June 10, 2024)' in shown


def test_a_page_may_fetch_nothing() -> None:
    (report, *_) = writings_of(report_of("mixed-ed"))

    shown = write_page(report).decode()

    assert "default-src 'none'" in shown
    assert "http://" not in shown and "https://" not in shown and "<script" not in shown


def test_days_come_with_a_reminder_and_nothing_of_the_case_in_their_name() -> None:
    content = export_dates(report_of("mixed-ed"))

    assert content is not None
    (event, *_) = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert event.decoded("dtstart") == datetime.date(2024, 12, 1)
    assert event.walk("VALARM")[0].decoded("trigger") == datetime.timedelta(days=-7)
    assert "mixed" not in str(event["uid"]) and "eob" not in str(event["uid"])


def test_what_was_sent_to_a_model_is_handed_on_word_for_word() -> None:
    second = ASKED.but(text="1. words: TRAY")
    report = typed(bill()).but(asked=(ASKED, second))

    told = export_sent(report)

    assert told is not None
    assert told.decode().count("Sent 2026-11-28T10:00:00+00:00 to the model ollama_chat/m at http://127.0.0.1:") == 2
    assert ASKED.text in told.decode() and second.text in told.decode()
    assert "On November 28, 2026 to the model ollama_chat/m at http://127.0.0.1." in words_of(report, "report")
    assert [each["text"] for each in json.loads(export_record(report))["asked"]] == [ASKED.text, second.text]


def test_where_nothing_was_sent_no_file_and_no_report_speaks_of_it() -> None:
    assert export_sent(typed(bill())) is None
    assert "language model" not in words_of(typed(bill()))


def test_without_days_or_lines_there_is_no_such_file() -> None:
    report = typed({**bill(), "lines": [], "totals": None})

    assert export_dates(typed(bill(), eob())) is None
    assert export_spreadsheet(report) is None
