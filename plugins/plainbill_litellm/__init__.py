"""Propose words for lines that no table explains, by a model that a person switched on."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard

from plainbill.plugins import hookimpl

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plainbill.case import Line, Translation
    from plainbill.knowledge.published import PublishedTables
    from plainbill.plugins.models import WordingModel
    from plainbill.plugins.settings import OwnSettings
    from plainbill_litellm.settings import ModelSettings

HOOK_API = 1


@hookimpl
def plugin_settings() -> type[OwnSettings]:
    """Return the model of the settings below `[plugins.litellm]`."""
    from plainbill_litellm.settings import ModelSettings

    return ModelSettings


@hookimpl
def register_models(settings: OwnSettings | None) -> Sequence[WordingModel]:
    """Return the model that the settings name; none where they name none."""
    if not is_on(settings):
        return ()
    from plainbill_litellm.desk import desk_of

    return (desk_of(settings).as_model(),)


@hookimpl(trylast=True)
def describe_lines(
    lines: Sequence[Line], tables: PublishedTables, settings: OwnSettings | None
) -> Sequence[Translation | None] | None:
    """Return what the model proposes for each line, None where that is nothing or did not pass the checks."""
    if not is_on(settings):
        return None
    from plainbill_litellm.desk import desk_of

    return desk_of(settings).propose(lines, tables)


def is_on(settings: OwnSettings | None) -> TypeGuard[ModelSettings]:
    """Return whether the settings name a model; where they do not, nothing else of this package is imported."""
    return bool(getattr(settings, "model", ""))
