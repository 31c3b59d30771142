"""A plugin with settings of its own, which says what they are."""

from collections.abc import Sequence
from typing import Literal

from plainbill.case import Line, Translation
from plainbill.plugins import hookimpl
from plainbill.plugins.settings import OwnSettings

HOOK_API = 1


class Tone(OwnSettings):
    """How to speak."""

    words: str = "A thing."
    loud: bool = False
    group: Literal["other", "fee"] = "other"


@hookimpl
def plugin_settings() -> type[OwnSettings]:
    """The settings."""
    return Tone


@hookimpl
def describe_lines(settings: Tone, lines: Sequence[Line]) -> Sequence[Translation | None]:
    """Say what the settings say, of every line."""
    return [
        Translation(
            plain=settings.words, group=settings.group, basis="code", confidence=0.5, vague=False, source="own/1"
        )
        for _ in lines
    ]
