"""The made-up papers that payers' plugins carry, read by the real engine.

Run as a program, it writes their golden files: python -m tests.payers.samples
"""

import functools
from collections.abc import Mapping
from importlib.metadata import EntryPoint
from pathlib import Path

from plainbill.case import ReadResult
from plainbill.engine import Engine
from plainbill.payers.pack import Pack
from plainbill.payers.packaged import FILE, packaged
from plainbill.plugins.asking import Plugins
from plainbill.plugins.loading import load_plugins
from plainbill.plugins.records import Failure, SourceFile
from plainbill.settings import Settings
from plainbill.testing.goldens import golden_of, told_of

__all__ = ["engine", "golden_of", "packs", "payer_of", "plugins", "reading_of", "samples", "told"]

PLUGINS = Path(__file__).parents[2] / "plugins"
NEEDED = ("files", "layout", "parser")


@functools.cache
def packs() -> Mapping[str, Pack]:
    """Return every pack that comes with plainbill, by the name of its plugin."""
    names = sorted(file.parent.name.removeprefix("plainbill_") for file in PLUGINS.glob(f"*/{FILE}"))
    return {name: packaged(f"plainbill_{name}") for name in names}


def samples() -> tuple[Path, ...]:
    """Return every made-up paper of a payer."""
    return tuple(sorted(PLUGINS.glob("*/samples/*.txt")))


def payer_of(sample: Path) -> str:
    """Return the name of the plugin that a sample belongs to."""
    return sample.parents[1].name.removeprefix("plainbill_")


@functools.cache
def engine() -> Engine:
    """Return an engine with the payers' plugins and what reads a text."""
    failures: list[Failure] = []
    return Engine(Settings(), plugins(failures), failures)


def plugins(failures: list[Failure]) -> Plugins:
    """Return the payers' plugins and those that read a text, as they lie in this checkout."""
    names = (*NEEDED, *packs())
    entries = [EntryPoint(name=name, value=f"plainbill_{name}", group="plainbill") for name in names]
    return Plugins(load_plugins(entries=entries), failures.append)


@functools.cache
def reading_of(sample: Path) -> ReadResult:
    """Return what the engine reads on a sample."""
    return engine().read([SourceFile(name=sample.name, content=sample.read_bytes())])


def told(sample: Path) -> str:
    """Return what is read and found on a sample, as its golden file has it."""
    return told_of(sample, engine())


def main() -> None:
    """Write down anew what is said of every sample; read the change before you commit it."""
    for sample in samples():
        golden_of(sample).write_text(told(sample), encoding="utf-8")


if __name__ == "__main__":
    main()
