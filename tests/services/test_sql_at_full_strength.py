"""What PostgreSQL keeps of a deleted row, measured, and what a connection without the right to vacuum says."""

from collections.abc import Callable, Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import psycopg2
import pytest

from lethe.agency import Agency
from lethe.connectors.connection import ConnectionSpec
from lethe.connectors.sql import NOT_OURS, RESIDUALS, engine_from, vacuum
from lethe.connectors.tables import RowsDeleted, SqlTable
from lethe.research import schema

CANARY = "canary-77310-"
COMMENT = CANARY * 20
Open = Callable[..., SqlTable]


@pytest.fixture
def database(postgres: int) -> Iterator[str]:
    """A fresh database with a table of two hundred answers, each with a comment beside it."""
    admin = psycopg2.connect(host="127.0.0.1", port=postgres, user="lethe", dbname="postgres")
    admin.autocommit = True
    admin.cursor().execute("CREATE DATABASE strength")
    with psycopg2.connect(host="127.0.0.1", port=postgres, user="lethe", dbname="strength") as connection:
        cursor = connection.cursor()
        cursor.execute("CREATE TABLE responses (ref uuid PRIMARY KEY, at timestamptz, who text, nps text)")
        cursor.execute("CREATE TABLE comments (response uuid REFERENCES responses, words text)")
        cursor.execute(
            "INSERT INTO responses SELECT gen_random_uuid(), '2026-03-01', 'p' || n, repeat('filler', 20) "
            "FROM generate_series(1, 200) n"
        )
        cursor.execute("INSERT INTO comments SELECT ref, %s || who FROM responses", (COMMENT,))
    connection.close()
    yield "strength"
    admin.cursor().execute("DROP DATABASE strength WITH (FORCE)")
    admin.close()


@pytest.fixture
def open_table(postgres: int, database: str) -> Iterator[Open]:
    engines = []

    def table(user: str = "lethe") -> SqlTable:
        spec = ConnectionSpec("platform", "postgres", host="127.0.0.1", port=postgres, login=user, schema=database)
        engines.append(engine_from(spec))
        return SqlTable(
            "platform",
            engines[-1],
            table="responses",
            id_column="ref",
            time_column="at",
            participant_column="who",
            answer_columns=("nps",),
            time_zone=ZoneInfo("Europe/London"),
            children=[("comments", "response")],
        )

    yield table
    for engine in engines:
        engine.dispose()


def bytes_of(postgres: int, database: str, table: str) -> bytes:
    """The table's own file after a checkpoint, read as whoever has the server's disk could."""
    connection = psycopg2.connect(host="127.0.0.1", port=postgres, user="lethe", dbname=database)
    connection.autocommit = True
    cursor = connection.cursor()
    cursor.execute("CHECKPOINT")
    cursor.execute("SELECT current_setting('data_directory'), pg_relation_filepath(%s)", (table,))
    folder, path = cursor.fetchone()  # type: ignore[misc]
    connection.close()
    return (Path(folder) / path).read_bytes()


def dead_rows(postgres: int, database: str) -> int:
    """Row versions that the pages still hold and that nobody can see, by PostgreSQL's own count while it vacuums."""
    connection = psycopg2.connect(host="127.0.0.1", port=postgres, user="lethe", dbname=database)
    connection.autocommit = True
    cursor = connection.cursor()
    cursor.execute("VACUUM VERBOSE comments")
    said = "".join(connection.notices)
    connection.close()
    return int(said.split("tuples: ")[1].split(" removed")[0])


def test_rows_and_their_children_go_and_postgresql_gives_up_their_space(
    postgres: int, database: str, open_table: Open
) -> None:
    table = open_table()
    ids = [row_id for row_id, _ in table.dates()]
    assert table.children_left(ids[:150]) == 150
    assert table.delete(ids[:150]) == RowsDeleted(rows=150, children=150)
    assert table.children_left(ids[:150]) == 0
    assert len(list(table.dates())) == 50
    assert table.left_behind() == table.left_behind(ids) == set()
    assert dead_rows(postgres, database) == 0
    assert table.residuals == RESIDUALS["postgresql"]


def test_ids_that_only_children_carry_are_found_whatever_they_hold(
    postgres: int, database: str, open_table: Open
) -> None:
    with psycopg2.connect(host="127.0.0.1", port=postgres, user="lethe", dbname=database) as connection:
        cursor = connection.cursor()
        cursor.execute("ALTER TABLE comments DROP CONSTRAINT comments_response_fkey")
        cursor.execute("ALTER TABLE comments ALTER response TYPE text")
        cursor.execute("DELETE FROM responses WHERE who IN ('p1', 'p2') RETURNING ref::text")
        gone = {ref for (ref,) in cursor.fetchall()}
        cursor.execute("INSERT INTO comments VALUES ('no id at all', 'x'), (NULL, 'y')")
    connection.close()
    assert open_table().left_behind() == {*gone, "no id at all"}


def test_table_emptied_at_its_end_gives_the_bytes_back_to_the_disk(
    postgres: int, database: str, open_table: Open
) -> None:
    table = open_table()
    assert CANARY.encode() in bytes_of(postgres, database, "comments")
    table.delete([row_id for row_id, _ in table.dates()])
    assert bytes_of(postgres, database, "comments") == b""


def test_bytes_of_a_deleted_row_stay_in_a_page_that_others_keep_as_the_residual_says(
    postgres: int, database: str, open_table: Open
) -> None:
    table = open_table()
    ids = [row_id for row_id, _ in table.dates()]
    before = bytes_of(postgres, database, "comments").count(COMMENT.encode())
    table.delete(ids[::2])
    left = bytes_of(postgres, database, "comments").count(COMMENT.encode())
    # A hundred answers live on; what is more is bytes of deleted ones.
    assert before == 200
    assert left > 100
    assert any("bytes may stay in that space" in residual for residual in table.residuals)


def test_connection_that_may_not_vacuum_deletes_and_says_so(postgres: int, database: str, open_table: Open) -> None:
    admin = psycopg2.connect(host="127.0.0.1", port=postgres, user="lethe", dbname=database)
    admin.autocommit = True
    admin.cursor().execute("CREATE ROLE guest LOGIN; GRANT SELECT, DELETE ON responses, comments TO guest")
    try:
        table = open_table("guest")
        ids = [row_id for row_id, _ in table.dates()]
        assert table.delete(ids[:10]).rows == 10
        assert dead_rows(postgres, database) == 10
        assert NOT_OURS in table.residuals
    finally:
        admin.cursor().execute("DROP OWNED BY guest; DROP ROLE guest")
        admin.close()


def test_research_database_is_vacuumed_after_a_deletion(real_agency: Agency) -> None:
    assert vacuum(real_agency.research, schema.survey_response)
