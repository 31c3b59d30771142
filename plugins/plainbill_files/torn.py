"""What can still be seen of a JPEG that breaks off."""

import io

import numpy
from PIL import Image

# With less than this share of its rows a picture shows the letterhead at most.
LEAST_ROWS = 0.2
END_OF_IMAGE = b"\xff\xd9"


def readable_part(content: bytes) -> Image.Image | None:
    """The picture with its missing rows in plain gray; None where too little of it is there to be read."""
    try:
        # Told that the picture ends here, the decoder fills what is missing instead of giving up.
        image = Image.open(io.BytesIO(content + END_OF_IMAGE), formats=["JPEG"])
        # A progressive JPEG that breaks off shows the whole page, but coarsely: digits would be guessed.
        if image.info.get("progressive"):
            return None
        image.load()
    except (OSError, SyntaxError, ValueError):
        return None
    return image if _rows_seen(image) >= LEAST_ROWS else None


def _rows_seen(image: Image.Image) -> float:
    """Share of the rows down to the last one that is not of one color; what was not decoded is."""
    rows = numpy.asarray(image.convert("L"))
    seen = numpy.flatnonzero(rows.max(axis=1) > rows.min(axis=1))
    return float(seen[-1] + 1) / rows.shape[0] if seen.size else 0.0
