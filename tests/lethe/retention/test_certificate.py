"""A certificate is exactly what its signer wrote, says no more than was seen, and names nobody."""

import json
import random
from pathlib import Path
from typing import Any

import pytest
import rfc8785
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from lethe.keystore import KeyStore, key_id_of
from lethe.retention import RetentionError, certify_plan
from lethe.retention.certificate import CertificateError, signed_certificate, trusted_keys, verify_certificate

World = Any
CANARIES = ("Siobhan", "Farrell", "siobhan.farrell", "example.org", "talk.wav", "loose", "mapped", "o'neill", "e-1/")


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
        "items": "survey_answer",
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
    assert document["residuals"]
    lines = world.agency.ledger.entries(event="deleted")
    assert sorted(item["reference"] for item in document["items"]) == sorted(line.reference for line in lines)
    anchor = {document["ledger"]["line"]: document["ledger"]["hash"]}
    assert world.agency.ledger.verify_chain(anchor) == []


def test_certificate_of_a_rule_that_was_changed_meanwhile_says_so(world: World) -> None:
    world.fill()
    plan_id = world.freeze("recordings")
    rules = world.agency.settings.retention.rules
    changed = rules["recordings"].model_copy(update={"keep_months": 5})
    retention = world.agency.settings.retention.model_copy(update={"rules": {**rules, "recordings": changed}})
    object.__setattr__(world.agency, "settings", world.agency.settings.model_copy(update={"retention": retention}))
    world.delete(plan_id)
    assert world.certificate(certify_plan(world.agency, plan_id))["rule"]["changed_since_plan"] is True


def test_genuine_certificate_is_taken(issued: tuple[bytes, dict[str, Any]]) -> None:
    data, trusted = issued
    assert verify_certificate(data, trusted) == json.loads(data)


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
        lambda data: rfc8785.dumps({**json.loads(data), "format": "lethe-deletion-certificate/2"}),
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
    store.put(certified.key, b"{}")
    with pytest.raises(RetentionError, match="no longer what was signed"):
        certify_plan(world.agency, certified.plan_id)
    store.delete(store.versions_of([certified.key])[certified.key])
    with pytest.raises(RetentionError, match="no longer what was signed"):
        certify_plan(world.agency, certified.plan_id)
