"""Files to print, send, keep and hand on: HTML, PDF, Word, text, CSV, calendar and JSON."""

from collections.abc import Sequence

from plainbill.plugins import hookimpl
from plainbill.plugins.exporting import Exporter
from plainbill_exports.dates import export as export_dates
from plainbill_exports.message import write as write_message
from plainbill_exports.page import write as write_page
from plainbill_exports.printing import write as write_printed
from plainbill_exports.record import export as export_record
from plainbill_exports.spreadsheet import export as export_spreadsheet
from plainbill_exports.word import write as write_word

HOOK_API = 1

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@hookimpl
def register_exporters() -> Sequence[Exporter]:
    """Return the built-in exporters."""
    return [
        Exporter(
            name="html",
            media_type="text/html",
            suffix=".html",
            writes=("report", "call_sheet", "comparison"),
            write=write_page,
        ),
        Exporter(
            name="pdf",
            media_type="application/pdf",
            suffix=".pdf",
            writes=("report", "call_sheet", "letter", "comparison"),
            write=write_printed,
        ),
        Exporter(name="docx", media_type=WORD, suffix=".docx", writes=("letter",), write=write_word),
        Exporter(
            name="text", media_type="text/plain", suffix=".txt", writes=("letter", "call_sheet"), write=write_message
        ),
        Exporter(name="csv", media_type="text/csv", suffix=".csv", stem="comparison", export=export_spreadsheet),
        Exporter(name="calendar", media_type="text/calendar", suffix=".ics", stem="dates", export=export_dates),
        Exporter(name="json", media_type="application/json", suffix=".json", export=export_record),
    ]
