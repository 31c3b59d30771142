"""What a file is, by its first bytes."""

import codecs

# Brands of the ISO container that hold a still picture: HEIC from phones, and the two plain HEIF brands.
HEIF_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
PICTURE_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".tif", ".tiff")
PAPER_SUFFIXES = (*PICTURE_SUFFIXES, ".pdf")
# A PDF may have bytes of another program before its header; viewers look for it in the first kilobyte.
PDF_HEADER_WITHIN = 1024
# Form feed starts a page; escape and backspace occur in text that terminals and printers wrote.
TEXT_CONTROLS = frozenset("\t\n\r\f\b\x1b")


def picture_format(head: bytes) -> str | None:
    """The name that Pillow gives the picture format, "HEIF" for HEIC too; None where it is no picture."""
    if head.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP"
    if head[:4] in (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"):
        return "TIFF"
    if head[4:8] == b"ftyp" and head[8:12] in HEIF_BRANDS:
        return "HEIF"
    return None


def is_pdf(head: bytes) -> bool:
    """True where the bytes begin a PDF."""
    return b"%PDF-" in head[:PDF_HEADER_WITHIN]


def text_encoding(content: bytes, *, whole: bool) -> str | None:
    """The encoding that the bytes are written in; None where they are no text.

    With `whole` false the bytes are the start of a file, which may end inside a character.
    """
    if content.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if b"\0" in content:
        return _utf_16_without_mark(content, whole=whole)
    for encoding in ("utf-8", "cp1252"):
        if _reads_as_text(content, encoding, whole=whole):
            return encoding
    return None


def _utf_16_without_mark(content: bytes, *, whole: bool) -> str | None:
    """Latin text in UTF-16 has a zero in every second byte: on even places big-endian, on odd ones little-endian."""
    half = max(len(content) // 2, 1)
    for encoding, start in (("utf-16-le", 1), ("utf-16-be", 0)):
        if content[start::2].count(0) > 0.6 * half and _reads_as_text(content, encoding, whole=whole):
            return encoding
    return None


def _reads_as_text(content: bytes, encoding: str, *, whole: bool) -> bool:
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(content, whole)
    except UnicodeDecodeError:
        return False
    strange = sum(1 for letter in text if letter < " " and letter not in TEXT_CONTROLS)
    # Bytes of a program or a packed file are valid in an 8-bit encoding; text has next to no control characters.
    return bool(text.strip()) and strange * 100 <= len(text)
