"""A writing as a page for a telephone or a desk: it fetches nothing, runs nothing, and shows text as text."""

import functools
from importlib import resources
from typing import TYPE_CHECKING

from plainbill.acting import Writing
from plainbill.acting.dialing import dialed

if TYPE_CHECKING:
    import jinja2


def write(writing: Writing) -> bytes:
    """Return a writing as an HTML page."""
    return _template().render(writing=writing, number=dialed).encode()


@functools.cache
def _template() -> "jinja2.Template":
    import jinja2

    source = (resources.files("plainbill_exports") / "page.html.jinja").read_text(encoding="utf-8")
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(source)
