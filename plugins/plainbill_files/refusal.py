"""Says in plain words why a file gives no page."""

from collections.abc import Iterator

from plainbill.case import Problem, ProblemKind
from plainbill.plugins.records import LoadedPage, PageRange, SourceFile

ACCEPTED = "give a photo or scan (JPEG, PNG, HEIC, WebP, TIFF), a PDF, or the copied text"

# First bytes of what people have at hand besides photos, and what it is called.
KNOWN_STARTS = (
    (b"PK\x03\x04", "a packed archive or an office document; save its pages as PDF"),
    (b"\xd0\xcf\x11\xe0", "an office document; save its pages as PDF"),
    (b"{\\rtf", "an office document; save its pages as PDF"),
    (b"GIF8", "a GIF picture; save it as PNG or JPEG"),
    (b"BM", "a BMP picture; save it as PNG or JPEG"),
    (b"\x1f\x8b", "a packed archive; unpack it and give the files in it"),
    (b"7z\xbc\xaf", "a packed archive; unpack it and give the files in it"),
    (b"\x7fELF", "a program; " + ACCEPTED),
    (b"MZ", "a program; " + ACCEPTED),
)


def claim_anything(head: bytes, name: str) -> float:
    """The least claim there is, so that a file nobody knows is answered too."""
    return 0.01


def refused_page(kind: ProblemKind, text: str, *, number: int = 1) -> LoadedPage:
    """A page that could not be loaded, with the reason."""
    return LoadedPage(number=number, width=0, height=0, problems=(Problem(kind=kind, text=text),))


def load_nothing(file: SourceFile, pages: PageRange) -> Iterator[LoadedPage]:
    """One page without content whose problem names what the file is and what to give instead."""
    yield refused_page("unreadable", _why(file.content))


def _why(content: bytes) -> str:
    if not content:
        return f"the file is empty; copy or send it again, or {ACCEPTED}"
    if content[4:8] == b"ftyp":
        return "the file is a video or a kind of picture that is not read here; save the picture as JPEG or PNG"
    for start, what in KNOWN_STARTS:
        if content.startswith(start):
            return f"the file is {what}"
    return f"the file is neither picture, PDF nor text, or it is damaged; {ACCEPTED}"
