"""Reads a model's reply, or refuses it."""

import json
from collections.abc import Mapping
from typing import cast

from plainbill_prompts.loader import Prompt

# Longer than any reply that a schema here allows, and short enough to parse without a thought.
LONGEST_REPLY = 20_000


class ReplyRefused(ValueError):
    """The reply is not what its prompt asked for; the message says which rule it breaks, never what it says."""


def read_reply(prompt: Prompt, reply: str) -> Mapping[str, object]:
    """The reply as an object that meets the prompt's schema; ReplyRefused for anything else."""
    if len(reply) > LONGEST_REPLY:
        raise ReplyRefused(f"longer than {LONGEST_REPLY} characters")
    # Imported here: rendering a prompt does not wait for it.
    import jsonschema

    try:
        told = json.loads(reply, object_pairs_hook=_no_key_twice)
    except (ValueError, RecursionError):
        raise ReplyRefused("not one JSON value") from None
    broken = sorted(
        f"{fault.json_path}: {fault.validator}"
        for fault in jsonschema.Draft202012Validator(prompt.schema).iter_errors(told)
    )
    if broken:
        raise ReplyRefused("; ".join(broken))
    return cast("Mapping[str, object]", told)


def _no_key_twice(pairs: list[tuple[str, object]]) -> dict[str, object]:
    keys = [key for key, _ in pairs]
    if len(keys) != len(set(keys)):
        raise ValueError("a key stands twice")
    return dict(pairs)
