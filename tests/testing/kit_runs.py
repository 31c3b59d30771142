"""Runs the contract as an author does: pytest in a process of its own, on plugins that are only folders on the path."""

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

from tests.plugins.installing import install

ROOT = Path(__file__).parents[2]
ENTRY_POINTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["entry-points"]


def install_plainbill(folder: Path) -> None:
    """Put plainbill's entry points as pyproject.toml has them before those of an older install."""
    install(folder, "plainbill", ENTRY_POINTS["plainbill"], version="0.1.0", license_name="Apache-2.0")
    with (folder / "plainbill-0.1.0.dist-info" / "entry_points.txt").open("a", encoding="utf-8") as file:
        for group in ENTRY_POINTS.keys() - {"plainbill"}:
            points = "".join(f"{name} = {module}\n" for name, module in ENTRY_POINTS[group].items())
            file.write(f"[{group}]\n{points}")


def paths(folder: Path) -> dict[str, str]:
    """The environment of a process that sees what is installed in `folder`."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, [folder, ROOT, *sys.path]))}


def run_pytest(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run pytest from `folder`."""
    command = [sys.executable, "-m", "pytest", "-p", "no:randomly", "-p", "no:cacheprovider", "-q", "-rfE", *arguments]
    return subprocess.run(command, cwd=folder, env=paths(folder), capture_output=True, text=True, check=False)


def run_contract(folder: Path, plugin: str, group: str = "", *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the contract, or one group of it, on an installed plugin."""
    where = "plainbill.testing.contract" + (f".test_{group}" if group else "")
    return run_pytest(folder, "--pyargs", where, "--plainbill-plugin", plugin, *arguments)


def failed(run: subprocess.CompletedProcess[str]) -> set[str]:
    """The tests that failed, by name."""
    return set(re.findall(r"^FAILED \S*::(\w+)", run.stdout, re.MULTILINE))


def group_of(group: str) -> set[str]:
    """The tests of one group of the contract."""
    text = (ROOT / "core/plainbill/testing/contract" / f"test_{group}.py").read_text(encoding="utf-8")
    return set(re.findall(r"^def (test_\w+)", text, re.MULTILINE))


def install_faulty(folder: Path, plugins: Mapping[str, str]) -> None:
    """Install plainbill, and faulty plugins by name and module, each in a distribution of its own."""
    install_plainbill(folder)
    for name, module in plugins.items():
        install(folder, f"of-{name}", {name: f"tests.testing.faulty.{module}"})
