"""The way from a process at work to the one that started it; nothing that a plugin prints gets in between."""

import json
import os
import sys
import traceback
from io import TextIOWrapper
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO


class Channel:
    """Says words, each with JSON behind it where there is something to add."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    @classmethod
    def take_standard_output(cls) -> Self:
        """Return the channel; what plugins print goes to standard error from here on."""
        stream = os.fdopen(os.dup(1), "w", encoding="utf-8")
        os.dup2(2, 1)
        if isinstance(sys.stdout, TextIOWrapper):
            # The process may be killed at any time; what a plugin printed until then is told.
            sys.stdout.reconfigure(line_buffering=True)
        return cls(stream)

    def tell(self, word: str, value: object = None) -> None:
        """Say a word at once."""
        self._stream.write(f"{word}\n" if value is None else f"{word} {json.dumps(value)}\n")
        self._stream.flush()


def say_where_not_what(kind: type[BaseException], _error: BaseException, trace: TracebackType | None) -> None:
    """Say on standard error where an exception came from; never its message, which may quote the bill."""
    places = traceback.extract_tb(trace)[-3:]
    where = " < ".join(f"{Path(place.filename).name}:{place.lineno}" for place in reversed(places))
    sys.stderr.write(f"plainbill: reading stopped: {kind.__name__} at {where}\n")
