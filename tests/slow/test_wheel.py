"""What is built holds every package and nothing else, and works where there is no checkout."""

import json
import subprocess
import tarfile
import tomllib
from pathlib import Path

import pytest

from tests.slow.building import Built, build, install

ROOT = Path(__file__).parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PACKAGES = {Path(package).name for package in PYPROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]}

# Run in the clean environment; prints what it sees as JSON.
LOOK_AROUND = """
import importlib.util, json, pathlib
from importlib.metadata import entry_points
import plainbill, plainbill_prompts
print(json.dumps({
    "strays": [name for name in ("core", "plugins", "ui", "prompts", "tests", "fixtures", "bench", "docs")
               if importlib.util.find_spec(name)],
    "plugins": {point.name: point.load().__file__ for point in entry_points(group="plainbill")},
    "command": [callable(point.load()) for point in entry_points(group="console_scripts", name="plainbill")],
    "prompt": plainbill_prompts.load("describe_lines").text,
    "home": plainbill.__file__,
}))
"""


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("sdist", ROOT, tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="module", params=["checkout", "sdist"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    source = ROOT
    if request.param == "sdist":
        unpacked = tmp_path_factory.mktemp("unpacked")
        # By tar: Debian 12's Python does not know the filters that newer ones ask for.
        subprocess.run(["tar", "-xf", request.getfixturevalue("sdist"), "-C", str(unpacked)], check=True)
        (source,) = unpacked.iterdir()
    wheel = build("wheel", source, tmp_path_factory.mktemp("wheel"))
    return install(wheel, tmp_path_factory.mktemp("environment") / "venv")


def test_the_wheel_holds_the_packages_and_nothing_beside_them(built: Built) -> None:
    top_level = {name.partition("/")[0] for name in built.members()}

    assert top_level == PACKAGES | {f"plainbill-{PYPROJECT['project']['version']}.dist-info"}


def test_the_wheel_holds_every_file_of_every_package(built: Built) -> None:
    shipped = built.members()
    folders = [ROOT / package for package in PYPROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]]
    expected = {
        path.relative_to(folder.parent).as_posix()
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }

    assert {name for name in shipped if ".dist-info/" not in name} == expected


def test_the_installed_wheel_works_outside_the_checkout(built: Built, tmp_path: Path) -> None:
    seen = json.loads(built.run("-c", LOOK_AROUND, cwd=tmp_path))

    environment = str(built.python.parents[1])
    assert seen["strays"] == []
    assert set(seen["plugins"]) == set(PYPROJECT["project"]["entry-points"]["plainbill"])
    assert all(place.startswith(environment) for place in [seen["home"], *seen["plugins"].values()])
    assert seen["command"] == [True]
    assert "{{fenced:lines}}" in seen["prompt"]


def test_the_installed_command_answers(built: Built, tmp_path: Path) -> None:
    command = built.python.parent / "plainbill"

    schema = json.loads(built.run(str(command), "schema", cwd=tmp_path))

    assert "documents" in schema["properties"]


def test_the_license_is_in_the_wheel(built: Built) -> None:
    assert [name for name in built.members() if name.endswith(".dist-info/licenses/LICENSE")]


def test_the_sdist_holds_what_the_tests_and_the_commands_need(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}

    for needed in ("Makefile", "requirements.lock", "tests/conftest.py", "docs/README.md", "LICENSE", ".ci/run"):
        assert needed in names
