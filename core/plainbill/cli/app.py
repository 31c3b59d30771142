"""The commands; each imports what it needs when it runs, so that a quick one stays quick."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from plainbill.cli.ending import Refused, last_words
from plainbill.cli.model_app import model_app
from plainbill.cli.options import (
    InProcess,
    Json,
    NoPlugins,
    Pages,
    Papers,
    ReaderName,
    SettingsFile,
    StoryFile,
    TablesChoice,
    Today,
)

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Say what a medical bill means and which desk must put it right. Nothing leaves this machine unasked.",
)

tables_app = typer.Typer(pretty_exceptions_enable=False)
app.add_typer(tables_app, name="tables")
dictionary_app = typer.Typer(
    no_args_is_help=True, pretty_exceptions_enable=False, help="Check and count the dictionary, and look words up."
)
app.add_typer(dictionary_app, name="dictionary")
plugins_app = typer.Typer(pretty_exceptions_enable=False)
app.add_typer(plugins_app, name="plugins")

app.add_typer(model_app, name="model")

payers_app = typer.Typer(no_args_is_help=True, pretty_exceptions_enable=False, help="Check what is known of a payer.")
app.add_typer(payers_app, name="payers")


@app.command()
def explain(
    files: Papers,
    story: StoryFile = None,
    json: Json = False,
    today: Today = None,
    pages: Pages = None,
    reader: ReaderName = None,
    tables: TablesChoice = None,
    settings: SettingsFile = None,
    no_plugins: NoPlugins = False,
    in_process: InProcess = False,
) -> None:
    """Read the papers of one case, and say what each charge is, what is worth a question and whom to ask."""
    from plainbill.cli import reading
    from plainbill.cli.tables import chosen_tables

    options = reading.Options(
        story=story,
        today=today,
        pages=pages,
        reader=reader,
        settings=settings,
        no_plugins=no_plugins,
        in_process=in_process,
        tables=chosen_tables(tables),
        json=json,
    )
    reading.explain(files, options)


@app.command()
def read(
    files: Papers,
    json: Json = False,
    pages: Pages = None,
    reader: ReaderName = None,
    settings: SettingsFile = None,
    no_plugins: NoPlugins = False,
    in_process: InProcess = False,
) -> None:
    """Read the papers of one case: lines, codes, amounts, each with its place on the photo."""
    from plainbill.cli import reading

    options = reading.Options(
        pages=pages, reader=reader, settings=settings, no_plugins=no_plugins, in_process=in_process, json=json
    )
    reading.read(files, options)


@app.command()
def check(
    file: Annotated[str, typer.Argument(metavar="FILE.json", help="A case, or what `plainbill read --json` printed.")],
    json: Json = False,
    today: Today = None,
    tables: TablesChoice = None,
    settings: SettingsFile = None,
    no_plugins: NoPlugins = False,
    in_process: InProcess = False,
) -> None:
    """Find what is worth a question in a case, and which desk has to act first."""
    from plainbill.cli import checking
    from plainbill.cli.tables import chosen_tables

    options = checking.Options(
        today=today,
        tables=chosen_tables(tables),
        settings=settings,
        no_plugins=no_plugins,
        in_process=in_process,
        json=json,
    )
    checking.check_file(file, options)


@app.command()
def act(
    file: Annotated[
        str,
        typer.Argument(metavar="FILE.json", help="A case, or what `plainbill read` or `explain` printed with --json."),
    ],
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FOLDER", help="The folder to write to; else one named for the file."),
    ] = None,
    json: Json = False,
    today: Today = None,
    tables: TablesChoice = None,
    settings: SettingsFile = None,
    no_plugins: NoPlugins = False,
    in_process: InProcess = False,
) -> None:
    """Write what to do about a case: call sheets, letters, a comparison, days that count, and the whole report."""
    from plainbill.cli import acting
    from plainbill.cli.tables import chosen_tables

    options = acting.Options(
        out=out,
        today=today,
        settings=settings,
        no_plugins=no_plugins,
        in_process=in_process,
        tables=chosen_tables(tables),
        json=json,
    )
    acting.act_on_file(file, options)


class TextCommand(typer.core.TyperCommand):
    """A command whose arguments are texts, also with a dash before them, unless they are written like options."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]  # typer's Context is click's
        """Refuse unknown options, and leave the rest to the parser, which takes what it does not know as texts."""
        from plainbill.cli.describing import unknown_option

        unknown = unknown_option(args, [option for each in self.params for option in each.opts] + ctx.help_option_names)
        if unknown is not None:
            raise typer.BadParameter(f"there is no option {unknown}; write -- before a TEXT that looks like one", ctx)
        return super().parse_args(ctx, args)


@app.command(cls=TextCommand, context_settings={"ignore_unknown_options": True})
def describe(
    texts: Annotated[
        list[str] | None, typer.Argument(metavar="TEXT...", help="Charge descriptions, procedure or diagnosis codes.")
    ] = None,
    code: Annotated[str | None, typer.Option("--code", help="The procedure code beside the TEXT.")] = None,
    lines: Annotated[
        str | None,
        typer.Option(
            "--lines",
            metavar="FILE",
            help="A UTF-8 text file, one text a line; or code and text with a tab, comma or semicolon between.",
        ),
    ] = None,
    json: Json = False,
    tables: TablesChoice = None,
    settings: SettingsFile = None,
    no_plugins: NoPlugins = False,
    in_process: InProcess = False,
) -> None:
    """Say in plain words what a charge or a code is."""
    from plainbill.cli import describing
    from plainbill.cli.tables import chosen_tables

    options = describing.Options(
        code=code,
        lines=lines,
        settings=settings,
        no_plugins=no_plugins,
        in_process=in_process,
        tables=chosen_tables(tables),
        json=json,
    )
    describing.describe(texts or [], options)


@app.command()
def schema(
    of: Annotated[str, typer.Option("--of", help="case, read, explain, check, describe, act or payer.")] = "case",
    json: Json = False,
) -> None:
    """Print the JSON Schema of the vocabulary."""
    from plainbill.cli import telling

    telling.schema(of)


@app.command()
def doctor(
    llm: Annotated[
        bool, typer.Option("--llm", help="Send one made-up line to the model that is switched on, and say how it went.")
    ] = False,
    json: Json = False,
    settings: SettingsFile = None,
    no_plugins: NoPlugins = False,
) -> None:
    """Say what works on this machine, what does not and why."""
    from plainbill.cli import telling

    telling.doctor(settings=settings, no_plugins=no_plugins, llm=llm, as_json=json)


@plugins_app.callback(invoke_without_command=True)
def plugins(
    context: typer.Context, json: Json = False, settings: SettingsFile = None, no_plugins: NoPlugins = False
) -> None:
    """List the plugins: what is loaded, from where, how long its import took, and what is not loaded and why."""
    if context.invoked_subcommand is None:
        from plainbill.cli import plugins

        plugins.list_plugins(settings=settings, no_plugins=no_plugins, as_json=json)


@plugins_app.command("new")
def new_plugin(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What to call it, such as acme.")],
    payer: Annotated[str, typer.Option("--payer", metavar="PAYER", help="The payer's name as its papers print it.")],
    into: Annotated[Path, typer.Option("--into", help="The folder to write it into.")] = Path(),
) -> None:
    """Write the package of a new payer plugin, with a made-up paper and tests."""
    from plainbill.cli import authors

    authors.new(name, payer=payer, into=into)


@plugins_app.command("check")
def check_plugin(name: Annotated[str, typer.Argument(metavar="NAME", help="An installed plugin.")]) -> None:
    """Run the contract that every plugin has to keep; exit status 1 where it is not kept."""
    from plainbill.cli import authors

    authors.check(name)


@plugins_app.command("bless")
def bless_plugin(name: Annotated[str, typer.Argument(metavar="NAME", help="An installed plugin.")]) -> None:
    """Write down anew what is read of a plugin's made-up papers; read the change before you keep it."""
    from plainbill.cli import authors

    authors.bless(name)


@tables_app.callback(invoke_without_command=True)
def tables(context: typer.Context, json: Json = False) -> None:
    """List the tables that findings rest on: the published ones that were imported, and the built-in ones."""
    if context.invoked_subcommand is None:
        from plainbill.cli import tables

        tables.list_tables(as_json=json)


@tables_app.command("import")
def import_tables(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="NCCI pair edits, MUE or HCPCS files of CMS.")],
    valid_from: Annotated[
        str | None,
        typer.Option("--valid-from", metavar="YYYY-MM-DD", help="An edition's first day, where no file tells it."),
    ] = None,
    setting: Annotated[
        str | None,
        typer.Option("--setting", help="practitioner, outpatient_hospital or equipment, where no file tells it."),
    ] = None,
    json: Json = False,
) -> None:
    """Keep tables that CMS publishes, from its ZIP, XLSX, CSV or text files as they are."""
    from plainbill.cli import tables

    tables.import_tables(files, valid_from=valid_from, setting=setting, as_json=json)


@dictionary_app.command("check")
def check_dictionary(
    files: Annotated[
        list[str] | None, typer.Argument(metavar="FILE...", help="Tables or folders of tables; else the built-in ones.")
    ] = None,
    json: Json = False,
) -> None:
    """Say everything that is wrong with tables of the dictionary: file, line, entry, what is wrong and what to do."""
    from plainbill.cli import dictionary

    dictionary.check(files or [], as_json=json)


@dictionary_app.command("accept")
def accept_reviews(
    file: Annotated[
        str, typer.Argument(metavar="REVIEWS.json", help="A report with reviewed words, as the screen saves it.")
    ],
    out: Annotated[
        Path | None, typer.Option("--out", help="File to write the entries to; else standard output.")
    ] = None,
    here: Annotated[
        bool, typer.Option("--here", help="Keep words of a model that a person took over, for this machine alone.")
    ] = False,
    json: Json = False,
) -> None:
    """Write words that a person edited as entries for codes.tsv; each is checked, and every fault is named."""
    from plainbill.cli import dictionary

    if here:
        dictionary.accept_here(file, as_json=json)
    else:
        dictionary.accept(file, out=out, as_json=json)


@dictionary_app.command("stats")
def dictionary_stats(json: Json = False) -> None:
    """Count what the dictionary covers: entries by table and group, codes, families, what a person has reviewed."""
    from plainbill.cli import dictionary

    dictionary.stats(as_json=json)


@dictionary_app.command("term")
def dictionary_term(
    words: Annotated[list[str], typer.Argument(metavar="WORD...", help="Words on bills, each in quotes if it is two.")],
    json: Json = False,
) -> None:
    """Say in plain words what a word on a bill or in a letter means."""
    from plainbill.cli import dictionary

    dictionary.term(words, as_json=json)


@dictionary_app.command("suggest")
def suggest_words(
    lines: Annotated[str, typer.Argument(metavar="FILE", help="A UTF-8 text file, one charge description a line.")],
    json: Json = False,
    settings: SettingsFile = None,
) -> None:
    """Have the model that is switched on propose words for charges that no table explains, for an editor to judge."""
    from plainbill.cli import describing, models

    models.suggest(describing.lines_in(lines), settings=settings, as_json=json)


@payers_app.command("check")
def check_payers(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Packs, each a file payer.toml.")],
    json: Json = False,
) -> None:
    """Say everything that is wrong with packs of payers: file, line, entry, what is wrong and what to do."""
    from plainbill.cli import payers

    payers.check(files, as_json=json)


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
