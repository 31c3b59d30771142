"""The set-up says in a plain sentence what it cannot do."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def bare_path(tmp_path: Path) -> str:
    """A PATH on which there is a shell and nothing that could install anything."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for program in ("bash", "env", "id", "make"):
        found = shutil.which(program)
        assert found
        (folder / program).symlink_to(found)
    return str(folder)


def run(command: Sequence[str], path: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, env={"PATH": path}, cwd=folder, capture_output=True, text=True, check=False)


def test_a_package_that_may_not_be_installed_is_named(bare_path: str, tmp_path: Path) -> None:
    done = run([str(ROOT / ".ci" / "debian"), "tesseract-ocr=tesseract", "bash=bash"], bare_path, tmp_path)

    assert (done.returncode, done.stdout) == (1, "tesseract-ocr\n")


def test_a_program_that_came_another_way_is_enough(bare_path: str, tmp_path: Path) -> None:
    done = run([str(ROOT / ".ci" / "debian"), "some-other-shell=bash", f"some-fonts={tmp_path}"], bare_path, tmp_path)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("python", "told"),
    [
        ("#!/bin/sh\nexit 1\n", "plainbill needs Python 3.11 or newer"),
        ("#!/bin/sh\ncase $2 in *version_info*) exit 0;; *) exit 1;; esac\n", "apt-get install python3-venv"),
    ],
    ids=["an old python", "no venv"],
)
def test_a_python_that_will_not_do_is_told(python: str, told: str, bare_path: str, tmp_path: Path) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / "requirements.lock").touch()
    (tmp_path / "pyproject.toml").touch()
    stand_in = tmp_path / "python3"
    stand_in.write_text(python, encoding="utf-8")
    stand_in.chmod(0o755)

    done = run(["make", "run", f"PYTHON={stand_in}"], bare_path, tmp_path)

    assert done.returncode == 2
    assert told in done.stdout
    assert not (tmp_path / ".venv").exists()
