"""Loaded by every Python process that starts with this folder on its path: notes what it would reach over a network.

A line for each name looked up and each address connected to that is not this machine's own; the call then fails.
"""

import os
import socket
import sys
from typing import Any

LOCAL = {None, "", "localhost", "127.0.0.1", "::1", "0.0.0.0"}  # noqa: S104 - compared with, not bound to
_getaddrinfo = socket.getaddrinfo
_connect = socket.socket.connect


def _note(host: object) -> None:
    with open(os.environ["NETWORK_WATCH_LOG"], "a") as log:  # noqa: PTH123 - before anything else is imported
        log.write(f"{sys.argv[:3]} {host!r}\n")


def _watched_getaddrinfo(host: Any, *args: Any, **kwargs: Any) -> Any:
    name = host.decode() if isinstance(host, bytes) else host
    if name not in LOCAL and name != socket.gethostname():
        _note(host)
        raise OSError("no network in this run")
    return _getaddrinfo(host, *args, **kwargs)


def _watched_connect(self: socket.socket, address: Any) -> Any:
    if self.family in {socket.AF_INET, socket.AF_INET6} and address[0] not in LOCAL:
        _note(address[0])
        raise OSError("no network in this run")
    return _connect(self, address)


socket.getaddrinfo = _watched_getaddrinfo
socket.socket.connect = _watched_connect  # type: ignore[method-assign]
