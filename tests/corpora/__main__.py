"""`python -m tests.corpora`: what a corpus holds, its sessions with their marks, its digest."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator

from tests.corpora.corpus import CORPORA, DIGEST, digest, load
from tests.corpora.marks import Keep, Session, Span

_SIGNS = {"known": "+", "unknown": "-", "quasi": "~"}


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m tests.corpora", description=__doc__)
    parser.add_argument("--corpus", choices=list(CORPORA), default="test")
    parser.add_argument("--show", metavar="ID", help="print the sessions whose id has this in it")
    parser.add_argument("--freeze", action="store_true", help="write the digest of the test corpus anew")
    asked = parser.parse_args()
    sessions = load(asked.corpus)
    if asked.show:
        for session in sessions:
            if asked.show in session.id:
                print("\n".join(_marked(session)))
        return 0
    for line in _counts(sessions):
        print(line)
    if asked.freeze:
        DIGEST.write_text("".join(f"{name} {value}\n" for name, value in digest().items()), encoding="utf-8")
    return 0


def _marked(session: Session) -> Iterator[str]:
    known = ", ".join(person.participant_id for person in session.roster)
    yield f"== {session.id} ({session.style}), register: {known}"
    for number, turn in enumerate(session.turns):
        text = turn.text
        every: list[Span | Keep] = [*session.spans, *session.keeps]
        marks = [mark for mark in every if mark.turn == number]
        for mark in sorted(marks, key=lambda mark: -mark.start):
            told = text[mark.start : mark.end]
            if isinstance(mark, Span):
                parts = "|".join(text[start:end] for start, end in mark.parts)
                told = f"[{told}]<{mark.type}{_SIGNS[mark.standing]}{'' if parts == told else f': {parts}'}>"
            else:
                told = f"{{{told}}}"
            text = text[: mark.start] + told + text[mark.end :]
        yield f"{turn.label or turn.question}: {text}"


def _counts(sessions: tuple[Session, ...]) -> Iterator[str]:
    yield "; ".join(f"{number} {' '.join(of)}" for of, number in _by(sessions).items())
    yield f"{sum(len(one.spans) for one in sessions)} spans, {sum(len(one.keeps) for one in sessions)} to keep"
    types = Counter((span.type, span.standing) for one in sessions for span in one.spans)
    yield ", ".join(f"{type_} {standing} {number}" for (type_, standing), number in types.most_common())
    origins = Counter(span.origin for one in sessions for span in one.spans if span.type == "name")
    yield f"{len(origins)} origins: " + ", ".join(f"{origin} {number}" for origin, number in origins.most_common())


def _by(sessions: tuple[Session, ...]) -> Counter[tuple[str, str, str]]:
    found: Counter[tuple[str, str, str]] = Counter()
    for one in sessions:
        found[one.kind, one.style, one.language] += 1 if one.kind == "session" else len(one.turns)
    return found


if __name__ == "__main__":
    sys.exit(main())
