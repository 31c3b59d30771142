"""The options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

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
TablesChoice = Annotated[
    str | None, typer.Option("--tables", metavar="built-in", help="Leave out the published tables that were imported.")
]
ReaderName = Annotated[str | None, typer.Option("--reader", help="The reader to use, such as rapidocr or tesseract.")]
NoPlugins = Annotated[bool, typer.Option("--no-plugins", help="Leave out plugins that did not come with plainbill.")]
InProcess = Annotated[
    bool, typer.Option("--in-process", help="Run plugins in this process, to debug one: nothing can stop it there.")
]
