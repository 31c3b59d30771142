"""Knows a number of a plan, a day of a state, and one more format."""

import datetime
from collections.abc import Sequence

from plainbill.acting import Contact, Deadline, Writing
from plainbill.case import Document, Evidence, Finding
from plainbill.plugins import hookimpl
from plainbill.plugins.exporting import Exporter


@hookimpl
def find_contacts(document: Document) -> Sequence[Contact] | None:
    """A public number of one plan."""
    if document.payer is None or document.payer.name != "Harbor Lantern Health Plan":
        return None
    return [
        Contact(
            desk="payer",
            name="Harbor Lantern Health Plan",
            phone="(555) 201-9000",
            source="harborlantern.example",
            read_on=datetime.date(2026, 11, 1),
        )
    ]


@hookimpl
def find_deadlines(document: Document, findings: Sequence[Finding], today: datetime.date | None) -> list[Deadline]:
    """A day that a state sets."""
    if document.processed_date is None:
        return []
    return [
        Deadline(
            purpose="appeal",
            document=document.id,
            title="Last day to ask the state for help",
            date=datetime.date(2024, 7, 1),
            length="40 days",
            how=f"{len(findings)} findings, {today}",
            source="Example Code 12",
            facts=(Evidence(document=document.id, field="processed_date", value=str(document.processed_date)),),
        )
    ]


@hookimpl
def register_exporters() -> list[Exporter]:
    """A format that counts blocks."""
    return [Exporter(name="count", media_type="text/plain", suffix=".count", writes=("letter",), write=_count)]


def _count(writing: Writing) -> bytes:
    return str(len(writing.blocks)).encode()
