"""A payer that claims the papers of Acme Health as its own, and says other things of its notes."""

from collections.abc import Sequence
from dataclasses import replace

from plainbill.case import Document, Remark
from plainbill.knowledge.payer_meanings import CodeMeaning
from plainbill.plugins import hookimpl
from plainbill.plugins.records import Recognition
from plainbill.reading.print_index import PrintIndex
from tests.plugins.shelf import acme


@hookimpl
def recognize_document(printed: PrintIndex) -> Recognition | None:
    claim = acme.recognize_document(printed)
    return replace(claim, payer="Rival Mutual") if claim else None


@hookimpl
def explain_codes(codes: Sequence[Remark], document: Document) -> Sequence[CodeMeaning]:
    return [replace(said, kind="not-covered") for said in acme.explain_codes(codes, document)]
