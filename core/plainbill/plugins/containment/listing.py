"""The list of plugins, each imported where it can be stopped: one that ends its process on import is named too."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from plainbill.case import parse_json, read_as
from plainbill.plugins.boundary import describe_failure
from plainbill.plugins.containment.breadcrumb import KeptTrail
from plainbill.plugins.containment.messages import ANSWER, DONE, READY, Start, read_failures, read_statuses, request
from plainbill.plugins.containment.speaking import Channel
from plainbill.plugins.finding import found_entries, outside_plugins
from plainbill.plugins.loading import load_plugins
from plainbill.plugins.status import PluginStatus
from plainbill.settings import Settings

COMMAND = (sys.executable, "-P", "-m", "plainbill.plugins.containment.listing")

Listed = tuple[tuple[PluginStatus, ...], tuple[str, ...]]


def listed(settings: Settings) -> Listed:
    """Return the status of every plugin, and the names in the settings that no plugin has."""
    entries = found_entries()
    if not outside_plugins(settings.plugins, entries):
        loaded = load_plugins(settings.plugins, entries=entries)
        return loaded.found, loaded.unknown
    # Only plugins from outside need a process of their own, and only then does the list wait for it.
    from plainbill.plugins.containment.seat import Seat, limits_of

    seat = Seat(COMMAND, Start(settings=settings, tables=None), limits_of(settings.plugins), None)
    said: list[str] = []
    seat.ask(request("list"), said.append)
    seat.leave()
    seat.clear()
    answer: Any = json.loads(said[-1].partition(" ")[2])
    why = {failure.plugin: describe_failure(failure) for failure in seat.stopped}
    return tuple(_with_reason(each, why) for each in read_statuses(answer["found"])), tuple(answer["unknown"])


def _with_reason(status: PluginStatus, why: dict[str, str]) -> PluginStatus:
    return PluginStatus(**{**asdict(status), "reason": why[status.name]}) if status.name in why else status


def main() -> None:
    """Load every plugin and answer what came of it."""
    channel = Channel.take_standard_output()
    start: Any = parse_json(sys.stdin.readline().encode())
    chosen = read_as(Settings, start["settings"]).plugins
    aside = [failure.plugin for failure in read_failures(start["stopped"])]
    loaded = load_plugins(chosen, set_aside=aside, trail=KeptTrail(Path(start["trail"])))
    channel.tell(READY)
    sys.stdin.readline()
    channel.tell(ANSWER, {"found": [asdict(status) for status in loaded.found], "unknown": loaded.unknown})
    channel.tell(DONE)


if __name__ == "__main__":
    main()
