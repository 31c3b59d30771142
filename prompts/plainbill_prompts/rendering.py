"""Fills a prompt's placeholders; text from a document goes in as quoted data that cannot end its own quotation."""

import re
import unicodedata
from collections.abc import Mapping

from plainbill_prompts.loader import Prompt

# {{word}} takes our own words, {{fenced:word}} takes text from a document.
_PLACEHOLDER = re.compile(r"\{\{(fenced:)?([a-z_]+)\}\}")
_FENCE_RUN = re.compile(r"`+")
_KEPT_CONTROLS = "\n\t"


class PlaceholderFault(ValueError):
    """A placeholder without a value, a value without a placeholder, or a value of the wrong form; all named."""


def fenced(text: str) -> str:
    """The text between fences longer than any run of backticks in it, without invisible characters."""
    visible = "".join(
        letter
        for letter in text.replace("\r\n", "\n").replace("\r", "\n")
        if letter in _KEPT_CONTROLS or unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Co", "Cn")
    )
    fence = "`" * max(3, 1 + max((len(run) for run in _FENCE_RUN.findall(visible)), default=0))
    return f"{fence}\n{visible}\n{fence}"


def render(prompt: Prompt, *, words: Mapping[str, str], quoted: Mapping[str, str]) -> str:
    """The prompt with every placeholder filled: `words` are ours, `quoted` is text that came from a document.

    Raises PlaceholderFault unless names match exactly and each of `words` is a single line. What is put in is never
    searched for placeholders.
    """
    wanted = {(bool(mark), name) for mark, name in _PLACEHOLDER.findall(prompt.text)}
    given = {(False, name) for name in words} | {(True, name) for name in quoted}
    faults = [f"{name!r} is not filled" for _, name in sorted(wanted - given)]
    faults += [f"{name!r} has no place of that kind in the prompt" for _, name in sorted(given - wanted)]
    faults += [f"{name!r} must be one line" for name, word in sorted(words.items()) if not word.isprintable()]
    if faults:
        raise PlaceholderFault(f"{prompt.name}.v{prompt.version}: {'; '.join(faults)}")
    return _PLACEHOLDER.sub(lambda found: fenced(quoted[found[2]]) if found[1] else words[found[2]], prompt.text)
