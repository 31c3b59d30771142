"""Runs a command of the real command line in this process."""

import sys
from dataclasses import dataclass

import pytest

from plainbill.cli import main


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How a command ended."""

    status: int
    out: str
    err: str


class CommandLine:
    """Runs `plainbill` with arguments; its output is what a shell would see."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch = monkeypatch
        self._capfd = capfd

    def __call__(self, *arguments: object) -> Ended:
        """Return how the command ended."""
        self._monkeypatch.setattr(sys, "argv", ["plainbill", *map(str, arguments)])
        self._monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
        self._capfd.readouterr()
        try:
            main()
            status = 0
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else int(end.code is not None)
        out, err = self._capfd.readouterr()
        return Ended(status=status, out=out, err=err)
