"""The ledger: whole or not at all, once each, in one chain, and every change to it shows."""

import multiprocessing
import threading
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import assume, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from lethe.agency import Agency
from lethe.connectors.connection import ConnectionSpec
from lethe.connectors.sql import engine_from
from lethe.keystore import KeyStore
from lethe.ledger import Entry, Ledger, LedgerError, chain
from lethe.ledger.chain import GENESIS
from lethe.ledger.schema import ledger_entry, ledger_head, plan
from lethe.ledger.witness import KeyMismatchError
from lethe.migrate import upgrade

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture
def ledger(agency: Agency) -> Ledger:
    return agency.ledger


def entries(number: int, scope: str = "d-1", event: str = "deleted") -> list[Entry]:
    return [Entry(event, scope, f"r{index}", "absent", {"place": "sessions", "n": index}) for index in range(number)]


def open_ledger(folder: Path) -> Ledger:
    engine = engine_from(ConnectionSpec("lethe_ledger", "sqlite", host=str(folder / "ledger.sqlite")))
    return Ledger(engine, keys=KeyStore(folder / ".lethe" / "keys"), clock=lambda: NOON)


def test_lines_follow_from_each_other_and_the_head_names_the_last(ledger: Ledger) -> None:
    assert ledger.head() == (0, GENESIS)
    assert ledger.append(entries(2)) == 2
    assert ledger.append(entries(3)) == 1
    lines = ledger.entries()
    assert [line.seq for line in lines] == [1, 2, 3]
    assert [line.previous for line in lines] == [GENESIS, lines[0].hash, lines[1].hash]
    assert ledger.head() == (3, lines[2].hash)
    assert lines[0].details == {"place": "sessions", "n": 0}
    assert lines[0].at == "2026-11-24T12:00:00.000000Z"
    assert ledger.verify_chain() == []


def test_a_repeat_is_no_new_line_within_one_call_or_over_several(ledger: Ledger) -> None:
    assert ledger.append(entries(2) + entries(2)) == 2
    assert ledger.append(entries(2)) == 0
    assert ledger.append(entries(2, scope="d-2")) == 2
    assert ledger.append(entries(2, event="kept")) == 2
    assert ledger.verify_chain() == []


def test_more_lines_than_one_query_takes_are_compared_and_written(ledger: Ledger) -> None:
    assert ledger.append(entries(1203)) == 1203
    assert ledger.append(entries(1205)) == 2
    assert ledger.verify_chain() == []


def test_what_goes_with_the_lines_is_written_with_them_or_neither_is(ledger: Ledger) -> None:
    row = {
        "plan_id": "d-1", "rule_id": "r", "rule_digest": "", "clause": "P4.2", "today": date(2026, 11, 24),
        "digest": "", "counts": {}, "state": "frozen", "frozen_at": NOON,
    }  # fmt: skip

    def fails(connection: sa.Connection) -> None:
        connection.execute(sa.insert(plan), [row])
        raise RuntimeError("killed")

    with pytest.raises(RuntimeError):
        ledger.append(entries(2), also=fails)
    with ledger.engine.connect() as connection:
        assert connection.execute(sa.select(plan.c.plan_id)).all() == []
    assert ledger.head() == (0, GENESIS)
    ledger.append(entries(2), also=lambda connection: connection.execute(sa.insert(plan), [row]))
    with ledger.engine.connect() as connection:
        assert connection.execute(sa.select(plan.c.plan_id)).scalars().all() == ["d-1"]


def test_also_runs_when_every_line_is_there_already(ledger: Ledger) -> None:
    ran = []
    ledger.append(entries(1))
    assert ledger.append(entries(1), also=lambda _: ran.append(1)) == 0
    assert ran == [1]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger_entry SET outcome = 'absent' WHERE seq = 1",
        "UPDATE ledger_entry SET hash = '' WHERE seq = 2",
        "DELETE FROM ledger_entry WHERE seq = 2",
        "DELETE FROM ledger_entry",
    ],
)
def test_database_itself_refuses_to_change_or_remove_a_line(ledger: Ledger, statement: str) -> None:
    ledger.append(entries(2))
    with pytest.raises(sa.exc.DatabaseError, match="append-only"), ledger.engine.begin() as connection:
        connection.exec_driver_sql(statement)
    assert len(ledger.entries()) == 2
    assert ledger.verify_chain() == []


def test_lines_are_found_by_scope_event_and_reference(ledger: Ledger) -> None:
    ledger.append(entries(2) + entries(1, scope="d-2") + entries(1, event="kept"))
    assert len(ledger.entries(scope="d-1")) == 3
    assert [line.reference for line in ledger.entries(scope="d-1", event="deleted")] == ["r0", "r1"]
    assert [line.scope for line in ledger.entries(event="deleted", reference="r0")] == ["d-1", "d-2"]
    assert ledger.exists("deleted", ["nothing", "r1"])
    assert not ledger.exists("kept", ["r1"])


def test_writer_holds_the_lock_before_it_reads_the_head(agency: Agency, tmp_path: Path) -> None:
    """Without BEGIN IMMEDIATE the other writer would get in between reading the head and writing the line."""
    ledger = agency.ledger
    other = sa.create_engine(ledger.engine.url, connect_args={"timeout": 0})
    refused = []

    def intrude(_: sa.Connection) -> None:
        with other.connect() as connection, pytest.raises(sa.exc.OperationalError, match="locked") as error:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        refused.append(error)

    ledger.append([], also=intrude)
    assert len(refused) == 1
    ledger.append(entries(1))
    assert ledger.verify_chain() == []


def test_bytes_that_are_no_text_are_found_and_not_quoted(ledger: Ledger) -> None:
    ledger.append(entries(5))
    with ledger.engine.begin() as connection:
        names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").scalars().all()
        for name in names:
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        connection.exec_driver_sql("UPDATE ledger_entry SET details = CAST(x'53696fff' AS TEXT) WHERE seq = 3")
    problems = ledger.verify_chain()
    assert any("cannot be read as text" in problem for problem in problems)
    assert not any("Sio" in problem for problem in problems)


def test_line_written_while_the_chain_is_read_is_no_problem(agency: Agency, monkeypatch: pytest.MonkeyPatch) -> None:
    agency.ledger.append(entries(1203))
    other = Ledger(engine_from(agency.connection("lethe_ledger")), keys=agency.keys, clock=lambda: NOON)
    real, written = chain._is_as_written, []

    def while_reading(row: Any) -> bool:
        if not written:
            written.append(other.append([Entry("kept", "d-2", "late", "held")]))
        return real(row)

    monkeypatch.setattr(chain, "_is_as_written", while_reading)
    assert agency.ledger.verify_chain() == []
    assert written == [1]
    assert agency.ledger.head()[0] == 1204


def append_many(folder: Path, name: str) -> None:
    ledger = open_ledger(folder)
    for number in range(10):
        ledger.append([Entry("pulled", name, f"r{number}", "taken"), Entry("pulled", "shared", f"r{number}", "taken")])


@pytest.mark.parametrize("kind", ["processes", "threads"])
def test_writers_at_once_leave_one_valid_chain(agency: Agency, tmp_path: Path, kind: str) -> None:
    make: Callable[..., Any] = multiprocessing.get_context("fork").Process if kind == "processes" else threading.Thread
    agency.ledger.engine.dispose()
    writers = [make(target=append_many, args=(tmp_path, f"w{number}")) for number in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(120)
        assert getattr(writer, "exitcode", 0) == 0
    assert agency.ledger.verify_chain() == []
    assert agency.ledger.head()[0] == 4 * 10 + 10


COLUMNS = [column.name for column in ledger_entry.columns]
VALUES = st.one_of(st.text(max_size=8), st.integers(-3, 99), st.binary(max_size=4), st.floats())


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Ledger, list[dict[str, Any]], dict[str, Any]]:
    """A ledger of twelve lines, with its rows and its head as they were written."""
    folder = tmp_path_factory.mktemp("written")
    engine = engine_from(ConnectionSpec("lethe_ledger", "sqlite", host=str(folder / "ledger.sqlite")))
    upgrade(engine, "ledger")
    ledger = Ledger(engine, keys=KeyStore.create(folder / "keys"), clock=lambda: NOON)
    ledger.append(entries(12))
    with engine.connect() as connection:
        rows = [dict(row) for row in connection.execute(sa.select(ledger_entry)).mappings()]
        head = dict(connection.execute(sa.select(ledger_head)).mappings().one())
    return ledger, rows, head


def rewrite(ledger: Ledger, rows: list[dict[str, Any]], heads: list[dict[str, Any]]) -> None:
    """Put exactly these rows in place, past every check of ours, as somebody with the database file could."""
    raw = ledger.engine.raw_connection()
    try:
        for (trigger,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():  # type: ignore[attr-defined]
            raw.execute(f"DROP TRIGGER {trigger}")  # type: ignore[attr-defined]
        raw.execute("DELETE FROM ledger_entry")  # type: ignore[attr-defined]
        raw.execute("DELETE FROM ledger_head")  # type: ignore[attr-defined]
        for name, values in [("ledger_entry", rows), ("ledger_head", heads)]:
            for row in values:
                marks = ", ".join("?" * len(row))
                raw.execute(f"INSERT INTO {name} ({', '.join(row)}) VALUES ({marks})", list(row.values()))  # type: ignore[attr-defined]  # noqa: S608 (column names of ours)
        raw.commit()
    finally:
        raw.close()


@hypothesis_settings(max_examples=150)
@given(line=st.integers(0, 11), column=st.sampled_from(COLUMNS), value=VALUES)
def test_any_column_of_any_line_changed_is_found(
    written: tuple[Ledger, list[dict[str, Any]], dict[str, Any]], line: int, column: str, value: Any
) -> None:
    ledger, rows, head = written
    assume(value == value)  # SQLite keeps a NaN as NULL, which no column takes
    changed = [dict(row) for row in rows]
    changed[line][column] = value
    try:
        rewrite(ledger, changed, [head])
    except sa.exc.DBAPIError:
        assume(False)
    except Exception as error:
        assume(type(error).__module__ != "sqlite3")
        raise
    with ledger.engine.connect() as connection:
        try:
            kept = [dict(row) for row in connection.execute(sa.select(ledger_entry)).mappings()]
        except sa.exc.OperationalError:
            assume(False)  # not text any more: nothing can read it, which shows too
    assume(kept != rows)
    assert ledger.verify_chain() != []


@given(gone=st.sets(st.integers(0, 11), min_size=1))
def test_any_lines_removed_are_found(
    written: tuple[Ledger, list[dict[str, Any]], dict[str, Any]], gone: set[int]
) -> None:
    ledger, rows, head = written
    rewrite(ledger, [row for number, row in enumerate(rows) if number not in gone], [head])
    assert ledger.verify_chain() != []


@given(order=st.permutations(range(12)))
def test_lines_that_changed_places_are_found(
    written: tuple[Ledger, list[dict[str, Any]], dict[str, Any]], order: list[int]
) -> None:
    ledger, rows, head = written
    assume(order != sorted(order))
    rewrite(ledger, [{**rows[to], "seq": number + 1} for number, to in enumerate(order)], [head])
    assert ledger.verify_chain() != []


@given(cut=st.integers(0, 11), anchor=st.integers(1, 12))
def test_tail_cut_with_its_head_rewritten_is_found_against_a_certificate(
    written: tuple[Ledger, list[dict[str, Any]], dict[str, Any]], cut: int, anchor: int
) -> None:
    ledger, rows, _ = written
    left = rows[:cut]
    head = {"head_id": 1, "seq": cut, "hash": left[-1]["hash"] if left else GENESIS}
    rewrite(ledger, left, [head])
    assert ledger.verify_chain() == []  # alone, nobody can tell
    problems = ledger.verify_chain({anchor: rows[anchor - 1]["hash"]})
    assert (problems == []) == (anchor <= cut)


def test_chain_rewritten_from_a_line_on_is_found_against_a_certificate(ledger: Ledger) -> None:
    ledger.append(entries(5))
    anchor = {3: ledger.entries()[2].hash}
    assert ledger.verify_chain(anchor) == []
    rewrite(ledger, [], [{"head_id": 1, "seq": 0, "hash": GENESIS}])
    ledger.append(entries(2) + entries(5, scope="forged"))
    assert ledger.verify_chain() == []
    assert ledger.verify_chain(anchor) == ["line 3 is not the one a certificate names"]


@pytest.mark.parametrize(
    "heads",
    [
        [],
        [{"head_id": 1, "seq": 11, "hash": None}],
        [{"head_id": 1, "seq": 12, "hash": "0" * 64}],
        [{"head_id": 2, "seq": 12, "hash": None}],
        [{"head_id": 1, "seq": 12, "hash": None}, {"head_id": 2, "seq": 12, "hash": None}],
    ],
    ids=["none", "number", "hash", "another id", "two"],
)
def test_head_that_was_changed_is_found(
    written: tuple[Ledger, list[dict[str, Any]], dict[str, Any]], heads: list[dict[str, Any]]
) -> None:
    ledger, rows, head = written
    rewrite(ledger, rows, [{**one, "hash": one["hash"] or head["hash"]} for one in heads])
    assert ledger.verify_chain() == ["the head names another last line: the tail was cut or a line was added"]


def test_ledger_without_a_head_takes_no_line(ledger: Ledger) -> None:
    rewrite(ledger, [], [])
    with pytest.raises(LedgerError, match="has no head"):
        ledger.append(entries(1))
    with pytest.raises(LedgerError, match="has no head"):
        ledger.head()


def test_name_that_is_no_unicode_has_a_reference_of_its_own(ledger: Ledger) -> None:
    assert ledger.reference("object", "inbox", "fa\udce9.wav") != ledger.reference("object", "inbox", "fa.wav")


def test_references_are_keyed_and_tell_their_parts_apart(ledger: Ledger, agency: Agency, tmp_path: Path) -> None:
    name = ledger.reference("object", "sessions", "Jane Doe.vtt")
    assert name.startswith("k0001:")
    assert len(name) <= 96
    assert name == ledger.reference("object", "sessions", "Jane Doe.vtt")
    assert name != ledger.reference("object", "sessionsJane", " Doe.vtt")
    assert name != ledger.reference("object", "sessions", "Jane Doe.vtt", "")
    other = Ledger(ledger.engine, keys=KeyStore.create(tmp_path / "other"), clock=agency.clock)
    assert name != other.reference("object", "sessions", "Jane Doe.vtt")
    assert ledger.reference_each([("a",), ("b",)]) == [ledger.reference("a"), ledger.reference("b")]


def test_references_of_earlier_keys_are_still_given_after_a_rotation(ledger: Ledger, agency: Agency) -> None:
    before = ledger.reference("object", "sessions", "a")
    agency.keys.rotate_reference_key()
    after = ledger.reference("object", "sessions", "a")
    assert after.startswith("k0002:")
    assert ledger.references("object", "sessions", "a") == [before, after]


def test_key_store_made_anew_is_refused_where_the_ledger_has_lines(ledger: Ledger, agency: Agency) -> None:
    ledger.append([Entry("deleted", "d-1", ledger.reference("object", "sessions", "a"), "absent")])
    agency.keys.folder.rename(agency.keys.folder.with_name("lost"))
    fresh = Ledger(ledger.engine, keys=KeyStore.create(agency.keys.folder), clock=agency.clock)
    for ask in (lambda: fresh.reference("x"), lambda: fresh.references("x")):
        with pytest.raises(KeyMismatchError, match="'k0001'"):
            ask()


def test_key_store_restored_from_before_a_rotation_is_refused(ledger: Ledger, agency: Agency) -> None:
    agency.keys.rotate_reference_key()
    ledger.append([Entry("deleted", "d-1", ledger.reference("object", "sessions", "a"), "absent")])
    (agency.keys.folder / "reference" / "k0002.key").unlink()
    with pytest.raises(KeyMismatchError, match="'k0002'"):
        Ledger(ledger.engine, keys=agency.keys, clock=agency.clock).reference("x")


def test_naive_clock_is_never_written(agency: Agency) -> None:
    """The line's time is UTC whatever zone the clock gives."""
    from zoneinfo import ZoneInfo

    summer = datetime(2026, 7, 1, 12, tzinfo=ZoneInfo("Europe/London"))
    ledger = Ledger(agency.ledger.engine, keys=agency.keys, clock=lambda: summer)
    ledger.append(entries(1))
    assert ledger.entries()[0].at == "2026-07-01T11:00:00.000000Z"
