"""Writes the pages of docs/reference that the code itself can tell; `make docs` runs it."""

import functools
import inspect
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import typer

from docs import dictionary
from docs.actions import actions
from docs.kinds import kinds
from docs.payers import payers
from plainbill.cli.app import app
from plainbill.plugins.deprecations import DEPRECATED
from plainbill.plugins.hookspecs import Hooks
from plainbill.settings import Settings

REFERENCE = Path(__file__).parent / "reference"
WRITTEN = "<!-- Written by `make docs` from the code; change the code. -->"

EXIT_STATUS = """## Exit status

| status | meaning |
|---|---|
| 0 | something was read or judged, also where single pages or files failed; these are named on standard error |
| 1 | nothing could be read or judged; standard output stays empty |
| 2 | wrong usage: an unknown option, or no file named |

Standard error gets one line a fault, `FILE: PATH: what is wrong; what to do`, all faults of a file at once.
"""


def command_line() -> Iterator[str]:
    """The page on the command line: every command with its arguments and options."""
    yield f"# Command line\n\n{WRITTEN}\n"
    group = typer.main.get_command(app)
    assert isinstance(group, typer.core.TyperGroup)
    for name, command in _commands(group):
        arguments = [str(each.metavar) for each in command.params if each.param_type_name == "argument"]
        yield f"## {' '.join(['plainbill', name, *arguments])}\n\n{command.help}\n"
        yield "| | |\n|---|---|"
        for parameter in command.params:
            assert isinstance(parameter, typer.core.TyperOption | typer.core.TyperArgument)
            shown = parameter.metavar if parameter.param_type_name == "argument" else parameter.opts[0]
            value = f" {parameter.metavar}" if parameter.metavar and shown != parameter.metavar else ""
            default = f" Default: `{parameter.default}`." if isinstance(parameter.default, str) else ""
            yield f"| `{shown}{value}` | {parameter.help}{default} |"
        yield ""
    yield EXIT_STATUS


def _commands(group: typer.core.TyperGroup) -> Iterator[tuple[str, typer.core.TyperCommand | typer.core.TyperGroup]]:
    for name, command in group.commands.items():
        assert isinstance(command, typer.core.TyperCommand | typer.core.TyperGroup)
        yield name, command
        if isinstance(command, typer.core.TyperGroup):
            yield from ((f"{name} {inner}", each) for inner, each in _commands(command))


def settings() -> Iterator[str]:
    """The page on settings: every key with its default."""
    yield f"# Settings\n\n{WRITTEN}\n"
    yield (
        "A file `plainbill.toml`: the one named with `--settings`, else in the working folder, else `plainbill/`"
        " in the user's configuration folder. An unknown key is an error.\n"
    )
    for section, field in Settings.model_fields.items():
        values = field.default
        yield f"## [{section}]\n\n{type(values).__doc__}\n\n| key | default | |\n|---|---|---|"
        for key, each in type(values).model_fields.items():
            default = list(each.default) if isinstance(each.default, tuple) else each.default
            shown = str(default).lower() if isinstance(default, bool) else repr(default).replace("'", '"')
            yield f"| `{key}` | `{shown}` | {each.description or ''} |"
        yield ""


def hooks() -> Iterator[str]:
    """The page on hooks: each specification's own words."""
    yield f"# Hooks\n\n{WRITTEN}\n"
    yield (
        "A plugin is a module named by an entry point of the group `plainbill`. It marks its functions with `hookimpl`"
        " from `plainbill.plugins`, and they take only the arguments they name.\n"
    )
    for name, hook in vars(Hooks).items():
        if name.startswith("_"):
            continue
        arguments = [each for each in inspect.signature(hook).parameters if each != "self"]
        head, *points = (inspect.getdoc(hook) or "").split("\n\n")
        yield f"## {name}({', '.join(arguments)})\n\n{head}\n"
        for line in " ".join(points).splitlines():
            yield f"  {line.strip()}" if line.startswith(" ") else f"- {line}"
        yield ""
    yield from _old_names()


def _old_names() -> Iterator[str]:
    """What was renamed and still works."""
    yield "## Old names\n"
    if not DEPRECATED:
        yield "No hook and no argument has had another name so far.\n"
        return
    yield "Plugins that use these go on working, with a warning, until the release that takes them away.\n"
    yield "| old name | today | since | gone in |\n|---|---|---|---|"
    for each in DEPRECATED:
        old = f"`{each.argument}` of `{each.hook}`" if each.argument else f"`{each.hook}`"
        yield f"| {old} | `{each.instead}` | {each.since} | {each.removed_in} |"
    yield ""


def catalogue() -> Iterator[str]:
    """The page on the kinds of findings."""
    yield f"# Kinds of findings\n\n{WRITTEN}"
    yield from kinds()


def known_payers() -> Iterator[str]:
    """The page on what is known of payers."""
    yield f"# Payers\n\n{WRITTEN}\n"
    yield from payers()


def letters_and_dates() -> Iterator[str]:
    """The page on letters, days that count and their rules."""
    yield f"# Letters and days that count\n\n{WRITTEN}\n"
    yield from actions()


def glossary() -> Iterator[str]:
    """The page on words of the trade."""
    yield f"# Glossary\n\n{WRITTEN}\n"
    yield from dictionary.words()


def dictionary_index() -> Iterator[str]:
    """The page that leads to those of the dictionary."""
    yield f"# The dictionary\n\n{WRITTEN}\n"
    yield from dictionary.index()


def _section(section: dictionary.Section) -> Iterator[str]:
    yield f"# {section.title}\n\n{WRITTEN}\n"
    yield from dictionary.section_page(section)


PAGES: dict[str, Callable[[], Iterator[str]]] = {
    "command-line.md": command_line,
    "settings.md": settings,
    "hooks.md": hooks,
    "kinds.md": catalogue,
    "letters-and-dates.md": letters_and_dates,
    "glossary.md": glossary,
    "payers.md": known_payers,
    f"{dictionary.FOLDER}/README.md": dictionary_index,
    **{name: functools.partial(_section, section) for name, section in dictionary.sections().items()},
}


def page(name: str) -> str:
    """The page as it should stand in docs/reference."""
    return "\n".join(PAGES[name]()).rstrip() + "\n"


def stale() -> Iterator[str]:
    """The pages that are not what the code and the tables say now, and those that nothing writes any more."""
    for name in PAGES:
        file = REFERENCE / name
        if not file.exists() or file.read_text(encoding="utf-8") != page(name):
            yield name
    yield from _left_over()


def _left_over() -> Iterator[str]:
    names = (f"{dictionary.FOLDER}/{file.name}" for file in (REFERENCE / dictionary.FOLDER).glob("*.md"))
    return (name for name in sorted(names) if name not in PAGES)


def write() -> None:
    """Write every page, and remove those of the dictionary that nothing writes any more."""
    (REFERENCE / dictionary.FOLDER).mkdir(exist_ok=True)
    for name in PAGES:
        (REFERENCE / name).write_text(page(name), encoding="utf-8")
    for name in _left_over():
        (REFERENCE / name).unlink()


def main(arguments: Sequence[str]) -> int:
    """Write the pages; with --check only say which are stale, and end with 1 where one is."""
    if list(arguments) != ["--check"]:
        write()
        return 0
    found = list(stale())
    for name in found:
        sys.stderr.write(f"docs/reference/{name}: is not what the code says now; run `make docs`\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
