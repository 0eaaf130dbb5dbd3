"""Two sessions small enough to count by hand: ten words each, one name, one telephone number, one phrase to keep."""

import pytest

from tests.corpora.marks import Keep, Session, Span, Turn


def _session(style: str) -> Session:
    turns = (Turn("p", "", "So Ann Lee likes the rose one"), Turn("m", "", "Call 020 7946"))
    spans = (
        Span(0, 3, 10, "name", "x1.name", "unknown", ((3, 6), (7, 10)), "", "written"),
        Span(1, 5, 13, "phone", "p.phone", "known", ((5, 13),), "", "written"),
        Span(0, 11, 16, "health", "p.health", "quasi", ((11, 16),), "", "written"),
    )
    return Session(f"en/{style}/a", "en", style, "session", turns, spans, (Keep(0, 17, 29),), ())  # type: ignore[arg-type]


@pytest.fixture
def sessions() -> tuple[Session, ...]:
    """One session with capitals, one as a recogniser writes."""
    return _session("cased"), _session("asr")
