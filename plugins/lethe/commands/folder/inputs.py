"""What lies in the folder to be anonymised: what can be read, what cannot and why. Links are never followed."""

import errno
import os
import stat
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BufferedReader
from pathlib import Path
from typing import Literal

from lethe.intake.inbox import SURVEY_SUFFIXES
from lethe.research.sessions import TRANSCRIPT_SUFFIXES

MAX_BYTES = 64 * 2**20
"""Of a file that is held in memory."""
LITTER = {".ds_store", "thumbs.db", "desktop.ini"}
LITTER_STARTS = ("._", "~$")  # macOS's shadow files; the lock files of Word, which hold their author's name


class UnreadableFileError(Exception):
    """Why a file was left out; the reason holds nothing of its content."""


@dataclass(frozen=True)
class InputFile:
    """A file by its path inside the folder, with `/` between the steps."""

    relative: str = field(repr=False)
    path: Path = field(repr=False)
    kind: Literal["transcript", "survey"]
    suffix: str


@dataclass(frozen=True)
class LeftOut:
    """Something that was not read, and why."""

    relative: str = field(repr=False)
    reason: str


@dataclass(frozen=True)
class Inputs:
    """All of a folder in the order of paths. `own` counts files the command was given besides, such as its roster."""

    files: tuple[InputFile, ...]
    left_out: tuple[LeftOut, ...]
    own: int
    litter: int


def inputs_of(folder: Path, *, own: Collection[Path]) -> Inputs:
    """Sort what lies in a folder, all levels down, by what can be done with it; nothing is opened. Or one file alone.

    `own` are files of the command itself: a roster that lies in the folder is no survey.
    """
    files: list[InputFile] = []
    left_out: list[LeftOut] = []
    skipped = litter = 0
    ours = {path.resolve() for path in own}
    alone = folder.is_file()
    for path, reason in [(folder, "")] if alone else _walk(folder):
        relative = path.name if alone else path.relative_to(folder).as_posix()
        suffix = path.suffix.lower()
        if reason:
            left_out.append(LeftOut(relative, reason))
        elif path.is_symlink():
            if not path.resolve().is_relative_to(folder):
                left_out.append(LeftOut(relative, "a link that leads out of the folder; links are not followed"))
            # A link inside the folder leads to what is taken in its own place.
        elif path.resolve() in ours:
            skipped += 1
        elif path.name.lower() in LITTER or path.name.startswith(LITTER_STARTS):
            litter += 1
        elif suffix in TRANSCRIPT_SUFFIXES:
            files.append(InputFile(relative, path, "transcript", suffix))
        elif suffix in SURVEY_SUFFIXES:
            files.append(InputFile(relative, path, "survey", suffix))
        else:
            left_out.append(LeftOut(relative, "neither a transcript nor a survey by its extension"))
    return Inputs(
        tuple(sorted(files, key=lambda file: file.relative)),
        tuple(sorted(left_out, key=lambda file: file.relative)),
        skipped,
        litter,
    )


def read_input(file: InputFile) -> bytes:
    """The bytes of a file, read without following a link that has taken its place.

    Raises:
        UnreadableFileError: why it was left out.
    """
    with open_input(file) as stream:
        if size_of(stream) > MAX_BYTES:
            bound = f"larger than {MAX_BYTES // 2**20} MiB"
            raise UnreadableFileError(f"{bound}; save it as .csv, which may be" if file.kind == "survey" else bound)
        try:
            return stream.read()
        except OSError as error:
            raise UnreadableFileError(said(error)) from None


@contextmanager
def open_input(file: InputFile) -> Iterator[BufferedReader]:
    """A file, opened without following a link that has taken its place.

    Raises:
        UnreadableFileError: why it was left out.
    """
    try:
        # Not blocking: a pipe that nobody writes to would otherwise hold the whole run.
        descriptor = os.open(file.path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        raise UnreadableFileError(said(error)) from None
    with os.fdopen(descriptor, "rb") as stream:
        if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            raise UnreadableFileError("not a regular file")
        yield stream


def size_of(stream: BufferedReader) -> int:
    """The bytes of an open file."""
    return os.fstat(stream.fileno()).st_size


def _walk(folder: Path) -> Iterator[tuple[Path, str]]:
    """Every file and link, and every folder that could not be opened with the reason."""
    failed: list[OSError] = []
    for at, folders, names in os.walk(folder, followlinks=False, onerror=failed.append):
        here = Path(at)
        yield from ((here / name, "") for name in names)
        yield from ((here / name, "") for name in folders if (here / name).is_symlink())
    for error in failed:
        yield Path(str(error.filename)), f"this folder cannot be opened: {said(error)}"


def said(error: OSError) -> str:
    """What the system says of an error, without the path that it is about."""
    if error.errno == errno.ELOOP:
        return "a link has taken its place"
    return f"the system says: {os.strerror(error.errno)}" if error.errno else type(error).__name__
