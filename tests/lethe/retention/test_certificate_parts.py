"""A certificate of many items comes in parts, each signed; killed anywhere, the same set lies there in the end."""

import hashlib
import json
from typing import Any

import pytest

from lethe.retention import RetentionError, certify, certify_plan, load_plan
from lethe.retention.certificate import verify_certificate
from lethe.retention.evidence import is_as_signed

World = Any
ANSWERS = 7


class Killed(BaseException):
    """The process is gone: nothing of ours catches it."""


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lethe.retention.certify.ITEMS_A_PART", 3)


def deleted(world: World, answers: int = ANSWERS) -> str:
    """A plan of so many answers, deleted and not yet certified."""
    for number in range(answers):
        world.answer(f"r-{number}", "2025-11-24T10:00+00:00")
    plan_id: str = world.freeze("survey-answers")
    world.delete(plan_id)
    return plan_id


def in_store(world: World) -> dict[str, bytes]:
    """What lies in the evidence store, every version of it counted once."""
    store = world.agency.store("evidence")
    keys = [version.key for version in store.list_versions()]
    assert len(keys) == len(set(keys))
    return {key: store.read(key) for key in keys}


def trusted(world: World) -> dict[str, Any]:
    key_id, private = world.agency.keys.signing_key()
    return {key_id: private.public_key()}


def test_each_part_is_a_signed_certificate_and_together_they_hold_every_item_in_order(each_world: World) -> None:
    world = each_world
    plan_id = deleted(world)
    certified = certify_plan(world.agency, plan_id)
    files = in_store(world)
    names = [f"certificates/survey-answers/{plan_id}-{number:04}.json" for number in (1, 2, 3)]
    assert [name for name in sorted(files) if name.endswith(".json")] == names
    documents = [verify_certificate(files[name], trusted(world)) for name in names]
    digests = [hashlib.sha256(files[name]).hexdigest() for name in names]
    assert [document["part"] for document in documents] == [
        {"number": 1, "of": 3, "items": 3, "previous_sha256": None},
        {"number": 2, "of": 3, "items": 3, "previous_sha256": digests[0]},
        {"number": 3, "of": 3, "items": 1, "previous_sha256": digests[1]},
    ]
    assert [document["certificate_id"] for document in documents] == [f"{plan_id}-000{number}" for number in (1, 2, 3)]
    assert {document["result"]["absent"] for document in documents} == {ANSWERS}
    references = [item["reference"] for document in documents for item in document["items"]]
    assert sorted(references) == sorted(line.reference for line in world.agency.ledger.entries(event="deleted"))
    assert len(set(references)) == ANSWERS
    (line,) = world.agency.ledger.entries(event="certified")
    over_all = hashlib.sha256("".join(f"{digest}\n" for digest in digests).encode()).hexdigest()
    assert dict(line.details) == {
        "items": ANSWERS,
        "key_id": next(iter(trusted(world))),
        "parts": 3,
        "sha256": over_all,
    }
    assert (certified.key, certified.parts, certified.sha256, certified.items) == (names[0], 3, over_all, ANSWERS)
    assert certify_plan(world.agency, plan_id) == certified


def test_exactly_one_part_full_is_a_single_certificate(world: World) -> None:
    plan_id = deleted(world, answers=3)
    certified = certify_plan(world.agency, plan_id)
    assert certified.parts == 1
    document = world.certificate(certified)
    assert document["part"] == {"number": 1, "of": 1, "items": 3, "previous_sha256": None}
    assert certified.sha256 == hashlib.sha256(world.agency.store("evidence").read(certified.key)).hexdigest()


def test_no_part_is_made_before_the_one_before_it_is_kept(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    from lethe.retention import certify

    plan_id = deleted(world)
    events: list[str] = []
    sign, kind = certify.signed_certificate, type(world.agency.store("evidence"))
    put = kind.put
    monkeypatch.setattr(certify, "signed_certificate", lambda *args: (events.append("sign"), sign(*args))[1])
    monkeypatch.setattr(
        kind, "put", lambda self, key, *args, **more: (events.append(key[-5:]), put(self, key, *args, **more))[1]
    )
    certify_plan(world.agency, plan_id)
    assert events[:6] == ["sign", ".json"] * 3


@pytest.mark.parametrize("puts", range(1, 10))
def test_killed_before_any_part_or_page_and_repeated_leaves_one_whole_set(
    each_world: World, monkeypatch: pytest.MonkeyPatch, puts: int
) -> None:
    world = each_world
    plan_id = deleted(world)
    kind = type(world.agency.store("evidence"))
    real, done = kind.put, []

    def put(self: Any, *args: Any, **more: Any) -> Any:
        done.append(args[0])
        if len(done) == puts:
            raise Killed
        return real(self, *args, **more)

    monkeypatch.setattr(kind, "put", put)
    with pytest.raises(Killed):
        certify_plan(world.agency, plan_id)
    monkeypatch.undo()
    monkeypatch.setattr("lethe.retention.certify.ITEMS_A_PART", 3)
    world.agency.clock.advance(days=1)
    certified = certify_plan(world.agency, plan_id)
    files = in_store(world)
    assert len(files) == 9
    assert {json.loads(data)["certificate_id"] for name, data in files.items() if name.endswith(".json")} == {
        f"{plan_id}-000{number}" for number in (1, 2, 3)
    }
    (line,) = world.agency.ledger.entries(event="certified")
    assert is_as_signed(world.agency, "survey-answers", plan_id, line.details)
    assert certify_plan(world.agency, plan_id) == certified


def test_what_a_try_with_more_parts_left_is_cleared_away(each_world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world = each_world
    plan_id = deleted(world)
    monkeypatch.setattr("lethe.retention.certify.ITEMS_A_PART", 2)
    ledger = world.agency.ledger
    real = ledger.append

    def append(entries: Any, **more: Any) -> Any:
        if entries and entries[0].event == "certified":
            raise Killed
        return real(entries, **more)

    monkeypatch.setattr(ledger, "append", append)
    with pytest.raises(Killed):
        certify_plan(world.agency, plan_id)
    monkeypatch.undo()
    assert len(in_store(world)) == 4
    certified = certify_plan(world.agency, plan_id)
    assert certified.parts == 1
    assert sorted(in_store(world)) == [
        f"certificates/survey-answers/{plan_id}{suffix}" for suffix in (".html", ".json", ".pdf")
    ]


def test_another_plans_files_are_left_alone(each_world: World) -> None:
    world = each_world
    plan_id = deleted(world)
    others = [f"certificates/survey-answers/{plan_id}0.json", f"certificates/recordings/{plan_id}.json"]
    for key in others:
        world.agency.store("evidence").put(key, b"{}")
    certify_plan(world.agency, plan_id)
    assert set(others) <= set(in_store(world))


@pytest.mark.parametrize("harm", ["changed", "gone"])
def test_one_part_that_is_not_as_signed_stops_the_repeat(each_world: World, harm: str) -> None:
    world = each_world
    plan_id = deleted(world)
    certified = certify_plan(world.agency, plan_id)
    store = world.agency.store("evidence")
    second = certified.key.replace("-0001", "-0002")
    data = store.read(second)
    store.delete(store.versions_of([second])[second])
    if harm == "changed":
        store.put(second, data + b" ")
    with pytest.raises(RetentionError, match="no longer what was signed"):
        certify_plan(world.agency, plan_id)


def test_parts_that_two_machines_put_are_told_apart_by_what_the_ledger_names(
    s3_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = s3_world
    plan_id = deleted(world)
    put = certify._put_parts

    def beside_another(agency: Any, plan: Any, statement: Any) -> Any:
        monkeypatch.setattr(certify, "_put_parts", put)
        ours = put(agency, plan, statement)
        # Another machine signs the same plan a second later, and is killed before its line.
        agency.clock.advance(seconds=1)
        put(agency, plan, certify.statement_of(agency, plan, certify.verify_plan(agency, plan_id), 0))
        return ours

    monkeypatch.setattr(certify, "_put_parts", beside_another)
    certified = certify_plan(world.agency, plan_id)
    assert certified.parts == 3
    assert certify_plan(world.agency, plan_id) == certified
    assert len(in_store(world)) == 9
    (line,) = world.agency.ledger.entries(event="certified")
    assert is_as_signed(world.agency, "survey-answers", plan_id, line.details)


def test_plan_taken_over_while_its_parts_are_written_keeps_none_of_them(
    each_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    from lethe.retention import freeze_plan

    world = each_world
    plan_id = deleted(world)
    real = certify.digest_of

    def overtaken(digests: Any) -> str:
        listed = list(digests)
        freeze_plan(world.agency, "survey-answers", run_id="run-2")
        return real(listed)

    monkeypatch.setattr(certify, "digest_of", overtaken)
    with pytest.raises(RetentionError, match="another run took its items over"):
        certify_plan(world.agency, plan_id)
    assert in_store(world) == {}
    assert load_plan(world.agency, plan_id).state == "superseded"


def test_items_kept_after_all_are_in_no_part(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(4):
        world.session(f"s-{number}", "2026-05-24T10:00+01:00")
        world.put(f"banking-app/s-{number}/talk.wav")
    plan_id = world.freeze("recordings")
    world.redate("s-2", "2026-11-01T10:00+00:00")
    world.delete(plan_id)
    certified = certify_plan(world.agency, plan_id)
    assert (certified.items, certified.parts) == (3, 1)
    document = world.certificate(certified)
    assert (len(document["items"]), document["result"]["kept"]) == (3, 1)
