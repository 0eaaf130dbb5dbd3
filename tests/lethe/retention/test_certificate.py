"""A certificate is exactly what its signer wrote, says no more than was seen, and names nobody."""

import json
import random
from pathlib import Path
from typing import Any

import pytest
import rfc8785
import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from lethe.commands.verify import in_words
from lethe.connectors.connection import ConnectionSpec
from lethe.keystore import KeyStore, key_id_of
from lethe.ledger.schema import plan as plan_table
from lethe.retention import RetentionError, certify_plan
from lethe.retention.approval import Answer, NotApprovedError, ask_to_go_on, record_answer
from lethe.retention.certificate import CertificateError, signed_certificate, trusted_keys, verify_certificate
from lethe.retention.listing import same_credentials
from lethe.retention.page import html_page, page_of, pdf_page

World = Any
CANARIES = ("Siobhan", "Farrell", "siobhan.farrell", "example.org", "talk.wav", "loose", "mapped", "o'neill", "e-1/")

FIRST_FORM = {
    "format": "lethe-deletion-certificate/1",
    "certificate_id": "d-0123456789abcdef",
    "agency": "Fernhollow Research",
    "issued_at": "2026-11-24T12:00:00Z",
    "claim": "Each item was shown to be absent from the places listed, at the time listed.",
    "rule": {
        "id": "recordings",
        "clause": "P4.2",
        "digest": "0" * 64,
        "changed_since_plan": False,
        "items": "recording",
        "starts_at": "session",
        "window": "6 calendar months",
        "time_zone": "Europe/London",
    },
    "plan": {"digest": "1" * 64, "frozen_at": "2026-11-24T12:00:00Z", "today": "2026-11-24"},
    "method": "every version, delete marker and unfinished upload of exactly these keys; exactly these rows",
    "verification": {
        "listed_at": "2026-11-24T12:00:00Z",
        "coverage": "all",
        "places": [{"place": "sessions", "connection": "lethe_storage_reader", "held_then": 3}],
    },
    "result": {"absent": 1, "overdue": 0, "kept": 0, "pseudonym_keys_destroyed": 0},
    "items": [
        {
            "reference": "k0001:" + "2" * 64,
            "place": "sessions",
            "kind": "object",
            "due": "2026-11-24",
            "versions": 2,
            "bytes": 44,
        }
    ],
    "residuals": ["backups, by their own schedule"],
    "tool": {"name": "lethe", "version": "0.1.0"},
    "ledger": {"line": 3, "hash": "3" * 64},
}
"""A certificate as the first form had it."""


@pytest.fixture
def issued(world: World) -> tuple[bytes, dict[str, Any]]:
    """A certificate of the survey rule, and the keys that are trusted."""
    world.fill()
    certified = world.run("survey-answers")
    key_id, private = world.agency.keys.signing_key()
    return world.agency.store("evidence").read(certified.key), {key_id: private.public_key()}


def test_certificate_says_what_was_seen(world: World) -> None:
    world.fill()
    certified = world.run("survey-answers")
    document = world.certificate(certified)
    assert document["rule"] == {
        "id": "survey-answers",
        "clause": "P4.3",
        "digest": document["rule"]["digest"],
        "changed_since_plan": False,
        "as_planned": True,
        "items": "survey_answer",
        "places": ["research", "banking-app-platform"],
        "client_copies": ["survey", "manifest"],
        "starts_at": "answer",
        "window": "12 calendar months",
        "time_zone": "Europe/London",
    }
    assert document["plan"]["today"] == "2026-11-24"
    assert document["result"]["absent"] == len(document["items"]) == 3
    assert {place["place"]: place["connection"] for place in document["verification"]["places"]} == {
        "brightwell": "lethe_storage_reader",
        "research": "lethe_research",
        "banking-app-platform": "lethe_survey_platform",
    }
    assert document["claim"].startswith("Each item was shown to be absent from the places listed, at the time listed")
    lines = world.agency.ledger.entries(event="deleted")
    assert sorted(item["reference"] for item in document["items"]) == sorted(line.reference for line in lines)
    anchor = {document["ledger"]["line"]: document["ledger"]["hash"]}
    assert world.agency.ledger.verify_chain(anchor) == []


def test_certificate_has_the_fields_of_a_sanitisation_record(world: World) -> None:
    """Those of the sample certificate of NIST SP 800-88, fitted to records."""
    world.fill()
    document = world.certificate(world.run("survey-answers"))
    assert document["format"] == "lethe-deletion-certificate/2"
    tool = {"name": "lethe", "version": document["tool"]["version"]}
    assert document["controller"] == {"name": "Fernhollow Research"}
    assert document["performed_by"] == {
        "tool": tool,
        "plan": document["certificate_id"],
        "approval": {"needed": False, "by": None, "questions": []},
    }
    assert document["verification"]["by"] == tool
    assert document["verification"]["coverage"] == "all"
    assert "every version, delete marker and unfinished upload" in document["verification"]["of_each"]
    by_place = {place["place"]: place for place in document["verification"]["places"]}
    assert {name: (place["kind"], place["other_than_deleting"]) for name, place in by_place.items()} == {
        "brightwell": ("folder", False),
        "research": ("SQLite database", False),
        "banking-app-platform": ("SQLite database", False),
    }
    assert by_place["brightwell"]["deleting_connection"] == "lethe_storage"
    assert "by primary key" in by_place["research"]["method"]
    assert "not claimed" in document["medium"]["sanitization"]
    (copy,) = [item for item in document["items"] if item["kind"] == "client_copy"]
    assert copy == {
        "reference": copy["reference"],
        "place": "brightwell",
        "study": "banking-app",
        "kind": "client_copy",
        "start_event": "answer",
        "due": "2026-11-20",
        "versions": 1,
        "delete_markers": 0,
        "bytes": copy["bytes"],
        "result": "absent",
    }
    assert copy["bytes"] == document["result"]["bytes"] > 0
    assert sum(group["items"] for group in document["deleted"]) == document["result"]["absent"]


def test_versions_and_delete_markers_are_counted_apart(s3_world: World, add_versions: Any) -> None:
    world = s3_world
    world.session("s-1", "2026-05-24T10:00+01:00")
    world.put("banking-app/s-1/talk.wav", times=3)
    add_versions(world, "banking-app/s-1/talk.wav")
    document = world.certificate(world.run("recordings"))
    (item,) = document["items"]
    assert (item["versions"], item["delete_markers"]) == (3, 1)
    assert (document["result"]["versions"], document["result"]["delete_markers"]) == (3, 1)
    (place,) = document["verification"]["places"]
    assert place["kind"] == "object store"
    assert "every version and every delete marker by its version id" in place["method"]


def test_times_are_in_utc_and_begin_with_the_oldest_plan_that_was_taken_over(world: World) -> None:
    world.session("s-1", "2026-05-24T10:00+01:00")
    world.put("banking-app/s-1/talk.wav")
    world.delete(world.freeze("recordings", "run-1"))
    world.agency.clock.advance(days=1)
    document = world.certificate(world.run("recordings", "run-2"))
    assert document["times"] == {
        "planned_at": "2026-11-25T12:00:00Z",
        "deleted_not_before": "2026-11-24T12:00:00Z",
        "deleted_not_after": "2026-11-25T12:00:00Z",
        "listed_at": "2026-11-25T12:00:00Z",
    }
    world.session("s-2", "2026-05-26T10:00+01:00")
    world.put("banking-app/s-2/talk.wav")
    world.agency.clock.advance(days=1)
    later = world.certificate(world.run("recordings", "run-3"))
    assert later["times"]["deleted_not_before"] == later["times"]["planned_at"] == "2026-11-26T12:00:00Z"


def test_each_certificate_names_the_one_before_it_of_its_rule(world: World) -> None:
    world.fill()
    first = world.run("recordings")
    assert world.certificate(first)["previous_certificate"] is None
    assert world.certificate(world.run("survey-answers"))["previous_certificate"] is None
    world.agency.clock.advance(days=1)
    second = world.certificate(world.run("recordings", "run-2"))
    assert second["previous_certificate"] == {"plan": first.plan_id, "sha256": first.sha256, "parts": 1}


def test_certificate_of_a_rule_that_was_changed_meanwhile_says_so(world: World) -> None:
    world.fill()
    plan_id = world.freeze("recordings")
    rules = world.agency.settings.retention.rules
    changed = rules["recordings"].model_copy(update={"keep_months": 5})
    retention = world.agency.settings.retention.model_copy(update={"rules": {**rules, "recordings": changed}})
    object.__setattr__(world.agency, "settings", world.agency.settings.model_copy(update={"retention": retention}))
    world.delete(plan_id)
    rule = world.certificate(certify_plan(world.agency, plan_id))["rule"]
    assert (rule["changed_since_plan"], rule["as_planned"], rule["window"]) == (True, True, "6 calendar months")


def test_rule_of_a_plan_that_did_not_keep_it_is_marked_as_todays(world: World) -> None:
    world.fill()
    plan_id = world.freeze("recordings")
    with world.agency.ledger.engine.begin() as connection:
        connection.execute(sa.update(plan_table).values(rule=None, rule_digest="0" * 64))
    world.delete(plan_id)
    rule = world.certificate(certify_plan(world.agency, plan_id))["rule"]
    assert (rule["changed_since_plan"], rule["as_planned"], rule["window"]) == (True, False, "6 calendar months")


def test_certificate_names_who_approved_and_what_they_were_asked(world: World) -> None:
    for number in range(51):
        world.answer(f"r-{number}", "2025-11-24T10:00+00:00")
    plan_id = world.freeze("survey-answers")
    with pytest.raises(NotApprovedError, match="waits for an approval"):
        certify_plan(world.agency, plan_id)
    ask_to_go_on(world.agency, plan_id, request_id="t-1")
    record_answer(world.agency, plan_id, Answer(True, "omar", world.agency.now()), request_id="t-1", triggered_by="")
    assert world.certificate(world.run("survey-answers"))["performed_by"]["approval"] == {
        "needed": True,
        "by": "omar",
        "questions": ["51 of 51 items would go; up to 50 is usual for this rule"],
    }


def test_each_item_and_each_count_names_its_study(each_world: World) -> None:
    world = each_world.fill()
    document = world.certificate(world.run("recordings"))
    assert {item["study"] for item in document["items"]} == {"banking-app"}
    assert [(group["place"], group["study"], group["kind"]) for group in document["deleted"]] == [
        ("sessions", "banking-app", "object")
    ]


def test_genuine_certificate_is_taken(issued: tuple[bytes, dict[str, Any]]) -> None:
    data, trusted = issued
    assert verify_certificate(data, trusted) == json.loads(data)


def test_certificate_of_the_first_form_is_still_verified_and_read(world: World) -> None:
    key_id, private = world.agency.keys.signing_key()
    body = {**FIRST_FORM, "signed_with": {"algorithm": "Ed25519", "key_id": key_id}}
    data = rfc8785.dumps({**body, "signature": private.sign(rfc8785.dumps(body)).hex()})
    trusted = {key_id: private.public_key()}
    document = verify_certificate(data, trusted)
    assert document["format"] == "lethe-deletion-certificate/1"
    words = "\n".join(in_words(document))
    assert "1 item was shown to be absent from the stores listed" in words
    assert "sessions: 1 item absent, 3 other things listed there then (connection lethe_storage_reader)" in words
    assert "backups, by their own schedule" in words
    page = page_of(data)
    assert page.controller == "Fernhollow Research"
    assert b"not stated in this form of certificate" in html_page(page)
    assert pdf_page(page).startswith(b"%PDF-")
    with pytest.raises(CertificateError):
        verify_certificate(data.replace(b'"absent":1', b'"absent":2'), trusted)


def test_two_thousand_changed_bytes_are_all_found(issued: tuple[bytes, dict[str, Any]]) -> None:
    data, trusted = issued
    chance = random.Random(20261124)
    for _ in range(2000):
        place, value = chance.randrange(len(data)), chance.randrange(1, 256)
        changed = bytearray(data)
        changed[place] ^= value
        with pytest.raises(CertificateError):
            verify_certificate(bytes(changed), trusted)


def test_every_bit_of_the_signature_counts(issued: tuple[bytes, dict[str, Any]]) -> None:
    data, trusted = issued
    start = data.index(b'"signature":"') + len(b'"signature":"')
    for place in range(start, start + 128):
        for value in b"0123456789abcdefABCDEF":
            if data[place] != value:
                with pytest.raises(CertificateError):
                    verify_certificate(data[:place] + bytes([value]) + data[place + 1 :], trusted)


FORGED = "\x1b[2K\rGOOD certificate d-0123456789abcdef\n"


def test_text_in_the_place_of_a_key_id_is_not_repeated(issued: tuple[bytes, dict[str, Any]]) -> None:
    data, trusted = issued
    for key_id in (FORGED, "0123456789ABCDEF", "0123456789abcdef\n"):
        document = {**json.loads(data), "signed_with": {"algorithm": "Ed25519", "key_id": key_id}}
        with pytest.raises(CertificateError) as refused:
            verify_certificate(rfc8785.dumps(document), trusted)
        assert key_id not in str(refused.value)


def test_nesting_that_only_the_canonical_form_finds_too_deep_is_refused_in_our_own_words(
    issued: tuple[bytes, dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_deep(_: object) -> bytes:
        raise RecursionError

    # How much each of the two takes differs between the versions of Python.
    monkeypatch.setattr(rfc8785, "dumps", too_deep)
    with pytest.raises(CertificateError, match="malformed"):
        verify_certificate(*issued)


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data + b"\n",
        lambda data: b" " + data,
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: json.dumps(json.loads(data)).encode(),
        lambda data: json.dumps(json.loads(data), indent=2).encode(),
        lambda data: data[:-1],
        lambda data: data[:-1] + b',"note":"x"}',
        lambda data: data.replace(b'"absent":3', b'"absent":3,"absent":3', 1),
        lambda data: rfc8785.dumps({**json.loads(data), "note": "added"}),
        lambda data: rfc8785.dumps({name: v for name, v in json.loads(data).items() if name != "signature"}),
        lambda data: rfc8785.dumps({**json.loads(data), "signature": None}),
        lambda data: rfc8785.dumps({**json.loads(data), "signature": ""}),
        lambda data: rfc8785.dumps({**json.loads(data), "signed_with": []}),
        lambda data: rfc8785.dumps({**json.loads(data), "signed_with": {"key_id": ["x"]}}),
        lambda data: rfc8785.dumps({**json.loads(data), "format": "lethe-deletion-certificate/1"}),
        lambda data: rfc8785.dumps({**json.loads(data), "signed_with": {"key_id": "GOOD"}}),
        lambda _: b"[" * 100_000,
        lambda _: b"[]",
        lambda _: b'"text"',
        lambda _: b"",
        lambda _: b'{"format":"lethe-deletion-certificate/1","n":NaN}',
        lambda _: b'{"format":"lethe-deletion-certificate/1","n":1e999}',
        lambda _: b'{"format":"lethe-deletion-certificate/1","n":"\\ud800"}',
    ],
)
def test_other_bytes_are_refused_in_our_own_words(issued: tuple[bytes, dict[str, Any]], change: Any) -> None:
    data, trusted = issued
    with pytest.raises(CertificateError):
        verify_certificate(change(data), trusted)


def test_untrusted_signer_is_refused_though_the_file_names_its_key(
    issued: tuple[bytes, dict[str, Any]], tmp_path: Path
) -> None:
    data, trusted = issued
    stranger = Ed25519PrivateKey.generate()
    body = {name: v for name, v in json.loads(data).items() if name not in {"signature", "signed_with", "format"}}
    forged = signed_certificate(body, key_id_of(stranger.public_key()), stranger)
    with pytest.raises(CertificateError, match="is not trusted"):
        verify_certificate(forged, trusted)
    # The trusted key's id over a stranger's signature.
    with pytest.raises(CertificateError, match="the signature does not fit"):
        verify_certificate(signed_certificate(body, next(iter(trusted)), stranger), trusted)
    with pytest.raises(CertificateError, match="is not trusted"):
        verify_certificate(data, {})


def test_trusted_keys_are_read_from_files_and_folders(tmp_path: Path) -> None:
    for name in ("one", "two"):
        key_id, pem = KeyStore.create(tmp_path / name).public_key_pem()
        (tmp_path / f"{name}.pem").write_bytes(pem)
    assert len(trusted_keys(tmp_path)) == 2
    assert list(trusted_keys(tmp_path / "two.pem")) == [key_id]
    (tmp_path / "three.pem").write_bytes(b"not a key")
    for path in (tmp_path, tmp_path / "three.pem", tmp_path / "missing.pem"):
        with pytest.raises(CertificateError, match="is not a public key"):
            trusted_keys(path)


def test_nothing_names_a_person_or_a_key(each_world: World, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    caplog.clear()
    world = each_world.fill()
    said = ""
    for rule_id in world.agency.settings.retention.rules:
        certified = world.run(rule_id)
        if certified is not None:
            said += world.agency.store("evidence").read(certified.key).decode() + repr(certified)
    said += "".join(f"{line}" for line in world.agency.ledger.entries())
    said += "".join(record.getMessage() for record in caplog.records if not record.name.startswith("moto"))
    assert "k0001:" in said
    assert [canary for canary in CANARIES if canary in said] == []


def test_certificate_that_is_no_longer_what_was_signed_is_not_given_again(each_world: World) -> None:
    world = each_world.fill()
    certified = world.run("recordings")
    assert certified is not None
    store = world.agency.store("evidence")
    store.delete(store.versions_of([certified.key])[certified.key])
    store.put(certified.key, b"{}")
    with pytest.raises(RetentionError, match="no longer what was signed"):
        certify_plan(world.agency, certified.plan_id)
    store.delete(store.versions_of([certified.key])[certified.key])
    with pytest.raises(RetentionError, match="no longer what was signed"):
        certify_plan(world.agency, certified.plan_id)


def test_what_was_laid_over_a_certificate_is_cleared_away_where_versions_are_kept(
    s3_world: World,
) -> None:
    world = s3_world
    certified = world.fill().run("recordings")
    store = world.agency.store("evidence")
    data = store.read(certified.key)
    for lay_over in (lambda: store.put(certified.key, b"{}"), lambda: mark_deleted(store, certified.key)):
        lay_over()
        assert certify_plan(world.agency, certified.plan_id) == certified
        assert store.read(certified.key) == data
        assert len(store.versions_of([certified.key])[certified.key]) == 1


def mark_deleted(store: Any, key: str) -> None:
    """A delete marker on top, as a plain delete leaves it."""
    store.client.delete_object(Bucket=store.bucket, Key=store.prefix + key)


@pytest.mark.parametrize(
    ("reader", "other"),
    [
        (ConnectionSpec("r", "aws", login="reads", extra={"endpoint_url": "https://s3.example"}), True),
        (ConnectionSpec("r", "aws", login="deletes", extra={"endpoint_url": "https://other.example"}), True),
        (ConnectionSpec("r", "aws", login="deletes", extra={"endpoint_url": "https://s3.example"}), False),
        (
            ConnectionSpec("r", "aws", login="deletes", extra={"endpoint_url": "https://s3.example", "verify": ""}),
            False,
        ),
    ],
)
def test_two_names_of_one_login_are_no_two_witnesses(world: World, reader: ConnectionSpec, other: bool) -> None:
    deleting = ConnectionSpec("d", "aws", login="deletes", extra={"endpoint_url": "https://s3.example"})
    known = {"lethe_storage": deleting, "lethe_storage_reader": reader}
    object.__setattr__(world.agency, "connection", known.__getitem__)
    assert same_credentials(world.agency, "lethe_storage_reader", "lethe_storage") is not other


def test_certificate_says_whether_it_was_listed_under_another_login(world: World) -> None:
    world.fill()
    document = world.certificate(world.run("recordings"))
    (place,) = document["verification"]["places"]
    assert (place["connection"], place["deleting_connection"]) == ("lethe_storage_reader", "lethe_storage")
    assert not place["other_than_deleting"]
    assert not any("another than the deleting one" in line for line in in_words(document))
    place["other_than_deleting"] = True
    assert any(
        "(connection lethe_storage_reader, another than the deleting one)" in line for line in in_words(document)
    )
    world.copy("banking-app/e-2/transcript-1.vtt", "2026-11-24")
    real = world.agency.connection
    twin = world.agency.home / "linked"
    twin.symlink_to(world.agency.home / "buckets")
    by_link = ConnectionSpec("lethe_storage_reader", "fs", extra={"path": str(twin)})
    object.__setattr__(
        world.agency, "connection", lambda asked: by_link if asked == "lethe_storage_reader" else real(asked)
    )
    for place in world.certificate(world.run("transcripts", "run-2"))["verification"]["places"]:
        assert not place["other_than_deleting"]


def test_copy_that_its_client_had_removed_is_told_as_gone_before(each_world: World) -> None:
    world = each_world
    world.copy("banking-app/e-1/transcript-1.vtt", "2026-11-24")
    world.copy("banking-app/e-1/transcript-2.vtt", "2026-11-24")
    store = world.agency.store("brightwell")
    store.delete(store.versions_of(["banking-app/e-1/transcript-1.vtt"])["banking-app/e-1/transcript-1.vtt"])
    document = world.certificate(world.run("transcripts"))
    assert (document["result"]["absent"], document["result"]["gone_before"]) == (2, 1)
    (group,) = document["deleted"]
    assert (group["items"], group["versions"], group["gone_before"]) == (2, 1, 1)
    assert sorted((item["versions"], item["result"]) for item in document["items"]) == [
        (0, "gone before"),
        (1, "absent"),
    ]
    assert any(line.startswith("1 item of these was gone before") for line in in_words(document))


def test_copy_that_a_killed_run_of_ours_deleted_was_not_gone_before(each_world: World) -> None:
    world = each_world
    world.copy("banking-app/e-1/transcript-1.vtt", "2026-11-24")
    world.delete(world.freeze("transcripts", "run-1"))
    document = world.certificate(world.run("transcripts", "run-2"))
    assert document["result"]["absent"] == 1
    assert document["result"]["gone_before"] == 0
    assert [item["result"] for item in document["items"]] == ["absent"]
