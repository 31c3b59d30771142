"""`python -m plainbill_ui` serves the screen on this machine."""

import sys

import uvicorn

from plainbill.case import FaultyFile
from plainbill.settings import find_settings
from plainbill_ui.services import load_settings


def main() -> int:
    """Serve until stopped; return the exit status."""
    try:
        screen = load_settings().screen
    except FaultyFile as faulty:
        for fault in faulty.faults:
            sys.stderr.write(f"{find_settings(None)}: {fault.path}: {fault.message}\n")
        return 1
    from plainbill_ui.server import make_app

    sys.stderr.write(f"plainbill is at http://{screen.address}:{screen.port} (stop it with Ctrl-C)\n")
    uvicorn.run(
        make_app(),
        host=screen.address,
        port=screen.port,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=3,
        ws="websockets-sansio",
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
