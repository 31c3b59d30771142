"""The four top folders hold exactly the packages, and the entry points, that pyproject.toml ships."""

import sys
import tomllib
from importlib.metadata import entry_points
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOP_FOLDERS = ("core", "plugins", "prompts", "ui")
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SHIPPED = PYPROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
DECLARED = PYPROJECT["project"]["entry-points"]["plainbill"]


def test_the_wheel_ships_every_package_folder_and_no_other() -> None:
    found = sorted(
        str(marker.parent.relative_to(ROOT)) for top in TOP_FOLDERS for marker in (ROOT / top).glob("*/__init__.py")
    )

    assert found == sorted(SHIPPED)


@pytest.mark.parametrize("top", TOP_FOLDERS)
def test_a_top_folder_is_not_a_package(top: str) -> None:
    assert not (ROOT / top / "__init__.py").exists()


def test_every_plugin_folder_has_an_entry_point_and_every_entry_point_a_folder() -> None:
    folders = {marker.parent.name for marker in (ROOT / "plugins").glob("*/__init__.py")}

    assert set(DECLARED.values()) == folders


def test_an_entry_point_is_named_for_its_package() -> None:
    assert {name: f"plainbill_{name}" for name in DECLARED} == DECLARED


def test_installed_entry_points_are_those_of_the_pyproject_file() -> None:
    installed = {
        point.name: point.value
        for point in entry_points(group="plainbill")
        if point.dist is not None and point.dist.name == "plainbill"
    }

    # An editable install writes its entry points down once.
    assert installed == DECLARED, "after adding a plugin, install again: touch pyproject.toml, then make lint"


@pytest.mark.parametrize("package", SHIPPED)
def test_every_package_says_that_it_is_typed(package: str) -> None:
    assert (ROOT / package / "py.typed").is_file()


def test_import_linter_watches_every_package() -> None:
    watched = PYPROJECT["tool"]["importlinter"]["root_packages"]

    assert sorted(watched) == sorted(Path(package).name for package in SHIPPED)


def test_coverage_watches_every_package() -> None:
    watched = PYPROJECT["tool"]["coverage"]["run"]["source_pkgs"]

    assert sorted(watched) == sorted(Path(package).name for package in SHIPPED)


def test_every_plugin_stands_in_the_contracts_on_imports() -> None:
    contracts = {contract["name"]: contract for contract in PYPROJECT["tool"]["importlinter"]["contracts"]}
    plugins = set(DECLARED.values())

    assert set(contracts["Plugins do not know each other"]["modules"]) == plugins
    # One asks a model, and knows the prompts for it.
    knowing = plugins - {"plainbill_litellm"}
    assert set(contracts["Plugins know neither the screen nor the prompts"]["source_modules"]) == knowing
    assert plugins <= set(contracts["The core knows no plugin, no screen and no heavy library"]["forbidden_modules"])


def test_no_module_beside_the_screen_hides_one_of_the_standard_library() -> None:
    # `streamlit run` puts the script's folder first on the path: a types.py there would hide the real one.
    names = {path.stem for path in (ROOT / "ui" / "plainbill_ui").iterdir() if path.suffix == ".py" or path.is_dir()}
    hidden = names & (set(sys.stdlib_module_names) | {"plainbill", "plugins", "streamlit"})

    assert hidden <= {"__init__", "__main__"}


def test_the_ignore_file_leaves_every_package_in() -> None:
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()

    assert not {line.strip().strip("/") for line in lines} & {*TOP_FOLDERS, "tests", "fixtures", "docs"}
