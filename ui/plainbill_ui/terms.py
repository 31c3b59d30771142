"""Words of the trade below the text that uses them, closed until somebody asks."""

from plainbill.describing.glossary import WORDS_USED, terms_in
from plainbill_ui.markup import Markup, tag


def words_used(*texts: str) -> Markup:
    """Return what the terms in `texts` mean, each once; nothing where there is none."""
    terms = terms_in(texts)
    if not terms:
        return Markup()
    said = [tag("p", tag("dfn", term.word), ": ", term.plain) for term in terms]
    return tag("details", tag("summary", WORDS_USED), *said, class_="pb-terms")
