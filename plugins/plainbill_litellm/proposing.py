"""Proposing: words for lines that no table explains, from what was kept or from the model, all of them checked."""

import importlib.util
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from plainbill.case import Line, Translation
from plainbill.knowledge.published import NOTHING_IMPORTED, PublishedTables
from plainbill_litellm.addresses import AddressRefused, checked_address
from plainbill_litellm.asking import Request, request_for, written
from plainbill_litellm.budgets import Budget
from plainbill_litellm.calling import Called, call_model, load_litellm
from plainbill_litellm.checking import faults_of
from plainbill_litellm.keeping import Kept, NotKept
from plainbill_litellm.replying import Proposed, ReplyRefused, read_reply
from plainbill_litellm.settings import ModelSettings

CONFIDENCE = 0.4
"""The most confidence that words of a model are shown with: less than anything that a table knows."""

_WORTH_ANOTHER_TRY = ("not reached", "too slow", "server error")
_ENDINGS: Mapping[str, str] = {
    "no litellm": 'litellm is not installed; install it with pip install "plainbill[llm]"',
    "not reached": "its server was not reached; start it, or correct api_base",
    "too slow": "it took too long; raise time_limit_s, or use a smaller model",
    "server error": "its server failed; look at the server's own log",
    "refused by server": "its server refused the request; look at model and api_base",
    "no answer": "its server gave no answer that can be read",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposals:
    """What came of asking: the words for each line, None where there are none, and what went wrong.

    `dropped` counts by reason the wordings that were not kept; `trouble` is one sentence, empty where all went well.
    """

    words: tuple[Translation | None, ...]
    dropped: Mapping[str, int] = field(default_factory=dict)
    trouble: str = ""
    seconds: float = 0.0
    from_memory: bool = False


class Trouble(Exception):
    """There is no reply; the message says why and what to do, in one sentence."""


def propose(
    lines: Sequence[Line], settings: ModelSettings, file: Path, tables: PublishedTables = NOTHING_IMPORTED
) -> Proposals:
    """Return words for `lines`, each of them what `what_may_leave` left; `file` keeps replies and sends."""
    return _proposed(lines, settings, file, tables, anew=False)


def send_anew(lines: Sequence[Line], settings: ModelSettings, file: Path) -> Proposals:
    """Return words for `lines` as `propose` does, by asking even where a reply was kept."""
    # Loading litellm takes seconds, which are not the model's.
    load_litellm()
    return _proposed(lines, settings, file, NOTHING_IMPORTED, anew=True)


def _proposed(
    lines: Sequence[Line], settings: ModelSettings, file: Path, tables: PublishedTables, *, anew: bool
) -> Proposals:
    request = request_for(lines, settings)
    start = time.monotonic()
    try:
        with Kept.open(file) as kept:
            reply = None if anew else kept.reply(request)
            proposed = read_reply(reply) if reply is not None else _asked(request, settings, kept)
    except Trouble as trouble:
        return Proposals(words=(None,) * len(lines), trouble=str(trouble), seconds=time.monotonic() - start)
    except NotKept:
        told = "the list of what is sent cannot be kept, so nothing is sent; allow writing to the folder of plainbill"
        return Proposals(words=(None,) * len(lines), trouble=told)
    words, dropped = _checked(proposed, request, tables)
    return Proposals(
        words=tuple(words.get(written(line)) for line in lines),
        dropped=dropped,
        seconds=time.monotonic() - start,
        from_memory=reply is not None,
    )


def _asked(request: Request, settings: ModelSettings, kept: Kept) -> tuple[Proposed, ...]:
    """Return what the model answers: one more try where it was not reached or slow, one where the reply is unusable."""
    try:
        address = checked_address(settings.api_base, settings.allow_hosts)
    except AddressRefused as refused:
        raise Trouble(str(refused)) from None
    if kept.is_down(address, datetime.now(UTC)):
        raise Trouble("its server failed several times just now and is left alone for a minute")
    if importlib.util.find_spec("litellm") is None:
        raise Trouble(_ENDINGS["no litellm"])
    budget = Budget(settings, request)
    spare = {"call", "reply"}
    told = ""
    while True:
        refusal = budget.refusal()
        if refusal:
            raise Trouble(told or refusal)
        called = _sent(request, settings, kept, address, budget)
        try:
            if called.ending == "answered":
                proposed = read_reply(called.reply)
                kept.keep_reply(request, called.reply)
                return proposed
            told, again = _ENDINGS[called.ending], "call" if called.ending in _WORTH_ANOTHER_TRY else ""
        except ReplyRefused:
            told, again = "its reply was not of the form that was asked for", "reply"
        if again not in spare:
            raise Trouble(told)
        spare.remove(again)


def _sent(request: Request, settings: ModelSettings, kept: Kept, address: str, budget: Budget) -> Called:
    """Send a request, noted before and after."""
    send = kept.note_send(request, address, datetime.now(UTC))
    called = call_model(request, settings, timeout_s=budget.seconds_left)
    kept.note_ending(send, called)
    budget.spend(called)
    return called


def _checked(
    proposed: Sequence[Proposed], request: Request, tables: PublishedTables
) -> tuple[dict[str, Translation], Counter[str]]:
    """Return the wordings that may be shown, by the line they are for, and how many others there were, by reason."""
    words: dict[str, Translation] = {}
    dropped: Counter[str] = Counter()
    times = Counter(each.number for each in proposed)
    for each in proposed:
        if each.number > len(request.lines) or times[each.number] > 1:
            dropped["for no line of its own"] += 1
        elif not each.cannot_say:
            line, plain = request.lines[each.number - 1], " ".join(each.plain.split())
            faults = tuple(faults_of(plain, line, tables))
            dropped.update(faults[:1])
            if not faults:
                words[written(line)] = _translation(plain, request)
    return words, dropped


def _translation(plain: str, request: Request) -> Translation:
    return Translation(
        plain=plain,
        group="other",
        basis="llm",
        confidence=CONFIDENCE,
        vague=True,
        # A colon would end the name of the plugin that the engine puts before it.
        source=f"{request.prompt}/{request.model.replace(':', '-')}",
    )
