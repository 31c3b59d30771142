"""Papers of a made-up payer, read with plugins of the shelf."""

from importlib.metadata import EntryPoint

from plainbill.case import ReadResult
from plainbill.engine.reading import read_files
from plainbill.engine.watching import NobodyWatches
from plainbill.plugins.asking import Plugins
from plainbill.plugins.loading import load_plugins
from plainbill.plugins.records import Failure, PageRange, SourceFile
from plainbill.settings import ReadingSettings

PAPER = """\
Acme Health

Statement of Shares
Patient: Wilhelmina Poole
Claim number: 2026-0417-11
Provider: Riverside Clinic

Date of service   Service        Charge    Acme gift   Your share   Notes
03/11/2026        Office visit   155.00    100.00      55.00
03/12/2026        Lab test       40.00     0.00        40.00        Q17
Total                            195.00    100.00      95.00
"""
"""A notice whose column "Acme gift" and note Q17 nobody knows but its payer."""


def asked(*names: str) -> tuple[Plugins, list[Failure]]:
    """Return the named plugins of the shelf beside those that read a text, and the failures they will have."""
    failures: list[Failure] = []
    entries = [EntryPoint(name=name, value=f"tests.plugins.shelf.{name}", group="plainbill") for name in names]
    for name in ("files", "layout", "parser"):
        entries.append(EntryPoint(name=name, value=f"plainbill_{name}", group="plainbill"))
    return Plugins(load_plugins(entries=entries), failures.append), failures


def read(plugins: Plugins, text: str = PAPER) -> ReadResult:
    """Return what is read of a text."""
    return read_files(
        [SourceFile(name="paper.txt", content=text.encode())],
        plugins=plugins,
        settings=ReadingSettings(cleaners=(), second_reader=""),
        pages=PageRange(),
        watch=NobodyWatches(),
    )
