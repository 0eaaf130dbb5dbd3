"""Each session as its tool wrote it down: under which labels, in which file, under which file name."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from anonymizers.people import Person
from lethe.demo.agency import spoken
from lethe.demo.agency.cast import full_name
from lethe.demo.agency.programme import Planned, Tool
from lethe.demo.agency.raw import Raw, Spoken
from lethe.demo.agency.raw_docx import docx
from lethe.demo.agency.raw_json import aws, whisper
from lethe.demo.agency.raw_subtitles import otter, srt, teams, zoom
from lethe.demo.agency.recordings import mp4, wav
from lethe.demo.agency.scripts import Turn, Voice, as_heard, dialogue, kept_in, planted_in
from lethe.demo.agency.truth import Planted

_WRITERS: dict[Tool, Callable[[Spoken], Raw]] = {
    "zoom": zoom,
    "teams": teams,
    "srt": srt,
    "otter": otter,
    "docx": docx,
    "aws": aws,
    "whisper": whisper,
}


@dataclass(frozen=True)
class HeldSession:
    """One session with its two files. `stem` is what somebody called them; `labels` go by person."""

    planned: Planned
    transcript: Raw
    recording: Raw
    stem: str
    labels: dict[str, str]
    planted: tuple[Planted, ...]
    survive: tuple[str, ...]


def hold(planned: Planned) -> HeldSession:
    """Hold a session: who says what, and the files that are left of it."""
    draw = random.Random(f"said {planned.session_id}")  # noqa: S311 - sample data, no secret
    turns = dialogue(planned.seats, planned.study_id, planned.blocks, draw)
    turns = as_heard(turns) if planned.as_heard else turns
    labels = _labels(planned, turns)
    people = {voice: person.participant_id for voice, person in _voices(planned).items()}
    person = planned.speaks
    spoken_session = Spoken(
        turns=turns,
        labels=labels,
        people=people,
        title=Planted(full_name(person), "name", person.participant_id),
        author=Planted(full_name(planned.seats.moderator), "name", planned.seats.moderator.participant_id),
        language=planned.seats.language,
        file_id=f"{planned.study_id}-{planned.number:02d}",
    )
    raw = _WRITERS[planned.tool](spoken_session)
    if planned.broken:
        # An upload that stopped half-way: the archive's own directory, at its end, never arrived.
        raw = Raw(raw.data[: len(raw.data) * 3 // 5], raw.suffix)
    planted = () if planned.broken else tuple(dict.fromkeys((*planted_in(turns), *raw.around)))
    return HeldSession(
        planned=planned,
        transcript=raw,
        recording=_recording(planned),
        stem=_stem(planned),
        labels={people[voice]: label for voice, label in labels.items()},
        planted=planted,
        survive=() if planned.broken else tuple(kept_in(turns)),
    )


def _recording(planned: Planned) -> Raw:
    if planned.number % 4 == 3:
        return Raw(mp4(planned.number, full_name(planned.speaks)), ".mp4")
    return Raw(wav(planned.number), ".wav")


def _voices(planned: Planned) -> dict[Voice, Person]:
    seats = planned.seats
    voices: dict[Voice, Person] = {"M": seats.moderator, "P": seats.person}
    return {**voices, "O": seats.observer} if seats.observer else voices


def _labels(planned: Planned, turns: tuple[Turn, ...]) -> dict[Voice, str]:
    """What the tool calls each voice that speaks."""
    voices = [voice for voice in _voices(planned) if any(turn.voice == voice for turn in turns)]
    return {voice: _label(planned, voice, number) for number, voice in enumerate(voices)}


def _label(planned: Planned, voice: Voice, number: int) -> str:
    person = _voices(planned)[voice]
    plain = spoken.in_ascii(full_name(person))
    own = (
        full_name(person),
        f"{plain.split()[0]}'s iPhone",
        person.preferred_name or person.first_name,
        plain,
    )
    return {
        "zoom": own[planned.number % 4] if voice == "P" else full_name(person),
        "teams": f"{full_name(person)} (Guest)" if voice == "P" else full_name(person),
        "srt": person.first_name,
        "otter": full_name(person) if voice == "P" else person.first_name,
        "docx": person.first_name if voice == "P" else full_name(person),
        "aws": f"spk_{number}",
        "whisper": "",
    }[planned.tool]


def _stem(planned: Planned) -> str:
    """What people and tools call the files of a session: mostly by a name and a day."""
    person, day = planned.speaks, planned.day
    plain = spoken.in_ascii(full_name(person))
    return (
        f"{plain} {spoken.short_day(day)}",
        f"{full_name(person)} interview",
        f"GMT{day:%Y%m%d}-{9 + planned.number % 8:02d}0233_Recording",
        f"{planned.tool}_{plain.replace(' ', '_')}_final v2",
    )[planned.number % 4 if person.last_name != "Quennevaire" else 0]
