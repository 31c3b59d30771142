"""The commands about a language model: what would leave, what left, and forgetting it."""

from typing import Annotated

import typer

from plainbill.cli.options import Json, SettingsFile, TablesChoice

model_app = typer.Typer(
    no_args_is_help=True, pretty_exceptions_enable=False, help="See what a language model is sent, where one is used."
)


@model_app.command("preview")
def preview_model(
    file: Annotated[str, typer.Argument(metavar="FILE.json", help="A case, or what `plainbill read --json` printed.")],
    json: Json = False,
    tables: TablesChoice = None,
    settings: SettingsFile = None,
) -> None:
    """Print, word for word, what describing a case would send to the model; nothing is sent."""
    from plainbill.case import Case
    from plainbill.cli import checking, models
    from plainbill.cli.tables import chosen_tables

    read = checking.read_case(file)
    models.preview(
        read if isinstance(read, Case) else read.case, settings=settings, tables=chosen_tables(tables), as_json=json
    )


@model_app.command("sent")
def sent_to_model(json: Json = False, settings: SettingsFile = None) -> None:
    """List everything that was sent: when, where to, to which model; with --json the texts too."""
    from plainbill.cli import models

    models.sent(settings=settings, as_json=json)


@model_app.command("forget")
def forget_model(settings: SettingsFile = None) -> None:
    """Remove what the model answered, and the list of what was sent."""
    from plainbill.cli import models

    models.forget(settings=settings)
