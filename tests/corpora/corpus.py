"""The corpora: scripts on disk rendered into sessions and surveys, always the same."""

import hashlib
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path

from anonymizers.people import Person
from tests.corpora.cast import Name, chosen, others, read_people
from tests.corpora.details import details_of, registered
from tests.corpora.marks import LANGUAGES, Keep, Session, Span, Style, Turn
from tests.corpora.rendering import Player, Rendering, titled
from tests.corpora.scripts import Script, read_answers, read_session

HERE = Path(__file__).parent
DIGEST = HERE / "digest.txt"
"""What the test corpus was frozen at; a change of it is a change of the yardstick, and shows old and new figures."""

CORPORA = {"test": HERE, "develop": HERE / "develop"}
_HALF = {"test": 0, "develop": 1}
_MORE_IN_THE_REGISTER = 8
_ANSWERS_A_SURVEY = 12
_SEED = "a corpus of speech"


@cache
def load(corpus: str = "test", root: Path | None = None) -> tuple[Session, ...]:
    """Every session and survey of a corpus, "test" (frozen) or "develop".

    Raises:
        ScriptError: a script or a list of people that cannot be read, with its file and line.
    """
    return tuple(session for language in LANGUAGES for session in _of_language(language, corpus, root))


def scripts_of(language: str, corpus: str, root: Path | None = None) -> tuple[list[Script], list[Script]]:
    """The session scripts and the answers of one language."""
    folder = (root or CORPORA[corpus]) / language
    sessions = [read_session(path, language) for path in sorted((folder / "sessions").glob("*.txt"))]
    answers = [one for path in sorted((folder / "answers").glob("*.txt")) for one in read_answers(path, language)]
    return sessions, answers


def people_of(language: str, corpus: str, root: Path | None = None) -> tuple[Name, ...]:
    """The people of one language."""
    path = (root or CORPORA[corpus]) / language / "people.yaml"
    return read_people(path) if path.exists() else ()


def digest(corpus: str = "test") -> dict[str, str]:
    """What freezes a corpus: SHA-256 over its scripts and over the sessions made of them."""
    root = CORPORA[corpus]
    scripts = hashlib.sha256()
    for language in LANGUAGES:
        for path in sorted((root / language).rglob("*")):
            if path.suffix in (".txt", ".yaml"):
                scripts.update(f"{path.relative_to(root).as_posix()}\n".encode() + path.read_bytes())
    sessions = load(corpus)
    rendered = hashlib.sha256(
        json.dumps([asdict(session) for session in sessions], ensure_ascii=False, sort_keys=True).encode()
    )
    return {
        "scripts": scripts.hexdigest(),
        "sessions": rendered.hexdigest(),
        "counts": f"{sum(one.kind == 'session' for one in sessions)} sessions, "
        f"{sum(len(one.turns) for one in sessions if one.kind == 'answer')} answers, "
        f"{sum(len(one.spans) for one in sessions)} spans",
    }


def _of_language(language: str, corpus: str, root: Path | None) -> Iterator[Session]:
    people = people_of(language, corpus, root)
    sessions, answers = scripts_of(language, corpus, root)
    for place, script in enumerate(sessions):
        taken: set[str] = set()
        for variant, letter in enumerate("ab"):
            style: Style = "asr" if (2 * place + variant) % 3 == 2 else "cased"
            session = _session(script, f"{language}/{script.name}/{letter}", style, people, taken, corpus)
            yield session
    for style in ("cased", "asr"):
        of_style = [one for place, one in enumerate(answers) if (place % 3 == 2) == (style == "asr")]
        for start in range(0, len(of_style), _ANSWERS_A_SURVEY):
            name = f"{language}/survey-{style}-{start // _ANSWERS_A_SURVEY + 1:02}"
            yield _survey(of_style[start : start + _ANSWERS_A_SURVEY], name, language, style, people, corpus)


def _session(script: Script, id_: str, style: Style, people: Sequence[Name], taken: set[str], corpus: str) -> Session:
    """One rendering; those who appear in it are added to `taken`, so that the other rendering has other people."""
    rng = random.Random(f"{_SEED}/{id_}")
    players = _players(script, people, taken, corpus, rng)
    first_names = {name.full for name in people if name.first in {one.name.first for one in players.values()}}
    roster = [_person(role, one, script.language, rng) for role, one in players.items() if one.register]
    for number, name in enumerate(others(people, taken | first_names, _MORE_IN_THE_REGISTER, rng), start=1):
        details = details_of(name, script.language, _HALF[corpus], rng)
        roster.append(registered(f"r{number}", name, details, script.language, rng))
    taken |= first_names
    labels = {role: _label(one, style, role, rng) for role, one in players.items()}
    rendering = Rendering(script, players, style, rng)
    said = [rendering.line(number, line) for number, line in enumerate(script.lines)]
    return Session(
        id=id_,
        language=script.language,
        style=style,
        kind="session",
        turns=tuple(
            Turn(line.speaker.lower(), labels[line.speaker.lower()], one.text)
            for line, one in zip(script.lines, said, strict=True)
        ),
        spans=tuple(span for one in said for span in one.spans),
        keeps=tuple(keep for one in said for keep in one.keeps),
        roster=tuple(roster),
        keep_words=script.keep_words,
    )


def _survey(
    answers: Sequence[Script], id_: str, language: str, style: Style, people: Sequence[Name], corpus: str
) -> Session:
    rng = random.Random(f"{_SEED}/{id_}")
    taken: set[str] = set()
    turns: list[Turn] = []
    spans: list[Span] = []
    keeps: list[Keep] = []
    roster: list[Person] = []
    for number, answer in enumerate(answers):
        players = _players(answer, people, taken, corpus, rng)
        taken |= {one.name.full for one in players.values()}
        roster += [_person(f"{role}{number}", one, language, rng) for role, one in players.items() if one.register]
        rendering = Rendering(answer, players, style, rng, scope=f"{number}/")
        line = answer.lines[0]
        said = rendering.line(number, line)
        turns.append(Turn("p", "", said.text, line.question))
        spans.extend(said.spans)
        keeps.extend(said.keeps)
    for number, name in enumerate(others(people, taken, _MORE_IN_THE_REGISTER, rng), start=1):
        roster.append(registered(f"r{number}", name, details_of(name, language, _HALF[corpus], rng), language, rng))
    return Session(id_, language, style, "answer", tuple(turns), tuple(spans), tuple(keeps), tuple(roster))


def _players(
    script: Script, people: Sequence[Name], taken: set[str], corpus: str, rng: random.Random
) -> dict[str, Player]:
    cast = chosen(script, people, taken, rng)
    register = {"p": "participant", "q": "participant", "m": "staff"}
    return {
        role: Player(
            name=name,
            title=titled(name, script.language, rng),
            details=details_of(name, script.language, _HALF[corpus], rng),
            register=register.get(role, ""),
        )
        for role, name in cast.items()
    }


def _person(role: str, player: Player, language: str, rng: random.Random) -> Person:
    return registered(role, player.name, player.details, language, rng)


def _label(player: Player, style: Style, role: str, rng: random.Random) -> str:
    """How the tool labels a speaker: by the name they joined with, or by a number."""
    if style == "asr":
        return f"spk_{'mpq'.find(role[0])}"
    return player.name.full if rng.random() < 0.8 else player.name.first
