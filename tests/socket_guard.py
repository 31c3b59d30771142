"""Refuses every socket that leaves this machine, for as long as the tests run."""

import ipaddress
import sys
from collections.abc import Callable

CONNECTING = {"socket.bind", "socket.connect", "socket.sendmsg", "socket.sendto"}
LOOKING_UP = {"socket.getaddrinfo", "socket.gethostbyaddr", "socket.gethostbyname"}


class SocketRefused(RuntimeError):
    """A test, or what it called, tried to reach something other than this machine."""


def is_this_machine(host: object) -> bool:
    """True for a loopback address, the name localhost, and a look-up without a host."""
    if host is None or host in ("localhost", b"localhost"):
        return True
    try:
        return ipaddress.ip_address(host.decode() if isinstance(host, bytes) else str(host)).is_loopback
    except ValueError:
        return False


def refused_host(event: str, args: tuple[object, ...]) -> str | None:
    """The host that an audit event would reach outside this machine; None where it reaches none."""
    if event in LOOKING_UP:
        host = args[0]
    elif event in CONNECTING:
        # Addresses of AF_UNIX sockets are paths; those of IPv4 and IPv6 are tuples that start with the host.
        address = args[1]
        if not isinstance(address, tuple):
            return None
        host = address[0]
    else:
        return None
    return None if is_this_machine(host) else str(host)


def refuse_outside_sockets(on_refusal: Callable[[str], None]) -> None:
    """From now on, in this process, raise SocketRefused for a socket that leaves this machine; on_refusal hears first.

    An audit hook sees every socket that Python opens, whichever library asks, and cannot be taken out again.
    """

    def hook(event: str, args: tuple[object, ...]) -> None:
        if not event.startswith("socket."):
            return
        host = refused_host(event, args)
        if host is not None:
            message = f"{event} to {host!r} refused: tests talk to this machine only"
            on_refusal(message)
            raise SocketRefused(message)

    sys.addaudithook(hook)
