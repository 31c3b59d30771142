"""A writing as a page for a telephone or a desk: it fetches nothing, runs nothing, and shows text as text."""

import functools
import re
from importlib import resources
from typing import TYPE_CHECKING

from plainbill.acting import Writing
from plainbill.acting.writing import Sentence

if TYPE_CHECKING:
    import jinja2

# Ten digits, with the country's 1 or without, and what people write between them; an extension is not dialed.
_NUMBER = re.compile(r"\+?1?[\s.\-(]*([2-9]\d{2})[\s.\-)]*(\d{3})[\s.\-]*(\d{4})(?!\d)")


def write(writing: Writing) -> bytes:
    """Return a writing as an HTML page."""
    return _template().render(writing=writing, number=_number).encode()


def _number(sentence: Sentence) -> str | None:
    """Return what a telephone dials for a number that begins a sentence, None where it is no number of the US."""
    if sentence.phone is None or not sentence.text.startswith(sentence.phone):
        return None
    found = _NUMBER.match(sentence.phone)
    return f"+1{''.join(found.groups())}" if found else None


@functools.cache
def _template() -> "jinja2.Template":
    import jinja2

    source = (resources.files("plainbill_exports") / "page.html.jinja").read_text(encoding="utf-8")
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(source)
