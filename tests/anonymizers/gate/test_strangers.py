"""The second pass, which needs no roster: what belongs to people nobody knows."""

import hashlib
import json

import pytest

EMAILS = [
    "kim.lee@example.com", "KIM@EXAMPLE.CO.UK", "kim+test@mail.example", "kim_lee%40example.org", "kim&#64;example.com",
    "kim dot lee at gmail dot com", "kim lee arobase orange point fr", "k.lee@xn--bcher-kva.example",
]  # fmt: skip
IBANS = [
    "GB29 NWBK 6016 1331 9268 19",
    "DE89370400440532013000",
    "fr14 2004 1010 0505 0001 3m02 606",
    "ES91-2100-0418-4502-0005-1332",
]
CARDS = ["4111 1111 1111 1111", "4111111111111111", "5555-5555-5555-4444", "3782 822463 10005",
         "four one one one, one one one one, one one one one, one one one one"]  # fmt: skip
PHONES = [
    "020 7946 0123", "02079460123", "(020) 7946-0123", "+44 (0)20 7946 0123", "0044 20 7946 0123", "07700 900456",
    "+447700900456", "+33 1 99 00 12 34", "01 99 00 12 34", "01.99.00.12.34", "06 39 98 12 34", "030 23125 123",
    "030/23125123", "+49 30 23125-123", "612 34 56 78", "+34 612 345 678", "+1 202 555 0143",
]  # fmt: skip
NI_NUMBERS = ["AB 12 34 56 C", "AB123456C", "ab-12-34-56-c"]

PASSING = [
    "kim at example", "@kim", "see logo@2x.png", "npm i react@18.2.0", "look at amazon dot co dot uk", "5 @ 3.99",
    "[email]", "[name]@[place]", "GB29 NWBK 6016 1331 9268 18", "DE00370400440532013000", "GB82 WEST",
    "4111 1111 1111 1112", "1234567890123456", "1700000000000", "1700000000000000", "16 digits 9111111111111111",
    "00:12:31.500 --> 00:12:34.000", "[00:12:31]", "2026-11-24T12:00:00Z", "24.11.2026 10.30", "24/11/2026 09:00",
    "07/03/2026 1000", "£0.99, £12.50, £1,234,567.89", "1.234.567,89 €", "612.345.678 €", "12 345 678 €", "0.123456789",
    "51.507351, -0.127758", "version 0.12.345.6789", "10.0.0.1:8080", "192.168.100.200", "1-800",
    "ISBN 978-3-16-148410-0",
    "550e8400-e29b-41d4-a716-446655440000", "02110-1301", "order 100200300400", "one two three four five six seven",
    "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "#0123456", "0123456789",
    "411111 1111 111111", "07.03.2026 12 Uhr", "04 27 / 01 / 12 5", "61 23 45 67 8",
    "AB 12 34 56", "BG 12 34 56 C", "QQ123456C", "room AB12", "4.5 out of 5, 10 of 10, 3 4 5 3 2 1 5 5 4 3 2 1 4 4 4 4",
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind"),
    [(text, "any_email") for text in EMAILS]
    + [(text, "any_iban") for text in IBANS]
    + [(text, "any_card") for text in CARDS]
    + [(text, "any_phone") for text in PHONES]
    + [(text, "any_ni_number") for text in NI_NUMBERS],
)
def test_strangers_detail_blocks_and_is_nobodys(ask, text, kind):
    (finding,) = ask(f"so it is {text}, I said", of=()).findings
    assert (finding.kind, finding.severity, finding.person_ref, finding.count) == (kind, "block", "", 1)


@pytest.mark.parametrize("text", PASSING)
def test_figures_and_signs_that_are_no_detail_pass(ask, text):
    for written in (text, f"so it is {text}, I said", f'{{"a": {json.dumps(text)}}}'):
        assert ask(written, of=()).findings == ()


def test_numbers_of_a_transcripts_own_json_pass(ask):
    items = [{"start": 0.04 * n, "end": 1700000000000 + n, "confidence": 0.9871, "id": n * 997} for n in range(500)]
    assert ask(json.dumps({"items": items, "duration": 1834.2, "bytes": 20441231}), "a.json").findings == ()


def test_manifest_of_names_digests_and_sizes_passes(ask):
    files = [
        {
            "name": f"transcripts/S-3B9XT0QE-{n:04d}ABCD.vtt",
            "sha256": hashlib.sha256(str(n).encode()).hexdigest(),
            "bytes": 20_000 + n * 7_919,
            "due": "2027-05-24",
            "clause": "P4.2",
        }
        for n in range(2_000)
    ]
    assert (
        ask(json.dumps({"export_id": "x-00a1b2c3d4e5f607", "files": files}, indent=1), "manifest.json").findings == ()
    )


def test_known_persons_number_is_theirs_and_not_a_strangers(ask):
    (finding,) = ask("+44 7700 900123").findings
    assert (finding.kind, finding.person_ref) == ("phone", "p-rare")


def test_kept_phrase_never_hides_a_strangers_number(ask):
    assert not ask("020 7946 0199", of=(), keep=("020 7946 0199",)).passed
