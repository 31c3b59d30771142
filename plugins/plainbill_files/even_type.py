"""Type whose letters all take the same room, such as a typewriter's: a letter's rectangle there is its whole cell.

A thin or small letter of such type leaves a wide blank around it, and a blank between two words is as wide as the
letters are high. Measured by the ink, every word would look like a cell of a table by itself.
"""

from ctypes import byref, c_double, c_int, create_string_buffer
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage  # type: ignore[import-untyped]  # it ships no types

# In fonts of uneven width these are far narrower than the rest.
_NARROW = frozenset("iIl.,:;/'- ")
_FEWEST_SEEN, _FEWEST_WIDE = 6, 3
_ALIKE = 0.03
# Share of the characters that take just this room, and by how much the ink of the others runs over it.
_MOSTLY, _RUN_OVER = 0.6, 0.25
# Print is turned from this angle on, in radians.
_UPRIGHT = 0.02
# Of a letter's width, how high its cell is taken to be and by how much it runs over at each side, so that a blank is as
# narrow beside the letters as in other type, two blanks stay a gap, and rows set close stay apart.
_TALLNESS, _OVER = 1.4, 0.08


class Cell(NamedTuple):
    """The room of a letter in points, origin bottom left; it begins at the line that the letters stand on."""

    left: float
    bottom: float
    right: float
    top: float


class EvenType:
    """Which characters of a page stand in type of one width, and how much room each takes there."""

    def __init__(self, text: "PdfTextPage") -> None:
        self._text = text
        widths: dict[str, dict[str, float]] = {}
        for index in range(text.count_chars()):
            left, right, size = self._extent(index)
            if right > left and size > 0:
                widths.setdefault(self._font(index), {})[_character(text, index)] = (right - left) / size
        self._even = {font: min(seen.values()) for font, seen in widths.items() if font and _is_even(seen)}

    def cell(self, index: int) -> Cell | None:
        """The character's room; None in type of uneven width."""
        share = self._even.get(self._font(index)) if self._even else None
        left, right, size = self._extent(index)
        if share is None or right <= left:
            return None
        width, (origin, foot) = share * size, self._origin(index)
        return Cell(origin - _OVER * width, foot, origin + (1 + _OVER) * width, foot + _TALLNESS * width)

    def _font(self, index: int) -> str:
        from pypdfium2.raw import FPDFText_GetFontInfo

        name = create_string_buffer(128)
        FPDFText_GetFontInfo(self._text, index, name, len(name), byref(c_int()))
        return name.value.decode("utf-8", "replace")

    def _extent(self, index: int) -> tuple[float, float, float]:
        """Where the room of a character begins and ends, and the size of its font; nothing in turned print.

        Where the ink of a letter runs over its room, as in some typewriter's fonts, that counts too.
        """
        from pypdfium2.raw import FS_RECTF, FPDFText_GetCharAngle, FPDFText_GetFontSize, FPDFText_GetLooseCharBox

        if abs(FPDFText_GetCharAngle(self._text, index)) > _UPRIGHT:
            return 0.0, 0.0, 0.0
        box = FS_RECTF()
        FPDFText_GetLooseCharBox(self._text, index, byref(box))
        return box.left, box.right, FPDFText_GetFontSize(self._text, index)

    def _origin(self, index: int) -> tuple[float, float]:
        """Where the room of a character begins on the line that it stands on."""
        from pypdfium2.raw import FPDFText_GetCharOrigin

        x, y = c_double(), c_double()
        FPDFText_GetCharOrigin(self._text, index, byref(x), byref(y))
        return x.value, y.value


def _character(text: "PdfTextPage", index: int) -> str:
    from pypdfium2.raw import FPDFText_GetUnicode

    return chr(FPDFText_GetUnicode(text, index))


def _is_even(widths: dict[str, float]) -> bool:
    """True where enough characters were seen to tell, narrow ones among them, and all take the same room.

    The ink of some may run over it a little; what most take is the room.
    """
    letters = [character for character in widths if character.isalpha() and character not in _NARROW]
    if len(widths) < _FEWEST_SEEN or len(letters) < _FEWEST_WIDE or not _NARROW & set(widths):
        return False
    least = min(widths.values())
    alike = sum(width <= (1 + _ALIKE) * least for width in widths.values())
    return alike >= _MOSTLY * len(widths) and max(widths.values()) <= (1 + _RUN_OVER) * least
