"""An answer is masked alike whatever answers stand around it."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anonymizers.engine import Detection
from anonymizers.masking import Anonymiser
from anonymizers.people import Person
from anonymizers.pseudonyms import Pseudonyms

PEOPLE = (
    Person("p-1", first_name="Siobhan", last_name="Abernathy", phone="07700 900123"),
    Person("p-2", first_name="Will", last_name="Brown", iban_or_sort_account="GB29 NWBK 6016 1331 9268 19"),
)
ANSWERS = (
    "Will", "will", "my name is", "call me", "Siobhan", "12", "41", "ORCHARD", "QUICK", "BROWN", "brown", "HG1",
    "paying was fine 41", "1331 9268 19", "07700", "900456", "900 123", "thanks", "ok", "hi", "the", "a", "mark",
    "MARK", "Dr", "and",
    "said so", "it said", "is", "may", "Rose", "so rose", "my sister", "Zubiri", "Frank", "frank", "to",
    "jo", "my account number is", "postcode", "my phone", "s i o b h a n", "Abernathy", "working at", "Tesco", "Leeds",
    "works well for me", "I spoke to Anjali about it", "nothing to add", "at gmail dot com", "jane dot doe",
)  # fmt: skip


@pytest.fixture(scope="module")
def anonymiser() -> Anonymiser:
    return Anonymiser(Detection(("en",)), PEOPLE, Pseudonyms(bytes(32)), mode="careful")


@pytest.fixture(scope="module")
def alone(anonymiser: Anonymiser) -> dict[str, str]:
    return {answer: anonymiser.mask([answer], language="en")[0].text for answer in ANSWERS}


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False))
def test_no_answer_changes_how_another_is_masked(
    anonymiser: Anonymiser, alone: dict[str, str], shuffling: random.Random
) -> None:
    order = list(ANSWERS)
    shuffling.shuffle(order)
    together = [one.text for one in anonymiser.mask(order, language="en")]
    assert dict(zip(order, together, strict=True)) == alone


@pytest.mark.parametrize("after", ["my name is", "ORCHARD", "so", "and"])
@pytest.mark.parametrize("before", ["the", "I said", "SHOUTED", "a"])
def test_a_name_alone_in_its_answer_is_masked_between_any_two(anonymiser: Anonymiser, before: str, after: str) -> None:
    shown = anonymiser.mask([before, "Will", after], language="en")[1].text
    assert shown == anonymiser.pseudonym("p-2")
