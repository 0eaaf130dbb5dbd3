"""A proxy between a client and an S3 server that can misbehave as networks and servers do.

It speaks plain HTTP and passes the `Host` on as the client signed it, so that signatures hold: the server must not care
which name it is asked by, as one that is asked by path does not. What a request is, and whose, is read from its query
and its `Authorization`; a fault decides what to make of it.
"""

import http.client
import socket
import struct
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit


@dataclass(frozen=True)
class Request:
    """One request as it came."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def operation(self) -> str:
        """The name of what is asked for, as far as purging asks for it; else the bare method."""
        query = parse_qs(urlsplit(self.target).query, keep_blank_values=True)
        if self.method == "POST" and "delete" in query:
            return "DeleteObjects"
        if self.method == "GET" and "versions" in query:
            return "ListObjectVersions"
        if self.method == "GET" and "uploads" in query:
            return "ListMultipartUploads"
        if self.method == "GET" and "list-type" in query:
            return "ListObjectsV2"
        return self.method

    @property
    def user(self) -> str:
        """The access key that signed it."""
        return self.headers.get("authorization", "").partition("Credential=")[2].partition("/")[0]

    @property
    def bucket(self) -> str:
        """The bucket, by path."""
        return urlsplit(self.target).path.lstrip("/").partition("/")[0]

    @property
    def prefix(self) -> str:
        """The prefix that a listing is asked for."""
        return parse_qs(urlsplit(self.target).query).get("prefix", [""])[0]


@dataclass(frozen=True)
class Answer:
    """One answer. `cut` ends the connection by a reset after that many bytes of the body; `silent` never answers."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    cut: int | None = None
    silent: float = 0.0

    def with_body(self, body: bytes) -> "Answer":
        """The same with another body."""
        return Answer(self.status, self.headers, body, self.cut, self.silent)


Forward = Callable[[Request], Answer]
Fault = Callable[[Request, Forward], Answer]


def honest(request: Request, forward: Forward) -> Answer:
    """What a proxy does that only passes on."""
    return forward(request)


@dataclass
class Proxy:
    """A running proxy: where it listens, the fault in force, and how often that one has struck."""

    endpoint: str
    fault: Fault = honest
    struck: int = 0
    seen: list[str] = field(default_factory=list)

    @contextmanager
    def faulty(self, fault: Fault) -> Iterator[None]:
        """Misbehave while the block runs."""
        self.fault, self.struck = fault, 0
        try:
            yield
        finally:
            self.fault = honest


@contextmanager
def proxy_before(endpoint: str) -> Iterator[Proxy]:
    """A proxy before a server while the block runs."""
    parts = urlsplit(endpoint)
    address = (parts.hostname or "127.0.0.1", parts.port or 80)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    proxy = Proxy(f"http://127.0.0.1:{server.server_address[1]}")
    server.proxy, server.upstream = proxy, address  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield proxy
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


HOP = {"connection", "transfer-encoding", "content-length", "keep-alive", "expect"}


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def _serve(self) -> None:
        server: Any = self.server
        proxy: Proxy = server.proxy
        length = int(self.headers.get("content-length") or 0)
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Request(self.command, self.path, headers, self.rfile.read(length))
        proxy.seen.append(request.operation)

        def forward(one: Request) -> Answer:
            return _forwarded(server.upstream, one)

        try:
            answer = proxy.fault(request, forward)
        except (OSError, http.client.HTTPException):
            self.close_connection = True
            return
        with suppress(OSError):
            self._answer(answer)

    def _answer(self, answer: Answer) -> None:
        if answer.silent:
            # The client gives up long before.
            threading.Event().wait(answer.silent)
            self.close_connection = True
            return
        self.send_response_only(answer.status)
        for name, value in answer.headers.items():
            if name.lower() not in HOP:
                self.send_header(name, value)
        if not (self.command == "HEAD" and "Content-Length" in answer.headers):
            self.send_header("Content-Length", str(len(answer.body)))
        else:
            self.send_header("Content-Length", answer.headers["Content-Length"])
        self.end_headers()
        if answer.cut is None:
            self.wfile.write(answer.body)
            return
        self.wfile.write(answer.body[: answer.cut])
        self.wfile.flush()
        # A reset, not an orderly end.
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.rfile.close()
        self.connection.close()
        self.close_connection = True

    do_GET = do_PUT = do_POST = do_DELETE = do_HEAD = _serve  # noqa: N815 (as the base class calls them)

    def log_message(self, format: str, *args: Any) -> None:
        pass


def _forwarded(address: tuple[str, int], request: Request) -> Answer:
    connection = http.client.HTTPConnection(*address, timeout=60)
    try:
        connection.putrequest(request.method, request.target, skip_host=True, skip_accept_encoding=True)
        for name, value in request.headers.items():
            if name not in HOP:
                connection.putheader(name, value)
        if request.body or request.method in {"PUT", "POST"}:
            connection.putheader("content-length", str(len(request.body)))
        connection.endheaders(request.body or None)
        got = connection.getresponse()
        return Answer(got.status, dict(got.getheaders()), got.read())
    finally:
        connection.close()
