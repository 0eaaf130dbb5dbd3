"""Whatever a roster holds is found wherever it is planted, and no report repeats it."""

import json
import string
from dataclasses import astuple, replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from anonymizers.gate import CandidateFile, examine
from anonymizers.people import Person

FILLER = """
    so i went to the shop and then it was there on the screen with a blue button that we could press again because
    nothing happened at all and he will mark the rose one or may be not
"""
WORDS = FILLER.split()
MARKS = ["", " ", ", ", ". ", "\n", "\n\n", " - ", ' "', " ("]

sounds = st.builds(
    lambda pairs, end: "".join(pairs).capitalize() + end,
    st.lists(st.sampled_from([c + v for c in "bdfgkvxz" for v in "aeiou"]), min_size=3, max_size=4),
    st.sampled_from("kxzv"),
)
codes = st.text(string.ascii_lowercase, min_size=6, max_size=9)


@st.composite
def persons(draw):
    digits = "".join(draw(st.lists(st.sampled_from(string.digits), min_size=3, max_size=3)))
    first, last = draw(sounds), draw(sounds)
    outward = draw(st.sampled_from(["LS", "M", "SW", "B"])) + str(draw(st.integers(1, 29)))
    return Person(
        "p-drawn",
        first_name=first,
        last_name=last,
        email=f"{draw(codes)}.{draw(codes)}{draw(st.integers(1, 99))}@example.com",
        paypal_email=f"{draw(codes)}{draw(st.integers(10, 99))}@example.org",
        phone=f"07700 900{digits}",
        date_of_birth=draw(st.dates(date(1930, 1, 1), date(2010, 12, 31))).isoformat(),
        street=f"{draw(st.integers(1, 250))} {draw(sounds)} {draw(st.sampled_from(['Road', 'Street', 'Lane']))}",
        postcode=f"{outward} {draw(st.integers(1, 9))}{draw(st.sampled_from(['AB', 'QT', 'XY']))}",
        country="GB",
        iban_or_sort_account=f"20-00-00 {draw(st.integers(10_000_000, 99_999_999))}",
    )


FIELDS = (
    "first_name",
    "last_name",
    "email",
    "paypal_email",
    "phone",
    "date_of_birth",
    "street",
    "postcode",
    "iban_or_sort_account",
)


@st.composite
def planted(draw):
    """A person, one field of it, and filler text with the value somewhere in it."""
    person, field = draw(persons()), draw(st.sampled_from(FIELDS))
    value = draw(st.sampled_from([str, str.lower, str.upper]))(getattr(person, field))
    before = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30))
    after = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30))
    mark = draw(st.sampled_from(MARKS[1:]))
    return person, field, f"{' '.join(before)}{mark}{value} {' '.join(after)}"


@settings(max_examples=300)
@given(planted(), st.sampled_from(["a.txt", "a.vtt", "a.csv", "a.json"]))
def test_any_value_planted_in_filler_blocks(case, name):
    person, _, text = case
    written = json.dumps({"items": [{"text": text}]}) if name == "a.json" else text
    report = examine([CandidateFile(name, written.encode())], [person])
    assert "p-drawn" in {finding.person_ref for finding in report.findings if finding.severity == "block"}


@settings(max_examples=150)
@given(planted())
def test_word_by_word_json_hides_nothing(case):
    person, _, text = case
    items = json.dumps({"items": [{"content": word} for word in text.split()]})
    report = examine([CandidateFile("a.json", items.encode())], [person])
    assert "p-drawn" in {finding.person_ref for finding in report.findings if finding.severity == "block"}


@settings(max_examples=200)
@given(persons(), st.data())
def test_digits_are_found_in_every_grouping(person, data):
    digits = data.draw(st.sampled_from([person.phone, person.iban_or_sort_account])).replace(" ", "").replace("-", "")
    cuts = data.draw(st.sets(st.integers(1, len(digits) - 1)))
    mark = data.draw(st.sampled_from([" ", "-", ".", " - ", "/", ", "]))
    text = "".join((mark if at in cuts else "") + digit for at, digit in enumerate(digits))
    report = examine([CandidateFile("a.txt", f"it is {text} yes".encode())], [person])
    assert "p-drawn" in {finding.person_ref for finding in report.findings if finding.severity == "block"}


@settings(max_examples=200)
@given(
    st.dates(date(1930, 1, 1), date(2010, 12, 31)),
    st.sampled_from(
        ["%d/%m/%Y", "%d.%m.%y", "%m-%d-%Y", "%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%d %b %y", "%d%m%Y", "%Y%m%d"]
    ),
)
def test_birth_dates_are_found_in_every_format(born, form):
    person = Person("p-drawn", date_of_birth=born.isoformat())
    report = examine([CandidateFile("a.txt", f"it is {born.strftime(form)} yes".encode())], [person])
    assert {finding.kind for finding in report.findings if finding.severity == "block"} == {"birth_date"}


@settings(max_examples=200)
@given(persons(), st.lists(st.sampled_from(WORDS), min_size=1, max_size=80), st.sampled_from(MARKS))
def test_filler_alone_never_blocks(person, words, mark):
    report = examine([CandidateFile("a.txt", (mark or " ").join(words).encode())], [person])
    assert report.passed


@settings(max_examples=100)
@given(planted())
def test_report_never_repeats_a_value(case):
    person, _, text = case
    whole = f"{text} {' '.join(str(value) for value in astuple(replace(person, participant_id='')) if value)}"
    report = examine([CandidateFile(f"{person.last_name}.txt", whole.encode(), {"by": person.first_name})], [person])
    told = (repr(report) + json.dumps(report.to_json())).lower()
    for field in FIELDS:
        assert getattr(person, field).lower() not in told
    assert len(report.findings) > 5


@settings(max_examples=300)
@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.json", "a.csv", "a.docx", "a"]))
def test_any_bytes_give_a_report(data, name):
    report = examine([CandidateFile(name, data)], [Person("p", first_name="Siobhan")])
    assert report.files == 1


@settings(max_examples=300)
@given(st.text(max_size=300))
def test_any_text_gives_a_report(text):
    data = text.encode("utf-8", "surrogatepass")
    assert examine([CandidateFile("a.txt", data)], [Person("p", first_name="Siobhan")]).files == 1
