"""The command line for the tests of this folder."""

import pytest

from tests.cli.running import CommandLine


@pytest.fixture
def plainbill(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> CommandLine:
    return CommandLine(monkeypatch, capfd)
