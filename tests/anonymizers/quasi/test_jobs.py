"""Jobs that few have; what many do stays."""

import pytest


@pytest.mark.parametrize(
    ("text", "job"),
    [
        ("I'm a lock keeper", "lock keeper"),
        ("my gran was a bell founder", "bell founder"),
        ("I'm the only speech therapist in the county", "speech therapist"),
        ("I'm head of pastoral care at Larkfield Academy", "head of pastoral care"),
        ("she's deputy catering manager at hollis foods", "deputy catering manager"),
    ],
)
def test_a_rare_job_is_found(text, job, found):
    assert ("OCCUPATION", job) in found("en", text)


@pytest.mark.parametrize(
    "text",
    [
        "I'm a teacher",
        "she works as a nurse",
        "I'm the only person in the house",
        "I'm the only driver in the family",
        "I'm a customer at Barclays",
        "a judge of character",
        "the conductor app",
        "I'm a fan of the cooper font",
    ],
)
def test_a_common_job_and_no_job_stay(text, found):
    assert found("en", text) == set()


def test_the_place_of_a_rare_job_goes_with_it(found):
    assert ("ORGANIZATION", "Pellport") in found("en", "I'm the harbour master at Pellport")
