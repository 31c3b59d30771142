"""Python's collector of garbage, held off while what is made is in use to its end."""

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def collection_held_off() -> Iterator[None]:
    """Within it, nothing looks for garbage: a page makes objects by the ten thousand, and hardly any in circles."""
    held_off = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if held_off:
            gc.enable()
