"""A mail server on this machine that delivers to nobody (RFC 5321, the least): what it is given becomes files."""

import asyncio
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from email.policy import default
from pathlib import Path

ANSWERS = {b"EHLO": b"250 sink", b"HELO": b"250 sink", b"MAIL": b"250 ok", b"RSET": b"250 ok", b"QUIT": b"221 bye"}


@dataclass
class Mailbox:
    """What came in: whom each message was for, and the message; each is a file `<number>.eml` in `folder` too.

    `refuses` says how often an address gets a 550.
    """

    folder: Path
    port: int = 0
    refuses: Counter[str] = field(default_factory=Counter)
    received: list[tuple[list[str], Message]] = field(default_factory=list)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        writer.write(b"220 sink\r\n")
        recipients: list[str] = []
        while line := await reader.readline():
            verb = line[:4].upper()
            if verb == b"RCPT":
                address = line.decode().partition("<")[2].partition(">")[0]
                refused = self.refuses[address] > 0
                self.refuses[address] -= refused
                recipients += [] if refused else [address]
                answer = f"550 no mailbox {address}".encode() if refused else b"250 ok"
            elif verb == b"DATA":
                writer.write(b"354 go on\r\n")
                data = await reader.readuntil(b"\r\n.\r\n")
                self._keep(recipients, data[:-5])
                recipients, answer = [], b"250 taken"
            else:
                recipients = [] if verb in {b"MAIL", b"RSET"} else recipients
                answer = ANSWERS.get(verb, b"502 no")
            writer.write(answer + b"\r\n")
        writer.close()

    def _keep(self, recipients: list[str], data: bytes) -> None:
        self.received.append((recipients, message_from_bytes(data, policy=default)))
        (self.folder / f"{len(self.received):04d}.eml").write_bytes(data + b"\r\n")


@contextmanager
def mailbox(folder: Path) -> Iterator[Mailbox]:
    """A mailbox that listens on 127.0.0.1 while the block runs; the folder is made."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    box, loop = Mailbox(folder), asyncio.new_event_loop()
    server = loop.run_until_complete(asyncio.start_server(box.serve, "127.0.0.1", 0))
    box.port = server.sockets[0].getsockname()[1]
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield box
    finally:
        loop.call_soon_threadsafe(server.close)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
