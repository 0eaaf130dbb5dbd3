"""Runs of digits, written or said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymizers.recognizers.digits import digit_runs

SAID = {
    "en": ["oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
    "fr": ["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"],
    "de": ["null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"],
    "es": ["cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"],
}


def digits(text, language="en"):
    return [run.digits for run in digit_runs(text, language)]


@given(
    st.sampled_from(sorted(SAID)),
    st.from_regex(r"[0-9]{1,16}", fullmatch=True),
    st.sampled_from([" ", ", ", "\n", "-", "... "]),
)
def test_digits_said_one_by_one_come_back_as_they_were(language, number, gap):
    text = "so " + gap.join(SAID[language][int(digit)] for digit in number) + " x"
    (run,) = digit_runs(text, language)
    assert run.digits == number
    assert (run.start, run.end) == (3, len(text) - 2)


@given(
    st.lists(st.from_regex(r"[0-9]{1,5}", fullmatch=True), min_size=1, max_size=5),
    st.sampled_from([" ", "-", ".", "/", "\n", ", "]),
)
def test_written_groups_come_back_as_one_run(groups, gap):
    assert digits(gap.join(groups)) == ["".join(groups)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "double seven triple four", ["77444"]),
        ("en", "oh eight hundred", ["0800"]),
        ("en", "07 double 7 9", ["07779"]),
        ("en", "seven, um, eight", ["78"]),
        ("en", "one hundred and six", ["106"]),
        ("en", "nine hundred one two three", ["900123"]),
        ("es", "novecientos uno dos tres", ["900123"]),
        ("es", "noventa y ocho ochocientos veinticuatro", ["98824"]),
        ("fr", "quarante-neuf mille trois cent soixante", ["49360"]),
        ("fr", "vingt pour cent", ["20"]),
        ("de", "einhundertzwei", ["102"]),
        ("en", "and jane's one\nfourteen ninety", ["1", "1490"]),
        ("en", "it's one\nfour", ["1", "4"]),
        ("en", "one and two", ["1", "2"]),
        ("en", "stone won tone", []),
        ("fr", "soixante-dix-sept zéro", ["770"]),
        ("de", "siebenundsiebzig null", ["770"]),
        ("es", "setenta y siete cero", ["770"]),
        ("en", "10:30", ["10", "30"]),
        ("en", "1,200", ["1", "200"]),
    ],
)
def test_reads(language, text, expected):
    assert digits(text, language) == expected


@pytest.mark.parametrize(
    "text", ["1 2 3 4", "ten twenty thirty", "2018, 2019, 2021", "nineteen eighty nineteen ninety"]
)
def test_counting_and_lists_of_years_are_seen_as_such(text):
    (run,) = digit_runs(text, "en")
    assert run.counts_up


@pytest.mark.parametrize(
    "text",
    [
        "£1200",
        "1200 pounds",
        "fourteen ninety nine plus a fee",
        "9 99 each",
        "12 a month",
        "20 %",
        "12 people",
        "5 to 10 years",
    ],
)
def test_sums_and_measures_are_seen_as_such(text):
    assert digit_runs(text, "en")[-1].quantity


def test_a_plus_sign_belongs_to_the_run():
    (run,) = digit_runs("on +44 7700", "en")
    assert run.plus
    assert run.start == 3
