"""Addresses: whether lines may go to a server, which is this machine unless the settings name another."""

import ipaddress
from collections.abc import Sequence
from urllib.parse import urlsplit


class AddressRefused(Exception):
    """Nothing is sent there; the message says why and what to do."""


def checked_address(api_base: str, allow_hosts: Sequence[str]) -> str:
    """Return the host and port of `api_base` where lines may go there.

    Raises:
        AddressRefused: it is no address, or another machine that is not allowed by name.
    """
    parts = urlsplit(api_base)
    try:
        port = parts.port
    except ValueError:
        port = -1
    if parts.scheme not in ("http", "https") or not parts.hostname or port == -1 or parts.username or parts.query:
        raise AddressRefused("api_base is no address of a server; write it as http://127.0.0.1:11434")
    here = is_this_machine(parts.hostname)
    if not here and parts.hostname not in allow_hosts:
        raise AddressRefused(
            f"{parts.hostname} is another machine; to send lines there, name it in allow_hosts, or use a model here"
        )
    if not here and parts.scheme != "https":
        raise AddressRefused(f"lines for {parts.hostname} could be read on their way; write https in api_base")
    return f"{parts.hostname}:{port or (443 if parts.scheme == 'https' else 80)}"


def host_of(api_base: str) -> str:
    """Return the host in an address, empty where there is none."""
    return urlsplit(api_base).hostname or ""


def is_this_machine(host: str) -> bool:
    """Return whether `host` is this machine, without asking anybody: a loopback address, or the name localhost."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
