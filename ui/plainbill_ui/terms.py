"""Words of the trade below the text that uses them, closed until somebody asks."""

from plainbill.describing.glossary import terms_in
from plainbill_ui.languages import _, say
from plainbill_ui.markup import Markup, tag


def words_used(*texts: str) -> Markup:
    """Return what the terms in English `texts` mean, each once, as it is said to the visitor; nothing without any."""
    terms = terms_in(texts)
    if not terms:
        return Markup()
    said = [tag("p", tag("dfn", say(term.word)), ": ", say(term.plain)) for term in terms]
    return tag("details", tag("summary", _("Words used here")), *said, class_="pb-terms")
