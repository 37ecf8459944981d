"""Connections to public addresses only, checked where the name is resolved, once."""

import http.client
import ipaddress
import socket
import ssl
from urllib.parse import SplitResult, urlsplit

from onrecord.errors import AddressError

__all__ = ["connect", "parts_of"]

_PORTS = {"http": 80, "https": 443}


def parts_of(url: str) -> SplitResult:
    """Return an address in parts.

    Raises:
        AddressError: If it is none that can be fetched.
    """
    try:
        parts = urlsplit(url.strip())
        is_good = parts.scheme in _PORTS and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        is_good = False
    if not is_good or any(ord(sign) <= 32 or ord(sign) == 127 for sign in url.strip()):
        raise AddressError(f"{url[:200]!r} is no http or https address")
    return parts


def connect(url: str, *, timeout_s: float, is_private_allowed: bool) -> http.client.HTTPConnection:
    """Return a connection to an address's server.

    The name is resolved once and the number that it gives is connected to, so
    that no second answer can lead elsewhere than the first.

    Args:
        url: ``http`` or ``https``.
        timeout_s: For connecting and for each read.
        is_private_allowed: Whether a server may be on this machine or its network.

    Raises:
        AddressError: If the address is none, private, or nobody answers there.
    """
    parts = parts_of(url)
    host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
    number = _resolved(host, port)
    if not is_private_allowed and not _is_public(number):
        raise AddressError(f"{host} is at the private address {number}: it is not fetched")
    connection = http.client.HTTPConnection(host, port, timeout=timeout_s)
    try:
        plain = socket.create_connection((number, port), timeout=timeout_s)
        connection.sock = _secured(plain, host) if parts.scheme == "https" else plain
    except (OSError, UnicodeError) as error:
        raise AddressError(f"{host} does not answer: {error}") from error
    return connection


def _resolved(host: str, port: int) -> str:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise AddressError(f"{host} is not known: {error}") from error
    return str(found[0][4][0])


def _is_public(number: str) -> bool:
    address = ipaddress.ip_address(number.partition("%")[0])
    # An address of the old net in the clothes of the new one.
    inner = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None)
    return (inner or address).is_global and not address.is_multicast


def _secured(plain: socket.socket, host: str) -> socket.socket:
    try:
        return ssl.create_default_context().wrap_socket(plain, server_hostname=host)
    except OSError:
        plain.close()
        raise
