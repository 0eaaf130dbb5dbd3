"""A survey file anonymised chunk by chunk: the same bytes as all at once, and nothing half done."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anonymizers.errors import AnonymizerError, FormatError
from anonymizers.formats.survey_csv import write_survey
from anonymizers.masking import Anonymiser, Masked
from anonymizers.pseudonyms import Pseudonyms
from anonymizers.risk import SmallStudy, Thresholds
from anonymizers.streamed import anonymise_survey_file
from anonymizers.survey import ALIKE, ColumnRole, SurveyReport, TableRisk, anonymise_survey
from anonymizers.tables import TableError, read_table

ROLES = {
    "id": ColumnRole.PSEUDONYM,
    "email": ColumnRole.DIRECT,
    "ease": ColumnRole.MEASURE,
    "plan": ColumnRole.MEASURE,
    "age": ColumnRole.QUASI,
    "city": ColumnRole.QUASI,
    "diet": ColumnRole.SENSITIVE,
    "comment": ColumnRole.FREE_TEXT,
    "friend": ColumnRole.PSEUDONYM,
    "token": ColumnRole.IGNORED,
}
_CP1252 = st.text(st.characters(codec="cp1252", categories=["L", "N", "P"]), max_size=12)
_TEXTS = [
    "",
    "it was fine",
    "Siobhan here",
    "ring 07700 900456",
    "=1+1",
    "4",
    "no",
    "Très bien\nmerci",
    "Jürgen; Leeds",
]
_CELLS = {
    "id": st.sampled_from(["q-1", "q-2", "q-3", "q-4", "q-5"]),
    "email": st.just("a@example.com"),
    "ease": st.sampled_from(["", "1", "4", "-3", "Very easy", "Siobhan", "Hard", "=2"]),
    "plan": st.sampled_from(["", "Basic", "Plus", "Niamh Quill"]),
    "age": st.sampled_from(["31", "32", "38", "47", "71", "", "old"]),
    "city": st.sampled_from(["Leeds", "York", "Harrogate", ""]),
    "diet": st.sampled_from(["", "vegan", "kosher", "Siobhan's own", "4"]),
    "comment": st.sampled_from(_TEXTS) | _CP1252,
    "friend": st.sampled_from(["", "q-1", "q-9"]),
    "token": st.sampled_from(["x", "y"]),
}
_RISKS = st.builds(
    TableRisk,
    thresholds=st.builds(
        Thresholds, k=st.integers(2, 3), l=st.integers(1, 2), most_suppressed=st.sampled_from([0, 0.4])
    ),
    small=st.sampled_from([SmallStudy.STRONGER, SmallStudy.AGGREGATES]),
)


def packed(rows: Sequence[Sequence[str]], delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode(encoding)


def roles_in(data: bytes) -> dict[str, ColumnRole]:
    """The roles, without those that tell people apart and are no columns of the table."""
    has = {name for name in ROLES if name.encode() in data or name.encode("utf-16-le") in data}
    return {name: role for name, role in ROLES.items() if role not in ALIKE or name in has}


def at_once(anonymiser: Anonymiser, data: bytes, risk: TableRisk | None = None) -> tuple[bytes, SurveyReport]:
    frame = read_table(data, ".csv").frame
    table, report = anonymise_survey(
        frame, roles_in(data), anonymiser, languages=("en", "fr"), participant_column="id", risk=risk
    )
    return write_survey(table), report


def streamed(
    anonymiser: Anonymiser, data: bytes, folder: Path, risk: TableRisk | None = None, rows_a_chunk: int = 2
) -> tuple[bytes, SurveyReport]:
    source, target = folder / "answers.csv", folder / "anonymised.csv"
    source.write_bytes(data)
    report = anonymise_survey_file(
        source,
        target,
        roles_in(data),
        anonymiser,
        languages=("en", "fr"),
        participant_column="id",
        risk=risk,
        rows_a_chunk=rows_a_chunk,
    )
    assert {one.name for one in folder.iterdir()} == {"answers.csv", "anonymised.csv"}
    return target.read_bytes(), report


class EachAlone(Anonymiser):
    """Masks each text by itself, so that the result says nothing about which texts are masked together."""

    def mask_any(self, texts: Sequence[str], *, languages: Sequence[str]) -> list[Masked]:
        for text in texts:
            if (text, tuple(languages)) not in self.known:
                self.known[text, tuple(languages)] = super().mask_any([text], languages=languages)[0]
        return [self.known[text, tuple(languages)] for text in texts]

    known: ClassVar[dict[tuple[str, tuple[str, ...]], Masked]] = {}


@pytest.fixture(scope="session")
def alone(anonymiser: Anonymiser, pseudonyms: Pseudonyms) -> EachAlone:
    return EachAlone(anonymiser.detection, anonymiser.people, pseudonyms, mode="strict")


@st.composite
def surveys(draw: st.DrawFn) -> bytes:
    columns = ["id", *draw(st.lists(st.sampled_from(sorted(set(_CELLS) - {"id"})), min_size=1, unique=True))]
    columns = draw(st.permutations(columns))
    answers = draw(st.lists(st.tuples(*(_CELLS[name] for name in columns)), min_size=0, max_size=14))
    delimiter = draw(st.sampled_from([",", ";", "\t"]))
    return packed([columns, *answers], delimiter, draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"])))


@settings(max_examples=60, deadline=None)
@given(surveys(), _RISKS, st.sampled_from([2, 2, 2, 1, 5, 20_000]))
def test_the_bytes_and_the_report_are_those_of_the_whole_table_at_once(
    alone: Anonymiser, data: bytes, risk: TableRisk, rows_a_chunk: int
) -> None:
    try:
        expected = at_once(alone, data, risk)
    except AnonymizerError as error:
        refused = str(error)
    else:
        refused = ""
    with TemporaryDirectory() as folder:
        if refused:
            with pytest.raises(AnonymizerError):
                streamed(alone, data, Path(folder), risk, rows_a_chunk)
            assert [one.name for one in Path(folder).iterdir()] == ["answers.csv"]
        else:
            assert streamed(alone, data, Path(folder), risk, rows_a_chunk) == expected


def test_a_small_study_without_measures_is_a_table_without_counts_as_at_once(alone: Anonymiser, tmp_path: Path) -> None:
    risk = TableRisk(Thresholds(k=2, l=1), small=SmallStudy.AGGREGATES)
    expected = at_once(alone, b"id,age\r\nq-1,31\r\n", risk)
    assert streamed(alone, b"id,age\r\nq-1,31\r\n", tmp_path, risk, 20_000) == expected
    assert expected[0] == b"measure,value,count\r\n"


def survey(rows: int = 12) -> bytes:
    people = [f"q-{number // 2}" for number in range(rows)]
    ages = ["31", "32", "33", "34", "71", "72"]
    texts = ["it was fine", "ring 07700 900456", "Siobhan was kind"]
    columns = ["id", "ease", "age", "diet", "comment"]
    answers = [
        [one, ["Easy", "Hard", "4"][at % 3], ages[at % 6], ["vegan", "none"][at % 2], texts[at % 3]]
        for at, one in enumerate(people)
    ]
    return packed([columns, *answers])


def test_a_study_is_anonymised_with_the_anonymiser_of_the_product(anonymiser: Anonymiser, tmp_path: Path) -> None:
    data, report = streamed(anonymiser, survey(), tmp_path, TableRisk(Thresholds(k=2)))
    expected, expected_report = at_once(anonymiser, survey(), TableRisk(Thresholds(k=2)))
    assert data == expected
    assert (report.words_masked, report.levels) == (expected_report.words_masked, expected_report.levels)
    assert b"07700" not in data
    assert b"Siobhan" not in data
    assert b"Easy" in data


def test_each_distinct_cell_is_analysed_once(alone: EachAlone, pseudonyms: Pseudonyms, tmp_path: Path) -> None:
    asked: list[str] = []

    class Counting(EachAlone):
        def mask_any(self, texts: Sequence[str], *, languages: Sequence[str]) -> list[Masked]:
            asked.extend(texts)
            return super().mask_any(texts, languages=languages)

    counting = Counting(alone.detection, alone.people, pseudonyms, mode="strict")
    report = streamed(counting, survey(600), tmp_path, rows_a_chunk=50)[1]
    assert report.cells_analysed == 600
    assert sorted(asked) == sorted(
        {"Easy", "Hard", "vegan", "none", "it was fine", "ring 07700 900456", "Siobhan was kind"}
    )


def test_a_study_of_too_few_people_is_refused_and_an_older_file_stays(anonymiser: Anonymiser, tmp_path: Path) -> None:
    (tmp_path / "anonymised.csv").write_text("older")
    with pytest.raises(AnonymizerError, match="nothing of the survey is anonymised"):
        streamed(anonymiser, survey(4), tmp_path, TableRisk(small=SmallStudy.REFUSE))
    assert (tmp_path / "anonymised.csv").read_text() == "older"


def test_a_ragged_row_is_named_by_its_line_and_nothing_is_written(anonymiser: Anonymiser, tmp_path: Path) -> None:
    with pytest.raises(TableError, match=r"line 14: 2 cells where the header has 5") as caught:
        streamed(anonymiser, survey() + b"q-9,Niamh\r\n", tmp_path)
    assert "Niamh" not in str(caught.value)
    assert [one.name for one in tmp_path.iterdir()] == ["answers.csv"]


def test_a_column_that_tells_people_apart_and_is_absent_is_refused(anonymiser: Anonymiser, tmp_path: Path) -> None:
    source, target = tmp_path / "answers.csv", tmp_path / "anonymised.csv"
    source.write_bytes(b"id,Age (years)\r\nq-1,34\r\n")
    roles = {"id": ColumnRole.PSEUDONYM, "Age": ColumnRole.QUASI, "Age (years)": ColumnRole.FREE_TEXT}
    with pytest.raises(AnonymizerError, match=r"'Age' \(is it column 2\?\)") as refused:
        anonymise_survey_file(source, target, roles, anonymiser, languages=["en"], participant_column="id")
    assert "'Age' (is it 'Age (years)'?)" in refused.value.named
    assert not target.exists()


def test_an_answer_of_nobody_is_refused(anonymiser: Anonymiser, tmp_path: Path) -> None:
    with pytest.raises(AnonymizerError, match="names no participant"):
        streamed(anonymiser, survey() + b",4,31,vegan,no\r\n", tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["answers.csv"]


def test_ids_are_cleaned_and_blank_ones_refused_by_number_as_at_once(anonymiser: Anonymiser, tmp_path: Path) -> None:
    written = "id,ease,friend\r\nZo\u00eb,1, Zo\u00eb\r\nq-2,2,q-2\r\nZoe\u0308 ,3,\r\n".encode()
    assert streamed(anonymiser, written, tmp_path) == at_once(anonymiser, written)
    with pytest.raises(AnonymizerError, match="answer 4 names no participant"):
        streamed(anonymiser, written + b"  ,4,\r\n", tmp_path)


@pytest.mark.parametrize(
    "name", ["Zo\u00eb M\u00fcller", "\u0141ukasz \u017buk", "O\u2019Hara", "\u0410\u043d\u043d\u0430"]
)
def test_a_broken_byte_in_utf_8_is_refused_with_its_line(anonymiser: Anonymiser, tmp_path: Path, name: str) -> None:
    data = f"id,comment\r\nq-1,{name}\r\nq-2,caf".encode() + b"\xe9\r\n"
    for way in (lambda: at_once(anonymiser, data), lambda: streamed(anonymiser, data, tmp_path)):
        with pytest.raises((TableError, FormatError), match=r"line 3.*broken byte") as refused:
            way()
        assert name not in str(refused.value)


def test_a_table_of_which_no_column_is_kept_has_no_rows(anonymiser: Anonymiser, tmp_path: Path) -> None:
    source, target = tmp_path / "answers.csv", tmp_path / "anonymised.csv"
    source.write_bytes(b"id,email\r\nq-1,a@example.com\r\nq-2,b@example.com\r\n")
    roles = {"id": ColumnRole.DIRECT, "email": ColumnRole.DIRECT}
    anonymise_survey_file(source, target, roles, anonymiser, languages=["en"], participant_column="id")
    assert target.read_bytes() == b"\r\n"


def test_a_language_that_cannot_be_judged_is_refused(anonymiser: Anonymiser, tmp_path: Path) -> None:
    (tmp_path / "answers.csv").write_bytes(survey())
    with pytest.raises(AnonymizerError, match="no language"):
        anonymise_survey_file(
            tmp_path / "answers.csv",
            tmp_path / "anonymised.csv",
            ROLES,
            anonymiser,
            languages=[],
            participant_column="id",
        )
    assert not (tmp_path / "anonymised.csv").exists()


def test_chunks_of_no_rows_are_refused(anonymiser: Anonymiser, tmp_path: Path) -> None:
    with pytest.raises(AnonymizerError, match="chunks of 0 rows"):
        streamed(anonymiser, survey(), tmp_path, rows_a_chunk=0)
