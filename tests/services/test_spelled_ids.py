"""Ids that PostgreSQL takes for one and another, by type or collation: each row goes by its own spelling."""

from collections.abc import Callable, Iterator
from contextlib import closing
from zoneinfo import ZoneInfo

import psycopg2
import pytest

from lethe.connectors.connection import ConnectionSpec
from lethe.connectors.errors import ConnectorError
from lethe.connectors.sql import engine_from
from lethe.connectors.tables import RowsDeleted, SqlTable

Open = Callable[..., SqlTable]
ANY_CASE = "text COLLATE any_case"


@pytest.fixture
def open_table(postgres: int) -> Iterator[Open]:
    """A table of these ids in a fresh database, each with a comment whose id is spelled as given."""
    admin = psycopg2.connect(host="127.0.0.1", port=postgres, user="lethe", dbname="postgres")
    admin.autocommit = True
    admin.cursor().execute("CREATE DATABASE spelled")
    engines = []

    def table(kind: str, ids: list[str], comments: list[str]) -> SqlTable:
        with closing(psycopg2.connect(host="127.0.0.1", port=postgres, user="lethe", dbname="spelled")) as connection:
            connection.autocommit = True
            cursor = connection.cursor()
            cursor.execute("CREATE EXTENSION citext")
            cursor.execute(
                "CREATE COLLATION any_case (provider = icu, locale = 'und-u-ks-level2', deterministic = false)"
            )
            cursor.execute(f"CREATE TABLE responses (ref {kind}, at timestamptz, who text, nps text)")
            cursor.execute(f"CREATE TABLE comments (response {kind}, words text)")
            for one in ids:
                cursor.execute("INSERT INTO responses VALUES (%s, '2026-03-01', 'p', '9')", (one,))
            for one in comments:
                cursor.execute("INSERT INTO comments VALUES (%s, 'words')", (one,))
        spec = ConnectionSpec("platform", "postgres", host="127.0.0.1", port=postgres, login="lethe", schema="spelled")
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
    admin.cursor().execute("DROP DATABASE spelled WITH (FORCE)")
    admin.close()


@pytest.mark.parametrize("kind", ["citext", "text", "varchar(20)", ANY_CASE])
def test_row_and_its_children_go_by_their_own_spelling(open_table: Open, kind: str) -> None:
    table = open_table(kind, ["aB3x", "Ab3X", "b"], ["aB3x", "Ab3X", "Ab3X"])
    assert [row_id for row_id, _ in table.dates(["aB3x", "B"])] == ["aB3x"]
    assert sorted(row_id for row_id, _ in table.dates()) == ["Ab3X", "aB3x", "b"]
    assert sorted(row.row_id for row in table.rows(["Ab3X", "aB3x", "B"])) == ["Ab3X", "aB3x"]
    assert table.left_behind() == set()
    assert table.delete(["aB3x"]) == RowsDeleted(rows=1, children=1)
    assert table.with_children(["aB3x", "Ab3X"]) == {"Ab3X"}


@pytest.mark.parametrize("kind", ["citext", ANY_CASE])
def test_child_in_a_spelling_that_no_row_carries_keeps_the_row(open_table: Open, kind: str) -> None:
    table = open_table(kind, ["aB3x"], ["AB3X"])
    assert table.left_behind() == set()
    with pytest.raises(ConnectorError, match="another spelling"):
        table.delete(["aB3x"])
    assert [row_id for row_id, _ in table.dates()] == ["aB3x"]


def test_padded_ids_are_found_again(open_table: Open) -> None:
    table = open_table("char(6)", ["aB3x", "b"], ["aB3x"])
    (first, _), (second, _) = table.dates()
    assert [row_id for row_id, _ in table.dates([first])] == [first]
    assert table.delete([first, second]) == RowsDeleted(rows=2, children=1)
