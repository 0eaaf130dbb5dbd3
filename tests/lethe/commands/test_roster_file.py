"""The roster of `lethe anonymise` as people's spreadsheets really write it, and what is refused without quoting it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymizers.people import ROSTER_COLUMNS
from lethe.commands.folder.roster import read_roster
from lethe.commands.terminal import UsageError

PLAIN = (
    "participant_id,first_name,last_name,date_of_birth,speaker_label,role\np1,Zoë,O'Brien,1984-03-07,Zoë,participant\n"
)


@pytest.fixture
def roster(tmp_path):
    def read(content: str | bytes):
        path = tmp_path / "roster.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_roster(path)

    return read


@pytest.mark.parametrize(
    "data",
    [
        PLAIN.encode(),
        PLAIN.encode("utf-8-sig"),
        PLAIN.encode("cp1252"),
        PLAIN.encode("utf-16"),
        PLAIN.replace(",", ";").encode("utf-8-sig"),
        PLAIN.replace(",", "\t").encode("utf-16"),
        PLAIN.replace("\n", "\r\n").encode(),
        PLAIN.replace("\n", "\r").encode(),
        PLAIN.replace("first_name", " First Name ").replace("date_of_birth", "Date-of-Birth").encode(),
        PLAIN.replace("1984-03-07", "07/03/1984").encode(),
        PLAIN.replace("1984-03-07", "7.3.1984").encode(),
        PLAIN.replace("Zoë", "Zoe\u0308").encode(),
        (PLAIN + "\n,,,,,\n").encode(),
        PLAIN.replace("role\n", "role,\n").encode(),
    ],
)
def test_however_a_spreadsheet_writes_it_the_person_is_the_same(roster, data):
    (person,) = roster(data).people
    assert (person.participant_id, person.first_name, person.last_name) == ("p1", "Zoë", "O'Brien")
    assert person.date_of_birth == "1984-03-07"
    assert person.role == "participant"
    assert {label.replace("e\u0308", "ë") for label in person.speaker_labels} == {"Zoë"}


@given(data=st.data())
def test_any_columns_in_any_order_give_the_values_under_them(tmp_path, data):
    columns = data.draw(
        st.lists(st.sampled_from([c for c in ROSTER_COLUMNS if c != "date_of_birth"]), unique=True, min_size=1)
    )
    values = data.draw(
        st.lists(st.text("abc ,;\"'é", min_size=1).filter(str.strip), min_size=len(columns), max_size=len(columns))
    )
    quoted = ",".join('"' + value.replace('"', '""') + '"' for value in values)
    path = tmp_path / "any.csv"
    path.write_text(",".join(columns) + "\n" + quoted + "\n", encoding="utf-8")
    (person,) = read_roster(path).people
    assert [getattr(person, column) for column in columns] == [value.strip() for value in values]


def test_rows_without_an_id_get_one_by_their_position(roster):
    found = roster("first_name\nMaeve\n\nOtis\n")
    assert [person.participant_id for person in found.people] == ["roster-row-0001", "roster-row-0003"]
    assert list(found.lines.values()) == [2, 4]


def test_lines_count_through_quoted_line_breaks(roster):
    found = roster('participant_id,street\np1,"1 High St\nFlat 2"\np2,x\n')
    assert found.lines == {"p1": 2, "p2": 4}


def test_rows_of_one_person_add_their_speaker_labels(roster):
    found = roster("participant_id,first_name,speaker_label\np1,Maeve,Guest 1|Maeve\np1,Maeve,Guest 7\n")
    assert found.people[0].speaker_labels == ("Guest 1", "Maeve", "Guest 7")
    assert set(found.speakers) == {"Guest 1", "Maeve", "Guest 7"}


def test_a_speaker_label_that_two_people_share_names_neither(roster):
    found = roster("participant_id,speaker_label\np1,Guest|One\np2,Guest\n")
    assert set(found.speakers) == {"One"}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("participant_id,fist_name\np1,Maeve\n", "column 2: 'fist_name' is not known. Did you mean 'first_name'?"),
        ("participant_id,shoe size\np1,Maeve\n", "column 2: 'shoe size' is not known. Known: "),
        ("first_name,First Name\nMaeve,Maeve\n", "'first_name' more than once"),
        ("first_name,role\nMaeve,boss\n", "line 2: the role must be one of participant, moderator, observer"),
        ("first_name,date_of_birth\nMaeve,3/17/1984\n", "line 2: date_of_birth is not a date"),
        ("first_name,date_of_birth\nMaeve,Maeve's\n", "line 2: date_of_birth is not a date"),
        ("first_name,phone\nMaeve,4.47701E+11\n", "line 2: a spreadsheet has turned phone into a number"),
        ("first_name,city\nMaeve,York,UK\n", "line 2: more values than columns"),
        ("participant_id,first_name\np1,Maeve\np1,Otis\n", "line 3: the participant_id of line 2 again"),
        ('first_name,city\n"Maeve,York\n', "line 2: a quotation mark stands alone"),
        ("first_name\n", "names nobody"),
        ("first_name\n  \n", "names nobody"),
        ("", "must be a header"),
        ("Maeve,Okonjo,maeve@example.com\n", "must be a header"),
        (b"first_name\nMaeve\x00\n", "not a CSV file"),
        (b"PK\x03\x04\x14\x00\x06\x00", "not a CSV file"),
        ("first_name\nZoë\n".encode() + b"Jos\xe9\n", "neither UTF-8 nor Windows-1252 throughout"),
        (b"first_name\nJos\x81\n", "neither UTF-8 nor Windows-1252 throughout"),
        (b"\xff\xfe\x00", "neither UTF-8 nor Windows-1252 throughout"),
    ],
)
def test_what_cannot_be_relied_on_is_refused_in_words_that_quote_nobody(roster, content, said):
    with pytest.raises(UsageError) as refused:
        roster(content)
    assert said in str(refused.value)
    assert not any(name in str(refused.value) for name in ("Maeve", "Otis", "Okonjo", "York", "boss", "4.477"))


def test_a_person_is_never_shown(roster):
    found = roster(PLAIN)
    assert "Brien" not in repr(found.people)
