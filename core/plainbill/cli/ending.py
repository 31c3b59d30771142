"""How a command ends when it cannot go on: one line a fault, never a traceback."""

import os
import sys
import traceback
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

from plainbill.case import Fault


class Refused(Exception):
    """Nothing could be read or judged; `lines` say of each fault which file, where, and what to do."""

    def __init__(self, lines: Iterable[str]) -> None:
        super().__init__("refused")
        self.lines = tuple(lines)


def fault_line(file: str, fault: Fault) -> str:
    """Return one fault as the contract writes it on standard error."""
    return f"{file}: {fault.path}: {fault.message}".replace("\n", " ")


def say(line: str) -> None:
    """Print one line on standard error."""
    print(line, file=sys.stderr)  # noqa: T201  # standard error is where the contract puts faults


def last_words(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Say in one line that plainbill itself failed, without the words of the exception, which may quote the bill."""
    if issubclass(kind, BrokenPipeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return
    if issubclass(kind, KeyboardInterrupt):
        say("plainbill: stopped")
        return
    frames = traceback.extract_tb(trace)
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "start"
    say(f"plainbill: a fault of its own ({kind.__name__} at {where}); please report these words, without the bill")
