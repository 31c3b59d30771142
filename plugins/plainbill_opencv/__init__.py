"""Find the paper in a photo, flatten it and set its rows level."""

from collections.abc import Sequence

from plainbill.plugins.hookspecs import hookimpl
from plainbill.plugins.records import Cleaned, Cleaner, Picture

HOOK_API = 1


@hookimpl
def register_cleaners() -> Sequence[Cleaner]:
    """The cleaner `paper`."""
    return (Cleaner(name="paper", clean=_clean),)


def _clean(picture: Picture) -> Cleaned | None:
    from plainbill_opencv.paper import clean_page

    return clean_page(picture)
