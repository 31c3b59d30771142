"""A dozen made-up papers of invented payers and providers, as text: bills, notices, an estimate, a record, a letter."""

from collections.abc import Mapping
from importlib import resources
from types import MappingProxyType


def paper_texts() -> Mapping[str, str]:
    """Return the text of each paper by its name."""
    folder = resources.files("plainbill.testing") / "bills"
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".txt")), key=lambda file: file.name)
    return MappingProxyType({file.name.removesuffix(".txt"): file.read_text(encoding="utf-8") for file in files})
