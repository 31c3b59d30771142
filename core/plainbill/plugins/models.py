"""The records of models: what is about to leave, and the model that a person switched on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from plainbill.case import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """What is about to be sent, word for word: where to, whether that is this machine, to which model, the text."""

    address: str
    here: bool
    model: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SentText:
    """What was sent: when (UTC), where to, to which model, with which prompt, how many bytes, how it ended and what."""

    at: str
    address: str
    model: str
    prompt: str
    bytes: int
    ending: str
    seconds: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TryOut:
    """What came of a try: whether all is well, and in one sentence what was seen or what to do."""

    works: bool
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingModel:
    """A model that proposes words for lines which no table explains; its plugin is asked through `describe_lines`.

    `preview(lines)` returns what asking about these lines would send, None where nothing would be; it sends nothing.
    `try_out(show)` sends one fixed line, which `show` is given before. `remarks()` returns, once, what somebody should
    know of the last asking. `sent()` lists everything that was sent, oldest first, and `forget()` removes that list
    with all kept replies.
    """

    name: str
    preview: Callable[[Sequence[Line]], Outgoing | None]
    try_out: Callable[[Callable[[Outgoing], None]], TryOut]
    remarks: Callable[[], Sequence[str]]
    sent: Callable[[], Sequence[SentText]]
    forget: Callable[[], None]
