"""A process that is gone in the middle of its work, and another that finds the same state."""

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from lethe.agency import Agency
from lethe.connectors.connection import ConnectionSpec
from lethe.connectors.folder import FolderStore

WRITES = ("put", "copy_from", "delete")


class Killed(BaseException):
    """The process is gone: nothing of ours catches it."""


@contextmanager
def killed_at(number: int | None, kind: type = FolderStore) -> Iterator[Counter[str]]:
    """Count every write to a store (before and after it) and to a database, and be killed at one of them.

    On another kind of store than a folder, which is slow, a transaction counts once: a killed one leaves nothing.
    """
    calls: Counter[str] = Counter()

    def step(*_: Any) -> None:
        calls["all"] += 1
        if calls["all"] == number:
            raise Killed

    def statement(_connection: Any, _cursor: Any, text: str, *_: Any) -> None:
        if not text.startswith(("SELECT", "PRAGMA")):
            step()

    patch = pytest.MonkeyPatch()
    for name in WRITES:
        patch.setattr(kind, name, _counted(getattr(kind, name), step))
    listeners = [("commit", step), *([("before_cursor_execute", statement)] if kind is FolderStore else [])]
    for name, listener in listeners:
        sa.event.listen(sa.Engine, name, listener)
    try:
        yield calls
    finally:
        patch.undo()
        for name, listener in listeners:
            sa.event.remove(sa.Engine, name, listener)


def _counted(real: Callable[..., Any], step: Callable[[], None]) -> Callable[..., Any]:
    def method(*args: Any, **kwargs: Any) -> Any:
        step()
        result = real(*args, **kwargs)
        step()
        return result

    return method


def moved(agency: Agency, home: Path) -> Agency:
    """The same agency with all of its state in another folder; nothing is copied."""
    old = str(agency.home)

    def connection(conn_id: str) -> ConnectionSpec:
        spec = agency.connection(conn_id)
        host = str(home) + spec.host.removeprefix(old) if spec.host else ""
        extra = {name: str(value).replace(old, str(home)) for name, value in spec.extra.items()}
        return ConnectionSpec(conn_id, spec.conn_type, host, None, spec.login, spec.password, "", extra)

    return Agency(agency.settings, agency.clock, connection, home)


def closed(agency: Agency) -> None:
    """Let go of an agency's databases."""
    agency.research.dispose()
    agency.ledger.engine.dispose()


def copies_of(agency: Agency) -> Callable[[], Agency]:
    """Gives the agency as it is at the first call, in a folder of its own each time: another process on that state.

    Its home is moved aside at the first call, so that whatever still pointed there would fail.
    """
    home = agency.home
    start = home / "start"
    made: Counter[str] = Counter()

    def copy() -> Agency:
        if not start.exists():
            closed(agency)
            parts = list(home.iterdir())
            start.mkdir()
            for part in parts:
                part.rename(start / part.name)
        made["copies"] += 1
        return moved(agency, Path(shutil.copytree(start, home / f"copy-{made['copies']}")))

    return copy
