"""The anonymiser run over a corpus: one study for each session, in two processes."""

import multiprocessing
import os
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from anonymizers.engine import Detection
from anonymizers.labels import names_in
from anonymizers.layers import AUTHORITY
from anonymizers.masking import Anonymiser
from anonymizers.modes import DEFAULT_MODE
from anonymizers.pseudonyms import Pseudonyms
from tests.corpora.marks import LANGUAGES, Session
from tests.evaluation.scoring import Mask, Outcome, outcome

_KEY = b"the key of a study that is nowhere"
_PROCESSES = 2


@dataclass(frozen=True, slots=True)
class Setting:
    """How the anonymiser is set: its mode, the dial of its model (None: the mode's own), its layers.

    `keep_words` gives it the words that each study is about. Off by default: what is measured holds without tuning.
    """

    mode: str = DEFAULT_MODE
    threshold: float | None = None
    layers: tuple[str, ...] = AUTHORITY
    keep_words: bool = False

    @property
    def name(self) -> str:
        """A short name, for a table and a file."""
        parts = [self.mode]
        if self.threshold is not None:
            parts.append(f"{self.threshold:g}")
        if self.layers != AUTHORITY:
            parts.append("+".join(self.layers))
        if self.keep_words:
            parts.append("keep")
        return "-".join(parts)


def masks(session: Session, setting: Setting) -> list[Mask]:
    """What the anonymiser masks in a session, or in the answers of a survey."""
    anonymiser = Anonymiser(
        Detection(languages=LANGUAGES, layers=setting.layers, threshold=setting.threshold),
        session.roster,
        Pseudonyms(_KEY),
        keep=session.keep_words if setting.keep_words else (),
        mode=setting.mode,
    )
    texts = [turn.text for turn in session.turns]
    if session.kind == "session":
        labels = names_in([turn.label for turn in session.turns])
        done = anonymiser.mask(texts, language=session.language, one_session=True, names=labels)
    else:
        done = anonymiser.mask(texts, language=session.language)
    return [
        Mask(turn, span.start, span.end, span.entity, span.layer, span.recogniser, span.score)
        for turn, one in enumerate(done)
        for span in one.spans
    ]


def run(sessions: Sequence[Session], setting: Setting, processes: int = _PROCESSES) -> list[Outcome]:
    """Every session masked and scored, in order."""
    return runs(sessions, [setting], processes)[0]


def runs(sessions: Sequence[Session], settings: Sequence[Setting], processes: int = _PROCESSES) -> list[list[Outcome]]:
    """The same for several settings, in one pool of processes, so that each loads its word lists once."""
    global _sessions  # noqa: PLW0603 - what the other processes inherit, instead of being sent it
    _sessions = sessions
    work = [(place, setting) for setting in settings for place in range(len(sessions))]
    if min(processes, os.cpu_count() or 1, len(work)) < 2:
        found: Iterable[list[Mask]] = map(_one, work)
        return _scored(found, sessions, settings)
    # A fork hands the corpus over without pickling it; no thread runs yet.
    with ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("fork")) as pool:
        return _scored(pool.map(_one, work, chunksize=4), sessions, settings)


_sessions: Sequence[Session] = ()


def _one(work: tuple[int, Setting]) -> list[Mask]:
    place, setting = work
    try:
        return masks(_sessions[place], setting)
    except Exception as error:
        raise RuntimeError(f"{_sessions[place].id}, {setting.name}: {error!r}") from error


def _scored(
    found: Iterable[list[Mask]], sessions: Sequence[Session], settings: Sequence[Setting]
) -> list[list[Outcome]]:
    each = iter(found)
    return [[outcome(session, next(each)) for session in sessions] for _ in settings]
