"""The texts of findings and gaps, as they stand in the tables of texts, in the language of their reader."""

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

from plainbill.case import Settling
from plainbill.knowledge.languages import translated

_FILES = ("coding", "billing", "payer", "info", "denied")
_PARTS = ("title", "explanation", "ask", "next_step")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What a finding of one kind and situation says, with {braces} to fill, and the questions that settle it."""

    title: str
    explanation: str
    ask: str
    next_step: str
    settles: tuple[Settling, ...]


@functools.cache
def _read(name: str) -> Mapping[str, Mapping[str, object]]:
    return tomllib.loads((resources.files("plainbill.knowledge") / f"{name}.toml").read_text(encoding="utf-8"))


@functools.cache
def _finding_texts() -> Mapping[str, Mapping[str, object]]:
    """The wordings of every kind; a kind may have some in more than one file."""
    texts: dict[str, dict[str, object]] = {}
    for file in _FILES:
        for kind, of_kind in _read(f"finding_texts/{file}").items():
            if kind != "parts":
                texts.setdefault(kind, {}).update(of_kind)
    return texts


def wording(kind: str, text: str) -> Wording:
    """Return the wording `text` of `kind`; questions written for the whole kind hold for each of its wordings."""
    english = _wording(kind, text)
    return Wording(
        settles=tuple(map(_translated, english.settles)),
        **{part: translated(getattr(english, part)) for part in _PARTS},
    )


def _translated(settling: Settling) -> Settling:
    answers = tuple(each.but(answer=translated(each.answer)) for each in settling.answers)
    return settling.but(question=translated(settling.question), answers=answers)


@functools.cache
def _wording(kind: str, text: str) -> Wording:
    of_kind = _finding_texts()[kind]
    chosen = of_kind[text]
    assert isinstance(chosen, dict)
    settles = chosen.get("settles", of_kind.get("settles", []))
    return Wording(
        settles=tuple(Settling.model_validate(question) for question in settles),
        **{part: chosen[part] for part in _PARTS},
    )


def wordings() -> tuple[tuple[str, str], ...]:
    """Return the kind and name of every wording there is."""
    return tuple(
        (kind, text)
        for kind, of_kind in _finding_texts().items()
        for text, chosen in of_kind.items()
        if isinstance(chosen, dict)
    )


def question_of(kind: str, text: str) -> str:
    """Return what to ask about a refusal whose reason code has no question of its own, in English."""
    chosen = _finding_texts()[kind][text]
    assert isinstance(chosen, dict)
    return str(chosen["question"])


def denied_part(name: str) -> str:
    """Return a sentence that findings about refusals share, in English: on the reason the plan prints, or who pays."""
    return str(_read("finding_texts/denied")["parts"][name])


def in_doubt(part: str) -> str:
    """Return what is put around a part of a finding whose values nobody confirmed, "{part}" where nothing is."""
    return translated(str(_read("finding_texts/doubt")["doubt"].get(part, f"{{{part}}}")))


def gap_text(name: str) -> tuple[str, str]:
    """Return what to ask for, and why it is needed."""
    chosen = _read("gap_texts")[name]
    return translated(str(chosen["ask"])), translated(str(chosen["why"]))
