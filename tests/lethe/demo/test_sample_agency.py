"""The sample agency: what is in it, that its dates fit the promises on any day, and that its planted truth is true."""

import csv
import hashlib
import io
import json
import struct
import wave
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.sax.saxutils import unescape

import docx
import pytest
import webvtt
from sqlalchemy import MetaData, Table, select

from anonymizers.people import ROSTER_COLUMNS
from lethe.agency import Agency
from lethe.connectors.sql import engine_from
from lethe.demo.agency import SampleAgency, build_sample_agency
from lethe.demo.agency.cast import cast, others
from lethe.demo.agency.days import due, event_due
from lethe.demo.agency.programme import programme
from lethe.errors import LetheError
from lethe.intake import scan_inbox, take_session_files, take_survey_files
from lethe.intake.answers import reference_of
from lethe.research import people, schema
from lethe.retention.inventory import inventory, standing

USUAL = date(2026, 11, 24)
DAYS = [
    USUAL,
    date(2026, 3, 29),  # clocks go forward
    date(2026, 10, 25),  # clocks go back
    date(2027, 2, 28),  # four days of August fall due
    date(2028, 2, 29),
    date(2028, 3, 1),
    date(2026, 1, 1),
]
# No day's six calendar months end on a 31 August, and no day's twelve on a 29 February.
NO_SESSION_CAN_BE_DUE = [date(2026, 8, 31), date(2026, 8, 29), date(2026, 12, 31)]


def all_rows(agency: Agency, table: Table) -> list[dict[str, Any]]:
    with agency.research.connect() as connection:
        return [dict(row) for row in connection.execute(select(table)).mappings()]


def platform_rows(agency: Agency) -> list[dict[str, Any]]:
    engine = engine_from(agency.connection("lethe_survey_platform"))
    table = Table("responses_banking_app", MetaData(), autoload_with=engine)
    with engine.connect() as connection:
        return [dict(row) for row in connection.execute(select(table)).mappings()]


def objects(agency: Agency, store_id: str) -> dict[str, bytes]:
    store = agency.store(store_id)
    return {version.key: store.read(version.key) for version in store.list_objects()}


def transcripts(agency: Agency) -> dict[str, tuple[str, bytes]]:
    """Session id to the extension and bytes of its transcript, wherever it lies; a broken one included."""
    found = {
        row["session_id"]: (Path(row["key"]).suffix, agency.store("sessions").read(row["key"]))
        for row in all_rows(agency, schema.asset)
        if row["kind"] == "transcript"
    }
    drop = objects(agency, "session-inbox")
    places = {key: key.split("/")[1] for key in drop if key.count("/") == 2}
    for key, data in drop.items():
        if key.endswith("/index.csv"):
            folder = key.removesuffix("index.csv")
            places |= {folder + row["file"]: row["session_id"] for row in csv.DictReader(io.StringIO(data.decode()))}
    for key, session_id in places.items():
        if Path(key).suffix in {".vtt", ".srt", ".txt", ".docx", ".json"}:
            found[session_id] = (Path(key).suffix, drop[key])
    return found


def text_of(suffix: str, data: bytes) -> str:
    """All text of a raw file, whatever part of it holds it."""
    if suffix != ".docx":
        return data.decode()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return "\n".join(unescape(package.read(name).decode()) for name in package.namelist())


def readable(agency: Agency, sample: SampleAgency) -> dict[str, str]:
    return {sid: text_of(*raw) for sid, raw in transcripts(agency).items() if sid in sample.truth}


def research_id(source_id: str, ref: str) -> str:
    return "r-" + hashlib.sha256(f"{source_id}\n{ref}".encode()).hexdigest()[:16]


def dropped_answers(agency: Agency) -> Iterator[dict[str, str]]:
    for key, data in objects(agency, "survey-inbox").items():
        if data.startswith(b"PK"):
            continue
        west = data.startswith(b"response_id;")
        text = io.StringIO(data.decode("cp1252" if west else "utf-8"), newline="")
        for row in csv.DictReader(text, delimiter=";" if west else ","):
            yield {"study_id": key.partition("/")[0], **row}


def test_the_sample_holds_what_it_counts(built_on: Callable[[date], Any]) -> None:
    agency, sample = built_on(USUAL).agency, built_on(USUAL).sample
    assert len(all_rows(agency, schema.participant)) == 44 == sample.counts["participants"] + sample.counts["staff"]
    sessions = all_rows(agency, schema.session)
    assert Counter(row["study_id"] for row in sessions) == {
        "banking-app": 26,
        "grocery-delivery": 18,
        "heat-pump-portal": 16,
    }
    assert Counter(row["language"] for row in sessions) == {"en": 44, "fr": 6, "de": 5, "es": 5}
    assert sum(row["started_at"] is None for row in sessions) == 2
    assert sample.counts["files_in_session_drop"] == len(objects(agency, "session-inbox")) - 1  # the index
    assert (
        sample.counts["files_in_raw_store"] == len(all_rows(agency, schema.asset)) == len(objects(agency, "sessions"))
    )
    assert len(platform_rows(agency)) == 262
    assert len(all_rows(agency, schema.survey_response)) == 60
    assert len(list(dropped_answers(agency))) == 278
    assert sample.counts["answers"] == 600
    asked = [
        column
        for row in all_rows(agency, schema.participation)
        for column in ("withdrawn_at", "restricted_at", "objected_at")
        if row[column]
    ]
    assert Counter(asked) == {"withdrawn_at": 2, "restricted_at": 1, "objected_at": 1}


def test_every_raw_file_stands_under_the_digest_and_key_of_its_asset(built_on: Callable[[date], Any]) -> None:
    agency = built_on(USUAL).agency
    held = objects(agency, "sessions")
    studies = {row["session_id"]: row["study_id"] for row in all_rows(agency, schema.session)}
    for row in all_rows(agency, schema.asset):
        assert hashlib.sha256(held[row["key"]]).hexdigest() == row["sha256"]
        start = f"{studies[row['session_id']]}/{row['session_id']}/{row['asset_id']}."
        assert row["key"].startswith(start)


@pytest.mark.parametrize("day", [*DAYS, *NO_SESSION_CAN_BE_DUE], ids=str)
def test_due_dates_fit_the_promises_on_any_day(built_on: Callable[[date], Any], day: date) -> None:
    agency, sample = built_on(day).agency, built_on(day).sample

    def stands(rule_id: str, place_id: str) -> Counter[str]:
        return Counter(standing(held, day) for held in inventory(agency, rule_id) if held.place_id == place_id)

    possible = day not in NO_SESSION_CAN_BE_DUE
    session_due = {"due": 4} if possible else {}
    assert stands("transcripts", "sessions") == {
        **session_due, "overdue": 5 if possible else 9, "undated": 1, "not_yet": 27,
    }  # fmt: skip
    assert stands("recordings", "sessions") == stands("transcripts", "sessions")
    copy_due = {"due": 3} if possible else {}
    assert stands("recordings", "brightwell") == {**copy_due, "overdue": 4 if possible else 7, "not_yet": 5}
    leap = (day.month, day.day) == (2, 29)
    assert stands("survey-answers", "banking-app-platform") == {
        **({} if leap else {"due": 6}), "overdue": 11 if leap else 5, "undated": 1, "not_yet": 250,
    }  # fmt: skip
    assert stands("survey-answers", "research") == {
        **({} if leap else {"due": 4}), "overdue": 8 if leap else 4, "not_yet": 52,
    }  # fmt: skip
    assert sample.counts.get("raw_sessions_due_today", 0) == stands("transcripts", "sessions")["due"]
    assert (
        sample.counts.get("answers_in_platform_due_today", 0) == stands("survey-answers", "banking-app-platform")["due"]
    )


@pytest.mark.parametrize("day", [*DAYS, *NO_SESSION_CAN_BE_DUE], ids=str)
def test_nothing_lies_in_the_future_and_the_drop_holds_three_weeks(built_on: Callable[[date], Any], day: date) -> None:
    agency = built_on(day).agency
    now = agency.now()
    in_drop = set(transcripts(agency)) - {row["session_id"] for row in all_rows(agency, schema.asset)}
    assert len(in_drop) == 23
    for row in all_rows(agency, schema.session):
        if row["started_at"] is not None:
            assert row["started_at"] < now
            recent = day - row["started_at"].date() <= timedelta(days=23)
            assert recent == (row["session_id"] in in_drop)
    assert all(row["pulled_at"] < now for row in all_rows(agency, schema.asset))
    times = [row["submitted_at"] for row in platform_rows(agency) if row["submitted_at"]]
    assert max(times).date() < day
    for row in all_rows(agency, schema.participation):
        asked = [row[name] for name in ("withdrawn_at", "restricted_at", "objected_at") if row[name]]
        assert all(row["consented_at"] < at < now for at in asked)


@pytest.mark.parametrize("months", [6, 12])
def test_the_latest_event_whose_window_is_over_falls_due_today_or_nothing_can(months: int) -> None:
    day = date(2026, 1, 1)
    while day < date(2029, 1, 1):
        event = event_due(day, months)
        possible = any(due(day - timedelta(days=back), months) == day for back in range(150, 400))
        assert due(event, months) <= day < due(event + timedelta(days=1), months)
        assert (due(event, months) == day) == possible
        day += timedelta(days=1)


@pytest.mark.parametrize("day", [USUAL, date(2028, 2, 29)], ids=str)
def test_every_planted_value_stands_in_its_raw_transcript(built_on: Callable[[date], Any], day: date) -> None:
    agency, sample = built_on(day).agency, built_on(day).sample
    texts = readable(agency, sample)
    assert len(texts) == 59  # one Word document is broken
    for session_id, text in texts.items():
        missing = [plant.kind for plant in sample.truth[session_id] if plant.value not in text]
        assert not missing, session_id
        kinds = {plant.kind for plant in sample.truth[session_id] if not plant.third_person}
        assert "name" in kinds
        lost = [phrase for phrase in sample.survive[session_id] if phrase not in text]
        assert not lost, session_id


def test_every_kind_of_detail_and_every_kind_of_person_is_planted(built_on: Callable[[date], Any]) -> None:
    sample = built_on(USUAL).sample
    said = Counter(plant.kind for key, values in sample.truth.items() if key.startswith("s-") for plant in values)
    for kind in ("name", "spelled", "email", "phone", "date_of_birth", "age", "street", "city", "postcode", "employer"):
        assert said[kind] >= 8, kind
    for kind in ("label", "note", "author", "header", "comment"):
        assert said[kind] >= 5, kind
    third = sum(plant.third_person for values in sample.truth.values() for plant in values)
    assert third >= 300
    roster = {person.participant_id for person in (*cast().roster, cast().unlisted)}
    assert {plant.whose for values in sample.truth.values() for plant in values} == roster | {"third-person"}


def test_every_planted_value_stands_in_its_raw_answer(built_on: Callable[[date], Any]) -> None:
    agency, sample = built_on(USUAL).agency, built_on(USUAL).sample
    held = {row["response_id"]: list(row["answers"].values()) for row in all_rows(agency, schema.survey_response)}
    for row in platform_rows(agency):
        held[research_id("banking-app-survey", row["response_id"])] = list(row.values())
    for answer in dropped_answers(agency):
        ref = reference_of(answer["study_id"], answer["participant_id"], answer["response_id"])
        held[research_id("survey-files", ref)] = list(answer.values())
    assert len(held) == 600
    planted = {key: values for key, values in sample.truth.items() if key.startswith("r-")}
    assert len(planted) > 200
    for response_id, values in planted.items():
        text = "\n".join(str(value) for value in held[response_id])
        assert not [plant.kind for plant in values if plant.value not in text], response_id


def test_canaries_stand_in_the_data_and_in_every_kind_of_place(built_on: Callable[[date], Any]) -> None:
    agency, sample = built_on(USUAL).agency, built_on(USUAL).sample
    places = {
        "transcripts": "\n".join(readable(agency, sample).values()),
        "answers": str(platform_rows(agency)) + str(list(dropped_answers(agency))),
        "file names": "\n".join([*objects(agency, "session-inbox"), *objects(agency, "survey-inbox")]),
        "roster": str(all_rows(agency, schema.participant)),
    }
    assert len(set(sample.canaries)) == len(sample.canaries) >= 12
    for canary in sample.canaries:
        assert any(canary in text for text in places.values()), canary
    for place, text in places.items():
        assert sum(canary in text for canary in sample.canaries) >= 3, place


def fingerprint(agency: Agency) -> dict[str, str]:
    """A digest of every object and every row. A version id is the store's own, and a key store is drawn anew."""
    found = {
        f"{store_id}/{key}": hashlib.sha256(data).hexdigest()
        for store_id in agency.settings.places.stores
        for key, data in objects(agency, store_id).items()
    }
    for table in schema.metadata.sorted_tables:
        found[table.name] = hashlib.sha256(repr(sorted(map(repr, all_rows(agency, table)))).encode()).hexdigest()
    found["platform"] = hashlib.sha256(repr(platform_rows(agency)).encode()).hexdigest()
    return found


def test_the_same_day_gives_the_same_bytes_and_the_same_truth(
    built_on: Callable[[date], Any], empty_agency: Callable[[date], Agency]
) -> None:
    again = empty_agency(USUAL)
    sample = build_sample_agency(again)
    assert sample == built_on(USUAL).sample
    assert fingerprint(again) == fingerprint(built_on(USUAL).agency)
    assert fingerprint(again) != fingerprint(built_on(DAYS[1]).agency)


def test_a_second_build_is_refused_and_changes_nothing(empty_agency: Callable[[date], Agency]) -> None:
    agency = empty_agency(USUAL)
    build_sample_agency(agency)
    before = fingerprint(agency)
    with pytest.raises(LetheError, match="holds data already"):
        build_sample_agency(agency)
    assert fingerprint(agency) == before


def test_somebody_elses_person_on_record_is_enough_to_refuse(empty_agency: Callable[[date], Agency]) -> None:
    agency = empty_agency(USUAL)
    with agency.research.begin() as connection:
        connection.execute(schema.participant.insert(), [{"participant_id": "p-1"}])
    with pytest.raises(LetheError, match="1 people"):
        build_sample_agency(agency)
    assert not objects(agency, "session-inbox")


def test_settings_without_the_samples_studies_are_refused(empty_agency: Callable[[date], Agency]) -> None:
    agency = empty_agency(USUAL)
    studies = {key: value for key, value in agency.settings.studies.items() if key != "banking-app"}
    other = Agency(
        agency.settings.model_copy(update={"studies": studies}), agency.clock, agency.connection, agency.home
    )
    with pytest.raises(LetheError, match="banking-app"):
        build_sample_agency(other)


def test_the_truth_reads_back_as_it_was_saved(built_on: Callable[[date], Any], tmp_path: Path) -> None:
    sample = built_on(USUAL).sample
    sample.save_truth(tmp_path / "truth.json")
    assert SampleAgency.load_truth(tmp_path / "truth.json") == sample


def test_raw_files_open_in_the_tools_made_for_them(built_on: Callable[[date], Any]) -> None:
    agency, sample = built_on(USUAL).agency, built_on(USUAL).sample
    opened: Counter[str] = Counter()
    for session_id, (suffix, data) in transcripts(agency).items():
        if session_id not in sample.truth:
            with pytest.raises(zipfile.BadZipFile):
                zipfile.ZipFile(io.BytesIO(data))
            continue
        if suffix in {".vtt", ".srt"}:
            captions = webvtt.from_string(data.decode()) if suffix == ".vtt" else webvtt.from_buffer(
                io.StringIO(data.decode()), format="srt"
            )  # fmt: skip
            assert len(captions) >= 40
        elif suffix == ".docx":
            document = docx.Document(io.BytesIO(data))
            assert len(document.paragraphs) >= 25
            assert document.core_properties.author
            assert document.sections[0].header.paragraphs[0].text
            assert [comment.text for comment in document.comments]
        elif suffix == ".json":
            document = json.loads(data)
            assert document.get("results") or document["segments"]
        opened[suffix] += 1
    assert opened[".vtt"] >= 20
    assert min(opened[suffix] for suffix in (".srt", ".txt", ".docx", ".json")) >= 5


def boxes(data: bytes) -> list[str]:
    """The boxes of an MP4, those inside a box after it."""
    found, position = [], 0
    while position < len(data):
        size, kind = struct.unpack_from(">I4s", data, position)
        assert 8 <= size <= len(data) - position
        found.append(kind.decode())
        if kind in {b"moov", b"trak", b"mdia", b"minf", b"stbl", b"dinf"}:
            found += boxes(data[position + 8 : position + size])
        position += size
    return found


def test_recordings_are_small_and_play(built_on: Callable[[date], Any]) -> None:
    agency = built_on(USUAL).agency
    held = objects(agency, "sessions") | objects(agency, "session-inbox")
    wavs = [data for key, data in held.items() if key.endswith(".wav")]
    mp4s = [data for key, data in held.items() if key.endswith(".mp4")]
    assert len(wavs) + len(mp4s) == 60
    assert len(mp4s) >= 10
    assert max(map(len, wavs + mp4s)) <= 20_000
    for data in wavs:
        with wave.open(io.BytesIO(data)) as file:
            assert 0.5 <= file.getnframes() / file.getframerate() <= 2
    for data in mp4s:
        assert boxes(data)[:2] == ["ftyp", "moov"]
        assert {"mvhd", "tkhd", "mdhd", "hdlr", "smhd", "stsd", "stco", "mdat"} <= set(boxes(data))
        # The index points at the sound's first byte.
        at = data.index(b"stco")
        assert struct.unpack_from(">I", data, at + 12)[0] == data.index(b"mdat") + 4


def test_sessions_are_long_and_no_copies_of_each_other(built_on: Callable[[date], Any]) -> None:
    agency = built_on(USUAL).agency
    plan = programme(USUAL, agency.settings.agency.zone)
    assert len({(planned.study_id, planned.seats.language, planned.blocks) for planned in plan}) == 60
    for one, other in combinations(plan, 2):
        if (one.study_id, one.seats.language) == (other.study_id, other.seats.language):
            tasks = set(one.blocks[2:4]) & set(other.blocks[2:4])
            rest = sum(one.blocks[step] == other.blocks[step] for step in (0, 1, 4, 5))
            assert len(tasks) + rest <= 4
    texts = readable(agency, built_on(USUAL).sample)
    assert len(set(texts.values())) == len(texts)
    assert min(len(text.split()) for text in texts.values()) >= 400
    as_heard = [text for text in texts.values() if text.startswith('{"text"') and text == text.lower()]
    assert len(as_heard) == 3


def test_third_persons_stand_in_no_roster() -> None:
    roster = {
        part.casefold()
        for person in (*cast().roster, cast().unlisted)
        for name in (person.first_name, person.last_name, person.preferred_name)
        for part in name.replace("-", " ").split()
    }
    names = (*others().women, *others().men, *others().surnames)
    assert not roster & {part.casefold() for name in names for part in name.replace("-", " ").split()}
    assert len(set(names)) == len(names) >= 100


def test_the_roster_is_full_and_fictional() -> None:
    optional = {"preferred_name", "paypal_email"}
    for person in cast().roster:
        empty = {name for name in ROSTER_COLUMNS if not getattr(person, name)} - optional
        assert not empty or (person.first_name, empty) == ("Kartika", {"last_name"})
        assert person.email.rpartition("@")[2] in {"example.com", "example.org", "example.net", "fernhollow.example"}
        if person.country == "United Kingdom":
            assert person.phone.startswith(("07700 900", "020 7946 0"))
    others_account = [p for p in cast().participants if p.bank_account_name != f"{p.first_name} {p.last_name}".strip()]
    assert len(others_account) == 1
    for values in zip(*([p.participant_id, p.email, p.phone] for p in cast().roster), strict=True):
        assert len(set(values)) == 44


def test_answers_fit_the_columns_that_their_study_declares(built_on: Callable[[date], Any]) -> None:
    agency = built_on(USUAL).agency
    columns = {key: set(study.survey.columns) for key, study in agency.settings.studies.items() if study.survey}
    table = agency.settings.places.tables["banking-app-platform"]
    assert set(platform_rows(agency)[0]) == {*table.columns.model_dump().values(), *table.answers}
    known = {row["participant_id"] for row in all_rows(agency, schema.participant)}
    for row in all_rows(agency, schema.survey_response):
        assert set(row["answers"]) | {"participant_id"} == columns[row["study_id"]]
        assert row["participant_id"] in known
    for key, data in objects(agency, "survey-inbox").items():
        if not data.startswith(b"PK"):
            header = data.split(b"\r\n")[0].decode().replace(";", ",").split(",")
            assert set(header) == columns[key.split("/")[0]] | {"response_id", "answered_at"}


def test_one_dropped_file_is_west_european_with_semicolons(built_on: Callable[[date], Any]) -> None:
    west = [data for data in objects(built_on(USUAL).agency, "survey-inbox").values() if b";participant_id;" in data]
    assert len(west) == 1
    assert "créneaux" in west[0].decode("cp1252")
    with pytest.raises(UnicodeDecodeError):
        west[0].decode("utf-8")


def test_the_banking_export_would_take_twenty_sessions(built_on: Callable[[date], Any]) -> None:
    agency = built_on(USUAL).agency
    known = {row["participant_id"] for row in all_rows(agency, schema.participant)}
    seats: dict[str, set[str]] = {}
    for row in all_rows(agency, schema.session_participant):
        seats.setdefault(row["session_id"], set()).add(row["participant_id"])
    with agency.research.connect() as connection:
        barred = people.barred(connection, "banking-app")
    taken = [
        row
        for row in all_rows(agency, schema.session)
        if row["study_id"] == "banking-app" and row["started_at"] and due(row["started_at"].date(), 6) > USUAL
        if seats[row["session_id"]] <= known and not seats[row["session_id"]] & barred
    ]
    assert len(taken) == 20
    strangers = [session_id for session_id, ids in seats.items() if ids - known]
    assert len(strangers) == 1


def test_the_drops_are_read_as_meant(empty_agency: Callable[[date], Agency]) -> None:
    agency = empty_agency(USUAL)
    sample = build_sample_agency(agency)
    pulled = take_session_files(agency, "session-files", scan_inbox(agency, "session-files"))
    assert (pulled.taken, pulled.quarantined) == (43, 4)
    assert pulled.reasons["its session has no date"] == 2
    assert pulled.reasons["no known session in its place nor in index.csv"] == 1
    assert not objects(agency, "session-inbox")
    answers = take_survey_files(agency, "survey-files", scan_inbox(agency, "survey-files"))
    assert (answers.taken, answers.undated, answers.quarantined) == (275, 3, 1)
    accented = [row["answers"]["comment"] for row in all_rows(agency, schema.survey_response)]
    assert any("créneaux" in str(comment) for comment in accented)
    with_an_email = {
        row["response_id"] for row in all_rows(agency, schema.survey_response) if "email" in row["answers"]
    }
    assert with_an_email <= set(sample.truth)
