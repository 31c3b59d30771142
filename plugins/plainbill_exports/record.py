"""The whole report as JSON, for other programs."""

from plainbill.acting import Report
from plainbill.case import write_json


def export(report: Report) -> bytes:
    """Return the report as JSON."""
    return write_json(report).encode()
