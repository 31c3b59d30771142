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
    corners = [_point(to_source, x, y) for x in (box.x0, box.x1) for y in (box.y0, box.y1)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return Box(
        x0=min(max(min(xs), 0.0), width),
        y0=min(max(min(ys), 0.0), height),
        x1=min(max(max(xs), 0.0), width),
        y1=min(max(max(ys), 0.0), height),
    )


def _point(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    scale = matrix[6] * x + matrix[7] * y + matrix[8] or 1.0
    return (
        (matrix[0] * x + matrix[1] * y + matrix[2]) / scale,
        (matrix[3] * x + matrix[4] * y + matrix[5]) / scale,
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
