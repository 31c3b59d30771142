"""The settings of a command."""

from pathlib import Path

from plainbill.case import FaultyFile
from plainbill.cli.ending import Refused, fault_line
from plainbill.settings import Settings, find_settings


def load_settings(named: Path | None) -> Settings:
    """Return the settings that hold for a command.

    Raises:
        Refused: the file does not fit; every fault is named.
    """
    path = find_settings(named)
    try:
        return Settings.load(path)
    except FaultyFile as faulty:
        raise Refused(fault_line(str(path), fault) for fault in faulty.faults) from None
