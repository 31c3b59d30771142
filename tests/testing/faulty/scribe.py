"""Writes files that differ each time, run what the papers print, call out, print, and leave one out."""

import contextlib
import itertools
import socket
from pathlib import Path

from plainbill.acting import Report, Writing
from plainbill.plugins import hookimpl
from plainbill.plugins.exporting import Exporter

HOOK_API = 1
_written = itertools.count()


def _page(writing: Writing) -> bytes:
    return f"<p>{writing.model_dump_json()}</p><!-- {next(_written)} -->".encode()


def _table(report: Report) -> bytes:
    print("written")  # noqa: T201  # what it should not do
    Path("/dev/null").write_text("kept", encoding="utf-8")
    with contextlib.suppress(OSError), socket.socket() as outside:
        outside.connect(("127.0.0.1", 9))
    return "\n".join(str(line.description) for paper in report.case.documents for line in paper.lines).encode()


@hookimpl
def register_exporters() -> list[Exporter]:
    """A page with the papers' tags in it, a table with their formulas, and a format that is never written."""
    return [
        Exporter(name="tags", media_type="text/html", suffix=".html", writes=("letter",), write=_page),
        Exporter(name="formulas", media_type="text/csv", suffix=".csv", export=_table),
        Exporter(name="nothing", media_type="text/plain", suffix=".none", export=lambda _: None),
    ]
