"""Loaded by every Python process that starts with this folder on its path: notes what it would reach over a network.

A line for each process, a forked one too; and one for each name looked up and each address sent or connected to that
is not this machine's own. That call then fails. The interpreter's own audit events are watched, not functions: those
are met whoever calls, under whatever name, and none can be put back.
"""

import os
import socket
import sys
from typing import Any

LOCAL = {None, "", "localhost", "127.0.0.1", "::1", "0.0.0.0"}  # noqa: S104 - compared with, not bound to
LOOKED_UP = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}
SENT_TO = {"socket.connect", "socket.sendto", "socket.sendmsg"}
CALLERS = 4
OWN_NAME = socket.gethostname()


def _note(file: str, *said: object) -> None:
    with open(os.path.join(os.environ["NETWORK_WATCH"], file), "a") as log:  # noqa: PTH118, PTH123 - before all imports
        log.write(" ".join([str(os.getpid()), *map(str, said), repr(sys.orig_argv)]) + "\n")


def _note_fork() -> None:
    """With the functions that forked: the process is still called as the one that it was a part of."""
    frame: Any = sys._getframe(1)
    callers = []
    while frame and len(callers) < CALLERS:
        callers.append(frame.f_code.co_qualname)
        frame = frame.f_back
    _note("loaded.log", "forked by", callers)


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event in LOOKED_UP:
        host = arguments[0]
    elif event in SENT_TO and arguments[0].family in {socket.AF_INET, socket.AF_INET6} and arguments[1]:
        host = arguments[1][0]
    elif event == "socket.getnameinfo":
        host = arguments[0][0]
    else:
        return
    host = host.decode() if isinstance(host, bytes) else host
    if host not in LOCAL and host != OWN_NAME:
        _note("reached.log", event, host)
        raise OSError("no network in this run")


_note("loaded.log", "started")
os.register_at_fork(after_in_child=_note_fork)
sys.addaudithook(_watch)
