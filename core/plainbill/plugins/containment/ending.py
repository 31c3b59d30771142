"""How a request to a process at work ended."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How a request ended: done, or the process died, was late or grew too large, is not wanted, or refused to start.

    `plugin` and `hook` say who was at work when it ended badly, where a plugin from outside was; `told` is what a
    process said that refused to start.
    """

    how: Literal["done", "died", "late", "hung", "large", "left", "refused"]
    plugin: str = ""
    hook: str = ""
    told: str = ""


class WorkStopped(Exception):
    """The process that did the work ended badly, and no plugin from outside was to blame."""

    def __init__(self, ending: Ending) -> None:
        super().__init__(ending.how)
        self.ending = ending
