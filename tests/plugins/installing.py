"""Distributions that are only a folder: a hand-written `.dist-info` on the path, found in milliseconds."""

from importlib.metadata import EntryPoint, distributions
from pathlib import Path

GROUP = "plainbill"


def install(
    folder: Path, distribution: str, plugins: dict[str, str], version: str = "1.0", license_name: str = ""
) -> None:
    """Put a distribution into `folder` that names `plugins`, entry point by module."""
    info = folder / f"{distribution.replace('-', '_')}-{version}.dist-info"
    info.mkdir(parents=True)
    told = f"Metadata-Version: 2.4\nName: {distribution}\nVersion: {version}\n"
    told += f"License-Expression: {license_name}\n" if license_name else ""
    (info / "METADATA").write_text(told, "utf-8")
    lines = "".join(f"{name} = {module}\n" for name, module in plugins.items())
    (info / "entry_points.txt").write_text(f"[{GROUP}]\n{lines}", "utf-8")


def entries_in(folder: Path) -> list[EntryPoint]:
    """The entry points of the distributions in `folder`."""
    return [point for each in distributions(path=[str(folder)]) for point in each.entry_points.select(group=GROUP)]
