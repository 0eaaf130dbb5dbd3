"""A pull killed at any write and started again ends where one that was not killed ends."""

import re
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from lethe.research import schema
from tests.lethe.killing import closed

World = Any
VTT = b"WEBVTT\n\n00:00.000 --> 00:01.500\nIt is Siobhan Farrell.\n"
SURVEY = b"response_id,participant_id,answered_at,comment\r\n1,p-1,2026-10-05,x\r\n2,,2026-10-05,y\r\n"


def session_files(world: World) -> None:
    world.pull()


def survey_files(world: World) -> None:
    world.pull("survey-files")


def survey_table(world: World) -> None:
    world.pull_table()


def prepare(world: World) -> None:
    world.drop("banking-app/wave.csv", SURVEY.replace(b"1,p-1", b"0,p-1"), "survey-inbox")
    world.platform(("w-0", "p-1", "2026-10-05 10:00:00", "a"), ("w-9", "p-2", "2026-10-05 10:00:00", "b"))
    survey_files(world)
    survey_table(world)
    # Dated anew since they were taken: one earlier, one later.
    world.platform(("w-0", "p-1", "2026-10-01 10:00:00", "a"), ("w-9", "p-2", "2026-10-06 10:00:00", "b"))
    redated = SURVEY.replace(b"1,p-1,2026-10-05", b"0,p-1,2026-10-01").replace(b"2,,", b"0,p-1,")
    world.drop("banking-app/redated.csv", redated, "survey-inbox")
    world.drop("banking-app/s-1/Siobhan Farrell.vtt", VTT)
    world.drop("banking-app/s-9/Ngozi Okonkwo.vtt", VTT)
    world.drop("banking-app/wave.csv", SURVEY, "survey-inbox")
    world.drop("no-study/wave.csv", SURVEY, "survey-inbox")
    world.platform(("w-1", "p-1", "2026-10-05 10:00:00", "a"), ("w-2", "p-2", None, "b"))


def outcome(world: World) -> tuple[Any, ...]:
    """All that must be the same in the end. A file's own id tells its place on disk, which a copy does not share."""
    assert world.agency.ledger.verify_chain() == []
    return (
        _without_ids(world.lines()),
        [(store_id, _without_ids(world.keys(store_id)), world.contents(store_id)) for store_id in STORES],
        [_without_ids([dict(row) for row in world.rows(table)]) for table in TABLES],
        {store_id: list(world.agency.store(store_id).list_uploads()) for store_id in ("sessions", "quarantine")},
    )


def _without_ids(found: Sequence[object]) -> list[str]:
    return sorted(re.sub(r"f-[0-9a-f]{24}", "f-#", repr(one)) for one in found)


STORES = ("session-inbox", "survey-inbox", "sessions", "quarantine")
TABLES = (schema.asset, schema.quarantined, schema.survey_response, schema.watermark, schema.inbound_file)


@pytest.mark.parametrize("pull", [session_files, survey_files, survey_table])
def test_killed_at_any_write_and_repeated(
    world: World,
    copies: Callable[[], World],
    killed_at: Callable[[int | None], Any],
    killed: type[BaseException],
    pull: Callable[[World], None],
) -> None:
    prepare(world)
    untouched = copies()
    with killed_at(None) as calls:
        pull(untouched)
    expected = outcome(untouched)
    assert calls["all"] > 10

    for number in range(1, calls["all"] + 1):
        again = copies()
        with killed_at(number), pytest.raises(killed):
            pull(again)
        # Wherever it was killed, what was dropped is in one place at least.
        held = {data for store_id in STORES for data in again.contents(store_id)}
        if pull is session_files:
            assert VTT in held
        pull(again)
        assert outcome(again) == expected, number
        closed(again.agency)
