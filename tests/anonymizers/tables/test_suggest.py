"""The roles proposed for a table's columns, and the block of a study's file that they become."""

import random

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from anonymizers.survey import ColumnRole
from anonymizers.tables import TableError, platform_columns, read_table
from anonymizers.tables.header_words import TOPICS, normalised, topic_of
from anonymizers.tables.suggest import Suggestion, as_yaml, suggest_columns
from tests.anonymizers.tables.building import QUALTRICS, SURVEYMONKEY, csv_bytes, sav

SENSITIVE = "sensitive" if "sensitive" in {role.value for role in ColumnRole} else "quasi"
RANDOM = random.Random(7)
FIRST = ["Aisha", "Tom", "Inès", "Jörg", "Lucía", "Kwame", "Priya", "Hannah", "Pablo", "Claire"]
LAST = ["Okafor", "Marchetti", "Lindqvist", "Haas", "Romero", "Boateng", "Nair", "Weber"]


def roles(header: str, cells: list[str]) -> str:
    table = read_table(csv_bytes([["row no", header], *[[str(n), cell] for n, cell in enumerate(cells)]]), ".csv")
    return suggest_columns(table)[1].role.value


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("What is your name?", "direct"),
        ("Prénom", "direct"),
        ("Wie heißen Sie?", "direct"),
        ("What is your LinkedIn profile?", "direct"),
        ("Nachname:", "direct"),
        ("¿Cuál es su nombre?", "direct"),
        ("E-Mail-Adresse", "direct"),
        ("RecipientEmail", "direct"),
        ("Correo electrónico", "direct"),
        ("Numéro de téléphone", "direct"),
        ("Handynummer", "direct"),
        ("Dirección", "direct"),
        ("passport_number", "direct"),
        ("Kundennummer", "direct"),
        ("participant_id", "pseudonym"),
        ("Teilnehmer", "pseudonym"),
        ("Date of birth", "quasi"),
        ("Geburtsdatum", "quasi"),
        ("Code postal", "quasi"),
        ("PLZ", "quasi"),
        ("In which city do you live?", "quasi"),
        ("Salary (GBP)", "quasi"),
        ("Gehalt", "quasi"),
        ("Who is your employer?", "quasi"),
        ("Company name", "quasi"),
        ("Beruf", "quasi"),
        ("Profesión", "quasi"),
        ("gender", "quasi"),
        ("Geschlecht", "quasi"),
        ("Âge", "quasi"),
        ("Ethnicity", SENSITIVE),
        ("Religion", SENSITIVE),
        ("Do you have a disability?", SENSITIVE),
        ("Santé", SENSITIVE),
        ("Orientación sexual", SENSITIVE),
        ("Timestamp of submission (time stamp)", "ignored"),
    ],
)
def test_header_says_what_is_asked_for(header: str, role: str) -> None:
    assert roles(header, ["one", "two", "three", "four", "five"] * 3) == role


@pytest.mark.parametrize(
    ("cells", "role"),
    [
        ([f"person{n}@example.org" for n in range(50)], "direct"),
        ([f"+44 7700 900{n:03}" for n in range(50)], "direct"),
        ([f"07700 900{n:03}" for n in range(50)], "direct"),
        ([f"192.0.2.{n}" for n in range(50)], "direct"),
        ([f"2001:db8::{n:x}" for n in range(50)], "direct"),
        ([f"https://example.org/{n}" for n in range(50)], "direct"),
        ([f"{first} {last}" for first in FIRST for last in LAST], "direct"),
        (FIRST, "direct"),
        ([f"GB29 NWBK 6016 1331 9268 {n:02}" for n in range(50)], "direct"),
        ([f"51.50{n:03}, -0.12{n:03}" for n in range(50)], "direct"),
        ([f"AB-{n:05}" for n in range(50)], "direct"),
        ([str(100_000 + 7 * n) for n in range(50)], "direct"),
        ([f"BA{n % 9 + 1} {n % 10}QF" for n in range(50)], "quasi"),
        ([f"19{50 + n}-03-0{n % 9 + 1}" for n in range(40)], "quasi"),
        ([f"0{n % 9 + 1}/03/19{50 + n}" for n in range(40)], "quasi"),
        ([str(n % 11) for n in range(50)], "measure"),
        ([f"{n % 7},5" for n in range(50)], "measure"),
        (["Very easy", "Easy", "Hard"] * 17, "measure"),
        (["true", "false"] * 20, "measure"),
        ([f"I looked for the button {n} times, then rang the bank and gave up" for n in range(50)], "free_text"),
        ([f"word{chr(97 + n)} thing" for n in range(20)], "free_text"),
        (["good", "bad", "fine"], "free_text"),
        ([""] * 20, "ignored"),
    ],
)
def test_contents_say_what_is_in_a_column_whose_header_does_not(cells: list[str], role: str) -> None:
    assert roles("Q7", cells) == role


def test_contact_details_weigh_more_than_a_harmless_header() -> None:
    assert roles("gender", [f"person{n}@example.org" for n in range(20)]) == "direct"


def test_few_addresses_among_comments_are_enough() -> None:
    assert roles("Q7", ["It was quite all right for me"] * 40 + ["ana@example.org"] * 10) == "direct"


def test_rating_that_is_about_phones_is_a_measure_and_a_question_for_one_is_not() -> None:
    ratings = [str(n % 5 + 1) for n in range(40)]
    assert roles("How easy was it to change the phone number in the app?", ratings) == "measure"
    assert roles("Please tell us what your current mobile phone number is", ratings) == "direct"
    assert roles("phone", ratings) == "direct"


def test_income_of_different_numbers_stays_an_income() -> None:
    assert roles("Salary", [str(20_000 + 137 * n) for n in range(50)]) == "quasi"


def test_reason_counts_what_was_sampled_and_shows_no_cell() -> None:
    cells = [f"secretname{n}@example.org" for n in range(42)] + ["none"] * 8
    table = read_table(csv_bytes([["n", "Q7"], *[["1", cell] for cell in cells]]), ".csv")
    assert suggest_columns(table)[1].reason == "42 of 50 sampled values look like e-mail addresses"
    assert suggest_columns(table, sample=10)[1].reason.endswith("of 10 sampled values look like e-mail addresses")


@pytest.mark.parametrize("rows", [QUALTRICS, SURVEYMONKEY], ids=["qualtrics", "surveymonkey"])
def test_platforms_own_columns_have_their_known_roles(rows: list[list[str]]) -> None:
    table = read_table(csv_bytes(rows), ".csv")
    found = {one.column: one for one in suggest_columns(table)}
    known = platform_columns(table.platform)
    own = [name for name in found if name in known]
    assert len(own) >= 3
    assert all((found[name].role, found[name].reason) == (known[name].role, known[name].reason) for name in own)


def test_question_text_counts_where_the_name_is_a_number() -> None:
    found = {one.column: one.role for one in suggest_columns(read_table(csv_bytes(QUALTRICS), ".csv"))}
    assert found["Q3_1"] is ColumnRole.DIRECT


def test_plain_file_with_a_platforms_column_knows_it() -> None:
    assert roles("LocationLatitude", ["1"] * 9) == "direct"
    assert roles("ExternalReference", ["a", "b"] * 9) == "direct"


def test_labelled_codes_are_a_measure() -> None:
    data = sav({"Q1": [1.0, 2.0, 3.0]}, variable_value_labels={"Q1": {1: "low", 2: "mid", 3: "high"}})
    assert suggest_columns(read_table(data, ".sav"))[0].role is ColumnRole.MEASURE


def test_every_column_has_one_suggestion_in_order() -> None:
    table = read_table(csv_bytes(SURVEYMONKEY), ".csv")
    assert [one.column for one in suggest_columns(table)] == [column.name for column in table.columns]


@pytest.mark.parametrize(
    ("platform", "names"),
    [
        ("qualtrics", ["IPAddress", "RecipientEmail", "LocationLatitude", "ExternalReference", "RecipientLastName"]),
        ("surveymonkey", ["IP Address", "Email Address", "First Name", "Last Name", "Custom Data 1"]),
        ("typeform", ["Network ID"]),
        ("google_forms", ["Email Address"]),
        ("limesurvey", ["ipaddr", "token", "refurl"]),
    ],
)
def test_columns_that_leak_are_direct_on_every_platform(platform: str, names: list[str]) -> None:
    assert {platform_columns(platform)[name].role for name in names} == {ColumnRole.DIRECT}


def test_unknown_platform_is_refused() -> None:
    with pytest.raises(TableError, match="the platform is none of qualtrics"):
        platform_columns("paper")


def test_yaml_block_can_be_pasted() -> None:
    text = as_yaml(
        [
            Suggestion("What is your name?", ColumnRole.DIRECT, "asks for a name, by its name"),
            Suggestion("ease", ColumnRole.MEASURE, "all 40 sampled values are numbers"),
            Suggestion("no", ColumnRole.QUASI, "two\nlines"),
        ]
    )
    assert text == (
        "survey:\n"
        "  columns:\n"
        '    "What is your name?": direct  # asks for a name, by its name\n'
        "    ease: measure  # all 40 sampled values are numbers\n"
        '    "no": quasi  # two lines\n'
    )


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
        | st.sampled_from(
            ["no", "Null", "3", "1.5", "- x", "# x", "a: b", "2026-03-04", "é" * 1_500, "~", "y", "=", "a\u2028b"]
        ),
        min_size=1,
        unique=True,
    )
)
def test_yaml_gives_every_header_back(headers: list[str]) -> None:
    text = as_yaml(Suggestion(header, ColumnRole.QUASI, "reason # with: marks") for header in headers)
    assert yaml.safe_load(text) == {"survey": {"columns": dict.fromkeys(headers, "quasi")}}


def test_topics_are_written_as_headers_are_normalised() -> None:
    for topic in TOPICS:
        for phrase in topic.phrases.split("|"):
            assert normalised(phrase) == f" {phrase} ", phrase
            assert topic_of(phrase) is not None


def test_thing_with_a_name_is_no_person() -> None:
    assert topic_of("Which brand name do you prefer?") is None
    assert topic_of("Product name") is None
    assert topic_of("The terms and conditions were clear") is None
