"""The commands; each imports what it needs when it runs, so that a quick one stays quick."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from plainbill.cli.ending import Refused, last_words

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Say what a medical bill means and which desk must put it right. Nothing leaves this machine.",
)

Json = Annotated[bool, typer.Option("--json", help="Print JSON as the case contract has it.")]
SettingsFile = Annotated[
    Path | None, typer.Option("--settings", help="The settings file; else ./plainbill.toml or the user's own.")
]
Today = Annotated[
    str | None, typer.Option("--today", metavar="YYYY-MM-DD", help="The day for what depends on the day.")
]
Papers = Annotated[list[str], typer.Argument(metavar="FILE...", help="Photos, scans, PDFs or texts of one case.")]
StoryFile = Annotated[str | None, typer.Option("--story", metavar="STORY.json", help="What the patient says happened.")]
Pages = Annotated[
    str | None, typer.Option("--pages", metavar="FROM-TO", help="Which pages of each file, such as 61-120.")
]
ReaderName = Annotated[str | None, typer.Option("--reader", help="The reader to use, such as rapidocr or tesseract.")]


@app.command()
def explain(
    files: Papers,
    story: StoryFile = None,
    json: Json = False,
    today: Today = None,
    pages: Pages = None,
    reader: ReaderName = None,
    settings: SettingsFile = None,
) -> None:
    """Read the papers of one case, and say what each charge is, what is worth a question and whom to ask."""
    from plainbill.cli import reading

    reading.explain(
        files, reading.Options(story=story, today=today, pages=pages, reader=reader, settings=settings, json=json)
    )


@app.command()
def read(
    files: Papers,
    json: Json = False,
    pages: Pages = None,
    reader: ReaderName = None,
    settings: SettingsFile = None,
) -> None:
    """Read the papers of one case: lines, codes, amounts, each with its place on the photo."""
    from plainbill.cli import reading

    reading.read(files, reading.Options(pages=pages, reader=reader, settings=settings, json=json))


@app.command()
def check(
    file: Annotated[str, typer.Argument(metavar="FILE.json", help="A case, or what `plainbill read --json` printed.")],
    json: Json = False,
    today: Today = None,
) -> None:
    """Find what is worth a question in a case, and which desk has to act first."""
    from plainbill.cli import checking

    checking.check_file(file, today=today, as_json=json)


@app.command()
def describe(
    texts: Annotated[list[str] | None, typer.Argument(metavar="TEXT...", help="Charge descriptions or codes.")] = None,
    code: Annotated[str | None, typer.Option("--code", help="The procedure code beside the TEXT.")] = None,
    lines: Annotated[
        str | None, typer.Option("--lines", metavar="FILE", help="A text file, one description a line.")
    ] = None,
    json: Json = False,
    settings: SettingsFile = None,
) -> None:
    """Say in plain words what a charge is."""
    from plainbill.cli import describing

    describing.describe(texts or [], code=code, lines=lines, settings=settings, as_json=json)


@app.command()
def schema(
    of: Annotated[str, typer.Option("--of", help="case, read, explain, check or describe.")] = "case",
    json: Json = False,
) -> None:
    """Print the JSON Schema of the vocabulary."""
    from plainbill.cli import telling

    telling.schema(of)


@app.command()
def plugins(json: Json = False, settings: SettingsFile = None) -> None:
    """List the plugins: what is loaded, from where, and what is not and why."""
    from plainbill.cli import telling

    telling.plugins(settings=settings, as_json=json)


@app.command()
def doctor(json: Json = False, settings: SettingsFile = None) -> None:
    """Say what works on this machine, what does not and why."""
    from plainbill.cli import telling

    telling.doctor(settings=settings, as_json=json)


def main() -> None:
    """Run the command that was typed; exit status 0 done, 1 nothing could be read or judged, 2 wrong usage."""
    sys.excepthook = last_words
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        # Not app(): that would put typer's own hook, which prints tracebacks, in the place of last_words.
        typer.main.get_command(app)()
    except Refused as refusal:
        for line in refusal.lines:
            print(line, file=sys.stderr)  # noqa: T201  # standard error is where the contract puts faults
        raise SystemExit(1) from None
