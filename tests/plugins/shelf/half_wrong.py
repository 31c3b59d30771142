"""A plugin that describes one line with words of the wrong kind and the other as it should, whatever it is asked."""

from collections.abc import Sequence

from plainbill.case import Translation
from plainbill.plugins import hookimpl

HOOK_API = 1


@hookimpl
def describe_lines() -> Sequence[object]:
    """Say something of two lines."""
    fair = Translation(plain="A thing.", group="other", basis="code", confidence=0.5, vague=False, source="own/1")
    return ["a thing", fair]
