"""Plugins of others: a new one from its first command to its tests, and one with a payer, a reader and a rule.

Both are built as wheels and installed beside plainbill's own, in an environment that knows nothing of this checkout.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.slow.building import Built, build, install

ROOT = Path(__file__).parents[2]
HARBOR = Path(__file__).parent / "harbor"
PIP = ("-m", "pip", "--python")

pytestmark = pytest.mark.timeout(600)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """An environment with plainbill's wheel."""
    wheel = build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))
    return install(wheel, tmp_path_factory.mktemp("environment") / "venv")


@pytest.fixture(scope="module")
def acme(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a new plugin, whose wheel is installed."""
    into = tmp_path_factory.mktemp("authors")
    told = run(built, "plainbill", "plugins", "new", "acme", "--payer", "Acme Health", "--into", str(into), cwd=into)
    assert "is written" in told
    return installed(built, into / "plainbill-acme", tmp_path_factory)


@pytest.fixture(scope="module")
def harbor(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a second distribution, whose wheel is installed."""
    folder = tmp_path_factory.mktemp("authors") / "harbor"
    shutil.copytree(HARBOR, folder)
    return installed(built, folder, tmp_path_factory)


def installed(built: Built, folder: Path, temporary: pytest.TempPathFactory) -> Path:
    """Install the wheel of what lies in `folder`."""
    wheel = build("wheel", folder, temporary.mktemp("wheel"))
    pip = [sys.executable, *PIP, str(built.python), "install", "--quiet", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(pip, check=True)
    return folder


def run(built: Built, command: str, *arguments: str, cwd: Path) -> str:
    """Standard output of a program of the environment."""
    # pytest and mypy are borrowed, so they are run as modules.
    start = [str(built.python.parent / command)] if command == "plainbill" else [str(built.python), "-m", command]
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run([*start, *arguments], cwd=cwd, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_new_plugin_passes_its_own_tests_and_the_contract(built: Built, acme: Path) -> None:
    told = run(built, "pytest", "-p", "no:randomly", "-q", cwd=acme)
    assert "failed" not in told
    passed = run(built, "pytest", "--collect-only", "-q", cwd=acme)
    assert "test_a_note_of_the_payer_is_explained" in passed
    assert "test_every_function_it_marks_fits_its_hook" in passed


def test_a_new_plugin_is_typed(built: Built, acme: Path) -> None:
    assert "no issues found" in run(built, "mypy", cwd=acme)


def test_a_new_plugin_is_listed_and_its_file_has_no_fault(built: Built, acme: Path) -> None:
    listed = {each["name"]: each for each in json.loads(run(built, "plainbill", "plugins", "--json", cwd=acme))}
    assert (listed["acme"]["status"], listed["acme"]["version"]) == ("loaded", "0.1.0")
    run(built, "plainbill", "payers", "check", "src/plainbill_acme/payer.toml", cwd=acme)
    assert "unchanged" in run(built, "plainbill", "plugins", "bless", "acme", cwd=acme)


def test_a_payer_a_reader_and_a_rule_are_added_without_a_change_here(built: Built, harbor: Path) -> None:
    sample = "src/plainbill_harbor/samples/notice.txt"
    told = json.loads(run(built, "plainbill", "explain", sample, "--json", cwd=harbor))
    assert told["case"]["documents"][0]["payer"]["name"] == "Harbor Mutual"
    kinds = {finding["kind"]: finding for finding in told["findings"]}
    assert kinds["not-covered"]["tables"][0]["name"] == "harbor"
    assert kinds["harbor/parking-fee"]["rule"] == "harbor:parking/1"
    readers = json.loads(run(built, "plainbill", "doctor", "--json", cwd=harbor))["checks"]
    assert "reader harbor" in {each["name"] for each in readers if each["works"]}


def test_a_second_distribution_keeps_the_contract_and_is_typed(built: Built, harbor: Path) -> None:
    # The golden file of its sample belongs to the installed copy.
    run(built, "plainbill", "plugins", "bless", "harbor", cwd=harbor)
    run(built, "plainbill", "plugins", "check", "harbor", cwd=harbor)
    assert "no issues found" in run(built, "mypy", cwd=harbor)
