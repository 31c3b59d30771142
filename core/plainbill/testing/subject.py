"""The plugin under contract: found among the installed ones, alone or beside those that came with plainbill."""

import importlib.util
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import EntryPoint
from pathlib import Path

import pluggy

from plainbill.engine.engine import Engine
from plainbill.plugins.asking import Plugins
from plainbill.plugins.finding import found_entries
from plainbill.plugins.loading import load_plugins
from plainbill.plugins.records import Failure
from plainbill.plugins.status import OWN_DISTRIBUTION, PluginStatus
from plainbill.settings import PluginSettings, Settings

GOLDEN = ".expected.json"
"""How the name of a golden file ends, behind that of its sample."""


class NoSuchPlugin(Exception):
    """No installed plugin has the name."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        super().__init__(f"no installed plugin is called {name}; there are {', '.join(sorted(known)) or 'none'}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A plugin by its entry point, and what came of loading it."""

    entry: EntryPoint
    status: PluginStatus
    sharing: tuple[str, ...]
    """Every distribution that has an entry point of this name."""

    @property
    def name(self) -> str:
        """The name of the entry point."""
        return self.entry.name

    @property
    def is_loaded(self) -> bool:
        """Whether it could be loaded."""
        return self.status.status == "loaded"

    def module(self) -> object:
        """Return what its entry point names."""
        return self.entry.load()

    def implementations(self) -> tuple[pluggy.HookImpl, ...]:
        """Return the functions that it marks."""
        manager = load_plugins(entries=[self.entry]).manager
        return tuple(each for hook in self.status.hooks for each in getattr(manager.hook, hook).get_hookimpls())

    def alone(self) -> tuple[Plugins, list[Failure]]:
        """Return an engine's questions to this plugin and no other, and the list that its failures go to."""
        failures: list[Failure] = []
        return Plugins(load_plugins(entries=[self.entry]), failures.append), failures

    def engine(self) -> Engine:
        """Return an engine with this plugin and those that came with plainbill."""
        failures: list[Failure] = []
        chosen = PluginSettings(mode="listed", allow=(self.name,))
        plugins = Plugins(load_plugins(chosen), failures.append)
        return Engine(Settings(plugins=chosen), plugins, failures)

    def folder(self) -> Path:
        """Return the folder of its package, or that of its module."""
        found = importlib.util.find_spec(self.entry.module)
        assert found is not None and found.origin is not None  # it was loaded from somewhere
        return Path(found.origin).parent

    def sources(self) -> Iterator[Path]:
        """Yield its files of Python."""
        found = importlib.util.find_spec(self.entry.module)
        assert found is not None and found.origin is not None
        if found.submodule_search_locations is None:
            yield Path(found.origin)
        else:
            yield from sorted(self.folder().rglob("*.py"))

    def samples(self) -> tuple[Path, ...]:
        """Return the made-up papers in the folder `samples` of its package, without their golden files."""
        folder = self.folder() / "samples"
        files = sorted(folder.iterdir()) if folder.is_dir() else []
        return tuple(file for file in files if file.is_file() and not file.name.endswith(GOLDEN))


def subject_called(name: str) -> Subject:
    """Return the plugin whose entry point has this name.

    Raises:
        NoSuchPlugin: none has it.
    """
    entries = [entry for entry in found_entries() if entry.name == name]
    if not entries:
        raise NoSuchPlugin(name, [entry.name for entry in found_entries()])
    entry = entries[0]
    (status,) = load_plugins(entries=[entry]).found
    sharing = tuple(each.dist.name if each.dist else "" for each in entries)
    return Subject(entry=entry, status=status, sharing=sharing)


def is_own(subject: Subject) -> bool:
    """Tell whether a plugin came with plainbill."""
    return subject.status.distribution == OWN_DISTRIBUTION
