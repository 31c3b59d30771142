"""HTML that cannot be broken out of: text is escaped unless it was built here."""

import re
from html import escape

VOID = frozenset({"br", "img"})
_MARKDOWN = re.compile(r"""[!"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~]""")


class Markup(str):
    """HTML that was built by this module."""

    __slots__ = ()


def tag(name: str, *inside: str, **attributes: str) -> Markup:
    """Return one element; plain strings in it are shown as they are written, Markup stays markup.

    An attribute `class_` is written `class`, `aria_label` is written `aria-label`.
    """
    written = "".join(f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"' for key, value in attributes.items())
    if name in VOID:
        return Markup(f"<{name}{written}>")
    return Markup(f"<{name}{written}>{join(*inside)}</{name}>")


def join(*parts: str) -> Markup:
    """Return the parts one after another, plain strings escaped."""
    return Markup("".join(part if isinstance(part, Markup) else escape(part) for part in parts))


def label(text: str) -> str:
    """Return a text that Streamlit shows as a label as it is written: every sign that markdown knows is escaped."""
    return _MARKDOWN.sub(r"\\\g<0>", " ".join(text.split()))
