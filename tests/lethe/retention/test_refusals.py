"""What could not be deleted is said by number, kind and next step."""

from datetime import UTC, datetime
from typing import get_args

import pytest

from lethe.connectors.objects import DeleteOutcome, ObjectVersion, Outcome
from lethe.retention.refusals import NEXT_STEP, Refusals

JANUARY, MARCH = datetime(2027, 1, 5, 9, 30, tzinfo=UTC), datetime(2027, 3, 1, tzinfo=UTC)


def outcome(kind: Outcome, code: str = "", until: datetime | None = None) -> DeleteOutcome:
    return DeleteOutcome(ObjectVersion("Jane Doe.vtt", "v1", 1, True, False), kind, code, until)


def said(*outcomes: DeleteOutcome, uploads: int = 0) -> str:
    refusals = Refusals(uploads=uploads)
    refusals.add(outcomes)
    assert refusals
    return refusals.in_words()


def test_every_outcome_has_a_next_step() -> None:
    assert set(get_args(Outcome)) - {"deleted"} == set(NEXT_STEP) - {"uploads"}


def test_what_was_deleted_is_no_refusal() -> None:
    refusals = Refusals()
    refusals.add([outcome("deleted")])
    assert not refusals


@pytest.mark.parametrize(
    ("ends", "words"),
    [
        (
            [MARCH, MARCH],
            "2 compliance (an object lock in compliance mode keeps them until 1 March 2027, 00:00 UTC: no",
        ),
        ([MARCH, JANUARY], "keeps them, the last until 1 March 2027, 00:00 UTC: nobody can delete them before"),
        ([JANUARY, None], "keeps them, the last until 5 January 2027, 09:30 UTC:"),
        ([None], "1 compliance (an object lock in compliance mode keeps them: nobody"),
    ],
)
def test_lock_says_until_when(ends: list[datetime | None], words: str) -> None:
    assert words in said(*(outcome("compliance", "AccessDenied", end) for end in ends))


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("governance", "s3:BypassGovernanceRetention"),
        ("legal_hold", "1 legal hold (a legal hold in the store keeps them: ask who set it"),
        ("locked", "s3:GetObjectRetention and s3:GetObjectLegalHold"),
        ("mfa", "MFA delete"),
        ("denied", "s3:DeleteObjectVersion"),
        ("archived", "restore them first"),
        ("credentials", "have expired or are not known"),
    ],
)
def test_each_kind_says_what_to_do(kind: Outcome, words: str) -> None:
    assert words in said(outcome(kind, "AccessDenied"))


def test_failures_come_with_their_codes_and_nothing_shows_a_key() -> None:
    text = said(outcome("failed", "NoAnswer"), outcome("failed", "SlowDown"), outcome("denied"), uploads=2)
    assert "2 failed (NoAnswer, SlowDown: the store answered with an error" in text
    assert "at 2 places unfinished uploads" in text
    assert "Jane" not in f"{text}{Refusals([outcome('denied')])!r}"
