"""Tesseract's library in this process: the program takes longer to start than to read a few lines.

At each start it works through its built-in table of letters that look alike, which no setting leaves out.
"""

import ctypes
import os
from ctypes.util import find_library
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

from plainbill_tesseract.program import LANGUAGE
from plainbill_tesseract.reader import TIMEOUT_S, Table, threads_limited

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

# Without one Tesseract makes a guess at it; it is what the program finds in the files that it is given.
DOTS_PER_INCH = 96
COLUMNS = (
    "level", "page_num", "block_num", "par_num", "line_num", "word_num",
    "left", "top", "width", "height", "conf", "text",
)  # fmt: skip
# Leptonica tells nothing from this level on.
SILENT = 6

_Pointer, _Text, _Number = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int
# What each function returns and takes.
_FUNCTIONS: dict[str, tuple[object, tuple[object, ...]]] = {
    "TessBaseAPICreate": (_Pointer, ()),
    "TessBaseAPIInit3": (_Number, (_Pointer, _Text, _Text)),
    "TessBaseAPISetVariable": (_Number, (_Pointer, _Text, _Text)),
    "TessBaseAPISetPageSegMode": (None, (_Pointer, _Number)),
    "TessBaseAPISetImage": (None, (_Pointer, _Text, _Number, _Number, _Number, _Number)),
    "TessBaseAPISetSourceResolution": (None, (_Pointer, _Number)),
    "TessBaseAPIRecognize": (_Number, (_Pointer, _Pointer)),
    "TessBaseAPIGetTsvText": (_Pointer, (_Pointer, _Number)),
    "TessBaseAPIClear": (None, (_Pointer,)),
    "TessDeleteText": (None, (_Pointer,)),
    "TessMonitorCreate": (_Pointer, ()),
    "TessMonitorSetDeadlineMSecs": (None, (_Pointer, _Number)),
    "TessMonitorDelete": (None, (_Pointer,)),
}


class Library:
    """Tesseract with its letters loaded; it reads one picture at a time, whoever asks."""

    def __init__(self, functions: ctypes.CDLL, handle: int) -> None:
        self._functions = functions
        self._handle = handle
        self._one_at_a_time = Lock()

    def table_of(self, gray: "NDArray[numpy.uint8]", mode: int) -> Table:
        """Tesseract's table of what it saw in a gray picture, column by column.

        Raises:
            RuntimeError: Tesseract failed or took longer than two minutes.
        """
        height, width = gray.shape
        with self._one_at_a_time:
            ask, handle = self._functions, self._handle
            ask.TessBaseAPISetPageSegMode(handle, mode)
            ask.TessBaseAPISetImage(handle, gray.tobytes(), width, height, 1, width)
            ask.TessBaseAPISetSourceResolution(handle, DOTS_PER_INCH)
            try:
                self._recognize()
                return _table(self._tsv())
            finally:
                ask.TessBaseAPIClear(handle)

    def _recognize(self) -> None:
        monitor = self._functions.TessMonitorCreate()
        try:
            self._functions.TessMonitorSetDeadlineMSecs(monitor, round(TIMEOUT_S * 1000))
            if self._functions.TessBaseAPIRecognize(self._handle, monitor) != 0:
                raise RuntimeError("Tesseract failed or took too long")
        finally:
            self._functions.TessMonitorDelete(monitor)

    def _tsv(self) -> str:
        text = self._functions.TessBaseAPIGetTsvText(self._handle, 0)
        if not text:
            raise RuntimeError("Tesseract tells nothing of what it read")
        try:
            return ctypes.string_at(text).decode()
        finally:
            self._functions.TessDeleteText(text)


@cache
def loaded() -> Library | None:
    """Tesseract's library with its English letters; None where there is none that works as the program does."""
    name = find_library("tesseract")
    if name is None:
        return None
    try:
        # Its threads read the limit when they are loaded.
        with threads_limited():
            library = ctypes.CDLL(name)
        _declare(library)
    except (OSError, AttributeError):
        return None
    limit = getattr(library, "omp_get_thread_limit", None)
    if limit is not None and limit() != 1:
        # Something else loaded them before.
        return None
    return _started(library)


def _declare(library: ctypes.CDLL) -> None:
    for name, (result, arguments) in _FUNCTIONS.items():
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments


def _started(library: ctypes.CDLL) -> Library | None:
    # What goes wrong is told by what the functions return; the terminal is not Tesseract's.
    silence = getattr(library, "setMsgSeverity", None)
    if silence is not None:
        silence(SILENT)
    handle = library.TessBaseAPICreate()
    library.TessBaseAPISetVariable(handle, b"debug_file", os.devnull.encode())
    if library.TessBaseAPIInit3(handle, None, LANGUAGE.encode()) != 0:
        return None
    return Library(library, handle)


def _table(tsv: str) -> Table:
    rows = [row.split("\t") for row in tsv.split("\n")]
    whole = [row for row in rows if len(row) == len(COLUMNS)]
    return {name: [row[at] for row in whole] for at, name in enumerate(COLUMNS)}
