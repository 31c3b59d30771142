"""Propose words for lines that no table explains, by a model that a person switched on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plainbill.plugins import hookimpl

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plainbill.case import Line, Translation
    from plainbill.knowledge.published import PublishedTables
    from plainbill.plugins.models import WordingModel
    from plainbill.plugins.settings import OwnSettings

HOOK_API = 1


@hookimpl
def plugin_settings() -> type[OwnSettings]:
    """Return the model of the settings below `[plugins.litellm]`."""
    from plainbill_litellm.settings import ModelSettings

    return ModelSettings


@hookimpl
def register_models(settings: OwnSettings | None) -> Sequence[WordingModel]:
    """Return the model that the settings name; none where they name none."""
    from plainbill_litellm.desk import desk_of

    desk = desk_of(settings)
    return () if desk is None else (desk.as_model(),)


@hookimpl(trylast=True)
def describe_lines(
    lines: Sequence[Line], tables: PublishedTables, settings: OwnSettings | None
) -> Sequence[Translation | None] | None:
    """Return what the model proposes for each line, None where that is nothing or did not pass the checks."""
    from plainbill_litellm.desk import desk_of

    desk = desk_of(settings)
    return None if desk is None else desk.propose(lines, tables)
