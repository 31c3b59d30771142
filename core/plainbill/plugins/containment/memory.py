"""How much memory a process holds."""

import mmap
from pathlib import Path


def resident_bytes(process_id: int) -> int | None:
    """Return the bytes that a process holds in memory, None where this system does not tell.

    Its address space says nothing: programs that run neural networks reserve many times what they use.
    """
    try:
        pages = int(Path(f"/proc/{process_id}/statm").read_text(encoding="ascii").split()[1])
    except (OSError, ValueError, IndexError):
        return None
    return pages * mmap.PAGESIZE
