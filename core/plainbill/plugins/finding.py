"""Finding plugins: which are installed, where each comes from, and which the settings want; nothing is imported."""

import functools
from collections.abc import Sequence
from importlib.metadata import Distribution, EntryPoint, entry_points

from plainbill.plugins import GROUP
from plainbill.plugins.status import OWN_DISTRIBUTION
from plainbill.settings import PluginSettings


def found_entries() -> list[EntryPoint]:
    """Return the entry points of this environment, ours first, then by name, distribution and module."""
    return sorted(entry_points(group=GROUP), key=load_order)


def outside_plugins(chosen: PluginSettings, entries: Sequence[EntryPoint] | None = None) -> tuple[str, ...]:
    """Return the names of the plugins from outside that the settings would have loaded; nothing is imported."""
    found = found_entries() if entries is None else entries
    return tuple(entry.name for entry in found if not is_own(entry) and not unwanted(entry, chosen))


def load_order(entry: EntryPoint) -> tuple[bool, str, str, str]:
    """Return the place of an entry point: ours first, then by name, distribution and module."""
    return (not is_own(entry), entry.name, origin_of(entry)[0], entry.value)


def is_own(entry: EntryPoint) -> bool:
    """Tell whether a plugin came with plainbill itself."""
    return origin_of(entry)[0] == OWN_DISTRIBUTION


def origin_of(entry: EntryPoint) -> tuple[str, str]:
    """Return the name and version of the distribution of an entry point, "" where it has none."""
    return ("", "") if entry.dist is None else _name_and_version(entry.dist)


@functools.lru_cache(maxsize=512)
def _name_and_version(distribution: Distribution) -> tuple[str, str]:
    # Each look at a distribution's name reads its whole description from the disk.
    told = distribution.metadata
    return told["Name"], told["Version"]


def unwanted(entry: EntryPoint, chosen: PluginSettings) -> str:
    """Return why the settings keep a plugin out, "" where they do not."""
    if entry.name in chosen.deny:
        return "denied in the settings"
    if is_own(entry) or chosen.mode == "auto":
        return ""
    if chosen.mode == "built-in":
        return "only plugins that came with plainbill are wanted"
    return "" if entry.name in chosen.allow else "not among those that plugins.allow lists"
