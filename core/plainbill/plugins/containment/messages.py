"""What a process at work and the one that started it tell each other: lines of a word and, behind it, JSON."""

import base64
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from plainbill.case import Fault
from plainbill.plugins.records import Failure, SourceFile
from plainbill.plugins.status import PluginStatus
from plainbill.settings import Settings

READY, REFUSED, STEP, LINES, ANSWER, DONE = "ready", "refused", "step", "lines", "answer", "done"
"""It can be asked; it cannot start, and why; a step is done; what stands on a page; what came of it; it is over."""

WARM: Final = json.dumps({"do": "warm"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What a process is told before its first request: settings, imported tables, and the store where it needs one."""

    settings: Settings
    tables: Path | None
    store: str | None = None

    def line(self, stopped: Sequence[Failure], trail: Path) -> str:
        """Return the first line for a process that does without the plugins that `stopped` one before it."""
        told = {
            "settings": self.settings.model_dump(mode="json"),
            "tables": None if self.tables is None else str(self.tables),
            "store": self.store,
            "stopped": [asdict(failure) for failure in stopped],
            "trail": str(trail),
        }
        return json.dumps(told) + "\n"


def request(do: str, **arguments: object) -> str:
    """Return a request as one line."""
    return json.dumps({"do": do, **arguments})


def written_files(files: Sequence[SourceFile]) -> list[dict[str, str]]:
    """Return files as JSON holds them."""
    return [{"name": file.name, "content": base64.b64encode(file.content).decode("ascii")} for file in files]


def read_files(written: Sequence[Mapping[str, str]]) -> list[SourceFile]:
    """Return files as they were given."""
    return [SourceFile(name=each["name"], content=base64.b64decode(each["content"])) for each in written]


def read_failures(written: Sequence[Mapping[str, Any]]) -> tuple[Failure, ...]:
    """Return failures as they were told."""
    return tuple(Failure(**each) for each in written)


def read_statuses(written: Sequence[Mapping[str, Any]]) -> tuple[PluginStatus, ...]:
    """Return what is known of plugins as it was told."""
    return tuple(PluginStatus(**{**each, "hooks": tuple(each["hooks"])}) for each in written)


def read_faults(told: str) -> tuple[Fault, ...]:
    """Return the faults that a process named when it refused to start."""
    return tuple(Fault(**each) for each in json.loads(told))
