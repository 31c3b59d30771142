"""`plainbill plugins new`, `check` and `bless`: for those who write plugins."""

import datetime
import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import typer

from plainbill.cli.ending import Refused
from plainbill.cli.files import print_lines

_NAME = re.compile(r"^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$")
# What a name may not hold, because it goes into files of Python, TOML and Markdown.
_PAYER = re.compile(r'^[^\x00-\x1f\x7f"\\`{}\[\]<>#]{2,80}$')


def new(name: str, *, payer: str, into: Path) -> None:
    """Write the package of a new payer plugin.

    Raises:
        typer.BadParameter: the name cannot be that of a plugin, or the payer's name holds signs that names do not have.
        Refused: the folder is there already, or cannot be written.
    """
    from plainbill.scaffold import NotEmpty, write_package
    from plainbill.settings import PluginSettings

    if not _NAME.match(name) or name in PluginSettings.model_fields:
        raise typer.BadParameter(f"{name} cannot be its name; use small letters and digits", param_hint="NAME")
    if not _PAYER.match(payer.strip()):
        raise typer.BadParameter("write the payer's name as its papers print it", param_hint="--payer")
    try:
        folder = write_package(name, payer.strip(), into, today=datetime.date.today())
    except NotEmpty as taken:
        raise Refused([f"{taken}: is there already; choose another name, or remove it"]) from None
    except OSError:
        raise Refused([f"{into}: cannot be written to; name another folder with --into"]) from None
    print_lines(
        [
            f"{folder} is written. Next:",
            f"  pip install -e '{folder}[test]'",
            f"  put facts into src/plainbill_{name.replace('-', '_')}/payer.toml, and made-up papers beside it",
            f"  plainbill plugins bless {name}, and read what it writes",
            f"  plainbill plugins check {name}",
        ]
    )


def check(name: str) -> None:
    """Run the contract on an installed plugin; ends with 1 where it is not kept.

    Raises:
        Refused: pytest is not installed, or no plugin has this name.
    """
    from plainbill.plugins.finding import found_entries

    if importlib.util.find_spec("pytest") is None:
        raise Refused(["plainbill: the contract needs pytest; install plainbill[test-kit]"])
    known = sorted(entry.name for entry in found_entries())
    if name not in known:
        raise Refused([f"plainbill: no installed plugin is called {name}; there are {', '.join(known)}"])
    contract = ["--pyargs", "plainbill.testing.contract", "--plainbill-plugin", name]
    # Not this project's own settings of pytest, nor what it left behind.
    command = [sys.executable, "-m", "pytest", "-c", "/dev/null", "--rootdir", ".", "-p", "no:cacheprovider", "-q"]
    done = subprocess.run([*command, *contract], check=False)
    if done.returncode:
        raise typer.Exit(1)


def bless(name: str) -> None:
    """Write down anew what is read of the samples of an installed plugin.

    Raises:
        Refused: there is no such plugin, it cannot be loaded, or it has no samples.
    """
    from plainbill.testing.goldens import bless, golden_of
    from plainbill.testing.subject import NoSuchPlugin, subject_called

    try:
        subject = subject_called(name)
    except NoSuchPlugin as absent:
        raise Refused([f"plainbill: {absent}"]) from None
    if not subject.is_loaded:
        raise Refused([f"plainbill: {name} is not loaded: {subject.status.reason}"])
    samples = subject.samples()
    if not samples:
        raise Refused([f"plainbill: {name} has no samples; put a made-up paper into {subject.folder() / 'samples'}"])
    engine = subject.engine()
    told = [(golden_of(sample), bless(sample, engine)) for sample in samples]
    print_lines(
        [f"{file}: {'written; read it before you keep it' if changed else 'unchanged'}" for file, changed in told]
    )
