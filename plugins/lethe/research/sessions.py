"""Which session a file belongs to: its asset row, else the place in its key."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath

from sqlalchemy import Engine, select

from lethe.research import schema
from lethe.settings.retention import ItemKind

IN_BATCH = 500
TRANSCRIPT_SUFFIXES = frozenset({".vtt", ".srt", ".txt", ".docx", ".json"})


@dataclass(frozen=True)
class Session:
    """A session as a file's date needs it. `started_at` is aware, or None where nobody has dated it."""

    session_id: str
    study_id: str
    started_at: datetime | None
    language: str


class SessionFinder:
    """Looks up the session of each key of one store, from the research database read once.

    With `keys`, only their asset rows are read: a batch of a large store costs what the batch holds.
    """

    def __init__(
        self, engine: Engine, store_id: str, key_template: str | None, *, keys: Collection[str] | None = None
    ) -> None:
        self._pattern = template_pattern(key_template) if key_template else None
        sessions = schema.session.c
        with engine.connect() as connection:
            self.sessions = {
                row.session_id: Session(row.session_id, row.study_id, row.started_at, row.language)
                for row in connection.execute(
                    select(sessions.session_id, sessions.study_id, sessions.started_at, sessions.language)
                )
            }
            asset = schema.asset.c
            rows = select(asset.key, asset.kind, asset.session_id).where(asset.store_id == store_id)
            ordered = sorted(keys or ())
            queries = (
                [rows]
                if keys is None
                else [
                    rows.where(asset.key.in_(ordered[start : start + IN_BATCH]))
                    for start in range(0, len(ordered), IN_BATCH)
                ]
            )
            self._assets = {
                row.key: (ItemKind(row.kind), row.session_id) for query in queries for row in connection.execute(query)
            }

    def kind_and_session(self, key: str) -> tuple[ItemKind, Session | None]:
        """What a key holds and whose it is. Without a row, what cannot be a transcript counts as a recording."""
        if key in self._assets:
            kind, session_id = self._assets[key]
            return kind, self.sessions.get(session_id)
        transcript = PurePosixPath(key).suffix.lower() in TRANSCRIPT_SUFFIXES
        return ItemKind.TRANSCRIPT if transcript else ItemKind.RECORDING, self.by_template(key)

    def by_template(self, key: str) -> Session | None:
        """The session that the key's own place names; none when study and session do not belong together."""
        match = self._pattern.fullmatch(key) if self._pattern else None
        if match is None:
            return None
        session = self.sessions.get(match.groupdict().get("session_id", ""))
        study_id = match.groupdict().get("study_id")
        return session if session and study_id in (None, session.study_id) else None


def template_pattern(template: str) -> re.Pattern[str]:
    """A key template as a pattern: `{any}` is the rest of the key, every other field one step of the path."""
    parts = re.split(r"\{(\w+)\}", template)
    pattern = "".join(
        re.escape(part) if number % 2 == 0 else (r"(?P<any>.+)" if part == "any" else f"(?P<{part}>[^/]+)")
        for number, part in enumerate(parts)
    )
    return re.compile(pattern, re.DOTALL)
