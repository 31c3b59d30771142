"""The ways in which a screen is looked at: its size, its language, by day or by night."""

import itertools
import os
from dataclasses import dataclass

from playwright.sync_api import ViewportSize

SIZES: dict[str, ViewportSize] = {
    "phone": {"width": 390, "height": 844},
    "desk": {"width": 1280, "height": 900},
    "narrow": {"width": 320, "height": 640},
}
# `make soak` walks at both sizes, and looks at each screen in every way.
WHOLE = "WHOLE_SCREEN" in os.environ
WALKED = ("phone", "desk") if WHOLE else ("phone",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One way to look at a screen."""

    size: str
    language: str = "en"
    dark: bool = False

    def __str__(self) -> str:
        """Return a name for a test."""
        return "-".join((self.size, self.language, *["dark"] * self.dark))


EVERY_LOOK = tuple(
    Look(size=size, language=language, dark=dark)
    for size, language, dark in itertools.product(("phone", "desk"), ("en", "es"), (False, True))
)
# By day and in English each screen is looked at on the way, at both sizes; by night and in Spanish by its address.
LOOKS = EVERY_LOOK if WHOLE else (Look(size="phone", language="es", dark=True),)
LOOKS_AT_THE_ANSWER = () if WHOLE else (Look(size="desk", language="es", dark=True),)
