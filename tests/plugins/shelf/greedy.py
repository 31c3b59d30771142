"""Claims every paper as its own: without evidence, or with words that stand on none of its pages."""

from collections.abc import Sequence

from plainbill.plugins import hookimpl
from plainbill.plugins.records import Recognition
from plainbill.reading.page import Box, PageWords, Word

NOWHERE = Box(x0=0, y0=0, x1=1, y1=1)
INVENTED = Word(text="Greedy", box=NOWHERE, source_box=NOWHERE, confidence=1.0, reader="greedy")


@hookimpl
def recognize_document(pages: Sequence[PageWords]) -> Recognition:
    evidence = ((INVENTED,),) if len(pages[0].words) % 2 else ()
    return Recognition(payer="Greedy Life", kind="eob", confidence=1.0, evidence=evidence)
