"""The settings of a command, and the engine that they start."""

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from plainbill.case import FaultyFile
from plainbill.cli.ending import Refused, fault_line
from plainbill.settings import Settings, find_settings

if TYPE_CHECKING:
    from plainbill.engine import Engine
    from plainbill.engine.contained import ContainedEngine
    from plainbill.plugins.models import Outgoing

AnyEngine: TypeAlias = "Engine | ContainedEngine"


def load_settings(named: Path | None, *, no_plugins: bool = False) -> Settings:
    """Return the settings that hold for a command; with `no_plugins` only what came with plainbill is loaded.

    Raises:
        Refused: the file does not fit; every fault is named.
    """
    path = find_settings(named)
    try:
        settings = Settings.load(path)
    except FaultyFile as faulty:
        raise faulty_settings(faulty, named) from None
    return settings.without_outside() if no_plugins else settings


def faulty_settings(faulty: FaultyFile, named: Path | None) -> Refused:
    """Return the refusal that names every fault of the settings file."""
    return Refused(fault_line(str(find_settings(named)), fault) for fault in faulty.faults)


@contextmanager
def engine_at_work(
    settings: Settings, named: Path | None, *, tables: Path | None = None, in_process: bool = False
) -> Iterator[AnyEngine]:
    """Yield an engine with these settings, which stand in the file `named` or one that is found.

    With a plugin from outside the work is done in a process of its own, where it can be stopped, unless `in_process`.
    What plugins print goes to standard error.

    Raises:
        Refused: the settings of a plugin do not fit it; every fault is named. Or the process that did the work ended
            badly, and no plugin from outside was to blame.
    """
    # Only commands that start an engine wait for its rooms.
    from plainbill.plugins.containment.ending import WorkStopped

    try:
        with redirect_stdout(sys.stderr), closing(_start(settings, named, tables, in_process)) as engine:
            yield engine
    except WorkStopped as stopped:
        why = "took too much memory" if stopped.ending.how == "large" else "stopped by itself"
        told = f"plainbill: the part of this program that does the work {why}; try with fewer files, or --no-plugins"
        raise Refused([told]) from None


def _start(settings: Settings, named: Path | None, tables: Path | None, in_process: bool) -> AnyEngine:
    from plainbill.engine import Engine
    from plainbill.plugins.finding import outside_plugins

    try:
        if outside_plugins(settings.plugins) and not in_process:
            from plainbill.engine.contained import ContainedEngine

            return ContainedEngine.start(settings, tables=tables)
        engine = Engine.start(settings, tables=tables)
    except FaultyFile as faulty:
        raise faulty_settings(faulty, named) from None
    engine.show_what_leaves(_show_outgoing)
    return engine


def _show_outgoing(outgoing: "Outgoing") -> None:
    from plainbill.cli.outgoing import show_outgoing

    show_outgoing(outgoing)
