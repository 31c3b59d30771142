"""`plainbill describe`: charge descriptions or codes in, plain words out."""

from pathlib import Path

import typer

from plainbill.case import DescribeResult, Fault
from plainbill.cli.ending import Refused, fault_line
from plainbill.cli.files import print_json, read_bytes
from plainbill.cli.settings import load_settings
from plainbill.describing import line_from_text
from plainbill.engine import Engine


def describe(texts: list[str], *, code: str | None, lines: str | None, settings: Path | None, as_json: bool) -> None:
    """Describe each text, and each line of the file called `lines`, in order."""
    texts = [*texts, *_texts_in(lines)] if lines is not None else texts
    if not texts and code is not None:
        texts = [code]
    if not texts:
        raise typer.BadParameter("name at least one TEXT, or --code, or --lines FILE", param_hint="TEXT")
    engine = Engine.start(load_settings(settings))
    translations = engine.describe([line_from_text(text, code) for text in texts])
    if as_json:
        print_json(DescribeResult(translations=translations))
        return
    from plainbill.cli.showing import show_texts

    show_texts(texts, translations)


def _texts_in(name: str) -> list[str]:
    try:
        lines = read_bytes(name).decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise Refused([fault_line(name, Fault(path="$", message="is not UTF-8 text; save it as UTF-8"))]) from None
    texts = [line.strip() for line in lines if line.strip()]
    if not texts:
        raise Refused([fault_line(name, Fault(path="$", message="holds no description; write one a line"))])
    return texts
