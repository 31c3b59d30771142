"""A plugin with two readers that see one bill: the second one reads every piece again and says what it is told to."""

from collections.abc import Sequence

from plainbill.plugins import hookimpl
from plainbill.plugins.records import Picture, Reader, SeenWord
from plainbill.reading.page import Box
from tests.reading.papers import page_of

HOOK_API = 1

BILL = """
Fernvale Clinic
Patient: Marisol Quintero
Date        Code    Description     Units    Charge
01/05/2025  99213   Office visit    1        210.00
01/05/2025  A4565   Sling           2        56.00
Total charges                                266.00
"""
ASKED: list[Sequence[Sequence[Box]]] = []


def _read(picture: Picture) -> Sequence[SeenWord]:
    return [SeenWord(text=word.text, box=word.box, confidence=0.9) for word in page_of(BILL).words]


def _look(picture: Picture, runs: Sequence[Sequence[Box]]) -> Sequence[str]:
    ASKED.append(runs)
    printed = {word.box: word.text for word in page_of(BILL).words}
    return [" ".join(printed[box] for box in run).replace("Quintero", "Ouintero") for run in runs]


def _breaks(picture: Picture, runs: Sequence[Sequence[Box]]) -> Sequence[str]:
    raise OSError("SECRET")


@hookimpl
def register_readers() -> Sequence[Reader]:
    """Offer the first reader, one that looks again, one that fails at it and one that is not available."""
    return [
        Reader(name="first", unavailable=lambda: None, read=_read),
        Reader(name="again", unavailable=lambda: None, read=_read, reread=_look),
        Reader(name="clumsy", unavailable=lambda: None, read=_read, reread=_breaks),
        Reader(name="away", unavailable=lambda: "its program is missing", read=_read, reread=_look),
    ]
