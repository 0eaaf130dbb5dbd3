"""`lethe handover`, `attest` and the part of `status` that lists what awaits a client's word."""

import pytest

HANDOVER = ("handover", "orchard-lane", "--study", "grocery-delivery", "--kind", "recording", "--reference", "disk-1")


def test_a_handover_is_registered_waits_and_is_attested(lethe, at_work) -> None:
    ran = lethe(*HANDOVER, "--due", "2026-11-23")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "Registered: recording 'disk-1' at orchard-lane, due 2026-11-23 (P4.2)\n"
    ran = lethe("status")
    assert ran.code == 0, ran.err
    assert (
        "To be attested by clients\n  orchard-lane-20261123: 1 thing due 2026-11-23; OVERDUE, not told yet\n" in ran.out
    )
    attest = ("attest", "orchard-lane", "--due", "2026-11-23", "--by", "Odile Marchetti")
    ran = lethe(*attest, "--statement", "partly", "--note", "one copy left")
    assert ran.code == 0
    assert "orchard-lane-20261123: partly, 0 things closed" in ran.out
    assert "1 thing of that day still to be attested" in ran.out
    assert "not told yet, attested in part" in lethe("status").out
    ran = lethe(*attest)
    assert (ran.code, ran.out) == (0, "orchard-lane-20261123: deleted, 1 thing closed\n")
    ran = lethe("status")
    assert "To be attested" not in ran.out
    assert "Odile" not in ran.text
    ran = lethe(*attest)
    assert ran.code == 1
    assert "it was attested on 2026-11-24" in ran.err


def test_a_handover_by_its_session_is_dated_by_the_rule(lethe, at_work) -> None:
    ran = lethe(
        "handover", "brightwell", "--study", "banking-app", "--kind", "recording", "--reference", "link-1",
        "--session", "s-due",
    )  # fmt: skip
    assert ran.code == 0
    assert "due 2026-11-24 (P4.2)" in ran.out
    assert "client 'brightwell' has no contacts" in ran.err


WRONG = {
    "neither day nor session": (*HANDOVER,),
    "both": (*HANDOVER, "--due", "2026-12-01", "--session", "s-due"),
    "no day": (*HANDOVER, "--due", "soon"),
    "an unknown kind": (*HANDOVER[:5], "film", "--reference", "disk-1", "--due", "2026-12-01"),
    "an unknown statement": ("attest", "orchard-lane", "--due", "2026-12-01", "--by", "x", "--statement", "maybe"),
    "nobody who attests": ("attest", "orchard-lane", "--due", "2026-12-01"),
}


@pytest.mark.parametrize("arguments", WRONG.values(), ids=WRONG.keys())
def test_wrong_usage_ends_with_2_and_registers_nothing(lethe, at_work, arguments) -> None:
    assert lethe(*arguments).code == 2
    assert at_work.ledger.entries() == []


def test_a_refused_handover_ends_with_1_and_says_why(lethe, at_work) -> None:
    ran = lethe(*HANDOVER, "--due", "2028-01-01")
    assert ran.code == 1
    assert "P4.2 allows no later one for what exists today. Nothing was registered" in ran.err
