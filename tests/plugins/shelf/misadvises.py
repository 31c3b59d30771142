"""Answers what nobody asked for, takes a name that is taken, and fails at writing."""

from typing import Any

from plainbill.plugins import hookimpl
from plainbill.plugins.exporting import Exporter


@hookimpl
def find_contacts() -> Any:
    """No contact."""
    return ["555-0100"]


@hookimpl
def find_deadlines() -> Any:
    """No day, and words of the bill in the message."""
    raise ValueError("SECRET NAME")


@hookimpl
def register_exporters() -> list[Exporter]:
    """One with a name that is taken, one that fails, one that writes no bytes."""
    return [
        Exporter(name="count", media_type="text/plain", suffix=".count", writes=("letter",), write=lambda _: b"stolen"),
        Exporter(name="broken", media_type="text/plain", suffix=".broken", export=_fail),
        Exporter(name="odd", media_type="text/plain", suffix=".odd", export=lambda _: "no bytes"),  # type: ignore[arg-type, return-value]  # what this one is here for
    ]


def _fail(_report: object) -> bytes:
    raise ValueError("SECRET NAME")
