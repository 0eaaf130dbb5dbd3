"""A mail server on this machine that keeps what it is given, and refuses whom it is told to (RFC 5321, the least)."""

import asyncio
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from email.policy import default

ANSWERS = {b"EHLO": b"250 sink", b"HELO": b"250 sink", b"MAIL": b"250 ok", b"RSET": b"250 ok", b"QUIT": b"221 bye"}


@dataclass
class SmtpSink:
    """What came in: whom each message was for, and the message. `refuses` says how often an address gets a 550."""

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
                self.received.append((recipients, message_from_bytes(data[:-5], policy=default)))
                recipients, answer = [], b"250 taken"
            else:
                recipients = [] if verb in {b"MAIL", b"RSET"} else recipients
                answer = ANSWERS.get(verb, b"502 no")
            writer.write(answer + b"\r\n")
        writer.close()


@contextmanager
def smtp_sink() -> Iterator[SmtpSink]:
    """A sink that listens on this machine while the block runs."""
    sink, loop = SmtpSink(), asyncio.new_event_loop()
    server = loop.run_until_complete(asyncio.start_server(sink.serve, "127.0.0.1", 0))
    sink.port = server.sockets[0].getsockname()[1]
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    yield sink
    loop.call_soon_threadsafe(server.close)
    loop.call_soon_threadsafe(loop.stop)
    thread.join(10)
