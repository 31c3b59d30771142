import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest


def start(folder: Path, settings: str) -> "subprocess.CompletedProcess[str]":
    """What comes of starting the screen with these settings, where it does not keep running."""
    (folder / "plainbill.toml").write_text(settings, encoding="utf-8")
    surroundings = {**os.environ, "XDG_CONFIG_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    command = [sys.executable, "-m", "plainbill_ui"]
    return subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, text=True, check=False)


def test_a_taken_port_is_said_in_a_sentence(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        ended = start(tmp_path, f"[screen]\nport = {port}\n")

    assert ended.returncode == 1
    assert f"plainbill cannot listen at 127.0.0.1:{port}" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert not (tmp_path / "plainbill").exists()


@pytest.mark.parametrize("settings", ["[screen]\nport = 0\n", "[screen]\nprot = 8501\n", "not TOML"])
def test_faulty_settings_are_named_with_their_file(tmp_path: Path, settings: str) -> None:
    ended = start(tmp_path, settings)

    assert ended.returncode == 1
    assert ended.stderr.startswith(f"{tmp_path / 'plainbill.toml'}: ")
    assert "Traceback" not in ended.stderr
