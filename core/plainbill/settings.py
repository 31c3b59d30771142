"""The settings: one frozen model, read from `plainbill.toml`; every fault is reported at once with its path."""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, ConfigDict, Field, model_validator

from plainbill.case import Entry, Fault, FaultyFile, read_as

FILE_NAME = "plainbill.toml"


class ReadingSettings(Entry):
    """How papers are read."""

    reader: str = "rapidocr"
    second_reader: Annotated[
        str, Field(description="reads again what nothing on the page confirms; empty for no second look")
    ] = "tesseract"
    cleaners: tuple[str, ...] = ("paper", "upright")
    frugal: Annotated[bool, Field(description="read with less memory and in more time")] = False
    page_limit: Annotated[int, Field(ge=1, description="most pages read of one file")] = 60


class CheckingSettings(Entry):
    """How cases are checked."""

    off: Annotated[tuple[str, ...], Field(description="rules to leave out; one of a plugin is plugin:rule")] = ()


class StoreSettings(Entry):
    """Where the screen keeps cases, and for how long."""

    url: Annotated[str, Field(description="database address; empty for a file in the user's own folder")] = ""
    expire_days: Annotated[int, Field(ge=1)] = 30


class ScreenSettings(Entry):
    """Where the screen is served, and how long it may read."""

    address: str = "127.0.0.1"
    port: Annotated[int, Field(ge=1, le=65535)] = 8501
    workers: Annotated[int, Field(ge=1, description="processes that read papers")] = 1
    deadline_s: Annotated[float, Field(gt=0, description="longest that one case may be read")] = 600.0


def _read_table(value: object) -> object:
    if not isinstance(value, Mapping):
        raise ValueError("is no setting, and a plugin's own settings are a table; take it out or correct its name")
    return dict(value)


class PluginSettings(Entry):
    """Which plugins are loaded, and which are asked first; `[plugins.NAME]` holds the settings of one plugin.

    A plugin runs as you and sees the bill. Those that came with plainbill are always trusted.
    """

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Annotated[dict[str, object], BeforeValidator(_read_table)]] = Field(init=False)

    mode: Annotated[
        Literal["auto", "listed", "built-in"],
        Field(description="auto loads all, listed those in `allow`, built-in none but what came with plainbill"),
    ] = "auto"
    allow: Annotated[tuple[str, ...], Field(description='plugins to load where mode = "listed"')] = ()
    deny: Annotated[tuple[str, ...], Field(description="plugins that are never imported")] = ()
    order: Annotated[tuple[str, ...], Field(description="plugins to ask first, in this order")] = ()
    deadline_s: Annotated[
        float, Field(gt=0, description="longest that one call of a plugin from outside may take, in seconds")
    ] = 60.0
    memory_mb: Annotated[int, Field(gt=0, description="most memory that a process with plugins may hold")] = 4000

    @model_validator(mode="after")
    def _allow_counts(self) -> Self:
        # Somebody who lists plugins to allow means that no other is loaded.
        if self.allow and self.mode != "listed":
            raise ValueError('allow counts only where mode = "listed"; set mode, or take allow out')
        return self

    @property
    def own(self) -> Mapping[str, Mapping[str, object]]:
        """The settings of single plugins, by the name of the plugin."""
        return self.__pydantic_extra__ or {}


class Settings(Entry):
    """Everything that can be set; the defaults open no connection to anything but this machine."""

    reading: ReadingSettings = ReadingSettings()
    checking: CheckingSettings = CheckingSettings()
    store: StoreSettings = StoreSettings()
    screen: ScreenSettings = ScreenSettings()
    plugins: PluginSettings = PluginSettings()

    @classmethod
    def load(cls, path: Path | None) -> "Settings":
        """Return the settings in the file at `path`, the defaults where it is None.

        Raises:
            FaultyFile: the file cannot be read or does not fit; every fault is listed.
        """
        if path is None:
            return cls()
        try:
            written: Mapping[str, object] = tomllib.loads(path.read_text(encoding="utf-8"))
        except OSError as error:
            raise FaultyFile((Fault(path="$", message="cannot be opened; name a file that exists"),)) from error
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise FaultyFile((Fault(path="$", message=f"is not TOML ({error}); correct it"),)) from error
        return read_as(cls, written)

    def without_outside(self) -> Self:
        """Return these settings with every plugin left out that did not come with plainbill."""
        return self.but(plugins=self.plugins.but(mode="built-in", allow=()))


def find_settings(named: Path | None) -> Path | None:
    """Return the settings file `named`, else the working folder's, else the user's; None where there is none."""
    if named is not None:
        return named
    home = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    places = (Path.cwd() / FILE_NAME, home / "plainbill" / FILE_NAME)
    return next((place for place in places if place.is_file()), None)


def published_tables_file() -> Path:
    """Return where the published tables that this user imported are kept; the file need not be there."""
    return user_folder() / "tables.sqlite"


def user_folder() -> Path:
    """Return the folder where plainbill keeps what belongs to this user."""
    home = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return home / "plainbill"
