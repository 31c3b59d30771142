"""Finding and loading plugins, one by one, so that a broken one costs itself and nothing else."""

import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import EntryPoint, entry_points
from typing import Literal

import pluggy

from plainbill.plugins import GROUP
from plainbill.plugins.boundary import call_guarded
from plainbill.plugins.hookspecs import Hooks
from plainbill.plugins.records import Failure

OWN_DISTRIBUTION = "plainbill"


@dataclass(frozen=True, slots=True, kw_only=True)
class PluginStatus:
    """One plugin as `plainbill plugins` lists it; `import_s` is the seconds its import took."""

    name: str
    module: str
    distribution: str
    version: str
    hooks: tuple[str, ...] = ()
    status: Literal["loaded", "denied", "failed"]
    reason: str = ""
    import_s: float | None = None

    @property
    def built_in(self) -> bool:
        """Whether it came with plainbill itself."""
        return self.distribution == OWN_DISTRIBUTION


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedPlugins:
    """The manager that holds what could be loaded, and the status of everything that was found."""

    manager: pluggy.PluginManager
    found: tuple[PluginStatus, ...]


def load_plugins(*, deny: Collection[str] = (), entries: Sequence[EntryPoint] | None = None) -> LoadedPlugins:
    """Load every installed plugin but those named in `deny`, which are listed and never imported."""
    found = entry_points(group=GROUP) if entries is None else entries
    manager = _new_manager()
    statuses: list[PluginStatus] = []
    for entry in sorted(found, key=_load_order):
        taken = {status.name: status for status in statuses}
        statuses.append(_load_one(manager, entry, deny, taken.get(entry.name)))
    return LoadedPlugins(manager=manager, found=tuple(statuses))


def _load_order(entry: EntryPoint) -> tuple[bool, str, str]:
    distribution = entry.dist.name if entry.dist else ""
    return (distribution != OWN_DISTRIBUTION, entry.name, distribution)


def _new_manager() -> pluggy.PluginManager:
    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(Hooks)
    return manager


def _load_one(
    manager: pluggy.PluginManager, entry: EntryPoint, deny: Collection[str], other: PluginStatus | None
) -> PluginStatus:
    status = PluginStatus(
        name=entry.name,
        module=entry.value,
        distribution=entry.dist.name if entry.dist else "",
        version=entry.dist.version if entry.dist else "",
        status="failed",
    )
    if entry.name in deny:
        return replace(status, status="denied", reason="denied in the settings")
    if other is not None:
        return replace(
            status,
            reason=f"the name {entry.name} is taken by {other.distribution}; {status.distribution} needs another",
        )
    return _import_and_register(manager, entry, status)


def _import_and_register(manager: pluggy.PluginManager, entry: EntryPoint, status: PluginStatus) -> PluginStatus:
    start = time.perf_counter()
    module = call_guarded(entry.name, "import", entry.load)
    status = replace(status, import_s=time.perf_counter() - start)
    if isinstance(module, Failure):
        return replace(status, reason=f"its import failed ({module.kind} at {module.where})")
    trial = _new_manager()
    misfit = call_guarded(entry.name, "register", lambda: _register_and_check(trial, module, entry.name))
    if isinstance(misfit, Failure):
        return replace(
            status, reason="a hook of it is none that this version knows, or asks for arguments it does not have"
        )
    manager.register(module, entry.name)
    return replace(status, status="loaded", hooks=tuple(sorted(call.name for call in _hooks_of(trial, module))))


def _register_and_check(manager: pluggy.PluginManager, module: object, name: str) -> None:
    manager.register(module, name)
    manager.check_pending()


def _hooks_of(manager: pluggy.PluginManager, module: object) -> list[pluggy.HookCaller]:
    return manager.get_hookcallers(module) or []
