"""The hook API number that a plugin declares, against ours."""

from typing import Final

from plainbill import HOOK_API

ATTRIBUTE: Final = "HOOK_API"
# The release that first had each number; one that is gone from here is no longer loaded.
FIRST_RELEASE: Final = {1: "0.1"}


def misfit(declared: object, distribution: str) -> str:
    """Return why a plugin written for the number `declared` cannot be loaded and what to install, "" where it can."""
    if declared is None or declared in FIRST_RELEASE:
        return ""
    if not isinstance(declared, int) or isinstance(declared, bool):
        return f"its {ATTRIBUTE} is no whole number; write {ATTRIBUTE} = {HOOK_API}"
    if declared > HOOK_API:
        return (
            f"it was written for hook API {declared}, and this plainbill has {HOOK_API}; "
            f"install a newer plainbill, or an older release of {distribution or 'the plugin'}"
        )
    return (
        f"it was written for hook API {declared}, which this plainbill no longer has; "
        f"install a newer release of {distribution or 'the plugin'}, for hook API {HOOK_API}"
    )


def advice(declared: object) -> str:
    """Return what the author of a plugin that can be loaded should declare, "" where all is well."""
    return f"it declares no {ATTRIBUTE}; its author should write {ATTRIBUTE} = {HOOK_API}" if declared is None else ""
