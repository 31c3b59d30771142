"""Finds a prompt and its reply schema among the files of this package."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType

PACKAGE = "plainbill_prompts"


class PromptMissing(LookupError):
    """There is no prompt of that name and version; the message lists what there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One version of a prompt: its text with placeholders, and the JSON Schema that a reply must meet."""

    name: str
    version: int
    text: str
    schema: Mapping[str, object]


def versions(name: str) -> tuple[int, ...]:
    """The versions of a prompt that are here, oldest first; empty where there is none of that name."""
    form = re.compile(rf"{re.escape(name)}\.v([1-9][0-9]*)\.md")
    found = (form.fullmatch(entry.name) for entry in files(PACKAGE).iterdir())
    return tuple(sorted(int(match[1]) for match in found if match))


def load(name: str, version: int | None = None) -> Prompt:
    """The prompt of that name, the newest version unless one is named; PromptMissing where there is none."""
    there = versions(name)
    chosen = version if version is not None else max(there, default=0)
    if chosen not in there:
        listed = ", ".join(f"{name}.v{number}" for number in there) or f"no prompt is called {name!r}"
        raise PromptMissing(f"{name}.v{chosen} is not here; {listed}" if there else listed)
    stem = f"{name}.v{chosen}"
    return Prompt(
        name=name,
        version=chosen,
        text=files(PACKAGE).joinpath(f"{stem}.md").read_text(encoding="utf-8"),
        schema=MappingProxyType(json.loads(files(PACKAGE).joinpath(f"{stem}.schema.json").read_text(encoding="utf-8"))),
    )
