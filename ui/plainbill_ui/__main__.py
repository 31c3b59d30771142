"""`python -m plainbill_ui` serves the screen on this machine."""

import socket
import sys

import uvicorn

from plainbill.case import FaultyFile
from plainbill.settings import ScreenSettings, find_settings
from plainbill_ui.services import load_settings


def main() -> int:
    """Serve until stopped; return the exit status."""
    try:
        screen = load_settings().screen
    except FaultyFile as faulty:
        for fault in faulty.faults:
            sys.stderr.write(f"{find_settings(None)}: {fault.path}: {fault.message}\n")
        return 1
    try:
        # Before anything else is opened: a second screen must not take up the first one's work.
        listener = _listen(screen)
    except OSError as error:
        sys.stderr.write(
            f"plainbill cannot listen at {screen.address}:{screen.port} ({error.strerror}). If it runs already, open "
            f"http://{screen.address}:{screen.port}; else set another screen.port in plainbill.toml\n"
        )
        return 1
    with listener:
        _serve(screen, listener)
    return 0


def _listen(screen: ScreenSettings) -> socket.socket:
    family = socket.AF_INET6 if ":" in screen.address else socket.AF_INET
    return socket.create_server((screen.address, screen.port), family=family)


def _serve(screen: ScreenSettings, listener: socket.socket) -> None:
    from plainbill_ui.server import make_app

    config = uvicorn.Config(
        make_app(),
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=3,
        ws="websockets-sansio",
    )
    sys.stderr.write(f"plainbill is at http://{screen.address}:{screen.port} (stop it with Ctrl-C)\n")
    uvicorn.Server(config).run(sockets=[listener])


if __name__ == "__main__":
    sys.exit(main())
