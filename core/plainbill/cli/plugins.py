"""`plainbill plugins`: what is loaded, from where, and what is not and why."""

import json
from pathlib import Path

from plainbill.cli.ending import say
from plainbill.cli.files import print_lines
from plainbill.cli.settings import load_settings
from plainbill.payers.installed import with_faults
from plainbill.plugins.containment.listing import listed
from plainbill.plugins.status import PluginStatus


def list_plugins(*, settings: Path | None, no_plugins: bool, as_json: bool) -> None:
    """Print every plugin that was found; nothing heavy is imported for it."""
    found, unknown = listed(load_settings(settings, no_plugins=no_plugins))
    found = with_faults(found)
    for name in unknown:
        say(f"the settings name the plugin {name}, which is not installed here")
    if as_json:
        print_lines([json.dumps([_record(each) for each in found], ensure_ascii=False, indent=2)])
        return
    print_lines([_line(each) for each in found])


def _line(plugin: PluginStatus) -> str:
    origin = f"{plugin.distribution} {plugin.version}".strip() or plugin.module
    took = "" if plugin.import_s is None else f"  {plugin.import_s * 1000:.0f} ms"
    told = "; ".join(part for part in (", ".join(plugin.hooks), plugin.reason) if part)
    return f"{plugin.name}  {origin}  {plugin.status}{took}  {told}"


def _record(plugin: PluginStatus) -> dict[str, object]:
    return {
        "name": plugin.name,
        "module": plugin.module,
        "distribution": plugin.distribution,
        "version": plugin.version,
        "hooks": list(plugin.hooks),
        "status": plugin.status,
        "reason": plugin.reason or None,
        "import_ms": None if plugin.import_s is None else round(plugin.import_s * 1000, 1),
    }
