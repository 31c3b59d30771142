"""The comparison as a table for a spreadsheet, in which nothing counts as a formula."""

import csv
import io
from collections.abc import Iterator

from plainbill.acting import Report

_COLUMNS = (
    "code",
    "service_date",
    "units",
    "diagnosis_codes",
    "charge",
    "status",
    "plan_paid",
    "patient_responsibility",
)
_HEADS = ("service", "paper", "kind", "line", *_COLUMNS, "differs", "not_on")
# What a spreadsheet takes for the start of a formula, also behind a blank, or for the end of a cell.
_FORMULA = tuple("=+-@\t\r\n|%＝＋－＠")


def export(report: Report) -> bytes | None:
    """Return one row for each line of each paper, None where no paper has lines."""
    if not report.comparison.services:
        return None
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_HEADS)
    writer.writerows([safe(cell) for cell in row] for row in _rows(report))
    return text.getvalue().encode("utf-8-sig")


def _rows(report: Report) -> Iterator[list[str]]:
    kinds = {paper.id: paper.kind for paper in report.case.documents}
    for service in report.comparison.services:
        for printed in service.printed:
            values = [printed.values.get(column, "") for column in _COLUMNS]
            marks = [" ".join(service.differs), " ".join(service.missing)]
            yield [service.words, printed.document, kinds[printed.document], printed.line, *values, *marks]


def safe(cell: str) -> str:
    """Return a cell that a spreadsheet shows as text, whatever it begins with."""
    return f"'{cell}" if cell.lstrip().startswith(_FORMULA) else cell
