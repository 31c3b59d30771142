"""The guards of tests/conftest.py catch what they are there for."""

import socket
from pathlib import Path

import pytest

import tests.conftest as guards
from tests.socket_guard import SocketRefused


@pytest.fixture
def expected_refusals() -> list[str]:
    """The refusals of this test so far; emptied by the test, because here they are what it wants."""
    return guards.refusals


def test_a_connection_to_another_machine_is_refused(expected_refusals: list[str]) -> None:
    with (
        socket.socket(socket.AF_INET, socket.SOCK_STREAM) as outside,
        pytest.raises(SocketRefused, match=r"192\.0\.2\.1"),
    ):
        outside.connect(("192.0.2.1", 80))

    assert len(expected_refusals) == 1
    expected_refusals.clear()


def test_a_name_look_up_is_refused(expected_refusals: list[str]) -> None:
    with pytest.raises(SocketRefused, match="example.com"):
        socket.getaddrinfo("example.com", 443)

    assert len(expected_refusals) == 1
    expected_refusals.clear()


def test_a_datagram_to_another_machine_is_refused(expected_refusals: list[str]) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as outside, pytest.raises(SocketRefused):
        outside.sendto(b"anybody there?", ("192.0.2.1", 53))

    assert len(expected_refusals) == 1
    expected_refusals.clear()


def test_listening_on_every_interface_is_refused(expected_refusals: list[str]) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listener, pytest.raises(SocketRefused):
        listener.bind(("0.0.0.0", 0))

    assert len(expected_refusals) == 1
    expected_refusals.clear()


def test_loopback_is_open() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        with socket.create_connection(server.getsockname(), timeout=5) as client:
            accepted, _ = server.accept()
            client.sendall(b"hello")

        with accepted:
            assert accepted.recv(5) == b"hello"


def test_a_changed_environment_is_told_by_name_only(monkeypatch: pytest.MonkeyPatch) -> None:
    before = guards.surroundings()
    monkeypatch.setenv("PLAINBILL_SECRET", "hunter2")

    told = guards.describe_change(before, guards.surroundings())

    assert told == "PLAINBILL_SECRET"


def test_a_changed_working_directory_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = guards.surroundings()
    monkeypatch.chdir(tmp_path)

    told = guards.describe_change(before, guards.surroundings())

    assert told.endswith(f"became {tmp_path}")
