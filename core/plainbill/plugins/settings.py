"""A plugin's own settings: the model it gives, and the table `[plugins.NAME]` that has to fit it."""

from collections.abc import Mapping

from plainbill.case import Entry, Fault, FaultyFile, read_as


class OwnSettings(Entry):
    """What a plugin's settings are made of: subclass it and give every field a default.

    Frozen; an unknown key is an error. A secret is never a value here: name the environment variable that holds it.
    """


def read_own(plugin: str, model: object, written: Mapping[str, object]) -> OwnSettings | None:
    """Return the settings `written` for a plugin as its `model` reads them; None where it takes none.

    Raises:
        FaultyFile: they do not fit, or the plugin takes none; every fault has its path in the settings file.
        TypeError: `model` is no subclass of `OwnSettings`.
    """
    if model is None:
        if written:
            raise FaultyFile((Fault(path=f"plugins.{plugin}", message="the plugin takes no settings; take them out"),))
        return None
    if not (isinstance(model, type) and issubclass(model, OwnSettings)):
        raise TypeError("plugin_settings should return a subclass of OwnSettings")
    try:
        return read_as(model, written)
    except FaultyFile as faulty:
        raise FaultyFile(
            tuple(Fault(path=_path(plugin, fault.path), message=fault.message) for fault in faulty.faults)
        ) from None


def _path(plugin: str, inner: str) -> str:
    return f"plugins.{plugin}" if inner == "$" else f"plugins.{plugin}.{inner}"
