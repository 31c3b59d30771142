"""Versioned prompts, how document text is put into them, and the schemas that their replies must meet."""

from plainbill_prompts.loader import Prompt, PromptMissing, load, versions
from plainbill_prompts.rendering import PlaceholderFault, render
from plainbill_prompts.reply import ReplyRefused, read_reply

__all__ = [
    "PlaceholderFault",
    "Prompt",
    "PromptMissing",
    "ReplyRefused",
    "load",
    "read_reply",
    "render",
    "versions",
]
