"""The configuration as far as it could be read: what is whole, what is broken, and which ids exist all the same.

An entry with a mistake in it must not bring a second message wherever its id is used, so its id stays known.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from lethe.settings.clients import Clients
from lethe.settings.documents import Document, Steps, Unreadable, read_document
from lethe.settings.errors import Problem
from lethe.settings.explain import IDENTIFIER, NOUNS, PATTERNS, explain, subject_of, told_once
from lethe.settings.hierarchies import HIERARCHIES, read_hierarchies
from lethe.settings.models import AgencyProfile, Anonymisation, Settings, Sources, Study
from lethe.settings.places import Places
from lethe.settings.retention import Retention
from lethe.settings.words import near_miss

M = TypeVar("M", bound=BaseModel)

NAMES = ("agency.yaml", "stores.yaml", "sources.yaml", "clients.yaml", "retention.yaml", "anonymisation.yaml")
STUDIES = "studies"


@dataclass(frozen=True)
class Read(Generic[M]):
    """One file. `value` lacks the entries that have mistakes, and is None where nothing could be made of the file."""

    name: str
    document: Document | None
    value: M | None
    whole: bool

    def ids(self, section: str) -> frozenset[str]:
        """Every id in a section as it stands in the file, those with mistakes in them included."""
        entries = self.document.value.get(section) if self.document else None
        return frozenset(str(key) for key in entries) if isinstance(entries, dict) else frozenset()

    def problem(self, steps: Steps, message: str) -> Problem:
        """A problem at the line of a key or a list item."""
        return Problem(self.name, self.document.line(steps) if self.document else None, subject_of(steps), message)


@dataclass(frozen=True)
class Draft:
    """Every file as far as it could be read, and what was wrong with each by itself."""

    agency: Read[AgencyProfile]
    places: Read[Places]
    sources: Read[Sources]
    clients: Read[Clients]
    retention: Read[Retention]
    anonymisation: Read[Anonymisation]
    studies: dict[str, Read[Study]]
    hierarchies: dict[str, str]
    problems: tuple[Problem, ...]

    @property
    def order(self) -> list[str]:
        """The files' names in the order in which problems are told."""
        top = [self.agency.name, self.places.name, self.sources.name]
        top += [self.clients.name, self.retention.name, self.anonymisation.name]
        return [*top, *(read.name for read in self.studies.values())]

    def settings(self) -> Settings:
        """The whole as one value; only after no problem was found."""
        return Settings(
            agency=_given(self.agency),
            places=_given(self.places),
            sources=_given(self.sources),
            clients=_given(self.clients),
            retention=_given(self.retention),
            anonymisation=_given(self.anonymisation),
            studies={study_id: _given(read) for study_id, read in self.studies.items()},
            hierarchies=self.hierarchies,
        )


def read_draft(folder: Path) -> Draft:
    """Read and validate every file of a configuration folder, each by itself."""
    top = folder.resolve().name or "config"
    problems: list[Problem] = []
    draft = Draft(
        agency=_read(folder, top, NAMES[0], AgencyProfile, problems),
        places=_read(folder, top, NAMES[1], Places, problems),
        sources=_read(folder, top, NAMES[2], Sources, problems),
        clients=_read(folder, top, NAMES[3], Clients, problems),
        retention=_read(folder, top, NAMES[4], Retention, problems),
        anonymisation=_read(folder, top, NAMES[5], Anonymisation, problems),
        studies=_studies(folder, top, problems),
        hierarchies=read_hierarchies(folder / HIERARCHIES, f"{top}/{HIERARCHIES}", problems),
        problems=(),
    )
    problems += _strays(folder, top)
    if not folder.is_dir():
        problems = [Problem(top, None, "", "there is no such folder; LETHE_CONFIG or --config names another")]
    return Draft(**{**vars(draft), "problems": tuple(problems)})


def _studies(folder: Path, top: str, problems: list[Problem]) -> dict[str, Read[Study]]:
    found: dict[str, Read[Study]] = {}
    for path in sorted((folder / STUDIES).glob("*")):
        name = f"{top}/{STUDIES}/{path.name}"
        if path.suffix == ".yml":
            problems.append(Problem(name, None, "", "this file is not read; name it .yaml"))
        elif path.suffix == ".yaml" and not re.fullmatch(IDENTIFIER, path.stem):
            problems.append(Problem(name, None, "", f"the file's name, the study's id, must be {PATTERNS[IDENTIFIER]}"))
        elif path.suffix == ".yaml":
            found[path.stem] = _read(folder, top, f"{STUDIES}/{path.name}", Study, problems)
    return found


def _strays(folder: Path, top: str) -> list[Problem]:
    """YAML files that look like one of ours and are not read: `retentions.yaml` beside none or beside the real one."""
    strays = []
    for path in sorted(folder.glob("*.y*ml")):
        near = near_miss(path.name, NAMES)
        if path.name not in NAMES and near:
            message = f"this file is not read. Did you mean '{near}'?"
            strays.append(Problem(f"{top}/{path.name}", None, "", message))
    return strays


def _read(folder: Path, top: str, name: str, model: type[M], problems: list[Problem]) -> Read[M]:
    shown_name = f"{top}/{name}"
    try:
        document = read_document(folder / name, shown_name)
    except Unreadable as unreadable:
        problems += unreadable.problems
        return Read(shown_name, None, None, False)
    try:
        return Read(shown_name, document, model.model_validate(document.value), True)
    except ValidationError as error:
        mistakes = error.errors()
    problems += [explain(mistake, document, model) for mistake in told_once(mistakes, model)]
    rest = _without(document.value, [tuple(mistake["loc"]) for mistake in mistakes])
    try:
        return Read(shown_name, document, model.model_validate(rest), False)
    except ValidationError:
        return Read(shown_name, document, None, False)


def _without(value: Any, mistakes: list[Steps]) -> dict[str, Any]:
    """The top-level mapping without the entries that have mistakes, nor the top-level keys that nobody knows."""
    rest = dict(value)
    for steps in mistakes:
        section = rest.get(str(steps[0]))
        if len(steps) > 1 and steps[0] in NOUNS and isinstance(section, dict):
            rest[str(steps[0])] = {key: entry for key, entry in section.items() if key != steps[1]}
        elif len(steps) == 1:
            rest.pop(str(steps[0]), None)
    return rest


def _given(read: Read[M]) -> M:
    if read.value is None:
        raise AssertionError(f"{read.name} was not read")
    return read.value
