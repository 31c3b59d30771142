"""`plainbill describe`: charge descriptions or codes in, plain words out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from plainbill.case import DescribeResult, Fault, Line
from plainbill.cli.ending import Refused, fault_line
from plainbill.cli.files import print_json, read_bytes
from plainbill.cli.partial import say_failures
from plainbill.cli.settings import engine_at_work, load_settings
from plainbill.describing import line_from_row, line_from_text

MOST_LINES = 100_000
_LINE_ENDS = re.compile(r"\r\n|\r|\n")
_OPTION = re.compile(r"(--?[A-Za-z][A-Za-z-]*)(?:=.*)?", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What was asked for besides the texts."""

    code: str | None = None
    lines: str | None = None
    settings: Path | None = None
    no_plugins: bool = False
    in_process: bool = False
    tables: Path | None = None
    json: bool = False


def describe(texts: Sequence[str], options: Options) -> None:
    """Describe each text, and each line of the file that was named, in order."""
    rows = _rows_in(options.lines) if options.lines is not None else []
    if not texts and not rows and options.code is not None:
        texts = [options.code]
    if not texts and not rows:
        raise typer.BadParameter("name at least one TEXT, or --code, or --lines FILE", param_hint="TEXT")
    settings = load_settings(options.settings, no_plugins=options.no_plugins)
    with engine_at_work(settings, options.settings, tables=options.tables, in_process=options.in_process) as engine:
        translations = engine.describe(_lines(texts, rows, options.code))
    say_failures(engine)
    if options.json:
        print_json(DescribeResult(translations=translations))
        return
    from plainbill.cli.showing import show_texts

    show_texts([*texts, *rows], translations)


def lines_in(name: str) -> list[Line]:
    """Return the lines of a bill that the rows of a text file stand for.

    Raises:
        Refused: it cannot be opened, is no text, or holds nothing or too much.
    """
    return [line_from_row(row) for row in _rows_in(name)]


def unknown_option(arguments: Sequence[str], known: Sequence[str]) -> str | None:
    """Return the first argument that is written like an option and is none of `known`; "- 22G NEEDLE" is a text."""
    before = arguments[: arguments.index("--")] if "--" in arguments else arguments
    written = (match.group(1) for argument in before if (match := _OPTION.fullmatch(argument)))
    return next((option for option in written if option not in known), None)


def _lines(texts: Sequence[str], rows: Sequence[str], code: str | None) -> list[Line]:
    typed = [line_from_text(text, code) for text in texts]
    return typed + [line_from_row(row) if code is None else line_from_text(row, code) for row in rows]


def _rows_in(name: str) -> list[str]:
    """Return the lines of a text file that are not empty.

    Raises:
        Refused: it cannot be opened, is no text, or holds nothing or too much.
    """
    try:
        text = read_bytes(name).decode("utf-8-sig")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        _refuse(name, "is not UTF-8 text; save it as UTF-8")
    rows = [row.strip() for row in _LINE_ENDS.split(text) if row.strip()]
    if not rows:
        _refuse(name, "holds no description; write one a line")
    if len(rows) > MOST_LINES:
        _refuse(name, f"holds more than {MOST_LINES:,} lines; split it")
    return rows


def _refuse(name: str, message: str) -> None:
    raise Refused([fault_line(name, Fault(path="$", message=message))])
