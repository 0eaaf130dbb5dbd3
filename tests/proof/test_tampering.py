"""Every change is found, and the search itself notices what a blind one would not."""

import random
from pathlib import Path
from typing import Any

import pytest

from lethe.ledger import Ledger
from tests.proof import tampering
from tests.proof.tampering import Book, certificates, ledger_changes, summary


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return Book(tmp_path)


def test_three_hundred_changes_of_a_certificate_are_found(book: Book) -> None:
    found = certificates(book, 300, random.Random(1))
    assert sum(found.values()) == 300
    assert [kind for kind, was_found in found if not was_found] == []


def test_three_hundred_changes_of_the_ledger_are_found(book: Book) -> None:
    found = ledger_changes(book, 300, random.Random(1))
    assert sum(found.values()) == 300
    assert [kind for kind, was_found in found if not was_found] == []
    assert {f"one character or bit of '{column}'" for column in tampering.COLUMNS} <= {kind for kind, _ in found}


def test_tail_that_was_cut_with_its_head_is_found_by_an_anchor_alone(book: Book) -> None:
    book.anchors = {}
    missed = {kind for kind, was_found in ledger_changes(book, 300, random.Random(1)) if not was_found}
    assert missed == {"the tail cut, and the head moved to what was left"}


def test_change_that_nobody_looks_for_is_counted_as_missed(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    def blind(ledger: Ledger, anchors: Any = None) -> list[str]:
        return []

    monkeypatch.setattr(Ledger, "verify_chain", blind)
    counted = summary(ledger_changes(book, 50, random.Random(1)))
    assert sum(each["tried"] for each in counted.values()) == 50
    assert sum(each["found"] for each in counted.values()) == 0
