"""No socket but loopback is opened; the screen's share of this is in test_screen.py, which has the server running."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.serving import FIXTURES, STRACE, can_trace, surroundings
from tests.browser.sockets import outside, spoken_to

NOT_ALLOWED = "strace may not watch processes here (ptrace is refused): allow it and run again"


def watch(folder: Path, *command: str) -> Path:
    """Run a command under strace; return what it saw."""
    assert can_trace(folder), NOT_ALLOWED
    log = folder / "strace.log"
    done = subprocess.run(
        [*STRACE, str(log), *command], cwd=folder, env=surroundings(folder), capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    return log


def test_explaining_a_photo_at_the_shell_speaks_to_this_machine_only(tmp_path: Path) -> None:
    plainbill = Path(sys.executable).with_name("plainbill")

    log = watch(tmp_path, str(plainbill), "explain", str(FIXTURES / "sample" / "bill.jpg"), "--json")

    assert outside(spoken_to(log)) == []


@pytest.mark.parametrize(
    ("attempt", "host"),
    [
        ("s.connect(('192.0.2.1', 9))", "192.0.2.1"),
        ("s.sendto(b'x', ('192.0.2.1', 53))", "192.0.2.1"),
        ("s.bind(('0.0.0.0', 0))", "0.0.0.0"),
    ],
)
def test_a_program_that_leaves_this_machine_is_caught(tmp_path: Path, attempt: str, host: str) -> None:
    program = f"""if True:
        import contextlib, socket
        s = socket.socket(type=socket.SOCK_DGRAM)
        with contextlib.suppress(OSError):
            {attempt}
    """

    log = watch(tmp_path, sys.executable, "-c", program)

    assert [spoken.host for spoken in outside(spoken_to(log))] == [host]
