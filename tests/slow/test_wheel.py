"""What is built holds every package and nothing else, and works where there is no checkout."""

import json
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

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
    "prompt": plainbill_prompts.load("describe_line").text,
    "home": plainbill.__file__,
}))
"""


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
    assert "{{fenced:line}}" in seen["prompt"]


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
