"""An answer that breaks off before its end is an error, however it is read: a digest of half a file is none."""

import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256

import pytest
from botocore.response import StreamingBody

from lethe.connectors.connection import ConnectionSpec
from lethe.connectors.errors import ConnectorError
from lethe.connectors.folder import FolderStore
from lethe.connectors.objects import ObjectStore, ObjectVersion
from lethe.connectors.s3 import S3Store, s3_store
from lethe.connectors.streams import sha256_of

RESET = struct.pack("ii", 1, 0)
LENGTH = "Content-Length: {}"


@dataclass
class Server:
    """A server that answers every request with these headers and bytes, and then ends or resets the connection."""

    listening: socket.socket
    head: str = LENGTH.format(1000)
    body: bytes = b"x" * 10
    reset: bool = False
    lines: list[bytes] = field(default_factory=list)

    def answer(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self.listening.accept()
                self.lines.append(connection.recv(65536).partition(b"\r\n")[0])
                connection.sendall(f"HTTP/1.1 200 OK\r\nConnection: close\r\n{self.head}\r\n\r\n".encode() + self.body)
                if self.reset:
                    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
                connection.close()


@pytest.fixture
def server() -> Iterator[Server]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        made = Server(listening)
        threading.Thread(target=made.answer, daemon=True).start()
        yield made
        listening.shutdown(socket.SHUT_RDWR)


@pytest.fixture
def inbox(server: Server) -> S3Store:
    port = server.listening.getsockname()[1]
    extra = {"endpoint_url": f"http://127.0.0.1:{port}", "addressing_style": "path"}
    return s3_store("inbox", ConnectionSpec("drop", "aws", login="a", password="b", extra=extra), bucket="drop")


def in_pieces(store: S3Store, size: int) -> bytes:
    read = b""
    with store.open("Jane Doe.vtt") as stream:
        while piece := stream.read(size):
            read += piece
    return read


READS: dict[str, Callable[[S3Store], object]] = {
    "read": lambda store: store.read("Jane Doe.vtt"),
    "digest": lambda store: store.sha256("Jane Doe.vtt"),
    "pieces of 5": lambda store: in_pieces(store, 5),
    "pieces of 10": lambda store: in_pieces(store, 10),
    "pieces of 100": lambda store: in_pieces(store, 100),
    "one piece": lambda store: store.open("Jane Doe.vtt").read(1000),
    "the rest": lambda store: sha256_of(store.open("Jane Doe.vtt")),
}


@pytest.mark.parametrize("way", READS)
@pytest.mark.parametrize("reset", [False, True])
def test_answer_cut_short_is_an_error_that_says_so_without_the_key(
    server: Server, inbox: S3Store, way: str, reset: bool
) -> None:
    server.reset = reset
    with pytest.raises(ConnectorError, match=r"store 'inbox': read failed .*broke off.*try again") as failed:
        READS[way](inbox)
    assert "Jane" not in f"{failed.value}{failed.value!r}"


@pytest.mark.parametrize("way", READS)
def test_whole_answer_is_read_whole(server: Server, inbox: S3Store, way: str) -> None:
    server.body = b"x" * 1000
    assert READS[way](inbox)


def test_answer_cut_inside_a_chunk_is_an_error(server: Server, inbox: S3Store) -> None:
    server.head, server.body = "Transfer-Encoding: chunked", b"3e8\r\n" + b"x" * 10
    with pytest.raises(ConnectorError, match="broke off"):
        inbox.sha256("k")


def test_stream_is_closed_after_its_block(server: Server, inbox: S3Store, monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[bool] = []
    real = StreamingBody.close
    monkeypatch.setattr(StreamingBody, "close", lambda body: closed.append(True) or real(body))
    server.body = b"x" * 1000
    with inbox.open("k") as stream:
        stream.read(1)
        assert not closed
    assert closed


@pytest.mark.parametrize("reset", [False, True])
def test_copy_of_an_answer_cut_short_is_not_kept(
    server: Server, inbox: S3Store, store: ObjectStore, monkeypatch: pytest.MonkeyPatch, reset: bool
) -> None:
    server.reset = reset
    monkeypatch.setattr(inbox, "versions_of", lambda _: {"Jane Doe.mp4": [ObjectVersion("", "1", 10, True, False)]})
    with pytest.raises(ConnectorError, match="broke off"):
        store.copy_from(inbox, "Jane Doe.mp4", "", to="s/x.mp4", sha256=sha256(server.body).hexdigest())
    assert list(store.list_versions()) == []
    assert list(store.list_uploads()) == []


@pytest.mark.parametrize("version_id", ["", "1"])
def test_copy_shorter_than_the_listing_says_is_not_kept_though_its_digest_is_the_one_expected(
    server: Server, inbox: S3Store, folder_store: FolderStore, monkeypatch: pytest.MonkeyPatch, version_id: str
) -> None:
    # Without a length in its answer the server's word for the end is all there is.
    server.head = "Content-Type: text/plain"
    listed = [ObjectVersion("k", "1", 1000, True, False), ObjectVersion("k", "0", 10, False, False)]
    monkeypatch.setattr(inbox, "versions_of", lambda _: {"k": listed})
    with pytest.raises(ConnectorError, match=r"store 'inbox'.*10 bytes.*1000.*removed again"):
        folder_store.copy_from(inbox, "k", version_id, to="s/x.mp4", sha256=inbox.sha256("k"))
    assert list(folder_store.list_versions()) == []
