"""Finding and loading plugins, one by one, so that a broken one costs itself and nothing else."""

import time
import warnings
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib.metadata import EntryPoint
from types import MappingProxyType

import pluggy

from plainbill.case import Fault, FaultyFile
from plainbill.plugins import GROUP
from plainbill.plugins.boundary import call_guarded
from plainbill.plugins.containment.breadcrumb import NO_TRAIL, Trail
from plainbill.plugins.deprecations import hook_today, notices, specifications
from plainbill.plugins.finding import found_entries, load_order, origin_of, unwanted
from plainbill.plugins.interface_number import ATTRIBUTE, advice, misfit
from plainbill.plugins.records import Failure
from plainbill.plugins.settings import OwnSettings, read_own
from plainbill.plugins.signatures import marked_in, misfits
from plainbill.plugins.status import PluginStatus
from plainbill.settings import PluginSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedPlugins:
    """The manager that holds what could be loaded, and the status of everything that was found.

    `own` are the plugins' own settings; `faults` say what in the settings file does not fit them. `unknown` are names
    in the settings that no installed plugin has.
    """

    manager: pluggy.PluginManager
    found: tuple[PluginStatus, ...]
    own: Mapping[str, OwnSettings] = field(default_factory=lambda: MappingProxyType({}))
    faults: tuple[Fault, ...] = ()
    unknown: tuple[str, ...] = ()


def load_plugins(
    chosen: PluginSettings | None = None,
    *,
    set_aside: Collection[str] = (),
    entries: Sequence[EntryPoint] | None = None,
    trail: Trail = NO_TRAIL,
) -> LoadedPlugins:
    """Load every installed plugin that the settings want; the others are listed and never imported.

    `set_aside` names plugins that stopped this program before; they are not imported either. `entries` are the entry
    points to look at, those of this environment where it is None. The order they come in makes no difference.
    """
    chosen = chosen or PluginSettings()
    found = found_entries() if entries is None else sorted(entries, key=load_order)
    loading = _Loading(chosen, frozenset(set_aside), trail)
    statuses: list[PluginStatus] = []
    for entry in found:
        taken = {status.name: status for status in reversed(statuses)}
        statuses.append(loading.load(entry, taken.get(entry.name)))
    named = {*chosen.allow, *chosen.deny, *chosen.order, *chosen.own}
    return LoadedPlugins(
        manager=loading.manager,
        found=tuple(statuses),
        own=MappingProxyType(loading.own),
        faults=tuple(loading.faults),
        unknown=tuple(sorted(named - {entry.name for entry in found})),
    )


def _new_manager() -> pluggy.PluginManager:
    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(specifications())
    return manager


class _Loading:
    """What is loaded so far, and how the next one is."""

    def __init__(self, chosen: PluginSettings, set_aside: frozenset[str], trail: Trail) -> None:
        self._chosen = chosen
        self._set_aside = set_aside
        self._trail = trail
        self.manager = _new_manager()
        self.own: dict[str, OwnSettings] = {}
        self.faults: list[Fault] = []

    def load(self, entry: EntryPoint, other: PluginStatus | None) -> PluginStatus:
        """Load one plugin where it is wanted and fits; `other` already has its name."""
        distribution, version = origin_of(entry)
        status = PluginStatus(
            name=entry.name, module=entry.value, distribution=distribution, version=version, status="failed"
        )
        why_not = unwanted(entry, self._chosen)
        if why_not:
            return replace(status, status="denied", reason=why_not)
        if other is not None:
            return replace(status, reason=_clash(status, other))
        if entry.name in self._set_aside:
            return replace(status, status="set aside", reason="it stopped this program, which goes on without it")
        return self._import(entry, status)

    def _import(self, entry: EntryPoint, status: PluginStatus) -> PluginStatus:
        start = time.perf_counter()
        with self._trail.at(entry.name, "import"):
            module = call_guarded(entry.name, "import", entry.load)
        status = replace(status, import_s=time.perf_counter() - start)
        if isinstance(module, Failure):
            return replace(status, reason=f"its import failed ({module.kind} at {module.where})")
        declared = getattr(module, ATTRIBUTE, None)
        too_new_or_old = misfit(declared, status.distribution)
        if too_new_or_old:
            return replace(status, reason=too_new_or_old)
        with self._trail.at(entry.name, "plugin_settings"):
            reason = self._reason_against(module, entry.name)
        if reason:
            return replace(status, reason=reason)
        self.manager.register(module, entry.name)
        marked = tuple(marked_in(module))
        hooks = tuple(sorted({hook_today(each.hook) for each in marked}))
        going = tuple(notices((each.hook, each.function) for each in marked))
        for notice in going:
            warnings.warn(f"plugin {entry.name}: {notice}", DeprecationWarning, stacklevel=2)
        reason = "; ".join(filter(None, (advice(declared), *going)))
        return replace(status, status="loaded", hooks=hooks, reason=reason)

    def _reason_against(self, module: object, name: str) -> str:
        """Return why a plugin that could be imported is not registered, "" where it may be."""
        faults = call_guarded(name, "register", lambda: misfits(module))
        if isinstance(faults, Failure):
            return f"its hooks could not be looked at ({faults.kind} at {faults.where})"
        if faults:
            return "; ".join(faults)
        trial = _new_manager()
        refused = call_guarded(name, "register", lambda: _register_and_check(trial, module, name))
        if isinstance(refused, Failure):
            return f"it could not be registered ({refused.kind} at {refused.where})"
        return self._take_settings(trial, name)

    def _take_settings(self, trial: pluggy.PluginManager, name: str) -> str:
        written = self._chosen.own.get(name, {})
        implementations = trial.hook.plugin_settings.get_hookimpls()
        model = call_guarded(name, "plugin_settings", implementations[0].function) if implementations else None
        if isinstance(model, Failure):
            return f"plugin_settings failed ({model.kind} at {model.where})"
        own = call_guarded(name, "plugin_settings", lambda: _own_or_faults(name, model, written))
        if isinstance(own, tuple):
            self.faults.extend(own)
            return "; ".join(f"{fault.path}: {fault.message}" for fault in own)
        if isinstance(own, Failure):
            return "plugin_settings should return a subclass of OwnSettings whose fields have defaults"
        if own is not None:
            self.own[name] = own
        return ""


def _own_or_faults(name: str, model: object, written: Mapping[str, object]) -> OwnSettings | tuple[Fault, ...] | None:
    try:
        return read_own(name, model, written)
    except FaultyFile as faulty:
        return faulty.faults


def _clash(status: PluginStatus, other: PluginStatus) -> str:
    return (
        f"the name {status.name} is taken by {_origin(other)}, so that of {_origin(status)} is left out; "
        f"uninstall one of them"
    )


def _origin(status: PluginStatus) -> str:
    return f"{status.distribution} {status.version}" if status.distribution else status.module


def _register_and_check(manager: pluggy.PluginManager, module: object, name: str) -> None:
    manager.register(module, name)
    manager.check_pending()
