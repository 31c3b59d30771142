"""Files to print, send, keep and hand on: HTML, PDF, Word, text, CSV, calendar and JSON."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from plainbill.plugins import hookimpl
from plainbill.plugins.exporting import Exporter

if TYPE_CHECKING:
    from plainbill.acting import Report, Writing

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
            write=_page,
        ),
        Exporter(
            name="pdf",
            media_type="application/pdf",
            suffix=".pdf",
            writes=("report", "call_sheet", "letter", "comparison"),
            write=_printed,
        ),
        Exporter(name="docx", media_type=WORD, suffix=".docx", writes=("letter",), write=_word),
        Exporter(name="text", media_type="text/plain", suffix=".txt", writes=("letter", "call_sheet"), write=_message),
        Exporter(name="csv", media_type="text/csv", suffix=".csv", stem="comparison", export=_spreadsheet),
        Exporter(name="calendar", media_type="text/calendar", suffix=".ics", stem="dates", export=_dates),
        Exporter(name="sent", media_type="text/plain", suffix=".txt", stem="sent-to-model", export=_sent),
        Exporter(name="json", media_type="application/json", suffix=".json", export=_record),
    ]


# Each format is imported when something is first written in it: listing the plugins waits for none of them.


def _page(writing: "Writing") -> bytes:
    from plainbill_exports.page import write

    return write(writing)


def _printed(writing: "Writing") -> bytes:
    from plainbill_exports.printing import write

    return write(writing)


def _word(writing: "Writing") -> bytes:
    from plainbill_exports.word import write

    return write(writing)


def _message(writing: "Writing") -> bytes:
    from plainbill_exports.message import write

    return write(writing)


def _spreadsheet(report: "Report") -> bytes | None:
    from plainbill_exports.spreadsheet import export

    return export(report)


def _dates(report: "Report") -> bytes | None:
    from plainbill_exports.dates import export

    return export(report)


def _sent(report: "Report") -> bytes | None:
    from plainbill_exports.sent import export

    return export(report)


def _record(report: "Report") -> bytes | None:
    from plainbill_exports.record import export

    return export(report)
