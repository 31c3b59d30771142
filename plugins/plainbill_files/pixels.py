"""Pictures of any mode as read-only 8-bit RGB."""

import struct

import numpy
from numpy.typing import NDArray
from PIL import Image

from plainbill.plugins.records import Picture

# The eight orientations of EXIF tag 274 and what brings each upright.
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
ORIENTATION = 274
# Modes whose values do not fit 8 bits; Pillow's own conversion cuts them off instead of scaling.
DEEP_MODES = ("I", "F", "I;16", "I;16L", "I;16B", "I;16N")
# Rows that are copied at once: so many stay in the processor's cache.
STRIP = 64


def upright(image: Image.Image) -> Image.Image:
    """The decoded picture as a viewer shows it; raises what Pillow raises on damaged files."""
    # Decoding comes first: Pillow turns a TIFF while decoding, and says so by dropping the tag.
    image.load()
    turn = TURNS.get(_orientation(image))
    return image.transpose(turn) if turn is not None else image


def _orientation(image: Image.Image) -> int:
    try:
        value = image.getexif().get(ORIENTATION, 1)
    except (OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, struct.error):
        # A viewer shows a picture with broken EXIF as it lies.
        return 1
    return value if isinstance(value, int) else 1


def picture_of(image: Image.Image) -> Picture:
    """The picture on white paper, 8 bits a color, read-only."""
    if image.mode in DEEP_MODES:
        image = _in_8_bits(image)
    if image.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in image.info:
        image = _on_white(image)
    pixels = _pixels_of(image if image.mode == "RGB" else image.convert("RGB"))
    pixels.setflags(write=False)
    return Picture(pixels=pixels)


def _pixels_of(image: Image.Image) -> NDArray[numpy.uint8]:
    """The pixels of a picture in RGB, taken over in strips: Pillow would copy the whole picture three times."""
    pixels = numpy.empty((image.height, image.width, 3), dtype=numpy.uint8)
    for top in range(0, image.height, STRIP):
        bottom = min(top + STRIP, image.height)
        pixels[top:bottom] = numpy.asarray(image.crop((0, top, image.width, bottom)))
    return pixels


def _in_8_bits(image: Image.Image) -> Image.Image:
    values = numpy.asarray(image).astype(numpy.float32)
    numpy.nan_to_num(values, copy=False)
    most = float(values.max(initial=0))
    # 16-bit scans use the whole range; floating point ones mostly run from 0 to 1.
    top = 1.0 if most <= 1 else 255.0 if most <= 255 else 65535.0 if most <= 65535 else most
    return Image.fromarray((values.clip(0, top) * (255 / top)).astype(numpy.uint8))


def _on_white(image: Image.Image) -> Image.Image:
    layer = image.convert("RGBA")
    paper = Image.new("RGBA", layer.size, "white")
    return Image.alpha_composite(paper, layer).convert("RGB")
