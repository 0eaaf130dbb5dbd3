"""The files that are examined: bytes in memory, or tables too large for it that lie on disk."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field

from anonymizers.gate.archives import is_archive
from anonymizers.gate.columnar import is_columnar
from anonymizers.gate.fragments import MAX_CHARACTERS
from anonymizers.gate.report import CandidateFile, StoredFile
from anonymizers.gate.stored import StoredText

# Formats that are text to a decoder and hide text from a search: PDF, RTF, PostScript.
_OPAQUE = (b"%PDF", b"{\\rtf", b"%!PS")

Progress = Callable[[int, int], None]
"""Told how many bytes are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file with its digest: its bytes; or where it is a stored table its text; or why it cannot be read."""

    file: CandidateFile | StoredFile
    sha256: str
    data: bytes = field(default=b"", repr=False)
    text: StoredText | None = None
    problem: str = ""


def opened(file: CandidateFile | StoredFile, told: Callable[[int], None]) -> Candidate:
    """The file, of which a stored table is not held.

    Raises:
        GateError: a stored file that cannot be read.
    """
    if isinstance(file, CandidateFile):
        return Candidate(file, hashlib.sha256(file.data).hexdigest(), file.data)
    text = StoredText(file.path, told)
    foreign = is_archive(text.begin) or is_columnar(text.begin) or is_opaque(text.begin)
    if suffix_of(file.name) in {"csv", "tsv"} and not foreign:
        return Candidate(file, text.sha256, text=text)
    if text.size > MAX_CHARACTERS:
        return Candidate(file, text.sha256, problem="too_large")
    return Candidate(file, text.sha256, text.whole())


def suffix_of(name: str) -> str:
    """The extension in small letters, without its dot."""
    return name.rpartition(".")[2].lower() if "." in name else ""


def is_opaque(begin: bytes) -> bool:
    """Whether a file that begins so is of a format that hides its text."""
    return begin.startswith(_OPAQUE)


class Steps:
    """How many bytes of the stored tables are read, each reading of them counted."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress
        self._before = self._now = self._total = 0

    def expect(self, total: int) -> None:
        """So many bytes there are to read."""
        self._total = total

    def told(self, read: int) -> None:
        """The present reading has come so far."""
        if read < self._now:
            self._before += self._now
        self._now = read
        if self._progress:
            self._progress(min(self._before + read, self._total), self._total)
