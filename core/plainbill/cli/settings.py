"""The settings of a command, and the engine that they start."""

from pathlib import Path
from typing import TYPE_CHECKING

from plainbill.case import FaultyFile
from plainbill.cli.ending import Refused, fault_line
from plainbill.settings import Settings, find_settings

if TYPE_CHECKING:
    from plainbill.engine import Engine


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
    return without_outside(settings) if no_plugins else settings


def without_outside(settings: Settings) -> Settings:
    """Return the settings with every plugin left out that did not come with plainbill."""
    return settings.but(plugins=settings.plugins.but(mode="built-in", allow=()))


def faulty_settings(faulty: FaultyFile, named: Path | None) -> Refused:
    """Return the refusal that names every fault of the settings file."""
    return Refused(fault_line(str(find_settings(named)), fault) for fault in faulty.faults)


def start_engine(settings: Settings, named: Path | None, *, tables: Path | None = None) -> "Engine":
    """Return an engine with these settings, which stand in the file `named` or one that is found.

    Raises:
        Refused: the settings of a plugin do not fit it; every fault is named.
    """
    # Only commands that start an engine wait for its rooms.
    from plainbill.engine import Engine

    try:
        return Engine.start(settings, tables=tables)
    except FaultyFile as faulty:
        raise faulty_settings(faulty, named) from None
