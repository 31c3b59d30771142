"""Loading plugins and the command line stays light, and what is imported is what pyproject.toml asks for."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
HEAVY = {
    "cv2",
    "docx",
    "icalendar",
    "jinja2",
    "litellm",
    "onnxruntime",
    "openvino",
    "pandas",
    "pytesseract",
    "python_calamine",
    "rapidocr",
    "simple_icd_10_cm",
    "spacy",
    "sqlalchemy",
    "sqlite3",
    "streamlit",
    "typst",
}

# Installed for what its wheel holds, and so imported nowhere here.
INSTALLED_FOR_ITS_FILES = {
    "rapidocr": "only the weights in its wheel are used",
    "simple-icd-10-cm": "only the official lists in its wheel are read",
}


def top_level_modules_after(statements: str) -> set[str]:
    """What a fresh interpreter holds in sys.modules after these statements."""
    code = f"{statements}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in json.loads(done.stdout.splitlines()[-1])}


@pytest.mark.parametrize("module", sorted(PYPROJECT["project"]["entry-points"]["plainbill"].values()))
def test_loading_a_plugin_imports_nothing_heavy(module: str) -> None:
    assert not top_level_modules_after(f"import {module}") & HEAVY


def test_loading_the_command_line_imports_nothing_heavy() -> None:
    module = PYPROJECT["project"]["scripts"]["plainbill"].partition(":")[0]

    assert not top_level_modules_after(f"import {module}") & HEAVY


@cache
def imported_by_the_packages() -> frozenset[str]:
    """Top-level modules that any shipped module imports, at the top or inside a function."""
    names: set[str] = set()
    for package in PYPROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]:
        for path in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Import):
                    names |= {alias.name.partition(".")[0] for alias in node.names}
                elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                    names.add(node.module.partition(".")[0])
    ours = {Path(package).name for package in PYPROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]}
    return frozenset(names - ours - set(sys.stdlib_module_names))


def canonical(requirement: str) -> str:
    """The distribution that a requirement names, in one spelling."""
    return re.sub(r"[-_.]+", "-", re.split(r"[ \[<>=!~;]", requirement, maxsplit=1)[0]).lower()


def test_every_third_party_import_is_a_declared_dependency() -> None:
    asked = [PYPROJECT["project"]["dependencies"], *PYPROJECT["project"]["optional-dependencies"].values()]
    declared = {canonical(requirement) for requirements in asked for requirement in requirements}
    homes = packages_distributions()

    undeclared = {
        name
        for name in imported_by_the_packages()
        if not declared & {canonical(distribution) for distribution in homes.get(name, ())}
    }

    assert not undeclared


def test_every_declared_dependency_is_imported() -> None:
    homes = packages_distributions()
    used = {canonical(home) for name in imported_by_the_packages() for home in homes.get(name, ())}
    declared = {canonical(requirement) for requirement in PYPROJECT["project"]["dependencies"]}

    assert declared - used == set(INSTALLED_FOR_ITS_FILES)
