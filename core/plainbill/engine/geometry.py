"""Places in a cleaned picture taken back to the picture that somebody sees."""

from plainbill.plugins.records import SeenWord
from plainbill.reading.page import Box, Word

Matrix = tuple[float, float, float, float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)


def followed_by(first: Matrix, then: Matrix) -> Matrix:
    """Return the matrix that applies `first` and then `then`."""
    a, b = _rows(then), _rows(first)
    product = [sum(a[i][k] * b[k][j] for k in range(3)) for i in range(3) for j in range(3)]
    return tuple(product)  # type: ignore[return-value]  # nine entries, as the two loops show


def _rows(matrix: Matrix) -> tuple[tuple[float, ...], ...]:
    return matrix[0:3], matrix[3:6], matrix[6:9]


def box_in_source(box: Box, to_source: Matrix, *, width: float, height: float) -> Box:
    """Return the upright box around `box` after `to_source`, kept inside a picture of `width` x `height` pixels."""
    # Asked of every word of a page.
    (a, b, c), (d, e, f), (g, h, i) = _rows(to_source)
    corners = [(x, y, g * x + h * y + i or 1.0) for x in (box.x0, box.x1) for y in (box.y0, box.y1)]
    xs = [(a * x + b * y + c) / scale for x, y, scale in corners]
    ys = [(d * x + e * y + f) / scale for x, y, scale in corners]
    return Box(
        x0=min(max(min(xs), 0.0), width),
        y0=min(max(min(ys), 0.0), height),
        x1=min(max(max(xs), 0.0), width),
        y1=min(max(max(ys), 0.0), height),
    )


def place_word(seen: SeenWord, reader: str, to_source: Matrix, *, width: float, height: float) -> Word:
    """Return a word as seen in a cleaned picture with its place in the source picture of `width` x `height` pixels."""
    return Word(
        text=seen.text,
        box=seen.box,
        source_box=box_in_source(seen.box, to_source, width=width, height=height),
        confidence=seen.confidence,
        reader=reader,
    )
