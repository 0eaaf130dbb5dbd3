"""What the survey platforms' header rows become, in text files and workbooks alike."""

import pytest

from anonymizers.tables import TableError, read_table
from anonymizers.tables.layouts import unique
from tests.anonymizers.tables.building import QUALTRICS, SURVEYMONKEY, cells, csv_bytes, names, xlsx


def test_qualtrics_names_texts_and_import_ids_are_three_header_rows() -> None:
    table = read_table(csv_bytes(QUALTRICS, encoding="utf-8-sig"), ".csv")
    assert table.platform == "qualtrics"
    assert names(table) == QUALTRICS[0]
    assert [column.label for column in table.columns] == QUALTRICS[1]
    assert cells(table) == QUALTRICS[3:]
    assert table.left_out == ("1 row of import ids",)
    assert [column.kind.value for column in table.columns] == ["datetime", "text", "text", "text", "integer", "text"]


def test_qualtrics_tsv_in_utf16_is_read_alike() -> None:
    table = read_table(csv_bytes(QUALTRICS, "\t", "utf-16"), ".tsv")
    assert (table.platform, cells(table)) == ("qualtrics", QUALTRICS[3:])


def test_qualtrics_workbook_has_two_header_rows() -> None:
    table = read_table(xlsx([*QUALTRICS[:2], *QUALTRICS[3:]]), ".xlsx")
    assert (table.platform, cells(table)) == ("qualtrics", QUALTRICS[3:])
    assert [column.label for column in table.columns] == QUALTRICS[1]


def test_ragged_row_below_three_header_rows_is_named_by_its_line() -> None:
    with pytest.raises(TableError, match="line 6: 1 cells where the header has 6"):
        read_table(csv_bytes([*QUALTRICS, ["x"]]), ".csv")


@pytest.mark.parametrize("made", ["csv", "xlsx"])
def test_surveymonkey_questions_stand_over_their_choices(made: str) -> None:
    data = csv_bytes(SURVEYMONKEY) if made == "csv" else xlsx([[cell or None for cell in row] for row in SURVEYMONKEY])
    table = read_table(data, f".{made}")
    assert table.platform == "surveymonkey"
    assert names(table) == [
        *("Respondent ID", "Collector ID", "IP Address", "How was it?"),
        *("Which do you use? - App", "Which do you use? - Web", "Which do you use? - Other (please specify)"),
        "Any comment?",
    ]
    assert table.columns[5].label == "Which do you use?"
    assert cells(table) == SURVEYMONKEY[2:]


def test_surveymonkey_names_that_come_again_are_numbered() -> None:
    rows = [
        ["Respondent ID", "Collector ID", "Which?", "", "Which?", ""],
        ["", "", "App", "Other", "App", "Other"],
        ["1", "2", "a", "b", "c", "d"],
    ]
    assert names(read_table(csv_bytes(rows), ".csv"))[2:] == [
        *("Which? - App", "Which? - Other", "Which? - App (2)", "Which? - Other (2)"),
    ]


def test_surveymonkey_with_one_header_row_keeps_its_first_answer() -> None:
    rows = [["Respondent ID", "Collector ID", "How was it?"], ["114", "22", "Good"]]
    assert cells(read_table(csv_bytes(rows), ".csv")) == rows[1:]


def test_typeform_is_known_by_its_own_columns_and_its_others_are_numbered() -> None:
    rows = [
        [
            "#",
            "What is your name?",
            "App",
            "Other",
            "Email",
            "Other",
            "Start Date (UTC)",
            "Submit Date (UTC)",
            "Network ID",
        ],
        ["a1b2", "Tom Okafor", "App", "", "Email", "Fax", "2026-03-04 10:05:00", "2026-03-04 10:06:00", "9f8e"],
    ]
    table = read_table(csv_bytes(rows), ".csv")
    assert table.platform == "typeform"
    assert names(table)[3:6] == ["Other", "Email", "Other (2)"]
    assert cells(table) == rows[1:]


@pytest.mark.parametrize("first", ["Timestamp", "Horodateur", "Zeitstempel", "Marca temporal"])
def test_google_forms_is_known_by_its_first_column(first: str) -> None:
    rows = [[first, "How easy was it? "], ["04/03/2026 10:05:00", "4"], ["14/03/2026 10:05:00", "5"]]
    table = read_table(csv_bytes(rows), ".csv")
    assert (table.platform, names(table)) == ("google_forms", [first, "How easy was it?"])
    assert table.columns[0].kind.value == "datetime"


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (
            [
                "id. Response ID",
                "submitdate. Date submitted",
                "lastpage. Last page",
                "G01Q01. Your job?",
                "G02[SQ1]. Use? [App]",
            ],
            ["id", "submitdate", "lastpage", "G01Q01", "G02[SQ1]"],
        ),
        (
            ["id", "submitdate", "lastpage", "startlanguage", "G01Q01"],
            ["id", "submitdate", "lastpage", "startlanguage", "G01Q01"],
        ),
        (
            ["Response ID", "Date submitted", "Last page", "Start language", "Your job?"],
            ["Response ID", "Date submitted", "Last page", "Start language", "Your job?"],
        ),
    ],
)
def test_limesurvey_codes_are_names_and_texts_labels(header: list[str], expected: list[str]) -> None:
    table = read_table(csv_bytes([header, ["1", "2026-03-04 10:05:00", "3", "en", "nurse"]], ";"), ".csv")
    assert (table.platform, names(table)) == ("limesurvey", expected)
    if header[0] == "id. Response ID":
        assert [column.label for column in table.columns][3:] == ["Your job?", "Use? [App]"]


def test_plain_file_with_some_of_a_platforms_words_stays_plain() -> None:
    assert read_table(b"id,Timestamp,note\n1,2,3\n", ".csv").platform == "csv"


def test_numbered_names_avoid_those_that_are_there() -> None:
    assert unique(["a", "a", "a (2)", "a", ""]) == ["a", "a (3)", "a (2)", "a (4)", ""]
