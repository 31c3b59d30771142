"""`plainbill model`, `doctor --llm` and `dictionary suggest`: what leaves, what left, and what a model proposes."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from plainbill.case import Case, Fault, Line, Translation
from plainbill.cli.ending import Refused, fault_line
from plainbill.cli.files import print_lines
from plainbill.cli.outgoing import as_lines, show_outgoing
from plainbill.cli.partial import say_failures
from plainbill.cli.settings import engine_at_work, load_settings
from plainbill.describing import model_readings
from plainbill.plugins.models import SentText, WordingModel

if TYPE_CHECKING:
    from plainbill.engine import Engine

_OFF = 'no model is switched on; name one below [plugins.litellm], such as model = "ollama_chat/NAME"'
_BATCH = 40


def preview(case: Case, *, settings: Path | None, tables: Path | None, as_json: bool) -> None:
    """Print what describing a case would send; nothing is sent.

    Raises:
        Refused: no model is switched on.
    """
    with _engine(settings, tables) as engine:
        _models(engine)
        shown = engine.preview(case)
    say_failures(engine)
    if as_json:
        print_lines([json.dumps({"outgoing": [asdict(each) for each in shown]}, ensure_ascii=False, indent=2)])
    else:
        told = [line for outgoing in shown for line in as_lines(outgoing)]
        print_lines(told or ["nothing would be sent: no line is left open, or what was asked before is still known"])


def sent(*, settings: Path | None, as_json: bool) -> None:
    """Print the list of everything that was sent to a model.

    Raises:
        Refused: no model is switched on.
    """
    with _engine(settings) as engine:
        sends = [each for model in _models(engine) for each in model.sent()]
    if as_json:
        print_lines([json.dumps({"sent": [asdict(each) for each in sends]}, ensure_ascii=False, indent=2)])
    else:
        print_lines([_as_line(each) for each in sends] or ["nothing was sent"])


def forget(*, settings: Path | None) -> None:
    """Remove what models answered, and the list of what was sent.

    Raises:
        Refused: no model is switched on.
    """
    with _engine(settings) as engine:
        for model in _models(engine):
            model.forget()
    print_lines(["nothing is kept any more"])


def try_out(settings: Path | None) -> list[dict[str, object]]:
    """Return what `doctor` says of each model after sending it one fixed line, which is shown before."""
    with _engine(settings) as engine:
        models = engine.models()
        if not models:
            return [{"name": "model", "works": False, "why": _OFF}]
        checks: list[dict[str, object]] = []
        for model in models:
            told = model.try_out(show_outgoing)
            checks.append({"name": f"model {model.name}", "works": told.works, "why": told.why})
    return checks


def suggest(lines: Sequence[Line], *, settings: Path | None, as_json: bool) -> None:
    """Print words that a model proposes for lines which no table explains, as entries for a dictionary's editor.

    Raises:
        Refused: no model is switched on.
    """
    with _engine(settings) as engine:
        _models(engine)
        described: list[Translation] = []
        for start in range(0, len(lines), _BATCH):
            described += engine.describe(lines[start : start + _BATCH])
    say_failures(engine)
    rows = [
        {"key": " ".join((line.description or "").upper().split()), "plain": guess.plain, "group": guess.group,
         "source": guess.source}
        for line, translation in zip(lines, described, strict=True)
        for guess in model_readings(translation)
    ]  # fmt: skip
    if as_json:
        print_lines([json.dumps({"suggestions": rows}, ensure_ascii=False, indent=2)])
    else:
        # No date and no reviewer: `dictionary check` asks the editor for both.
        print_lines(["key\tplain\tgroup\tsource", *("\t".join(row.values()) for row in rows)])


@contextmanager
def _engine(settings: Path | None, tables: Path | None = None) -> Iterator["Engine"]:
    """Yield an engine with the plugins that came with plainbill, in this process."""
    from plainbill.engine import Engine

    chosen = load_settings(settings).without_outside()
    with engine_at_work(chosen, settings, tables=tables, in_process=True) as engine:
        assert isinstance(engine, Engine)
        yield engine


def _models(engine: "Engine") -> tuple[WordingModel, ...]:
    models = engine.models()
    if not models:
        raise Refused([fault_line("plainbill.toml", Fault(path="plugins.litellm.model", message=_OFF))])
    return models


def _as_line(sent: SentText) -> str:
    return f"{sent.at}  {sent.address}  {sent.model}  {sent.prompt}  {sent.bytes} bytes  {sent.ending}"
