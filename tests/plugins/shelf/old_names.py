"""Implements a hook by the name it had before, and asks for an argument by the name that had before."""

from collections.abc import Sequence

from plainbill.case import Line, Translation
from plainbill.plugins import hookimpl

HOOK_API = 1


@hookimpl
def translate_lines(lines: Sequence[Line], paper: object) -> Sequence[Translation | None]:
    """Say which paper it was given."""
    said = Translation(plain=f"Of {paper}.", group="other", basis="code", confidence=0.5, vague=False, source="own/1")
    return [said for _ in lines]
