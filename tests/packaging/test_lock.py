"""requirements.lock pins everything that is installed, with hashes, and names no place to fetch it from."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[2]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PINS = re.findall(r"^([a-z0-9-]+)==([^ ;\\]+)", LOCK, flags=re.MULTILINE)


def test_the_lock_names_no_index_no_address_and_no_path() -> None:
    assert not re.search(r"://|file:|--(?:extra-)?index|--find-links|[ \"'](?:\.{0,2}/)", LOCK)


def test_every_pin_carries_hashes() -> None:
    entries = re.split(r"\n(?=\S)", LOCK.strip())

    assert entries
    assert not [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry]


def test_the_lock_satisfies_every_requirement_of_the_project_and_its_tools() -> None:
    asked = [
        *PYPROJECT["project"]["dependencies"],
        *PYPROJECT["project"]["optional-dependencies"]["llm"],
        *PYPROJECT["dependency-groups"]["dev"],
        *PYPROJECT["build-system"]["requires"],
    ]
    pinned: dict[str, list[Version]] = {}
    for name, version in PINS:
        pinned.setdefault(canonicalize_name(name), []).append(Version(version))

    unmet = [
        text
        for text in asked
        if not any(
            Requirement(text).specifier.contains(version)
            for version in pinned.get(canonicalize_name(Requirement(text).name), [])
        )
    ]

    assert not unmet, "run `make lock`"


def test_no_release_of_litellm_that_stole_credentials_is_pinned_or_allowed() -> None:
    (asked,) = [each for each in PYPROJECT["project"]["optional-dependencies"]["llm"] if each.startswith("litellm")]

    assert dict(PINS)["litellm"] not in ("1.82.7", "1.82.8")
    assert not {"1.82.7", "1.82.8"} & set(Requirement(asked).specifier.filter(["1.82.7", "1.82.8", "1.106.0"]))
    assert not any("litellm" in each for each in PYPROJECT["project"]["dependencies"])
