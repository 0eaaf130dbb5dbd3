"""Where a result goes: checked before anything is read, filled in one step when all is done."""

import csv
import glob
import hashlib
import io
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from lethe.commands.terminal import UsageError
from lethe.errors import LetheError


def checked_source(source: Path) -> Path:
    """The folder or the file to read, with links resolved.

    Raises:
        UsageError: there is nothing to read.
    """
    source = source.resolve()
    if not source.is_dir() and not source.is_file():
        raise UsageError("IN is not a folder, nor a file, that is there")
    return source


def checked_target(source: Path, target: Path) -> Path:
    """The folder to make, with links resolved, which is not there yet or empty.

    Raises:
        UsageError: it lies inside what is read, or that inside it, or there is something in it.
    """
    target = target.resolve()
    if target.is_relative_to(source):
        raise UsageError("OUT lies inside IN; what is shared and what is raw must lie apart")
    if source.is_relative_to(target):
        raise UsageError("IN lies inside OUT; what is shared and what is raw must lie apart")
    if target.exists() and not (target.is_dir() and not any(target.iterdir())):
        raise UsageError("OUT is there and not empty; name a new folder, so that no earlier result is mixed in")
    if not target.parent.is_dir():
        raise UsageError("the folder that OUT would lie in is not there; make it first")
    return target


def checked_aside(path: Path | None, what: str, *, outside: Sequence[Path], new: bool) -> Path | None:
    """A file that the command writes beside its result, resolved.

    Raises:
        UsageError: it would lie in one of the folders, its own folder is not there, or it must be new and is not.
    """
    if path is None:
        return None
    path = path.resolve()
    if any(path.is_relative_to(folder) for folder in outside):
        raise UsageError(f"{what} must not lie in IN or OUT; keep it apart from what is shared")
    if not path.parent.is_dir():
        raise UsageError(f"the folder of {what} is not there; make it first")
    if new and path.exists():
        raise UsageError(f"{what} is there already; name a new file")
    return path


@dataclass(frozen=True)
class OnDisk:
    """A file of the result that is too large to be held: where it lies, on the disk of the target, and its SHA-256."""

    path: Path
    sha256: str


@contextmanager
def workplace(target: Path | None) -> Iterator[Path | None]:
    """A hidden folder beside the target for what is too large to be held; the owner's alone, and gone at the end.

    Raises:
        LetheError: it cannot be made, and so nor could the target.
    """
    if target is None:
        yield None
        return
    try:
        folder = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    except OSError as error:
        raise LetheError(f"OUT could not be written ({type(error).__name__}); everything is as it was") from None
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def left_behind(target: Path) -> list[Path]:
    """Hidden folders beside the target that an earlier run left there when it was killed."""
    found = target.parent.glob(f".{glob.escape(target.name)}.????????")
    return sorted(path for path in found if path.is_dir() and not path.is_symlink())


def deliver(target: Path | None, files: Mapping[str, bytes | OnDisk], beside: Mapping[Path, bytes]) -> None:
    """Make a folder with exactly these files, and new files beside it for the owner's eyes alone (0600), or nothing.

    Without a folder, the new files alone.

    Raises:
        LetheError: what was read back is not what was written, or the system refused; everything is as it was.
    """
    made: list[Path] = []
    try:
        for path, data in beside.items():
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            made.append(path)
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
        if target is not None:
            _place(target, files)
    except BaseException as error:
        for path in made:
            path.unlink(missing_ok=True)
        if isinstance(error, OSError):
            what = "OUT could not be written" if target else "the file could not be written"
            raise LetheError(f"{what} ({type(error).__name__}); everything is as it was") from None
        raise


def map_bytes(rows: Sequence[tuple[str, str]]) -> bytes:
    """A CSV of which output file was made from which input file."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(("output", "input"))
    writer.writerows(rows)
    return text.getvalue().encode("utf-8", "surrogateescape")


def _place(target: Path, files: Mapping[str, bytes | OnDisk]) -> None:
    """Written or moved to a hidden folder beside the target, read back, and moved into place as one."""
    staged = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    try:
        for name, data in files.items():
            if isinstance(data, OnDisk):
                data.path.rename(staged / name)
            else:
                (staged / name).write_bytes(data)
        for name, data in files.items():
            if not _is_there(staged / name, data):
                raise LetheError("a file read back is not what was examined; nothing was put into OUT")
        if target.exists():
            target.rmdir()  # refused by the system unless it is still empty
        staged.rename(target)
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def _is_there(path: Path, data: bytes | OnDisk) -> bool:
    if isinstance(data, bytes):
        return path.read_bytes() == data
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == data.sha256
