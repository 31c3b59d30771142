"""From start to explanation the command line talks to nothing but this machine, whatever library is at work."""

import sys
from pathlib import Path

from tests.socket_trace import trace

PHOTO = Path(__file__).parents[2] / "fixtures" / "photos" / "physician-statement.jpg"
PLAINBILL = str(Path(sys.executable).with_name("plainbill"))

# A datagram socket that is connected sends nothing.
REACH_OUT = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(('192.0.2.1', 53))"


def test_an_explanation_opens_no_socket_to_the_outside(tmp_path: Path) -> None:
    traced = trace([PLAINBILL, "explain", str(PHOTO), "--json"], folder=tmp_path)

    assert traced.status == 0
    assert '"findings"' in traced.output
    assert traced.outside == ()


def test_the_second_reader_opens_no_socket_to_the_outside(tmp_path: Path) -> None:
    traced = trace([PLAINBILL, "read", str(PHOTO), "--reader", "tesseract", "--json"], folder=tmp_path)

    assert traced.status == 0
    assert traced.outside == ()


def test_a_socket_to_the_outside_would_be_seen_even_from_a_child(tmp_path: Path) -> None:
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {REACH_OUT!r}], check=True)"

    traced = trace([sys.executable, "-c", child], folder=tmp_path)

    assert traced.status == 0
    assert traced.outside == ("192.0.2.1",)
