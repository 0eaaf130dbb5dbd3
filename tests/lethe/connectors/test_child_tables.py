"""Rows that hang on an answer in other tables go with it, or nothing goes."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from lethe.connectors.connection import ConnectionSpec
from lethe.connectors.errors import ConnectorError
from lethe.connectors.sql import engine_from
from lethe.connectors.tables import RowsDeleted, SqlTable
from tests.lethe.connectors.test_tables import LONDON

COMMENTS = ("comments", "response")
FILES = ("files", "answer_ref")


@pytest.fixture
def engine(tmp_path: Path) -> sa.Engine:
    """Answers 1 to 3; 1 has two comments and a file, 2 has one comment, and 9 has a comment and is gone."""
    engine = engine_from(ConnectionSpec("lethe_survey_platform", "sqlite", host=str(tmp_path / "platform.sqlite")))
    with engine.begin() as connection:
        for statement in (
            "CREATE TABLE responses (ref INTEGER PRIMARY KEY, at TEXT, who TEXT, nps TEXT)",
            "CREATE TABLE comments (response INTEGER, words TEXT)",
            "CREATE TABLE files (answer_ref TEXT NOT NULL, name TEXT)",
            "INSERT INTO responses VALUES (1, '2026-03-01', 'p1', '9'), (2, '2026-03-01', 'p2', '9'), "
            "(3, '2026-03-01', 'p3', '9')",
            "INSERT INTO comments VALUES (1, 'canary-55121'), (1, 'b'), (2, 'c'), (9, 'd')",
            "INSERT INTO files VALUES ('1', 'a.png')",
        ):
            connection.exec_driver_sql(statement)
    return engine


def table_of(engine: sa.Engine, *children: tuple[str, str]) -> SqlTable:
    return SqlTable(
        "platform",
        engine,
        table="responses",
        id_column="ref",
        time_column="at",
        participant_column="who",
        answer_columns=("nps",),
        time_zone=LONDON,
        children=children,
    )


def count(engine: sa.Engine, table: str) -> int:
    with engine.connect() as connection:
        return int(connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one())  # noqa: S608 (a test's own)


def test_children_go_with_their_row_and_are_counted_and_others_stay(engine: sa.Engine, tmp_path: Path) -> None:
    table = table_of(engine, COMMENTS, FILES)
    assert table.children_left(["1", "2", "3"]) == 4
    assert table.with_children(["1", "3"]) == {"1"}
    assert table.delete(["1", "3"]) == RowsDeleted(rows=2, children=3)
    assert table.children_left(["1", "3"]) == 0
    assert (table.children_left(["2"]), count(engine, "comments"), count(engine, "responses")) == (1, 2, 1)
    assert not [path.name for path in tmp_path.iterdir() if b"canary-55121" in path.read_bytes()]


def test_children_of_a_row_that_is_gone_go_without_touching_any_row(engine: sa.Engine) -> None:
    table = table_of(engine, COMMENTS, FILES)
    assert table.children_left(["9"]) == 1
    assert table.delete_children(["9", "1"]) == 4
    assert (count(engine, "responses"), count(engine, "comments")) == (3, 1)


def test_nothing_goes_where_one_of_the_deletions_fails(engine: sa.Engine) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "CREATE TRIGGER keep BEFORE DELETE ON responses BEGIN SELECT RAISE(ABORT, 'Jane Doe'); END"
        )
    with pytest.raises(ConnectorError, match="delete failed") as failed:
        table_of(engine, COMMENTS, FILES).delete(["1"])
    assert "Jane" not in str(failed.value)
    assert (count(engine, "responses"), count(engine, "comments"), count(engine, "files")) == (3, 4, 1)


def test_row_on_which_an_unnamed_table_hangs_says_to_name_it(engine: sa.Engine) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE tags (ref INTEGER REFERENCES responses(ref))")
        connection.exec_driver_sql("INSERT INTO tags VALUES (1)")
    with pytest.raises(ConnectorError, match="name that table under `children`"):
        table_of(engine, COMMENTS).delete(["1", "2"])
    assert (count(engine, "responses"), count(engine, "comments")) == (3, 4)
    assert table_of(engine, COMMENTS, ("tags", "ref")).delete(["1", "2"]).rows == 2


@pytest.mark.parametrize("child", [("nowhere", "ref"), ("comments", "ref")])
def test_child_that_is_not_there_is_refused_before_anything_is_deleted(
    engine: sa.Engine, child: tuple[str, str]
) -> None:
    with pytest.raises(ConnectorError, match=rf"{child[0]}.*(children|has no column ref)"):
        table_of(engine, child)


def test_table_without_children_has_none_left(engine: sa.Engine) -> None:
    table = table_of(engine)
    assert (table.children_left(["1"]), table.with_children(["1"]), table.delete_children(["1"])) == (0, set(), 0)


def test_ids_that_only_children_carry_are_left_behind_once_each(engine: sa.Engine) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO files VALUES ('9', 'b.png'), ('canary-55121', 'c.png'), ('3', 'd.png')")
        connection.exec_driver_sql("INSERT INTO comments VALUES (NULL, 'e')")
        numbers = ", ".join(f"({number}, 'f')" for number in range(1000, 2200))
        connection.exec_driver_sql(f"INSERT INTO comments VALUES {numbers}")  # noqa: S608 (numbers of this test)
    table = table_of(engine, COMMENTS, FILES)
    assert table.left_behind() == {"9", "canary-55121", *(str(number) for number in range(1000, 2200))}
    assert table.left_behind(["1", "2", "9", "44"]) == {"9"}
    assert table_of(engine).left_behind() == set()


def test_sqlite_says_what_it_keeps(engine: sa.Engine) -> None:
    (residual,) = table_of(engine, COMMENTS).residuals
    assert "overwritten" in residual
    assert "copies of the file made earlier still hold them" in residual


@pytest.fixture
def spelled(tmp_path: Path) -> sa.Engine:
    """Answers `aB3x` and `Ab3X`, which the database takes for one, and `zz`; each of the first two has a comment."""
    engine = engine_from(ConnectionSpec("lethe_survey_platform", "sqlite", host=str(tmp_path / "platform.sqlite")))
    with engine.begin() as connection:
        for statement in (
            "CREATE TABLE responses (ref TEXT COLLATE NOCASE, at TEXT, who TEXT, nps TEXT)",
            "CREATE TABLE comments (response TEXT COLLATE NOCASE, words TEXT)",
            "INSERT INTO responses VALUES ('aB3x', '2026-03-01', 'p1', '9'), ('Ab3X', '2026-11-01', 'p2', '9'), "
            "('zz', '2026-03-01', 'p1', '9')",
            "INSERT INTO comments VALUES ('aB3x', 'a'), ('Ab3X', 'b')",
        ):
            connection.exec_driver_sql(statement)
    return engine


def test_children_of_an_id_in_another_spelling_are_anothers(spelled: sa.Engine) -> None:
    table = table_of(spelled, COMMENTS)
    assert table.children_left(["aB3x"]) == 1
    assert table.with_children(["aB3x", "Ab3X", "AB3X"]) == {"aB3x", "Ab3X"}
    assert table.delete(["aB3x"]) == RowsDeleted(rows=1, children=1)
    assert table.with_children(["aB3x", "Ab3X"]) == {"Ab3X"}
    assert table.delete_children(["aB3x"]) == 0
    assert (table.left_behind(), count(spelled, "comments")) == (set(), 1)


def test_child_in_a_spelling_that_no_row_carries_keeps_the_whole_batch(spelled: sa.Engine) -> None:
    with spelled.begin() as connection:
        connection.exec_driver_sql("INSERT INTO comments VALUES ('AB3X', 'canary')")
    table = table_of(spelled, COMMENTS)
    for delete in (table.delete, table.delete_children):
        with pytest.raises(ConnectorError, match=r"delete stopped: its child comments.*another spelling.*") as stopped:
            delete(["aB3x", "zz"])
        assert "nothing was deleted" in str(stopped.value)
        assert "AB3X" not in str(stopped.value)
    assert (count(spelled, "responses"), count(spelled, "comments")) == (3, 3)


def test_child_that_hangs_on_a_row_by_the_databases_comparison_is_not_left_behind(spelled: sa.Engine) -> None:
    with spelled.begin() as connection:
        connection.exec_driver_sql("INSERT INTO comments VALUES ('AB3X', 'c'), ('Gone', 'd'), ('gonE', 'e')")
    table = table_of(spelled, COMMENTS)
    assert table.left_behind() == {"Gone", "gonE"}
    assert table.left_behind(["AB3X", "aB3x", "Gone"]) == {"Gone"}
