"""What the model is asked: lines with what may leave of them, in the words of a versioned prompt."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plainbill.case import Line
from plainbill_litellm.settings import ModelSettings
from plainbill_prompts import load, render

PROMPT = "describe_lines"
VERSION = 1
MOST_LINES = 100
# A token is about four letters of English and less of short forms; too many counted is the safe side.
_LETTERS_A_TOKEN = 3
_TOKENS_A_LINE = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One request: the text as it is sent, the schema of its reply, and the lines that it asks about, in order."""

    model: str
    prompt: str
    text: str
    schema: Mapping[str, object]
    lines: tuple[Line, ...]

    @property
    def key(self) -> str:
        """What makes two requests the same: model, prompt version, schema and input."""
        parts = (self.model, self.prompt, json.dumps(dict(self.schema), sort_keys=True), self.text)
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()

    @property
    def reply_tokens(self) -> int:
        """The most tokens that its reply may have."""
        return _TOKENS_A_LINE * len(self.lines) + _TOKENS_A_LINE

    @property
    def tokens(self) -> int:
        """About how many tokens it has."""
        return len(self.text) // _LETTERS_A_TOKEN + 1


def request_for(lines: Sequence[Line], settings: ModelSettings) -> Request:
    """Return the request about `lines`, each of them once, at most `MOST_LINES`."""
    asked = tuple({written(line): line for line in lines}.values())[:MOST_LINES]
    prompt = load(PROMPT, VERSION)
    quoted = "\n".join(f"{number}. {written(line)}" for number, line in enumerate(asked, start=1))
    return Request(
        model=settings.model,
        prompt=f"{PROMPT}.v{VERSION}",
        text=render(prompt, words={}, quoted={"lines": quoted}),
        schema=prompt.schema,
        lines=asked,
    )


def written(line: Line) -> str:
    """Return what of a line is sent; no other field of it is ever looked at."""
    parts = {
        "code": "-".join(part for part in (line.code or "", *line.modifiers) if part),
        "revenue code": line.revenue_code or "",
        "units": "" if line.units is None else f"{line.units:g}",
        "words": line.description or "",
    }
    return "; ".join(f"{name}: {value}" for name, value in parts.items() if value)
