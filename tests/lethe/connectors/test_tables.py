"""Somebody else's table of answers: times as they keep them, ids as they choose them."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from lethe.connectors.connection import ConnectionSpec
from lethe.connectors.errors import ConnectorError
from lethe.connectors.sql import engine_from, erase_log
from lethe.connectors.tables import SqlTable

Make = Callable[..., SqlTable]
LONDON = ZoneInfo("Europe/London")


@pytest.fixture
def engine(tmp_path: Path) -> sa.Engine:
    return engine_from(ConnectionSpec("lethe_survey_platform", "sqlite", host=str(tmp_path / "platform.sqlite")))


@pytest.fixture
def make(engine: sa.Engine) -> Make:
    """A table `responses` with these rows of (id, time, person, answer)."""

    def build(
        rows: list[tuple[Any, ...]], *, id_type: str = "TEXT", time_type: str = "DATETIME", zone: ZoneInfo = LONDON
    ) -> SqlTable:
        with engine.begin() as connection:
            connection.exec_driver_sql(f"CREATE TABLE responses (ref {id_type}, at {time_type}, who TEXT, nps TEXT)")
            for row in rows:
                connection.exec_driver_sql("INSERT INTO responses VALUES (?, ?, ?, ?)", row)
        return table_of(engine, zone=zone)

    return build


def table_of(
    engine: sa.Engine,
    *,
    zone: ZoneInfo = LONDON,
    calendar: ZoneInfo | None = None,
    answers: tuple[str, ...] = ("nps",),
) -> SqlTable:
    return SqlTable(
        "platform",
        engine,
        table="responses",
        id_column="ref",
        time_column="at",
        participant_column="who",
        answer_columns=answers,
        time_zone=zone,
        calendar=calendar,
    )


@pytest.mark.parametrize("time_type", ["DATETIME", "TEXT", "TIMESTAMP"])
@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        ("2026-03-01 10:00:00", "2026-03-01T10:00:00+00:00"),
        ("2026-07-01 10:00:00", "2026-07-01T09:00:00+00:00"),
        ("2026-07-01T10:00:00.250", "2026-07-01T09:00:00.250000+00:00"),
        ("2026-07-01T10:00:00Z", "2026-07-01T10:00:00+00:00"),
        ("2026-07-01T10:00:00-05:00", "2026-07-01T15:00:00+00:00"),
        ("2026-07-01", "2026-07-01T11:00:00+00:00"),
        ("2026-10-25 00:30:00", "2026-10-24T23:30:00+00:00"),
        ("2026-10-25 01:30:00", "2026-10-25T00:30:00+00:00"),
        ("2026-10-25 02:30:00", "2026-10-25T02:30:00+00:00"),
        ("1 March 2026", None),
        ("", None),
        (None, None),
        (1772359200, None),
    ],
)
def test_time_is_read_in_the_tables_own_zone_or_not_at_all(
    make: Make, time_type: str, kept: Any, expected: str | None
) -> None:
    table = make([("r1", kept, "p1", "9")], time_type=time_type)
    assert list(table.dates()) == [("r1", datetime.fromisoformat(expected) if expected else None)]
    assert table.rows_without_time() == ([] if expected else ["r1"])


@pytest.mark.parametrize("zone", ["Europe/Berlin", "Pacific/Auckland", "America/Los_Angeles"])
@pytest.mark.parametrize("time_type", ["DATE", "TEXT"])
def test_day_without_a_time_is_that_day_where_the_agency_is(
    make: Make, engine: sa.Engine, zone: str, time_type: str
) -> None:
    make([("r1", "2025-11-15", "p1", "9")], time_type=time_type)
    table = table_of(engine, zone=ZoneInfo(zone), calendar=LONDON)
    ((_, at),) = table.dates()
    assert at is not None
    assert at.astimezone(LONDON).date().isoformat() == "2025-11-15"


def test_a_rows_own_answers_come_under_their_names_and_nothing_else_does(make: Make) -> None:
    (row,) = make([("r1", "2026-07-01 10:00:00", "p1", "9"), ("r2", None, "p2", "8")]).rows(["r1", "r9"])
    assert (row.row_id, row.participant_id, row.answers) == ("r1", "p1", {"nps": "9"})
    assert row.at == datetime(2026, 7, 1, 9, tzinfo=UTC)
    assert "p1" not in repr(row)
    assert "9" not in repr(row.answers) or "answers" not in repr(row)


@pytest.mark.parametrize("id_type", ["INTEGER", "INTEGER PRIMARY KEY", "BIGINT", "TEXT", "VARCHAR(20)"])
def test_number_ids_are_text_outside_and_found_again(make: Make, id_type: str) -> None:
    table = make([(number, "2026-03-01 10:00:00", "p1", "9") for number in (7, 70, -3)], id_type=id_type)
    assert sorted(row_id for row_id, _ in table.dates()) == ["-3", "7", "70"]
    assert [row_id for row_id, _ in table.dates(["7", "8"])] == ["7"]
    assert [row.row_id for row in table.rows(["7", "8"])] == ["7"]
    assert table.delete(["7", "8", "x", "²"]).rows == 1
    assert sorted(row_id for row_id, _ in table.dates()) == ["-3", "70"]


@pytest.mark.parametrize("row_id", ["o'neill", '"; DROP TABLE responses; --', "a,b", "100%", "é ✓", "a\\b"])
def test_awkward_id_deletes_its_own_row_alone(make: Make, row_id: str) -> None:
    table = make([(row_id, "2026-03-01 10:00:00", "p1", "9"), ("other", "2026-03-01 10:00:00", "p1", "9")])
    assert table.delete([row_id]).rows == 1
    assert [row_id for row_id, _ in table.dates()] == ["other"]


def test_more_ids_than_one_query_takes_are_found_and_deleted(make: Make) -> None:
    table = make([(f"r{number}", "2026-03-01 10:00:00", "p1", "9") for number in range(1203)])
    wanted = [f"r{number}" for number in range(1, 1203)]
    assert sorted(row_id for row_id, _ in table.dates(wanted)) == sorted(wanted)
    assert sorted(row.row_id for row in table.rows(wanted)) == sorted(wanted)
    assert table.delete(wanted).rows == 1202
    assert [row_id for row_id, _ in table.dates()] == ["r0"]


def test_id_of_two_rows_comes_twice_and_a_row_without_an_id_as_the_empty_one(make: Make) -> None:
    table = make([("r1", "2026-03-01", "p", "9"), ("r1", "2026-09-01", "p", "9"), (None, "2026-03-01", "p", "9")])
    assert sorted(row_id for row_id, _ in table.dates()) == ["", "r1", "r1"]
    assert [row.row_id for row in table.rows(["r1"])] == ["r1", "r1"]


def test_missing_columns_are_named(make: Make, engine: sa.Engine) -> None:
    make([])
    with pytest.raises(ConnectorError, match=r"has no column ease, trust$"):
        table_of(engine, answers=("ease", "nps", "trust"))


def test_missing_table_and_unreachable_database_are_errors(engine: sa.Engine, tmp_path: Path) -> None:
    with pytest.raises(ConnectorError, match="no table of that name"):
        table_of(engine)
    (tmp_path / "broken.sqlite").write_bytes(b"not a database" * 100)
    broken = engine_from(ConnectionSpec("lethe_survey_platform", "sqlite", host=str(tmp_path / "broken.sqlite")))
    with pytest.raises(ConnectorError, match="cannot be reached"):
        table_of(broken)


def test_no_error_shows_a_value(make: Make, engine: sa.Engine) -> None:
    table = make([("jane@example.org", "2026-03-01 10:00:00", "p1", "9")])
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE responses")
    for attempt in (
        lambda: list(table.rows(["jane@example.org"])),
        lambda: list(table.dates(["jane@example.org"])),
        lambda: table.delete(["jane@example.org"]),
    ):
        with pytest.raises(ConnectorError) as failed:
            attempt()
        assert "jane" not in f"{failed.value}"
        assert failed.value.__suppress_context__


def test_engine_hides_what_it_binds(engine: sa.Engine) -> None:
    with pytest.raises(sa.exc.SQLAlchemyError) as failed, engine.connect() as connection:
        connection.execute(sa.text("SELECT * FROM nowhere WHERE email = :email"), {"email": "jane@example.org"})
    assert "jane" not in str(failed.value)


def test_engine_sets_sqlite_up_to_erase_and_to_wait(engine: sa.Engine) -> None:
    with engine.connect() as connection:
        answers = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("busy_timeout", "journal_mode", "foreign_keys", "secure_delete")
        }
    assert answers == {"busy_timeout": 30000, "journal_mode": "wal", "foreign_keys": 1, "secure_delete": 1}


def test_deleted_row_is_in_no_file_of_the_database(make: Make, tmp_path: Path) -> None:
    table = make([("r1", "2026-03-01 10:00:00", "p1", "canary-93451 " * 500), ("r2", "2026-03-01", "p1", "9")])
    assert _holding(tmp_path, b"canary-93451")
    table.delete(["r1"])
    assert _holding(tmp_path, b"canary-93451") == []


def test_log_that_a_reader_holds_is_not_erased_and_says_so(make: Make, engine: sa.Engine) -> None:
    make([("r1", "2026-03-01", "p1", "9")])
    with engine.connect() as reader:
        reader.exec_driver_sql("BEGIN")
        reader.exec_driver_sql("SELECT * FROM responses").all()
        with engine.begin() as writer:
            writer.exec_driver_sql("DELETE FROM responses")
        other = sa.create_engine(engine.url)
        sa.event.listen(other, "connect", lambda connection, _: connection.execute("PRAGMA busy_timeout=0"))
        assert not erase_log(other)
    assert erase_log(engine)


@pytest.mark.parametrize(
    ("spec", "message"),
    [
        (ConnectionSpec("c", "mysql", host="h"), "is of type 'mysql'"),
        (ConnectionSpec("c", "sqlite"), "names no SQLite file"),
    ],
)
def test_connection_that_is_no_database_is_refused(spec: ConnectionSpec, message: str) -> None:
    with pytest.raises(ConnectorError, match=message):
        engine_from(spec)


def _holding(folder: Path, needle: bytes) -> list[str]:
    return [path.name for path in folder.iterdir() if needle in path.read_bytes()]


@pytest.mark.parametrize("id_type", ["TEXT COLLATE NOCASE", "VARCHAR(9) COLLATE NOCASE PRIMARY KEY", "TEXT", "CHAR(9)"])
def test_id_is_its_own_spelling_whatever_the_collation(make: Make, id_type: str) -> None:
    ids = ["aB3x", "ab4y"] if "PRIMARY" in id_type else ["aB3x", "Ab3X", "ab4y"]
    table = make([(one, "2026-03-01", f"p-{one}", "9") for one in ids], id_type=id_type)
    assert [row_id for row_id, _ in table.dates(["aB3x", "AB4Y"])] == ["aB3x"]
    assert table.people(["aB3x", "AB4Y"]) == {"aB3x": "p-aB3x"}
    assert table.delete(["aB3x", "AB4Y"]).rows == 1
    assert [row_id for row_id, _ in table.dates()] == [one for one in ids if one != "aB3x"]


def test_trailing_space_that_a_collation_passes_over_is_part_of_the_id(make: Make) -> None:
    table = make([("r1", "2026-03-01", "p", "9"), ("r1 ", "2026-03-01", "p", "9")], id_type="TEXT COLLATE RTRIM")
    assert table.delete(["r1"]).rows == 1
    assert [row_id for row_id, _ in table.dates()] == ["r1 "]


def test_rows_of_one_id_come_together_though_the_collation_mixes_them_with_others(make: Make) -> None:
    ids = ["b", "B", "b", "B", "b"]
    table = make([(one, "2026-03-01", "p", "9") for one in ids], id_type="TEXT COLLATE NOCASE")
    assert [row_id for row_id, _ in table.dates()] == sorted(ids)


def test_rows_are_told_apart_by_the_spelling_of_their_ids(make: Make) -> None:
    table = make([(one, "2026-03-01", one, "9") for one in ["c", "b", "B", "C"]], id_type="TEXT COLLATE NOCASE")
    assert [row.participant_id for row in table.rows(["b", "A"])] == ["b"]
    assert sorted(row.row_id for row in table.rows(["b", "B", "C"])) == ["B", "C", "b"]


@pytest.mark.parametrize("kept", [[1, "2", 10], ["a", 7]])
def test_id_of_a_column_without_a_type_is_found_again_and_deleted(make: Make, kept: list[Any]) -> None:
    table = make([(one, "2026-03-01", "p", "9") for one in kept], id_type="")
    ids = [str(one) for one in kept]
    assert sorted(row_id for row_id, _ in table.dates(ids)) == sorted(ids)
    assert table.delete(ids).rows == len(ids)
    assert list(table.dates()) == []


def test_number_and_text_that_read_alike_are_one_id_twice_and_go_neither_of_them(make: Make) -> None:
    table = make([(one, "2026-03-01", "p", "9") for one in (1, 2, "1")], id_type="")
    assert [row_id for row_id, _ in table.dates()] == ["1", "1", "2"]
    assert [row_id for row_id, _ in table.dates(["1"])] == ["1", "1"]
    with pytest.raises(ConnectorError, match=r"'platform': delete stopped: 1 of these ids.*more than one row"):
        table.delete(["1", "2"])
    assert len(list(table.dates())) == 3


def test_id_that_two_rows_carry_by_the_time_of_the_deletion_keeps_the_whole_batch(make: Make) -> None:
    table = make([("r1", "2026-03-01", "Jane Doe", "9"), ("r1", "2026-11-01", "p", "9"), ("r2", None, "p", "9")])
    with pytest.raises(ConnectorError, match="nothing was deleted") as stopped:
        table.delete(["r1", "r2"])
    assert "Jane" not in str(stopped.value)
    assert "r1" not in str(stopped.value)
    assert len(list(table.dates())) == 3


def test_row_that_the_database_matches_in_another_spelling_keeps_the_whole_batch(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    # An engine of which nobody told us how to compare exactly.
    monkeypatch.setattr("lethe.connectors.row_ids.EXACT", {})
    table = make(
        [("aB3x", "2026-03-01", "p", "9"), ("Ab3X", "2026-11-01", "p", "9"), ("r2", None, "p", "9")],
        id_type="TEXT COLLATE NOCASE",
    )
    assert [row_id for row_id, _ in table.dates(["aB3x", "AB3X"])] == ["aB3x"]
    with pytest.raises(ConnectorError, match=r"delete stopped: 1 rows.*another spelling.*nothing was deleted"):
        table.delete(["aB3x", "r2"])
    assert len(list(table.dates())) == 3
