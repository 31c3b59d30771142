"""What is known of a plugin once it was found: where it comes from, whether it is loaded, and why not."""

from dataclasses import dataclass
from typing import Literal

OWN_DISTRIBUTION = "plainbill"


@dataclass(frozen=True, slots=True, kw_only=True)
class PluginStatus:
    """One plugin as `plainbill plugins` lists it; `import_s` is the seconds its import took.

    `reason` says why it is not loaded; of one that is loaded, what its author should put right.
    """

    name: str
    module: str
    distribution: str
    version: str
    hooks: tuple[str, ...] = ()
    status: Literal["loaded", "denied", "failed", "set aside"]
    reason: str = ""
    import_s: float | None = None

    @property
    def built_in(self) -> bool:
        """Whether it came with plainbill itself."""
        return self.distribution == OWN_DISTRIBUTION
