"""The words that a PDF page carries, with their places in the rendered page, where they can be trusted."""

import unicodedata
from collections.abc import Iterator
from contextlib import closing
from ctypes import c_double
from typing import TYPE_CHECKING, NamedTuple

from plainbill.reading.page import Box, Word
from plainbill_files.even_type import Cell, EvenType

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage  # type: ignore[import-untyped]  # it ships no types

READER = "text_layer"
# Share of characters without a meaning from which on a text layer is taken for garbage: its fonts have no table of
# characters, or a wrong one, and the digits may be as wrong as the letters.
MOST_UNMAPPED = 0.05
# A page that is one picture with a stamp of the scanning program has some words; a bill has more.
PICTURE_SHARE, FEW_WORDS = 0.5, 40
# A gap of this share of the letters' height starts a new word also where no blank is written.
WORD_GAP = 0.6


class Letter(NamedTuple):
    """A character and its rectangle in points, origin bottom left."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


def words_of(page: "PdfPage", width: int, height: int) -> tuple[Word, ...]:
    """The page's words in pixels of its picture of `width` x `height`; none where its text cannot be trusted."""
    if _text_is_hidden(page):
        # Hidden letters over a scan are the reading of some other program, not what the issuer wrote.
        return ()
    with closing(page.get_textpage()) as text:
        letters = _letters(text)
        if letters is None:
            return ()
        spelled = tuple(_spelled(letters))
    if len(spelled) < FEW_WORDS and _picture_share(page) > PICTURE_SHARE:
        return ()
    return tuple(_placed(word, page, width, height) for word in spelled)


def _letters(text: "PdfTextPage") -> list[Letter | None] | None:
    """Every character with None for a blank; None in all where too many have no meaning."""
    from pypdfium2.raw import FPDFText_HasUnicodeMapError

    count = text.count_chars()
    even = EvenType(text)
    letters: list[Letter | None] = []
    unmapped = 0
    for index in range(count):
        character = _character(text, index)
        if not character.strip():
            letters.append(None)
        elif _means_nothing(character) or FPDFText_HasUnicodeMapError(text, index) == 1:
            unmapped += 1
        else:
            letters.append(_letter(character, _rectangle(text, index), even.cell(index)))
    written = sum(1 for letter in letters if letter) + unmapped
    return None if unmapped > MOST_UNMAPPED * written else letters


def _letter(character: str, ink: tuple[float, float, float, float], cell: Cell | None) -> Letter:
    """The letter within its ink, or within its cell where the type is of one width."""
    left, bottom, right, top = ink
    if cell is None:
        return Letter(character, *ink)
    return Letter(character, cell.left, min(bottom, cell.bottom), cell.right, max(top, cell.top))


def _character(text: "PdfTextPage", index: int) -> str:
    from pypdfium2.raw import FPDFText_GetUnicode

    code = FPDFText_GetUnicode(text, index)
    # PDFium writes the hyphen at a line's end as U+0002.
    return "-" if code == 2 else chr(code) if 0 < code <= 0x10FFFF else "\ufffd"


def _means_nothing(character: str) -> bool:
    return character == "\ufffd" or unicodedata.category(character) in ("Cc", "Co", "Cn", "Cs")


def _rectangle(text: "PdfTextPage", index: int) -> tuple[float, float, float, float]:
    from pypdfium2.raw import FPDFText_GetCharBox

    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    FPDFText_GetCharBox(text, index, left, right, bottom, top)
    return left.value, bottom.value, right.value, top.value


def _spelled(letters: list[Letter | None]) -> Iterator[list[Letter]]:
    word: list[Letter] = []
    for letter in letters:
        if word and (letter is None or _apart(word[-1], letter)):
            yield word
            word = []
        if letter is not None:
            word.append(letter)
    if word:
        yield word


def _apart(one: Letter, other: Letter) -> bool:
    """True where two letters that follow each other in the file stand too far apart for one word, in any direction."""
    size = max(one.top - one.bottom, other.top - other.bottom, one.right - one.left, other.right - other.left)
    across = max(other.left - one.right, one.left - other.right)
    along = max(other.bottom - one.top, one.bottom - other.top)
    return max(across, along) > WORD_GAP * size


def _placed(word: list[Letter], page: "PdfPage", width: int, height: int) -> Word:
    left, right = min(letter.left for letter in word), max(letter.right for letter in word)
    bottom, top = min(letter.bottom for letter in word), max(letter.top for letter in word)
    x0, y0, x1, y1 = *_on_picture(page, left, top, width, height), *_on_picture(page, right, bottom, width, height)
    box = Box(
        x0=min(max(min(x0, x1), 0), width), y0=min(max(min(y0, y1), 0), height),
        x1=min(max(max(x0, x1), 0), width), y1=min(max(max(y0, y1), 0), height),
    )  # fmt: skip
    text = unicodedata.normalize("NFC", "".join(letter.text for letter in word))
    return Word(text=text, box=box, source_box=box, confidence=1.0, reader=READER)


def _on_picture(page: "PdfPage", x: float, y: float, width: int, height: int) -> tuple[int, int]:
    from ctypes import c_int

    from pypdfium2.raw import FPDF_PageToDevice

    column, row = c_int(), c_int()
    FPDF_PageToDevice(page, 0, 0, width, height, 0, x, y, column, row)
    return column.value, row.value


def _text_is_hidden(page: "PdfPage") -> bool:
    from pypdfium2.raw import FPDF_PAGEOBJ_TEXT, FPDF_TEXTRENDERMODE_INVISIBLE, FPDFTextObj_GetTextRenderMode

    modes = [FPDFTextObj_GetTextRenderMode(text) for text in page.get_objects(filter=[FPDF_PAGEOBJ_TEXT])]
    return modes.count(FPDF_TEXTRENDERMODE_INVISIBLE) * 2 > len(modes)


def _picture_share(page: "PdfPage") -> float:
    """The share of the page that its largest picture covers."""
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

    width, height = page.get_size()
    areas = [0.0]
    for image in page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE]):
        left, bottom, right, top = image.get_bounds()
        areas.append((right - left) * (top - bottom))
    return float(max(areas) / max(width * height, 1))
