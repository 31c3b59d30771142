"""`plainbill schema` and `doctor`: what plainbill is and what works here."""

import json
import platform
import sys
from pathlib import Path

import typer

from plainbill.case import Case, CheckResult, DescribeResult, Entry, ExplainResult, ReadResult
from plainbill.cli.files import print_lines
from plainbill.cli.settings import engine_at_work, load_settings

SCHEMAS: dict[str, type[Entry]] = {
    "case": Case,
    "read": ReadResult,
    "explain": ExplainResult,
    "check": CheckResult,
    "describe": DescribeResult,
}


ACT = "act"
"""The name of the schema of what `plainbill act` prints; its room is large, and the others do without it."""

PAYER = "payer"
"""The name of the schema of `payer.toml`."""


def schema(of: str) -> None:
    """Print the JSON Schema of one kind of file."""
    names = (*SCHEMAS, ACT, PAYER)
    if of not in names:
        raise typer.BadParameter(f"{of} is none of {', '.join(names)}", param_hint="--of")
    if of == PAYER:
        from plainbill.payers.pack import Pack

        _print(Pack.model_json_schema())
        return
    if of == ACT:
        from plainbill.acting import ActResult

        _print(ActResult.model_json_schema())
        return
    _print(SCHEMAS[of].model_json_schema())


def doctor(*, settings: Path | None, no_plugins: bool, llm: bool, as_json: bool) -> None:
    """Print what works here and what does not; with `llm` a model that is switched on is tried."""
    from plainbill.payers.installed import with_faults
    from plainbill.settings import find_settings, user_folder

    chosen = load_settings(settings, no_plugins=no_plugins)
    with engine_at_work(chosen, settings) as engine:
        plugins, readers = engine.plugins, engine.readers()
    checks = [
        _works("python", f"{platform.python_version()} in {sys.prefix}"),
        _works("settings", str(find_settings(settings) or "none found, the defaults hold")),
        _works("store", chosen.store.url or f"a file in {user_folder()}"),
    ]
    for plugin, loaded in zip(with_faults(plugins), plugins, strict=True):
        works = plugin.status == "loaded" and plugin == loaded
        checks.append(
            {"name": f"plugin {plugin.name}", "works": works, "why": plugin.reason or ", ".join(plugin.hooks)}
        )
    for reader in readers:
        default = " (the reader that is used)" if reader.name == chosen.reading.reader else ""
        works, why = reader.why is None, reader.why or f"ready{default}"
        checks.append({"name": f"reader {reader.name}", "works": works, "why": why})
    if llm:
        from plainbill.cli.models import try_out

        checks += try_out(settings)
    if as_json:
        _print({"checks": checks})
        return
    print_lines([f"{'works' if each['works'] else 'does not work'}  {each['name']}: {each['why']}" for each in checks])


def _works(name: str, why: str) -> dict[str, object]:
    return {"name": name, "works": True, "why": why}


def _print(value: object) -> None:
    print_lines([json.dumps(value, ensure_ascii=False, indent=2)])
