"""What is committed names no place of the machine it was written on, and keeps to the house's sizes and names."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LONGEST_MODULE = 400

# Modules over the limit. This list may only shrink.
LONGER_MODULES: frozenset[str] = frozenset()

# Written in pieces, so that this file does not hold what it looks for.
PLACES = re.compile(
    "|".join(["/" + "work/", "/" + "root/", "/" + r"home/(?!user\b|you\b)", "/" + "tmp/[a-z]", r"\.\./" + "shared/"])
)
REGISTRIES = re.compile(
    "|".join([r"pypi\.", r"files\.python" + "hosted", r"deb\.debian", r"registry\." + "npmjs", r"conda\.anaconda"])
)
UNTELLING_NAMES = {"utils", "util", "helpers", "helper", "common", "base", "manager", "data", "info", "item", "misc"}


def committed() -> list[Path]:
    """Files that git tracks or would track; in an unpacked sdist, which has no git, every file."""
    if (ROOT / ".git").exists():
        command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
        files = [ROOT / name for name in listed.split("\0") if name]
    else:
        files = list(ROOT.rglob("*"))
    return [path for path in files if path.is_file()]


def texts() -> list[tuple[str, str]]:
    """(path inside the repository, content) of each committed text file."""
    found = []
    for path in committed():
        try:
            found.append((path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")))
        except UnicodeDecodeError:
            continue
    return found


def lines_with(pattern: re.Pattern[str], *, exempt: frozenset[str] = frozenset()) -> list[str]:
    """`path:line` of each committed line that matches."""
    return [
        f"{name}:{number}"
        for name, text in texts()
        if name not in exempt
        for number, line in enumerate(text.splitlines(), start=1)
        if pattern.search(line)
    ]


def test_no_committed_text_names_a_path_of_one_machine() -> None:
    # The example cases of the contract are looked for beside the checkout by this one module, which skips without them.
    assert lines_with(PLACES, exempt=frozenset({"tests/example_cases.py"})) == []


def test_no_committed_text_names_a_package_registry() -> None:
    assert lines_with(REGISTRIES, exempt=frozenset({"tests/packaging/test_text.py"})) == []


def test_no_module_is_longer_than_the_limit() -> None:
    longer = {name for name, text in texts() if name.endswith(".py") and text.count("\n") > LONGEST_MODULE}

    assert longer == LONGER_MODULES


def test_no_module_has_a_name_that_says_nothing() -> None:
    named = [path for path in committed() if path.suffix == ".py" and path.stem in UNTELLING_NAMES]

    assert named == []


def test_the_license_is_apache_2_in_full_and_declared() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["license"]

    assert declared == "Apache-2.0"
    assert "Version 2.0, January 2004" in text
    assert "END OF TERMS AND CONDITIONS" in text


@pytest.mark.parametrize("needed", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "Makefile", ".ci/run"])
def test_the_repository_has_what_a_newcomer_looks_for(needed: str) -> None:
    assert (ROOT / needed).read_text(encoding="utf-8").strip()


def test_ci_runs_exactly_the_test_command_of_the_readme() -> None:
    commands = [
        line
        for line in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith(("#", "set ", "cd "))
    ]

    assert commands == ["make test"]
    assert "make test" in (ROOT / "README.md").read_text(encoding="utf-8")
