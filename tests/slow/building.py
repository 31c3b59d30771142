"""Wheels, and environments that hold them and, of the project, nothing else."""

import subprocess
import sys
import sysconfig
import zipfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A wheel and the environment that holds it and, of the project, nothing else."""

    wheel: Path
    python: Path

    def members(self) -> dict[str, bytes]:
        """Every file of the wheel but its own list of them."""
        with zipfile.ZipFile(self.wheel) as archive:
            return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/RECORD")}

    def run(self, *arguments: str, cwd: Path) -> str:
        """Standard output of a Python that sees neither the working directory nor the user's own packages."""
        done = subprocess.run([self.python, "-I", *arguments], cwd=cwd, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout


def build(kind: str, source: Path, into: Path) -> Path:
    """The one file that hatchling builds from this source."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", kind, "--directory", str(into)]
    subprocess.run(command, cwd=source, capture_output=True, check=True)
    (built,) = into.glob("*.whl" if kind == "wheel" else "*.tar.gz")
    return built


def install(wheel: Path, folder: Path) -> Built:
    """The wheel in an environment of its own, which borrows the dependencies that are installed here."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    python = folder / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*pip, str(wheel)], check=True)
    (site,) = folder.glob("lib/python3*/site-packages")
    # A line in a .pth file adds a folder without following the .pth files in it, so the editable install stays out.
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return Built(wheel=wheel, python=python)
