"""Breadcrumbs: who is at work can be read by another process, also when the first one is gone."""

import subprocess
import sys
from pathlib import Path

import pytest

from plainbill.plugins.containment.breadcrumb import KeptTrail
from plainbill.plugins.containment.memory import resident_bytes

LEAVE_AND_DIE = """
import os, sys
from pathlib import Path
from plainbill.plugins.containment.breadcrumb import KeptTrail
KeptTrail(Path(sys.argv[1])).enter("acme", "check of fees")
os._exit(3)
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "trail"
    path.touch()
    return path


def test_a_breadcrumb_outlives_its_process(file: Path) -> None:
    trail = KeptTrail(file)
    subprocess.run([sys.executable, "-c", LEAVE_AND_DIE, str(file)], check=False)
    assert trail.last() == (1, "acme", "check of fees")
    trail.close()


def test_who_was_at_work_before_is_at_work_again_afterwards(file: Path) -> None:
    trail = KeptTrail(file)
    with trail.at("acme", "lay_out_page"):
        with trail.at("zenith", "parse_document"):
            assert trail.last()[1:] == ("zenith", "parse_document")
        assert trail.last()[1:] == ("acme", "lay_out_page")
    assert trail.last() == (4, "", "")
    trail.close()


def test_what_a_process_holds_grows_with_what_it_keeps() -> None:
    code = "import sys; kept = b'x' * int(sys.argv[1]); print(flush=True); sys.stdin.read()"
    held = []
    for size in (0, 100_000_000):
        child = subprocess.Popen([sys.executable, "-c", code, str(size)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert child.stdout is not None
        child.stdout.readline()
        held.append(resident_bytes(child.pid) or 0)
        child.communicate()
    assert held[1] - held[0] > 90_000_000
    assert resident_bytes(2**22 + 1) is None
