"""Which session a file belongs to: its asset row, else the place in its key."""

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath

from sqlalchemy import Engine, select

from lethe.research import schema
from lethe.settings.models import ItemKind

TRANSCRIPT_SUFFIXES = frozenset({".vtt", ".srt", ".txt", ".docx", ".json"})


@dataclass(frozen=True)
class Session:
    """A session as a file's date needs it. `started_at` is aware, or None where nobody has dated it."""

    session_id: str
    study_id: str
    started_at: datetime | None
    language: str


class SessionFinder:
    """Looks up the session of each key of one store, from the research database read once."""

    def __init__(self, engine: Engine, store_id: str, key_template: str | None) -> None:
        self._pattern = template_pattern(key_template) if key_template else None
        sessions = schema.session.c
        with engine.connect() as connection:
            self.sessions = {
                row.session_id: Session(row.session_id, row.study_id, row.started_at, row.language)
                for row in connection.execute(
                    select(sessions.session_id, sessions.study_id, sessions.started_at, sessions.language)
                )
            }
            self._assets = {
                row.key: (ItemKind(row.kind), row.session_id)
                for row in connection.execute(select(schema.asset).where(schema.asset.c.store_id == store_id))
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
