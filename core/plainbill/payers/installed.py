"""What is wrong with the packs of plugins from outside, for the lists of plugins; no plugin is imported for it."""

from collections.abc import Iterable
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plainbill.plugins.status import PluginStatus

_FILE = "payer.toml"


def with_faults(found: Iterable["PluginStatus"]) -> "tuple[PluginStatus, ...]":
    """Return the plugins, each that is loaded with a faulty `payer.toml` with the first fault as what to put right."""
    return tuple(_with_fault(each) for each in found)


def _with_fault(plugin: "PluginStatus") -> "PluginStatus":
    file = None if plugin.built_in or plugin.status != "loaded" else _file_of(plugin.module)
    if file is None:
        return plugin
    from plainbill.payers.faults import FaultyPack, read_pack

    try:
        read_pack(file.read_text(encoding="utf-8-sig"), _FILE)
    except FaultyPack as faulty:
        reason = "; ".join(filter(None, (plugin.reason, f"{faulty.where}; see: plainbill payers check {file}")))
        return replace(plugin, reason=reason)
    except (OSError, UnicodeDecodeError):
        return replace(plugin, reason=f"{_FILE} is no UTF-8 text")
    return plugin


def _file_of(module: str) -> Path | None:
    """The file beside a module, where it has one; only a module that lies in no other is looked for."""
    spec = find_spec(module) if module.isidentifier() else None
    folders = (spec.submodule_search_locations or ()) if spec else ()
    return next((file for folder in folders if (file := Path(folder) / _FILE).is_file()), None)
