"""The watch itself: each way out of this machine is noted and refused, and each process that it watches is counted."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.airflow.watching import Watched, watched_environment

BEYOND = {
    "connect": "socket.create_connection(('192.0.2.1', 9), 1)",
    "connect_ex": "socket.socket().connect_ex(('192.0.2.1', 9))",
    "connect of asyncio": "asyncio.run(asyncio.open_connection('192.0.2.1', 9))",
    "sendto": "socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('192.0.2.1', 9))",
    "sendmsg": "socket.socket(type=socket.SOCK_DGRAM).sendmsg([b'x'], [], 0, ('192.0.2.1', 9))",
    "sendto by IPv6": "socket.socket(socket.AF_INET6, socket.SOCK_DGRAM).sendto(b'x', ('2001:db8::1', 9))",
    "getaddrinfo": "socket.getaddrinfo('telemetry.example', 443)",
    "getaddrinfo kept from before": "_socket.getaddrinfo('telemetry.example', 443)",
    "gethostbyname": "socket.gethostbyname('telemetry.example')",
    "gethostbyname_ex": "socket.gethostbyname_ex('telemetry.example')",
    "gethostbyaddr": "socket.gethostbyaddr('192.0.2.1')",
    "getnameinfo": "socket.getnameinfo(('192.0.2.1', 9), 0)",
}
WITHIN = [
    "socket.getaddrinfo('localhost', 80); socket.gethostbyname('127.0.0.1')",
    "socket.getaddrinfo(None, 80); socket.getfqdn()",
    "one = socket.create_server(('127.0.0.1', 0)); socket.create_connection(one.getsockname())",
    "socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 9))",
    "one, other = socket.socketpair(); one.sendall(b'x')",
    "socket.socket(socket.AF_UNIX).connect_ex('/nowhere')",
]
TASK = """
class WatchedSubprocess:
    def start(self):
        return os.fork()
class ActivitySubprocess(WatchedSubprocess):
    def start(self):
        return super().start()
pid = ActivitySubprocess().start()
if pid:
    os.waitpid(pid, 0)
else:
    os._exit(0)
"""


def watched(folder: Path, script: str) -> tuple[int, Watched]:
    """The exit code of a script in a process of its own, and what the watch wrote."""
    environment = watched_environment(dict(os.environ), folder)
    code = f"import asyncio, os, socket, _socket\n{script}"
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, cwd=folder, capture_output=True, check=False, timeout=60
    )
    return done.returncode, Watched.read(folder)


@pytest.mark.parametrize("way", BEYOND)
def test_a_way_out_is_refused_and_noted(tmp_path: Path, way: str) -> None:
    code, found = watched(tmp_path, BEYOND[way])
    assert code != 0
    (line,) = found.reached
    assert any(host in line for host in ("192.0.2.1", "telemetry.example", "2001:db8::1"))


@pytest.mark.parametrize("script", WITHIN)
def test_this_machine_itself_is_not_noted(tmp_path: Path, script: str) -> None:
    code, found = watched(tmp_path, script)
    assert (code, found.reached) == (0, [])


def test_each_process_says_that_it_is_watched_a_forked_one_too(tmp_path: Path) -> None:
    _, found = watched(tmp_path, "import subprocess, sys; subprocess.run([sys.executable, '-c', '']); os.fork()")
    assert len(found.processes) == 3
    assert found.tasks == []


def test_a_process_that_airflow_forks_for_a_task_is_told_apart(tmp_path: Path) -> None:
    _, found = watched(tmp_path, TASK)
    assert (len(found.processes), len(found.tasks)) == (2, 1)


def test_a_watch_that_never_loaded_is_no_pass(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Watched.read(tmp_path)
