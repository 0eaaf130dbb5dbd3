"""A file without its header row has a person in place of headers: Airflow, the ledger and the logs hear nothing of it.

Every format that can be dropped, through the pull itself, with what makes it unreadable and with what does not.
"""

import io
import json
import logging
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any

import openpyxl
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pyreadstat
import pytest

from anonymizers.errors import FormatError
from anonymizers.tables import TableError
from lethe.intake import Pulled
from lethe.intake.outcome import IntakeError
from lethe.intake.refusal import Reason, Refused
from lethe.research import schema

World = Any
SOURCE = "survey-files"
NAME, OTHER, PHONE = "Siobhan Farrell", "Ngozi Okonkwo", "07700 900142"
PARTS = ("siobhan", "farrell", "ngozi", "okonkwo", "900142")
QUESTION = f"How did {NAME} ({PHONE}) treat you?"
FORMULA = "=1+1"
"""What openpyxl writes without a value, as other libraries do."""


def text(*rows: Sequence[str], by: str = ",") -> bytes:
    return "".join(by.join(f'"{cell}"' for cell in row) + "\r\n" for row in rows).encode()


def xlsx(*rows: Sequence[str]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(list(row))
    book.worksheets[0].title = NAME
    book.properties.creator = NAME
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def sav(columns: dict[str, list[Any]], tmp: Any, formats: dict[str, str] | None = None) -> bytes:
    path = tmp / "written.sav"
    labels = dict.fromkeys(columns, QUESTION)
    pyreadstat.write_sav(
        pd.DataFrame(columns), path, column_labels=labels, variable_format=formats or {}, note=NAME, file_label=NAME
    )
    return path.read_bytes()  # type: ignore[no-any-return]


def parquet(columns: dict[str, Any]) -> bytes:
    packed = io.BytesIO()
    table = pa.table(columns).replace_schema_metadata({"who": NAME})
    pq.write_table(table, packed)
    return packed.getvalue()


def qualtrics(*answers: Sequence[str]) -> list[Sequence[str]]:
    return [
        ["StartDate", "ResponseId", "RecordedDate", "Q1"],
        ["Start Date", "Response ID", "Recorded Date", QUESTION],
        *answers,
    ]


FIRST = (NAME, PHONE, "2026-10-05")
SECOND = (OTHER, "07700 900300", "2026-10-06")
SURVEYMONKEY = [["Respondent ID", "Collector ID", QUESTION, ""], ["", "", NAME, OTHER], ["1", "2", "fine", "good"]]
TYPEFORM = ["#", QUESTION, "Start Date (UTC)", "Submit Date (UTC)", "Network ID"]
GOOGLE = ["Timestamp", QUESTION, QUESTION]
LIME = ["id. Response ID", "submitdate. Date submitted", f"Q1. {QUESTION}"]

FILES: dict[str, tuple[str, Callable[[Any], bytes], str]] = {
    "CSV": (".csv", lambda _: text(FIRST, SECOND), Reason.NO_PERSON_NOR_TIME),
    "CSV with a ragged row": (".csv", lambda _: text(FIRST, SECOND[:2], SECOND), "not readable as CSV, line 2"),
    "CSV with one name twice": (".csv", lambda _: text((NAME, NAME, "x"), SECOND), "not readable as CSV, line 1"),
    "CSV with an open quote": (".csv", lambda _: text(FIRST) + b'"Ngozi\r\n', "not readable as CSV, line 2"),
    "CSV with a control": (".csv", lambda _: text(FIRST, (OTHER, "\x01", "x")), "not readable as CSV, line 2"),
    "CSV with a broken byte": (".csv", lambda _: text(FIRST) + b'"\x81\x8d"\r\n', "not readable as CSV, line 2"),
    "TSV": (".tsv", lambda _: text(FIRST, SECOND, by="\t"), Reason.NO_PERSON_NOR_TIME),
    "TSV with an e-mail address": (
        ".tsv",
        lambda _: text((NAME, "siobhan@farrell.example"), (OTHER, "x"), by="\t"),
        "not readable as CSV, line 1",
    ),
    "XLSX": (".xlsx", lambda _: xlsx(FIRST, SECOND), Reason.NO_PERSON_NOR_TIME),
    "XLSX with a formula": (".xlsx", lambda _: xlsx(FIRST, (FORMULA, "x", "y")), "not readable as XLSX, row 2"),
    "XLSX with one name twice": (".xlsx", lambda _: xlsx((NAME, NAME), SECOND), "not readable as XLSX, row 1"),
    "SAV": (".sav", lambda tmp: sav({"Siobhan_Farrell": ["x"]}, tmp), Reason.NO_PERSON_NOR_TIME),
    "SAV with no day": (
        ".sav",
        lambda tmp: sav({"Siobhan_Farrell": [1e300]}, tmp, {"Siobhan_Farrell": "DATE11"}),
        "not readable as SAV, row 1",
    ),
    "SAV with a control": (
        ".sav",
        lambda tmp: sav({"Siobhan_Farrell": ["\x02"]}, tmp),
        "not readable as SAV, row 1",
    ),
    "Parquet": (".parquet", lambda _: parquet({f"{NAME}, {PHONE}": ["x"]}), Reason.NO_PERSON_NOR_TIME),
    "Parquet, nested": (
        ".parquet",
        lambda _: parquet({f"{NAME}, {PHONE}": [{OTHER: "x"}]}),
        "not readable as Parquet",
    ),
    "Parquet, binary": (".parquet", lambda _: parquet({NAME: [b"Ngozi Okonkwo"]}), "not readable as Parquet"),
    "Parquet with a control": (".parquet", lambda _: parquet({NAME: ["\x01"]}), "not readable as Parquet, row 1"),
    "Qualtrics": (".csv", lambda _: text(*qualtrics()), Reason.NO_PERSON_NOR_TIME),
    "Qualtrics, ragged": (".csv", lambda _: text(*qualtrics(), (NAME,)), "not readable as CSV, line 3"),
    "Qualtrics, a formula": (
        ".xlsx",
        lambda _: xlsx(*qualtrics((FORMULA, "a", "b", "c"))),
        "not readable as XLSX, row 3",
    ),
    "SurveyMonkey": (".csv", lambda _: text(*SURVEYMONKEY), Reason.NO_PERSON_NOR_TIME),
    "SurveyMonkey, a formula": (
        ".xlsx",
        lambda _: xlsx(*SURVEYMONKEY, ("3", "4", FORMULA, "x")),
        "not readable as XLSX, row 4",
    ),
    "Typeform": (".csv", lambda _: text(TYPEFORM, "12345"), Reason.NO_PERSON_NOR_TIME),
    "Typeform, a formula": (".xlsx", lambda _: xlsx(TYPEFORM, ["1", FORMULA]), "not readable as XLSX, row 2"),
    "Google Forms": (".csv", lambda _: text(GOOGLE, "abc"), Reason.NO_PERSON_NOR_TIME),
    "Google Forms, a formula": (".xlsx", lambda _: xlsx(GOOGLE, ["1", FORMULA]), "not readable as XLSX, row 2"),
    "LimeSurvey": (".csv", lambda _: text(LIME, "abc"), Reason.NO_PERSON_NOR_TIME),
    "LimeSurvey, a formula": (".xlsx", lambda _: xlsx(LIME, ["1", "2", FORMULA]), "not readable as XLSX, row 2"),
    "no format at all": (".odt", lambda _: b"Siobhan Farrell", "not readable as a table"),
}


@pytest.fixture
def said_of(world: World, caplog: pytest.LogCaptureFixture) -> Callable[[Pulled], str]:
    """All that Airflow, its logs and the ledger are told of a pull."""

    def said(pulled: Pulled) -> str:
        ledger = [(*line.details.items(), line.scope, line.reference, line.outcome) for line in lines(world)]
        logs = [record.getMessage() for record in caplog.records] + [str(record.exc_info) for record in caplog.records]
        return repr((json.dumps(asdict(pulled)), pulled, ledger, logs)).lower()

    caplog.set_level(logging.DEBUG)
    return said


def lines(world: World) -> list[Any]:
    return list(world.agency.ledger.entries())


@pytest.mark.parametrize("case", FILES)
def test_no_header_of_a_dropped_file_is_told(
    world: World, case: str, tmp_path: Any, said_of: Callable[[Pulled], str]
) -> None:
    suffix, written, reason = FILES[case]
    data = written(tmp_path)
    world.drop(f"banking-app/{NAME}{suffix}", data, "survey-inbox")
    pulled = world.pull(SOURCE)
    said = said_of(pulled)
    assert [part for part in PARTS if part in said] == []
    assert pulled.reasons == {str(reason): 1}
    (line,) = world.agency.ledger.entries(event="quarantined")
    assert line.outcome == str(reason)[:32]
    assert world.contents("quarantine") == [data]
    # What a person reads who has to mend the file says more, and no header either.
    (row,) = world.rows(schema.quarantined)
    assert [part for part in PARTS if part in row["reason"].lower()] == []


@pytest.mark.parametrize("written", [lambda rows: text(*rows), lambda rows: xlsx(*rows)], ids=["CSV", "XLSX"])
def test_no_header_of_a_file_that_is_taken_is_told(
    world: World, written: Callable[[list[Sequence[str]]], bytes], said_of: Callable[[Pulled], str]
) -> None:
    data = written([("participant_id", "answered_at", QUESTION), ("p-1", "2026-10-05", "well"), ("p-2", "", "badly")])
    world.drop(f"banking-app/{NAME}.{'xlsx' if data[:2] == b'PK' else 'csv'}", data, "survey-inbox")
    pulled = world.pull(SOURCE)
    assert (pulled.taken, pulled.undated) == (1, 1)
    (key,) = world.keys("quarantine")
    assert key.endswith("-rows.csv"), "what it is, whatever its source was"
    assert [part for part in PARTS if part in said_of(pulled)] == []
    assert QUESTION in world.answers()[0][3]


def test_a_file_that_cannot_be_moved_is_told_by_its_id_alone(
    world: World, monkeypatch: pytest.MonkeyPatch, said_of: Callable[[Pulled], str]
) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise ValueError(QUESTION)

    world.drop(
        f"banking-app/{NAME}.csv", text(("participant_id", "answered_at"), ("p-1", "2026-10-05")), "survey-inbox"
    )
    monkeypatch.setattr("lethe.intake.survey_files.read_table", broken)
    with pytest.raises(IntakeError) as told:
        world.pull(SOURCE)
    assert "(ValueError)" in str(told.value)
    assert [part for part in PARTS if part in repr(told.value).lower() + said_of(Pulled())] == []


@pytest.mark.parametrize("error", [FormatError(NAME, QUESTION, line=3), TableError(NAME, QUESTION, row=3)])
def test_a_format_nobody_knows_is_no_word_of_ours(error: FormatError | TableError) -> None:
    place = "line" if isinstance(error, FormatError) else "row"
    refused = Refused(Reason.NOT_READABLE, error)
    assert (str(refused), refused.code) == (f"not readable as its format, {place} 3",) * 2


def test_the_person_who_mends_a_file_reads_where_and_what(world: World) -> None:
    world.drop(f"banking-app/{NAME}.xlsx", xlsx(FIRST, ("x", "y", FORMULA)), "survey-inbox")
    world.drop("banking-app/other.csv", text(("participant_id", "when"), ("p-1", "x")), "survey-inbox")
    world.pull(SOURCE)
    assert sorted(world.reasons().values()) == [
        "not readable as XLSX, row 2, column C: a formula without its last value; open the file in a spreadsheet and "
        "save it",
        "the file has no column answered_at",
    ]
