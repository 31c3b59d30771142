"""A payer that knows its papers and its notes."""

from collections.abc import Sequence

from plainbill.case import Document, Remark
from plainbill.knowledge.payer_meanings import CodeMeaning
from plainbill.payers.meanings import meanings
from plainbill.payers.packaged import own_heads
from plainbill.payers.recognizing import recognize
from plainbill.plugins import hookimpl
from plainbill.plugins.records import Recognition
from plainbill.reading.layout import PageLayout, lay_out
from plainbill.reading.page import PageWords
from plainbill.reading.print_index import PrintIndex
from tests.payers.written_packs import code, pack

COLUMN = '[[columns]]\nwords = "Acme gift"\nfield = "plan_paid"\nsource = "guide"\n'
PACK = pack(COLUMN, code("Q17", "benefit-limit", "You had too many."))
HEADS = own_heads(PACK)


@hookimpl
def recognize_document(printed: PrintIndex) -> Recognition | None:
    return recognize(PACK, printed)


@hookimpl
def lay_out_page(page: PageWords, recognition: Recognition | None) -> PageLayout | None:
    return lay_out(page, HEADS) if recognition and recognition.payer == PACK.payer.name else None


@hookimpl
def explain_codes(codes: Sequence[Remark], document: Document) -> Sequence[CodeMeaning]:
    return meanings(PACK, codes, document)
