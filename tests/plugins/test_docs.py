"""The pages for authors: their files are what `plainbill plugins new` writes, and their code runs."""

import datetime
import re
import sys
from importlib.metadata import EntryPoint
from pathlib import Path
from types import ModuleType

import pytest

from plainbill.case import Line
from plainbill.plugins.asking import Plugins
from plainbill.plugins.loading import load_plugins
from plainbill.scaffold import write_package
from plainbill.settings import PluginSettings

DOCS = Path(__file__).parents[2] / "docs"
TUTORIAL = (DOCS / "tutorial" / "first-payer.md").read_text(encoding="utf-8")
SHOWN = dict(re.findall(r"`((?:src|tests)/[\w./]+)`:\n\n```\w*\n(.*?)```\n", TUTORIAL, re.DOTALL))


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of the tutorial."""
    into = tmp_path_factory.mktemp("authors")
    return write_package("acme", "Acme Health", into, today=datetime.date(2026, 11, 28))


def test_the_tutorial_shows_the_files_that_matter() -> None:
    assert {Path(name).name for name in SHOWN} == {"payer.toml", "__init__.py", "notice.txt", "test_acme.py"}


@pytest.mark.parametrize("name", SHOWN)
def test_a_file_of_the_tutorial_is_what_is_written(written: Path, name: str) -> None:
    assert SHOWN[name] == (written / name).read_text(encoding="utf-8")


def test_the_plugin_of_the_page_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", (DOCS / "how-to" / "write-a-plugin.md").read_text("utf-8"), re.DOTALL)
    module = ModuleType("plainbill_of_the_page")
    exec(compile(code, "write-a-plugin.md", "exec"), module.__dict__)
    monkeypatch.setitem(sys.modules, module.__name__, module)
    chosen = PluginSettings.model_validate({"page": {"short": True}})
    loaded = load_plugins(chosen, entries=[EntryPoint("page", module.__name__, "plainbill")])
    assert [(status.status, status.reason) for status in loaded.found] == [("loaded", "")]
    lines = [Line(id="1", description="GAUZE"), Line(id="2", description="MISC")]
    (answer,) = Plugins(loaded, lambda failure: pytest.fail(failure.where)).describe_lines(lines, None)
    assert [each and each.plain for each in answer.answer] == ["Gauze.", None]
