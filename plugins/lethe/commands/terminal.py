"""Words for the person at the terminal: results on stdout, everything else on stderr."""

import sys
from pathlib import PurePath
from typing import TextIO

from lethe.errors import LetheError


class UsageError(LetheError):
    """The command was given something it cannot work with; nothing was written."""

    exit_code = 2


def say(text: str = "") -> None:
    """A line of the result."""
    _write(sys.stdout, text + "\n")


def tell(text: str) -> None:
    """A line beside the result: a problem, or what the person should know."""
    _write(sys.stderr, text + "\n")


def shown(path: PurePath | str) -> str:
    """A text or a path fit for a terminal: what would steer the terminal, or is not text at all, is spelled out."""
    text = str(path)
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in text)


def counted(number: int, noun: str) -> str:
    """`1 file`, `2 files`, `1,234 words`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


class Progress:
    """A line that counts up while a person watches; silent when nobody does."""

    def __init__(self, total: int, noun: str) -> None:
        self._total, self._noun, self._done = total, noun, 0
        self._watched = sys.stderr is not None and sys.stderr.isatty()
        self._show()

    def step(self) -> None:
        """One more is done."""
        self._done += 1
        self._show()

    def clear(self) -> None:
        """Take the line away."""
        if self._watched:
            _write(sys.stderr, "\r\x1b[K")

    def _show(self) -> None:
        if self._watched:
            _write(sys.stderr, f"\r\x1b[K{self._done} of {counted(self._total, self._noun)}")


class ProgressInBytes:
    """A line that counts mebibytes up while a person watches; silent when nobody does."""

    def __init__(self, what: str) -> None:
        self._what, self._shown = what, ""
        self._watched = sys.stderr is not None and sys.stderr.isatty()

    def told(self, done: int, total: int) -> None:
        """So many bytes are done, and there are so many."""
        line = f"{self._what}: {done >> 20:,} of {total >> 20:,} MiB"
        if self._watched and line != self._shown:
            self._shown = line
            _write(sys.stderr, f"\r\x1b[K{line}")

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            _write(sys.stderr, "\r\x1b[K")


def _write(stream: TextIO, text: str) -> None:
    # A terminal with a small alphabet gets escapes, not a crash.
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
    stream.flush()
