"""`lethe plan`, `status`, `verify`, `ledger`, `public-key`: what they say, and that they change nothing."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
import rfc8785
import sqlalchemy as sa

from lethe.agency import Agency
from lethe.ledger.recipients import RecipientCopy, register_copies
from lethe.ledger.schema import export, ledger_entry, ledger_head
from lethe.retention import certify_plan, delete_batch, freeze_plan
from lethe.retention.certificate import signed_certificate

PERSON = "Okonjo"


@pytest.fixture
def certificate(at_work: Agency, tmp_path: Path) -> Path:
    """The certificate of a finished deletion, and the agency's public key in `keys/`."""
    plan = freeze_plan(at_work, "recordings", run_id="r1")
    for batch in plan.batches:
        delete_batch(at_work, plan.plan_id, batch)
    certified = certify_plan(at_work, plan.plan_id)
    file = tmp_path / "certificate.json"
    file.write_bytes(at_work.store(certified.store_id).read(certified.key))
    key_id, pem = at_work.keys.public_key_pem()
    (tmp_path / "keys").mkdir()
    (tmp_path / "keys" / f"{key_id}.pem").write_bytes(pem)
    return file


@contextmanager
def tampering(agency: Agency) -> Iterator[sa.Connection]:
    """A connection of somebody who owns the database and has taken its guards away."""
    with agency.ledger.engine.begin() as connection:
        guards = connection.execute(sa.text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).scalars().all()
        for guard in guards:
            connection.execute(sa.text(f"DROP TRIGGER {guard}"))
        yield connection


def keys_present(agency: Agency) -> set[str]:
    return {version.key for version in agency.store("sessions").list_versions()}


def test_plan_names_a_store_of_copies_that_is_configured_no_more(lethe, at_work):
    from lethe.commands import plan
    from lethe.retention.inventory import STORE_GONE, Held

    gone = [Held("client_copy", "old-client", f"{number}.vtt", None, STORE_GONE, ("object",)) for number in range(2)]
    rule = at_work.settings.retention.rules["transcripts"]
    said = plan._in_words("transcripts", rule, plan._tally(gone, at_work.today()), at_work.today())
    assert [line for line in said if "in store" in line] == [
        "  2 items in store 'old-client', which config/stores.yaml does not have any more: nothing deletes them; "
        "put it back until they are gone"
    ]


def test_plan_tells_what_goes_and_what_stays_and_why(lethe, at_work):
    ran = lethe("plan", "recordings")
    assert ran.code == 0
    lines = [line.split(maxsplit=1) for line in ran.out.splitlines()[1:]]
    assert [(number, words.partition(" (")[0]) for number, words in lines[:5]] == [
        ("1", "go: due that day"),
        ("1", "go: due before that day"),
        ("1", "stay: not due yet"),
        ("1", "stay until somebody dates them: the event's time is unknown"),
        ("1", "stay until somebody places them: nothing tells what they belong to"),
    ]
    assert "recordings (P4.2), 6 months after the session, on 2026-11-24" in ran.out
    assert "the next 1 item on 2027-04-25" in ran.out
    assert "(sessions 1)" in ran.out


def test_plan_deletes_nothing_and_names_nobody(lethe, at_work):
    before = keys_present(at_work)
    ran = lethe("plan")
    assert keys_present(at_work) == before
    assert len(before) == 5
    assert PERSON not in ran.text
    with at_work.ledger.engine.connect() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(ledger_entry)).scalar_one() == 0


def test_plan_at_another_day_shifts_the_day_and_nothing_else(lethe, at_work):
    ran = lethe("plan", "recordings", "--at", "2027-04-25")
    assert ran.code == 0
    assert "1 go: due that day" in ran.out
    assert "2 go: due before that day" in ran.out
    assert "not due yet" not in ran.out


@pytest.mark.parametrize("day", ["2027-02-30", "tomorrow", "1/3/2027"])
def test_plan_refuses_what_is_no_day_with_exit_2(lethe, at_work, day):
    assert lethe("plan", "--at", day).code == 2


def test_plan_of_an_unknown_rule_names_the_known_ones(lethe, at_work):
    ran = lethe("plan", "recording")
    assert ran.code == 1
    assert "known: " in ran.err
    assert "recordings" in ran.err
    assert "Traceback" not in ran.err


def test_plan_says_which_rule_could_not_be_looked_at_and_goes_on(lethe, at_work, monkeypatch):
    monkeypatch.setenv("AIRFLOW_CONN_LETHE_STORAGE", "nonsense://")
    ran = lethe("plan", "recordings", "survey-answers")
    assert ran.code == 1
    assert "rule 'recordings'" in ran.err
    assert "survey-answers (P4.3)" in ran.out


def test_status_counts_what_is_due_overdue_and_undated(lethe, at_work):
    ran = lethe("status")
    assert ran.code == 0
    assert "recordings (P4.2): 1 due today, 1 OVERDUE, 1 undated, 1 of unknown origin; 1 not due yet" in ran.out
    assert "No certificate yet" in ran.out
    assert "Ledger: 0 lines, the chain holds" in ran.out
    assert PERSON not in ran.text


def test_status_reads_the_last_certificates_back(lethe, at_work, certificate):
    ran = lethe("status")
    assert ran.code == 0
    assert "recordings: 2 items, as signed" in ran.out
    store = at_work.store("evidence")
    key = next(version.key for version in store.list_objects() if version.key.endswith(".json"))
    store.put(key, certificate.read_bytes() + b" ")
    ran = lethe("status")
    assert ran.code == 1
    assert "NOT AS SIGNED" in ran.out
    assert "restore the store" in ran.err


def test_status_tells_of_a_plan_that_is_not_certified(lethe, at_work):
    freeze_plan(at_work, "recordings", run_id="r1")
    assert "recordings: 1 plan frozen and not certified yet" in lethe("status").out


def test_status_counts_exports_by_state_and_what_lies_at_clients(lethe, at_work):
    row = {
        "study_id": "banking-app",
        "client_id": "brightwell",
        "mode": "strict",
        "formats": ["same"],
        "requested_by": "rita",
        "selected_at": at_work.now(),
        "roster_digest": "0" * 64,
    }
    copy = RecipientCopy(
        copy_id="c1",
        export_id="e-1",
        study_id="banking-app",
        client_id="brightwell",
        store_id="brightwell",
        key="banking-app/e-1/x.vtt",
        version_id="null",
        sha256="0" * 64,
        size=1,
        kind="transcript",
        clause="P4.2",
        due=at_work.today() + timedelta(days=9),
        published_at=at_work.now(),
    )
    with at_work.ledger.engine.begin() as connection:
        for number, state in enumerate(("published", "blocked", "published")):
            own = {"export_id": f"e-{number}", "run_id": f"r{number}", "state": state}
            connection.execute(export.insert(), [row | own])
    register_copies(at_work.ledger, [copy])
    ran = lethe("status")
    assert ran.code == 0, ran.err
    assert "Exports: 1 blocked, 2 published" in ran.out
    assert "2026-11-24 e-1 banking-app: blocked" in ran.out
    assert "at brightwell: 1 object to be deleted in time" in ran.out
    assert "rita" not in ran.text


def test_status_lists_problems_of_the_chain_and_ends_with_1(lethe, at_work, certificate):
    with tampering(at_work) as connection:
        connection.execute(sa.update(ledger_entry).where(ledger_entry.c.seq == 2).values(outcome="other"))
    ran = lethe("status")
    assert ran.code == 1
    assert "ledger: line 2 was changed" in ran.err
    assert "NOT as it was written (1 problem)" in ran.out


def test_verify_says_in_plain_words_what_a_good_certificate_shows(lethe, certificate, tmp_path):
    ran = lethe("verify", certificate, "--public-key", tmp_path / "keys")
    assert ran.code == 0
    assert ran.out.startswith("GOOD certificate d-")
    assert "Rule 'recordings' (P4.2): every recording goes 6 calendar months after its session" in ran.out
    assert (
        "2 items were shown to be absent from the stores listed, at the time listed (2026-11-24T12:00:00Z)" in ran.out
    )
    assert "1 item of these went later than their day (overdue)" in ran.out
    assert "sessions: 2 items absent, 3 other things listed there then" in ran.out
    assert "backups, until they expire by their own schedule" in ran.out
    # Two names of one login here: the certificate claims no second witness.
    assert "(connection lethe_storage_reader)" in ran.out
    assert PERSON not in ran.text


def test_verify_needs_no_configuration_and_no_database(lethe, certificate, tmp_path, monkeypatch):
    key = next((tmp_path / "keys").glob("*.pem"))
    for name in ("LETHE_HOME", "LETHE_CONFIG", "AIRFLOW_CONN_LETHE_LEDGER", "AIRFLOW_CONN_LETHE_RESEARCH"):
        monkeypatch.delenv(name)
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert lethe("verify", certificate, "--public-key", key).code == 0


def test_verify_trusts_config_public_keys_by_default(lethe, certificate, tmp_path, monkeypatch):
    monkeypatch.setenv("LETHE_CONFIG", str(tmp_path / "config"))
    ran = lethe("verify", certificate)
    assert ran.code == 2
    assert "--public-key" in ran.err
    (tmp_path / "config").mkdir()
    (tmp_path / "keys").rename(tmp_path / "config" / "public_keys")
    assert lethe("verify", certificate).code == 0


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.replace(b'"absent":2', b'"absent":3'),
        lambda data: data + b"\n",
        lambda data: data[:-1],
        lambda _: b"[]",
        lambda _: b"",
    ],
)
def test_verify_ends_with_1_on_any_change_and_shows_nothing_of_it(lethe, certificate, tmp_path, change):
    certificate.write_bytes(change(certificate.read_bytes()))
    ran = lethe("verify", certificate, "--public-key", tmp_path / "keys")
    assert ran.code == 1
    assert ran.out == ""
    assert ran.err.startswith("BAD certificate: ")


def test_verify_believes_no_key_but_the_one_named(lethe, certificate, tmp_path):
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    public = Ed25519PrivateKey.generate().public_key()
    other = tmp_path / "other.pem"
    other.write_bytes(public.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo))
    ran = lethe("verify", certificate, "--public-key", other)
    assert ran.code == 1
    assert "not trusted" in ran.err


def test_forged_file_cannot_write_on_the_terminal(lethe, at_work, certificate, tmp_path):
    forged = {**json.loads(certificate.read_bytes())}
    forged["signed_with"] = {"algorithm": "Ed25519", "key_id": "\x1b[2K\rGOOD certificate d-0123456789abcdef\n"}
    certificate.write_bytes(rfc8785.dumps(forged))
    at_work.store("evidence").put("certificates/recordings/forged.json", certificate.read_bytes())
    for command in ("verify",), ("certificate",), ("ledger", "verify"):
        ran = lethe(*command, certificate, "--public-key", tmp_path / "keys")
        assert ran.code == 1
        assert "GOOD" not in ran.text
        assert "\x1b" not in ran.text


def test_words_of_a_signed_file_are_one_line_each_and_steer_no_terminal(lethe, at_work, certificate, tmp_path):
    document = json.loads(certificate.read_bytes())
    del document["signature"], document["signed_with"], document["format"]
    document["controller"] = {"name": "Fernhollow\x1b[2K\rGOOD\nGOOD"}
    certificate.write_bytes(signed_certificate(document, *at_work.keys.signing_key()))
    ran = lethe("verify", certificate, "--public-key", tmp_path / "keys")
    assert ran.code == 0
    assert "Issued by Fernhollow\\x1b[2K\\rGOOD\\nGOOD at" in ran.out
    assert "\x1b" not in ran.text


def test_name_of_a_key_file_steers_no_terminal(lethe, certificate, tmp_path):
    named = tmp_path / "\x1b[2K\rGOOD.pem"
    named.write_text("no key")
    ran = lethe("verify", certificate, "--public-key", named)
    assert ran.code == 1
    assert "\x1b" not in ran.text
    assert "\r" not in ran.text


def test_certificate_writes_its_page_beside_it_or_where_it_is_told(lethe, certificate, tmp_path):
    ran = lethe("certificate", certificate, "--public-key", tmp_path / "keys")
    assert ran.code == 0, ran.err
    html, pdf = certificate.with_suffix(".html"), certificate.with_suffix(".pdf")
    assert html.read_bytes().startswith(b"<!doctype html>")
    assert pdf.read_bytes().startswith(b"%PDF-")
    ran = lethe("certificate", certificate, "--pdf", tmp_path / "own.pdf", "--public-key", tmp_path / "keys")
    assert ran.code == 0
    assert (tmp_path / "own.pdf").read_bytes() == pdf.read_bytes()
    assert not (tmp_path / "own.html").exists()
    assert PERSON not in ran.text


def test_certificate_that_was_changed_gets_no_page(lethe, certificate, tmp_path):
    certificate.write_bytes(certificate.read_bytes().replace(b'"absent":2', b'"absent":3'))
    ran = lethe("certificate", certificate, "--html", tmp_path / "page.html", "--public-key", tmp_path / "keys")
    assert ran.code == 1
    assert ran.err.startswith("BAD certificate: ")
    assert not (tmp_path / "page.html").exists()


def test_page_never_overwrites_the_certificate(lethe, certificate, tmp_path):
    before = certificate.read_bytes()
    ran = lethe("certificate", certificate, "--pdf", certificate, "--public-key", tmp_path / "keys")
    assert ran.code == 2
    assert certificate.read_bytes() == before


def test_certificate_that_cannot_be_read_or_page_that_cannot_be_written_is_wrong_usage(lethe, certificate, tmp_path):
    keys = tmp_path / "keys"
    assert lethe("certificate", tmp_path / "none.json", "--public-key", keys).code == 2
    nowhere = tmp_path / "none" / "page.pdf"
    assert lethe("certificate", certificate, "--pdf", nowhere, "--public-key", keys).code == 2


def test_verify_of_a_file_that_is_not_there_is_wrong_usage(lethe, certificate, tmp_path):
    assert lethe("verify", tmp_path / "none.json", "--public-key", tmp_path / "keys").code == 2


def test_ledger_verify_holds_and_counts_its_witnesses(lethe, at_work, certificate, tmp_path):
    ran = lethe("ledger", "verify", certificate, "--public-key", tmp_path / "keys")
    assert ran.code == 0
    assert "Checked against 1 certificate" in ran.out
    empty(at_work.store("evidence"))
    assert "name some" in lethe("ledger", "verify").out


def empty(store):
    store.delete(list(store.list_versions()))


def test_ledger_verify_finds_a_cut_tail_whose_head_was_rewritten_only_with_a_certificate(
    lethe, at_work, certificate, tmp_path
):
    anchored = json.loads(certificate.read_bytes())["ledger"]["line"]
    with tampering(at_work) as connection:
        connection.execute(sa.delete(ledger_entry).where(ledger_entry.c.seq >= anchored))
        last = connection.execute(sa.select(ledger_entry).order_by(ledger_entry.c.seq.desc()).limit(1)).one()
        connection.execute(sa.update(ledger_head).values(seq=last.seq, hash=last.hash))
    ran = lethe("ledger", "verify")
    assert ran.code == 1
    assert f"line {anchored}, named by a certificate, is gone" in ran.err
    # Whoever could do that may own the evidence store too: what was kept elsewhere still tells.
    empty(at_work.store("evidence"))
    assert lethe("ledger", "verify").code == 0
    ran = lethe("ledger", "verify", certificate, "--public-key", tmp_path / "keys")
    assert ran.code == 1
    assert f"line {anchored}, named by a certificate, is gone" in ran.err


def test_ledger_verify_takes_a_bad_certificate_for_a_problem(lethe, at_work, certificate, tmp_path):
    certificate.write_bytes(certificate.read_bytes() + b" ")
    ran = lethe("ledger", "verify", certificate, "--public-key", tmp_path / "keys")
    assert ran.code == 1
    assert "certificate 1 of 1 says nothing" in ran.err
    assert "NOT as it was written" not in ran.text


def test_public_key_prints_the_key_that_verify_takes(lethe, certificate, tmp_path):
    ran = lethe("public-key")
    assert ran.code == 0
    (tmp_path / "printed.pem").write_text(ran.out)
    assert lethe("verify", certificate, "--public-key", tmp_path / "printed.pem").code == 0
    assert "PRIVATE" not in ran.text


def test_public_key_write_fills_config_public_keys_and_overwrites_nothing(
    lethe, at_work, tmp_path, config_folder, monkeypatch
):
    import shutil

    shutil.copytree(config_folder, tmp_path / "config")
    monkeypatch.setenv("LETHE_CONFIG", str(tmp_path / "config"))
    assert lethe("public-key", "--write").code == 0
    (written,) = (tmp_path / "config" / "public_keys").glob("*.pem")
    assert written.read_bytes() == at_work.keys.public_key_pem()[1]
    assert lethe("public-key", "--write").code == 0
    written.write_text("something else")
    assert lethe("public-key", "--write").code == 1
    assert written.read_text() == "something else"
