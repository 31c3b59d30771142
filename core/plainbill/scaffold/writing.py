"""Writing the package of a new payer plugin."""

import datetime
import importlib
import json
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import resources
from importlib.metadata import EntryPoint
from pathlib import Path

from plainbill import HOOK_API
from plainbill.engine.engine import Engine
from plainbill.plugins import GROUP
from plainbill.plugins.asking import Plugins
from plainbill.plugins.finding import found_entries
from plainbill.plugins.loading import load_plugins
from plainbill.plugins.records import Failure
from plainbill.settings import PluginSettings, Settings
from plainbill.testing.goldens import bless

# Where each template goes.
_FILES: Mapping[str, str] = {
    "pyproject.toml": "pyproject.toml",
    "README.md": "README.md",
    "contract.yml": ".github/workflows/contract.yml",
    "init.py": "src/{package}/__init__.py",
    "payer.toml": "src/{package}/payer.toml",
    "notice.txt": "src/{package}/samples/notice.txt",
    "test_name.py": "tests/test_{module}.py",
}
_PLACE = re.compile(r"\{\{(\w+)\}\}")


class NotEmpty(Exception):
    """There is something where the package should go."""


def write_package(name: str, payer: str, into: Path, *, today: datetime.date) -> Path:
    """Write the package of a plugin for a payer into a new folder below `into`, and return that folder.

    `name` is in small letters, digits and hyphens. What is read of its sample is written beside it, so that the package
    keeps the contract as it comes.

    Raises:
        NotEmpty: the folder is there already.
        OSError: it cannot be written.
    """
    folder = into / f"plainbill-{name}"
    if folder.exists():
        raise NotEmpty(str(folder))
    module = name.replace("-", "_")
    package = f"plainbill_{module}"
    words = _words(name, package, payer, today)
    for template, target in _FILES.items():
        file = folder / target.format(package=package, module=module)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_filled(template, words), encoding="utf-8")
    (folder / "src" / package / "py.typed").touch()
    _bless(name, package, folder / "src")
    return folder


def _words(name: str, package: str, payer: str, today: datetime.date) -> Mapping[str, str]:
    quoted = json.dumps(payer, ensure_ascii=False)
    return {
        "name": name,
        "package": package,
        "payer": quoted,
        "payer_as_printed": payer,
        "about": json.dumps(f"What papers of {payer} say, for plainbill.", ensure_ascii=False),
        "docstring": f'"""What papers of {payer} say; the facts stand in `payer.toml`."""',
        "hook_api": str(HOOK_API),
        "today": today.isoformat(),
    }


def _filled(template: str, words: Mapping[str, str]) -> str:
    file = resources.files("plainbill.scaffold") / "templates" / f"{template}.template"
    return _PLACE.sub(lambda place: words[place[1]], file.read_text(encoding="utf-8"))


def _bless(name: str, package: str, source: Path) -> None:
    entry = EntryPoint(name=name, value=package, group=GROUP)
    with _importable(package, source):
        own = PluginSettings(mode="built-in")
        entries = [each for each in found_entries() if each.name != name]
        loaded = load_plugins(own.but(mode="listed", allow=(name,)), entries=[*entries, entry])
        failures: list[Failure] = []
        engine = Engine(Settings(), Plugins(loaded, failures.append), failures)
        for sample in sorted((source / package / "samples").glob("*.txt")):
            bless(sample, engine)


@contextmanager
def _importable(package: str, source: Path) -> Iterator[None]:
    sys.path.insert(0, str(source))
    wrote, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    importlib.invalidate_caches()
    try:
        yield
    finally:
        sys.path.remove(str(source))
        sys.dont_write_bytecode = wrote
        for module in [each for each in sys.modules if each.partition(".")[0] == package]:
            del sys.modules[module]
