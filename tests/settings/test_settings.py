"""Settings: defaults that stay on this machine, and faults that are all named."""

from pathlib import Path

import pytest

from plainbill.case import FaultyFile, read_as
from plainbill.settings import Settings, find_settings


def test_the_defaults_serve_this_machine_only() -> None:
    assert Settings.load(None).screen.address == "127.0.0.1"


def test_what_the_file_sets_holds_and_the_rest_stays(tmp_path: Path) -> None:
    path = tmp_path / "plainbill.toml"
    path.write_text('[reading]\nreader = "tesseract"\n', encoding="utf-8")
    settings = Settings.load(path)
    assert settings.reading.reader == "tesseract"
    assert settings.reading.page_limit == Settings().reading.page_limit


def test_every_fault_of_the_file_is_named_with_its_path(tmp_path: Path) -> None:
    path = tmp_path / "plainbill.toml"
    path.write_text('[reading]\npage_limit = 0\nreeder = "x"\n[screen]\nport = "many"\n', encoding="utf-8")
    with pytest.raises(FaultyFile) as refusal:
        Settings.load(path)
    assert {fault.path for fault in refusal.value.faults} == {"reading.page_limit", "reading.reeder", "screen.port"}


def test_a_table_of_a_plugin_is_kept_for_the_plugin_to_read(tmp_path: Path) -> None:
    path = tmp_path / "plainbill.toml"
    path.write_text('[plugins]\ndeny = ["opencv"]\n[plugins.acme]\nregion = "north"\n', encoding="utf-8")
    settings = Settings.load(path)
    assert settings.plugins.deny == ("opencv",)
    assert settings.plugins.own == {"acme": {"region": "north"}}
    assert read_as(Settings, settings.model_dump(mode="json")).plugins.own == settings.plugins.own


@pytest.mark.parametrize(
    ("written", "path"),
    [('dney = ["x"]', "plugins.dney"), ('allow = ["x"]', "plugins"), ('mode = "some"', "plugins.mode")],
)
def test_what_is_neither_a_setting_of_plugins_nor_a_plugins_table_is_refused(
    tmp_path: Path, written: str, path: str
) -> None:
    file = tmp_path / "plainbill.toml"
    file.write_text(f"[plugins]\n{written}\n", encoding="utf-8")
    with pytest.raises(FaultyFile) as refusal:
        Settings.load(file)
    assert [fault.path for fault in refusal.value.faults] == [path]


@pytest.mark.parametrize("content", ["[reading", "a = \x00", None])
def test_what_is_no_settings_file_is_refused(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "plainbill.toml"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(FaultyFile):
        Settings.load(path)


def test_the_working_folder_comes_before_the_users_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "config" / "plainbill").mkdir(parents=True)
    (tmp_path / "work").mkdir()
    users, works = tmp_path / "config" / "plainbill" / "plainbill.toml", tmp_path / "work" / "plainbill.toml"
    users.touch()
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.chdir(tmp_path / "work")
    assert find_settings(None) == users
    works.touch()
    assert find_settings(None) == works
    assert find_settings(tmp_path / "named.toml") == tmp_path / "named.toml"
