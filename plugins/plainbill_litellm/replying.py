"""The reply: one JSON object with an entry a line, and nothing else."""

import json
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictInt, StrictStr, ValidationError

LONGEST_REPLY = 60_000


class ReplyRefused(Exception):
    """The reply is not what the prompt asked for."""


class Proposed(BaseModel):
    """What the model proposes for one line."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    number: Annotated[StrictInt, Field(ge=1, le=100)]
    plain: Annotated[StrictStr, Field(max_length=300)]
    cannot_say: StrictBool


class Reply(BaseModel):
    """The whole reply."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    lines: Annotated[tuple[Proposed, ...], Field(max_length=100)]


def read_reply(text: str) -> tuple[Proposed, ...]:
    """Return the entries of a reply.

    Raises:
        ReplyRefused: it is longer than any reply may be, no single JSON object, or not of the wanted form.
    """
    if len(text) > LONGEST_REPLY:
        raise ReplyRefused
    try:
        # Read as Python reads JSON, so that a key that stands twice is seen.
        told = json.loads(text, object_pairs_hook=_no_key_twice)
        return Reply.model_validate(told).lines
    except (ValidationError, ValueError, RecursionError):
        raise ReplyRefused from None


def _no_key_twice(pairs: list[tuple[str, object]]) -> dict[str, object]:
    keys = [key for key, _ in pairs]
    if len(keys) != len(set(keys)):
        raise ValueError("a key stands twice")
    return dict(pairs)
