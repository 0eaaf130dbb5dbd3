"""Survey files: each answer once, dated by its own time; what cannot be placed goes to quarantine, counted."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment

from lethe.intake import Pulled
from lethe.ledger import Entry
from lethe.research import schema
from lethe.retention.freezing import freeze_plan
from lethe.retention.inventory import RESEARCH, inventory
from lethe.retention.purge import delete_batch
from lethe.retention.references import answer_name
from lethe.settings.models import AnswerColumns

World = Any
HEADER = "response_id,participant_id,answered_at,comment\r\n"
SOURCE = "survey-files"


def csv(*rows: str, header: str = HEADER) -> bytes:
    return (header + "".join(f"{row}\r\n" for row in rows)).encode()


def drop(world: World, data: bytes, key: str = "banking-app/Farrell wave.csv") -> None:
    world.drop(key, data, "survey-inbox")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_encodings_and_delimiters(world: World, encoding: str, delimiter: str) -> None:
    text = "response_id,participant_id,answered_at,comment\n1,p-1,2026-10-05T09:30:00,Très bien café\n"
    drop(world, text.replace(",", delimiter).encode(encoding))
    assert world.pull(SOURCE) == Pulled(taken=1)
    assert world.answers() == [
        ("banking-app", "p-1", "2026-10-05T08:30:00+00:00", {"comment": "Très bien café"}),
    ]
    assert world.keys("survey-inbox") == []


def test_a_time_without_an_offset_is_the_agencys_and_with_one_its_own(world: World) -> None:
    drop(world, csv("1,p-1,2026-07-01 09:00,a", "2,p-2,2026-11-01T09:00:00+05:00,b", "3,p-3,2026-11-02,c"))
    world.pull(SOURCE)
    assert [at for _, _, at, _ in world.answers()] == [
        "2026-07-01T08:00:00+00:00",
        "2026-11-01T04:00:00+00:00",
        "2026-11-02T00:00:00+00:00",
    ]


@pytest.mark.parametrize(
    ("key", "data", "reason"),
    [
        (
            "banking-app/Farrell.csv",
            csv("1,p-1,x", header="response_id,person,when\r\n"),
            "no column for the person or the time",
        ),
        ("banking-app/Farrell.csv", csv("p-1,x", header="participant_id,when\r\n"), "no column for the time"),
        ("other-study/Farrell.csv", csv("1,p-1,2026-10-05,Siobhan"), "no known study in its place"),
        ("Farrell.csv", csv("1,p-1,2026-10-05,Siobhan"), "no known study in its place"),
        ("banking-app/Farrell.xlsx", b"PK\x03\x04 Siobhan", "not readable as XLSX"),
        ("banking-app/Farrell.csv", csv('1,p-1,2026-10-05,"Siobhan'), "not readable as CSV"),
    ],
)
def test_a_file_that_cannot_be_placed_goes_to_quarantine_whole(
    world: World, key: str, data: bytes, reason: str
) -> None:
    drop(world, csv("1,p-1,2026-10-05,fine"), "banking-app/AAA.csv")
    drop(world, csv("2,p-2,2026-10-05,fine"), "banking-app/zzz.csv")
    drop(world, data, key)
    pulled = world.pull(SOURCE)
    assert (pulled.taken, pulled.quarantined) == (2, 1)
    (told,) = pulled.reasons
    assert reason in told
    assert "siobhan" not in told.lower()
    assert "farrell" not in repr(world.keys("quarantine")).lower()
    assert world.contents("quarantine") == [data]
    assert world.keys("survey-inbox") == []


def test_rows_without_a_date_or_a_person_go_to_quarantine_and_every_row_is_counted(world: World, clock: Any) -> None:
    refused = [
        "3,p-3,,Siobhan undated",
        "4,,2026-10-05,nobody",
        "5,p-5,last Tuesday,words",
        "6,p-6,2062-10-05,a slip of the finger",
        "7,p-7,9999-12-31T23:59:00-05:00,beyond the calendar",
        f"8,{'p' * 64},2026-10-05,no id at all",
    ]
    drop(world, csv("1,p-1,2026-10-05,one", *refused, "2,p-2,2026-10-06,two", "2,p-2,2026-10-06,two again"))
    pulled = world.pull(SOURCE)
    assert pulled == Pulled(taken=2, known_before=1, undated=6)
    assert pulled.taken + pulled.known_before + pulled.undated == 9
    (kept,) = world.contents("quarantine")
    assert kept.decode() == HEADER + "".join(f"{row}\r\n" for row in refused)
    assert list(world.reasons().values()) == ["rows without a date or a person"]
    assert [participant for _, participant, _, _ in world.answers()] == ["p-1", "p-2"]


def test_an_answer_from_the_day_ahead_is_taken_for_clocks_differ(world: World, clock: Any) -> None:
    drop(world, csv(f"1,p-1,{clock.now.date()}T20:00:00,tonight"))
    assert world.pull(SOURCE).taken == 1


def test_response_ids_are_stable_and_say_nothing(world: World) -> None:
    drop(world, csv("Siobhan,p-1,2026-10-05,a"))
    world.pull(SOURCE)
    (row,) = world.rows(schema.survey_response)
    assert row["response_id"].startswith("r-")
    assert "siobhan" not in repr((row["response_id"], row["source_ref"])).lower()
    with world.agency.research.begin() as connection:
        connection.execute(schema.survey_response.delete())
    drop(world, csv("x,p-9,2026-10-01,before it", "Siobhan,p-1,2026-10-05,a"), "banking-app/again.csv")
    world.pull(SOURCE)
    assert row["response_id"] in {found["response_id"] for found in world.rows(schema.survey_response)}


def test_a_changed_answer_is_brought_up_to_date_and_keeps_its_earlier_day(world: World) -> None:
    drop(world, csv("1,p-1,2026-10-05,first"))
    world.pull(SOURCE)
    drop(world, csv("1,p-1,2026-10-06,second"))
    assert world.pull(SOURCE) == Pulled(known_before=1, later_date_not_applied=1)
    assert world.answers() == [("banking-app", "p-1", "2026-10-04T23:00:00+00:00", {"comment": "second"})]


class TestRedating:
    """The earlier of two dates counts, and the ledger is told of both."""

    def lines(self, world: World, event: str) -> list[tuple[str, Any]]:
        return [(line.outcome, dict(line.details)) for line in world.agency.ledger.entries(event=event)]

    def test_a_later_date_does_not_put_the_day_off_and_is_told(self, world: World) -> None:
        drop(world, csv("Siobhan,p-1,2025-12-01,first"))
        world.pull(SOURCE)
        for day in ("2026-11-20", "2026-11-21", "2026-11-20"):
            drop(world, csv(f"Siobhan,p-1,{day},first"))
            assert world.pull(SOURCE) == Pulled(known_before=1, later_date_not_applied=1)
        assert [at for _, _, at, _ in world.answers()] == ["2025-12-01T00:00:00+00:00"]
        assert self.lines(world, "redated") == []
        assert self.lines(world, "not_redated") == [
            ("later_date_not_applied", {"source": SOURCE, "is": "2025-12-01", "told": "2026-11-20"}),
            ("later_date_not_applied", {"source": SOURCE, "is": "2025-12-01", "told": "2026-11-21"}),
        ]
        (row,) = world.rows(schema.survey_response)
        name = world.agency.ledger.reference(*answer_name(RESEARCH, SOURCE, row["source_ref"]))
        assert {line.reference for line in world.agency.ledger.entries(event="not_redated")} == {name}

    def test_each_earlier_date_is_applied_and_told(self, world: World) -> None:
        for day in ("2026-10-05", "2026-10-01", "2026-09-01", "2026-10-01"):
            drop(world, csv(f"1,p-1,{day},same"))
            pulled = world.pull(SOURCE)
        assert pulled == Pulled(known_before=1, later_date_not_applied=1)
        assert [at for _, _, at, _ in world.answers()] == ["2026-08-31T23:00:00+00:00"]
        assert self.lines(world, "redated") == [
            ("earlier", {"source": SOURCE, "was": "2026-10-05", "is": "2026-10-01"}),
            ("earlier", {"source": SOURCE, "was": "2026-10-01", "is": "2026-09-01"}),
        ]

    def test_another_time_on_the_same_day_is_no_other_date(self, world: World) -> None:
        for time in ("10:00", "09:00", "11:00"):
            drop(world, csv(f"1,p-1,2026-10-05 {time},same"))
            pulled = world.pull(SOURCE)
        assert pulled == Pulled(known_before=1)
        assert [at for _, _, at, _ in world.answers()] == ["2026-10-05T08:00:00+00:00"]

    def test_an_answer_that_had_no_date_gets_it(self, world: World) -> None:
        drop(world, csv("1,p-1,2026-10-05,a"))
        world.pull(SOURCE)
        with world.agency.research.begin() as connection:
            connection.execute(schema.survey_response.update().values(answered_at=None))
        drop(world, csv("1,p-1,2026-10-06,a"))
        assert world.pull(SOURCE) == Pulled(known_before=1, redated=1)
        assert [at for _, _, at, _ in world.answers()] == ["2026-10-05T23:00:00+00:00"]
        assert self.lines(world, "redated") == [("dated", {"source": SOURCE, "is": "2026-10-06"})]

    @pytest.mark.parametrize("in_batch", [1, 500])
    @pytest.mark.parametrize("days", [("2026-10-06", "2026-10-05"), ("2026-10-05", "2026-10-06")])
    def test_of_two_dates_in_one_file_the_earlier_counts(
        self, world: World, monkeypatch: pytest.MonkeyPatch, days: tuple[str, str], in_batch: int
    ) -> None:
        monkeypatch.setattr("lethe.intake.answers.IN_BATCH", in_batch)
        drop(world, csv(*(f"1,p-1,{day},{day}" for day in days)))
        pulled = world.pull(SOURCE)
        assert (pulled.taken, pulled.known_before, pulled.redated + pulled.later_date_not_applied) == (1, 1, 1)
        assert [(at, answers) for _, _, at, answers in world.answers()] == [
            ("2026-10-04T23:00:00+00:00", {"comment": days[1]})
        ]


def test_the_same_number_in_another_study_or_of_another_person_is_another_answer(world: World) -> None:
    drop(world, csv("1,p-1,2026-10-05,banking"), "banking-app/a.csv")
    drop(world, csv("1,p-1,2026-10-05,grocery"), "grocery-delivery/a.csv")
    drop(world, csv("1,p-2,2026-10-05,somebody else"), "banking-app/b.csv")
    assert world.pull(SOURCE).taken == 3
    assert [(study, person, answers["comment"]) for study, person, _, answers in world.answers()] == [
        ("banking-app", "p-1", "banking"),
        ("banking-app", "p-2", "somebody else"),
        ("grocery-delivery", "p-1", "grocery"),
    ]


def test_a_longer_export_without_numbers_brings_only_what_is_new(world: World) -> None:
    header = "participant_id,answered_at,comment\r\n"
    drop(world, csv("p-1,2026-10-05,a", "p-1,2026-10-05,a", header=header))
    assert world.pull(SOURCE) == Pulled(taken=2)
    drop(world, csv("p-2,2026-10-06,b", "p-1,2026-10-05,a", "p-1,2026-10-05,a", header=header))
    assert world.pull(SOURCE) == Pulled(taken=1, known_before=2)


def test_the_last_of_two_in_one_file_counts(world: World) -> None:
    drop(world, csv("1,p-1,2026-10-05,first", "1,p-1,2026-10-05,second"))
    assert world.pull(SOURCE) == Pulled(taken=1, known_before=1)
    assert world.answers()[0][3] == {"comment": "second"}


def test_an_answer_deleted_on_its_day_does_not_come_back(world: World) -> None:
    drop(world, csv("1,p-1,2026-10-05,a", "2,p-2,2026-10-05,b"))
    world.pull(SOURCE)
    (gone,) = (row for row in world.rows(schema.survey_response) if row["participant_id"] == "p-1")
    name = world.agency.ledger.reference(*answer_name(RESEARCH, SOURCE, gone["source_ref"]))
    world.agency.ledger.append([Entry("deleted", "plan-1", name, "absent")])
    with world.agency.research.begin() as connection:
        connection.execute(schema.survey_response.delete().where(schema.survey_response.c.participant_id == "p-1"))
    drop(world, csv("1,p-1,2026-10-05,a", "2,p-2,2026-10-05,b"), "banking-app/Siobhan again.csv")
    assert world.pull(SOURCE) == Pulled(known_before=1, deleted_before=1)
    assert [participant for _, participant, _, _ in world.answers()] == ["p-2"]


def test_an_answer_whose_deletion_is_being_verified_does_not_come_back(world: World) -> None:
    drop(world, csv("1,p-1,2025-11-20,a"))
    world.pull(SOURCE)
    plan = freeze_plan(world.agency, "survey-answers", run_id="run-1")
    delete_batch(world.agency, plan.plan_id, 0)
    drop(world, csv("1,p-1,2026-11-20,a"))
    assert world.pull(SOURCE) == Pulled(deleted_before=1)
    assert world.answers() == []


def test_a_survey_file_may_be_called_index(world: World) -> None:
    drop(world, csv("1,p-1,2026-10-05,a"), "banking-app/index.csv")
    assert world.pull(SOURCE).taken == 1


def test_many_answers_are_stored_in_batches(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lethe.intake.answers.IN_BATCH", 3)
    drop(world, csv(*(f"{number},p-{number},2026-10-05,x" for number in range(8))))
    assert world.pull(SOURCE).taken == 8
    assert len(world.agency.ledger.entries(event="pulled", scope=SOURCE)) == 8


def test_no_detail_in_the_ledger(world: World) -> None:
    drop(world, csv("1,p-1,2026-10-05,Siobhan Farrell", "2,p-2,,Ngozi Okonkwo"))
    world.pull(SOURCE)
    lines = repr(world.agency.ledger.entries()).lower()
    assert "rows without a date" in lines
    assert [name for name in ("siobhan", "farrell", "ngozi", "okonkwo") if name in lines] == []


def test_a_platforms_own_columns_and_format_are_taken_as_the_source_says(world: World) -> None:
    sources = world.agency.settings.sources
    columns = AnswerColumns(participant="ExternalReference", answered_at="RecordedDate", response="ResponseId")
    changed = sources.model_copy(
        update={"sources": sources.sources | {SOURCE: sources.sources[SOURCE].model_copy(update={"columns": columns})}}
    )
    world.agency = replace(world.agency, settings=world.agency.settings.model_copy(update={"sources": changed}))
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["ResponseId", "RecordedDate", "ExternalReference", "Q1"])
    sheet.append(["R_1", "2026-10-05 09:30:00", "p-1", "fine"])
    packed = io.BytesIO()
    book.save(packed)
    drop(world, packed.getvalue(), "banking-app/wave.xlsx")
    qualtrics = (
        "ResponseId,RecordedDate,ExternalReference,Q1\n"
        'Response ID,Recorded Date,External Data Reference,"How was it?"\n'
        '"{""ImportId"":""_recordId""}","{""ImportId"":""recordedDate"",""timeZone"":""Europe/London""}",'
        '"{""ImportId"":""externalDataReference""}","{""ImportId"":""QID1_TEXT""}"\n'
        "R_2,2026-10-06 09:30:00,p-2,good\n"
    )
    drop(world, qualtrics.encode(), "banking-app/wave.csv")
    assert world.pull(SOURCE) == Pulled(taken=2, not_read={"1 row of import ids": 1, "author": 1})
    assert [(person, at, answers) for _, person, at, answers in world.answers()] == [
        ("p-1", "2026-10-05T08:30:00+00:00", {"Q1": "fine"}),
        ("p-2", "2026-10-06T08:30:00+00:00", {"Q1": "good"}),
    ]


def workbook(*days: str, change: Callable[[openpyxl.Workbook], object]) -> bytes:
    book = openpyxl.Workbook()
    for row in (["participant_id", "answered_at"], *([f"p-{number}", day] for number, day in enumerate(days, 1))):
        book.worksheets[0].append(row)
    change(book)
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def hide_a_row(book: openpyxl.Workbook) -> None:
    book.worksheets[0].row_dimensions[3].hidden = True


def hide_a_column(book: openpyxl.Workbook) -> None:
    book.worksheets[0]["C1"], book.worksheets[0]["C2"] = "comment", "Siobhan"
    book.worksheets[0].column_dimensions["C"].hidden = True


def add_a_sheet(book: openpyxl.Workbook) -> None:
    book.create_sheet("Farrell").append(["Siobhan"])


def hide_a_sheet(book: openpyxl.Workbook) -> None:
    add_a_sheet(book)
    book.worksheets[1].sheet_state = "hidden"


def add_a_comment(book: openpyxl.Workbook) -> None:
    book.worksheets[0]["A2"].comment = Comment("Siobhan asked to withdraw", "Okonkwo")


class TestNotAllRead:
    """What was not read out of a file is not lost with it: the original is kept aside before it leaves the drop."""

    @pytest.mark.parametrize("change", [hide_a_row, hide_a_column, add_a_sheet, hide_a_sheet, add_a_comment])
    def test_the_original_of_a_workbook_not_all_read_is_kept_aside(self, world: World, change: Any) -> None:
        data = workbook("2026-11-05", "2026-11-05", change=change)
        drop(world, data, "banking-app/Farrell.xlsx")
        pulled = world.pull(SOURCE)
        assert pulled.taken == (1 if change is hide_a_row else 2)
        assert (pulled.quarantined, pulled.reasons) == (1, {"not_all_read": 1})
        assert world.contents("quarantine") == [data]
        assert world.reasons() == {"banking-app/Farrell.xlsx": "not_all_read"}
        assert world.keys("survey-inbox") == []
        assert [line.outcome for line in world.agency.ledger.entries(event="quarantined")] == ["not_all_read"]

    def test_what_was_left_out_is_told_and_written_down(self, world: World) -> None:
        def change(book: openpyxl.Workbook) -> None:
            hide_a_row(book)
            add_a_sheet(book)

        drop(world, workbook("2026-11-05", "2026-11-05", change=change), "banking-app/wave.xlsx")
        pulled = world.pull(SOURCE)
        assert {"1 hidden row": 1, "1 other sheet": 1}.items() <= pulled.not_read.items()
        (line,) = world.agency.ledger.entries(event="not_read")
        assert {"1 hidden row", "1 other sheet"} <= set(line.details["not_read"])
        assert "Farrell" not in str(line.details)

    def test_a_file_read_whole_leaves_nothing_behind(self, world: World) -> None:
        drop(world, workbook("2026-11-05", change=lambda _: None), "banking-app/wave.xlsx")
        drop(world, b"A title,,\r\n" + csv("9,p-9,2026-11-05,x"), "banking-app/wave.csv")
        pulled = world.pull(SOURCE)
        assert (pulled.taken, pulled.quarantined) == (2, 0)
        assert pulled.not_read
        assert world.keys("quarantine") == []

    def test_it_goes_when_its_earliest_answer_goes_and_after_the_window_at_most(self, world: World) -> None:
        drop(world, workbook("2026-11-05", "2025-12-01", change=add_a_sheet), "banking-app/old.xlsx")
        drop(world, workbook("2026-11-06", change=hide_a_sheet), "banking-app/new.xlsx")
        world.pull(SOURCE)
        names = {row["key"]: row["original_name"] for row in world.rows(schema.quarantined)}
        due = {names[held.key]: held.due for held in inventory(world.agency, "quarantine")}
        assert due == {"banking-app/old.xlsx": date(2026, 12, 1), "banking-app/new.xlsx": date(2026, 12, 8)}
