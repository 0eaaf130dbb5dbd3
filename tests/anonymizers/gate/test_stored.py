"""A table that lies in a file is examined as its bytes would be, a little at a time."""

import csv
import io
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anonymizers.gate import CandidateFile, GateError, GateReport, StoredFile, TableRule, examine, table_search
from anonymizers.gate import cells as cells_module
from anonymizers.gate.counting import Found
from anonymizers.gate.identities import Index
from anonymizers.gate.report import Severity
from anonymizers.gate.stored import StoredText
from anonymizers.gate.table_search import search_table
from anonymizers.gate.vocabulary import lexicon_of
from anonymizers.people import Person

LANGUAGES = ("en", "fr", "de", "es")
PIECES = [
    "", "", "no", "it was fine", "Siobhan", "Abernathy", "Siobhan Abernathy", "Mrs", "Will", "will", "Brown", "May",
    "may", "Grace", "O'Brien", "Mark", "Rose", "said", "my son", "I", "The", "name is", "07700", "900123", "900 123",
    "7700900123", "0770", "7", "3", "10", "1984", "84", "March", "7 March", "march the", "of", "November 23", "23",
    "LS6", "2AB", "LS", "6", "2", "AB", "M1", "1AA", "10115", "Berlin", "post code", "Leeds", "nurse", "at", "gmail",
    "dot", "com", "dot com", "@example.com", "siobhan.ab42", "siobhan.ab42@example.com", "ab42", "w.brown", "example",
    "S", "h", "i", "s h i v", "S-H-I-V", "M", "A", "Y", "a m y", "double", "double seven", "oh seven", "seven", "one",
    "nineteen", "eighty four", "and", "er", "P-7K2Q", "P-0089KFZC", "55779911", "5577", "9911", "20-00-00", "4111",
    "4111 1111 1111 1111", "GB29 NWBK 6016 1331 9268 19", "+44 20 7946", "0123", "12", "Acacia", "Avenue", "12 Acacia",
    "Brightwell", "Bank", "Brightwell Bank", "<b>Ja</b>ne", "Sio<i>bhan</i>", "Sio\u200bbhan", "Aber-\nnathy", "Aber-",
    "nathy", "&amp;", "&#83;iobhan", "%53iobhan", "\\u0053iobhan", "a\rb", "\r", "x\n", "\n", " ", "\t", "=1+1", ",",
    "data:image/png;base64,", "Siobhaen", "S\u0456obhan", "Hauptstr", "Hauptstra\u00dfe 5", "JaneDoe", "WillBrown",
    "sunflower77", "xsiobhanabernathyx", "Participant 1", "(", "\u201cMark", "!", "...", "dot point at", "four",
]  # fmt: skip
HEADERS = ["participant_id", "age", "diet", "comment", "name", "post code", "author", "rating"]
cells = st.lists(st.sampled_from(PIECES), min_size=0, max_size=3).flatmap(
    lambda parts: st.sampled_from([" ", ", ", ". ", ""]).map(lambda mark: mark.join(parts))
)


@st.composite
def grids(draw: st.DrawFn) -> list[list[str]]:
    header = draw(st.lists(st.sampled_from(HEADERS), min_size=1, max_size=5))
    row = st.lists(cells, min_size=len(header), max_size=len(header))
    return [header, *draw(st.lists(row, max_size=12))]


def packed(rows: list[list[str]], delimiter: str = ",") -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode()


@pytest.fixture(scope="session")
def index(people: tuple[Person, ...]) -> Index:
    return Index(people, ("Brightwell",), lexicon_of(("en", "fr", "de", "es")))


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("stored") / "candidate"


@pytest.fixture
def both(people: tuple[Person, ...], place: Path) -> Callable[..., tuple[GateReport, GateReport]]:
    """The reports on some bytes, held and stored."""

    def asked(
        data: bytes, name: str = "survey.csv", tables: tuple[TableRule, ...] = ()
    ) -> tuple[GateReport, GateReport]:
        place.write_bytes(data)
        options = {"keep": ("Brightwell",), "languages": ("en", "fr", "de", "es"), "tables": tables}
        held = examine([CandidateFile(name, data, {"by": "Will Brown"})], people, **options)  # type: ignore[arg-type]
        stored = examine([StoredFile(name, place, {"by": "Will Brown"})], people, **options)  # type: ignore[arg-type]
        return held, stored

    return asked


def content(report: GateReport) -> Found:
    return Counter(
        {(one.kind, one.severity, one.person_ref): one.count for one in report.findings if one.where == "content"}
    )


@settings(max_examples=200, deadline=None)
@given(rows=grids(), window=st.sampled_from([1, 1, 40, 200, 4_000]))
def test_what_cells_show_is_what_their_bytes_show_whatever_the_window(people, index, place, rows, window) -> None:  # type: ignore[no-untyped-def]
    data = packed(rows)
    place.write_bytes(data)
    held = examine(
        [CandidateFile("survey.csv", data)], people, keep=("Brightwell",), languages=("en", "fr", "de", "es")
    )
    stored = search_table(StoredText(place, lambda _: None), "", index, window=window)
    assert stored == content(held)


@pytest.mark.parametrize(
    ("cells", "kind", "person"),
    [
        (["Siobhan", "Abernathy"], "full_name", "p-rare"),
        (["Brown", "Will"], "full_name", "p-word"),
        (["Mrs", "Will"], "first_name", "p-word"),
        (["12", "Acacia", "Avenue"], "street", "p-rare"),
        (["LS6", "2AB"], "postcode", "p-rare"),
        (["0", "7", "7", "0", "0", "9", "0", "0", "1", "2", "3"], "phone", "p-rare"),
        (["double seven", "double oh", "nine", "double oh", "one two", "three"], "phone", "p-rare"),
        (["double", "seven", "double", "oh", "nine", "double", "oh", "one two", "three"], "phone", "p-rare"),
        (["double", "7 00 900123"], "phone", "p-rare"),
        (["7", "March", "1984"], "birth_date", "p-rare"),
        (["March", "7", "1984"], "birth_date", "p-rare"),
        (["7/3/19", "84"], "birth_date", "p-rare"),
        (["siobhan dot", "ab forty two", "at example", "dot com"], "email", "p-rare"),
        (["w.brown@", "example", "net"], "email", "p-word"),
        (["LS 6 two", "AB"], "postcode", "p-rare"),
        (["four", "111111", "111111", "111"], "any_card", ""),
        (["4111111", "11111111", "one"], "any_card", ""),
        (["s", "i o", "b h a", "n"], "first_name", "p-rare"),
        (["S for sugar", "H for hat", "I for ink", "V for van"], "preferred_name", "p-rare"),
    ],
)
@pytest.mark.parametrize("window", [1, 4_000])
def test_what_stands_in_cells_side_by_side_is_found_as_in_the_bytes(
    people: tuple[Person, ...], index: Index, place: Path, cells: list[str], kind: str, person: str, window: int
) -> None:
    data = packed([["comment"], *([cell] for cell in ("thing", *cells, "thing"))])
    place.write_bytes(data)
    held = examine([CandidateFile("survey.csv", data)], people, keep=("Brightwell",), languages=LANGUAGES)
    stored = search_table(StoredText(place, lambda _: None), ",", index, window=window)
    assert stored == content(held)
    assert stored[kind, "block", person] == 1


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        (["7", "March"], ("birth_day", "count", "p-rare")),
        # All words around it have capitals, so that its own says nothing.
        (["Big Red Will", "Good Day"], ("first_name", "review", "p-word")),
    ],
)
def test_cells_side_by_side_may_show_less_than_each_alone(
    people: tuple[Person, ...], index: Index, place: Path, cells: list[str], found: tuple[str, Severity, str]
) -> None:
    data = packed([["comment"], *([cell] for cell in cells)])
    place.write_bytes(data)
    held = examine([CandidateFile("survey.csv", data)], people, keep=("Brightwell",), languages=LANGUAGES)
    stored = search_table(StoredText(place, lambda _: None), ",", index)
    assert stored == content(held) == {found: 1}


def test_a_repeated_cell_is_searched_once(index: Index, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place.write_bytes(packed([["comment", "rating"], *(["it was fine in Leeds", "4"] for _ in range(2_000))]))
    searched: list[str] = []
    real = cells_module.found_in_page
    monkeypatch.setattr(
        cells_module, "found_in_page", lambda page, *rest: searched.append(page.text) or real(page, *rest)
    )
    monkeypatch.setattr(table_search, "found_in_page", lambda *_: pytest.fail("cells were read together"))
    found = search_table(StoredText(place, lambda _: None), "", index)
    assert found == {("city", "count", "p-rare"): 2_000}
    assert len(searched) == 4


def test_cells_with_nothing_in_common_are_not_remembered_without_bound(index: Index) -> None:
    known = cells_module.Cells("prose", index)
    known.of([f"{number} " + "x" * 500 for number in range(50)])
    assert known._of_text.cache_info().currsize == 0
    assert known._of_text.cache_info().maxsize == cells_module.MOST_CELLS


RULE = TableRule("survey.csv", "participant_id", ("age", "name"), ("diet",), k=2)
alike = st.sampled_from(["20", "30", "*", "", "vegan", "kosher"])


@settings(max_examples=100, deadline=None)
@given(
    rows=st.lists(st.tuples(st.sampled_from(["P-1", "P-2", "P-3", "P-4"]), alike, alike, alike).map(list), max_size=12),
    delimiter=st.sampled_from([",", ",", ",", ";", "\t"]),
    name=st.sampled_from(["survey.csv", "survey.CSV", "survey.tsv"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]),
    broken=st.sampled_from([b"", b"", b"", b'"', b"a,b\r\n", b"\x00", b"\xff"]),
)
def test_reports_are_the_same_held_and_stored(both, rows, delimiter, name, encoding, broken) -> None:  # type: ignore[no-untyped-def]
    text = packed([["participant_id", "age", "name", "diet"], *rows], delimiter).decode()
    held, stored = both(text.encode(encoding) + broken, name, (RULE, TableRule("survey.tsv", "age", ("diet",))))
    assert stored == held


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"participant_id\n",
        b"PK\x03\x04 no zip",
        b"%PDF-1.7",
        b"PAR1",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"a\rb,c",
    ],
)
def test_what_is_no_table_is_answered_as_its_bytes_are(both, data: bytes) -> None:  # type: ignore[no-untyped-def]
    held, stored = both(data, tables=(RULE,))
    assert stored == held


@pytest.mark.parametrize("name", ["survey.json", "survey.txt", "survey"])
def test_what_is_no_delimited_table_is_read_whole(both, name: str) -> None:  # type: ignore[no-untyped-def]
    held, stored = both(b'{"comment": "Siobhan Abernathy"}', name)
    assert stored == held
    assert ("full_name", "block", "p-rare") in content(held)


def test_a_label_in_small_letters_names_somebody_in_a_stored_table_wherever_it_stands(both) -> None:  # type: ignore[no-untyped-def]
    held, stored = both(packed([["comment"], ["will: no"]]))
    assert set(content(held)) == {("first_name", "review", "p-word")}
    assert set(content(stored)) == {("first_name", "block", "p-word")}
    held, stored = both(packed([["comment"], ["will: no"], ["will: yes"]]))
    assert stored == held


def test_a_label_with_a_capital_names_somebody_held_and_stored(both) -> None:  # type: ignore[no-untyped-def]
    held, stored = both(packed([["comment"], ["Mark: no"], ["so"]]))
    assert stored == held
    assert ("first_name", "block", "p-short") in content(held)


@pytest.mark.parametrize("reading", [0, 1, 2])
def test_a_file_that_changes_while_it_is_examined_has_not_passed(people, place, reading: int) -> None:  # type: ignore[no-untyped-def]
    place.write_bytes(packed([["participant_id", "age", "name", "diet"], *(["P-1", "30", "", ""] for _ in range(100))]))
    begun = 0
    size = place.stat().st_size

    def change(done: int, total: int) -> None:
        nonlocal begun
        assert total == 3 * size
        if begun == 0 and done >= reading * size:
            begun = 1
            place.write_bytes(place.read_bytes().replace(b"30", b"31"))

    with pytest.raises(GateError, match="changed while it was examined"):
        examine([StoredFile("survey.csv", place)], people, tables=[RULE], progress=change)


def test_a_file_that_is_not_there_has_not_passed_and_is_not_named(people, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(GateError, match="cannot be read") as refused:
        examine([StoredFile("survey.csv", tmp_path / "Siobhan.csv")], people)
    assert "Siobhan" not in str(refused.value)


def test_progress_grows_to_its_total(people, place) -> None:  # type: ignore[no-untyped-def]
    place.write_bytes(packed([["participant_id", "age", "name", "diet"], *(["P-1", "30", "", ""] for _ in range(100))]))
    told: list[tuple[int, int]] = []
    examine([StoredFile("survey.csv", place)], people, progress=lambda done, total: told.append((done, total)))
    done = [one for one, _ in told]
    assert done == sorted(done)
    assert told[-1] == (2 * place.stat().st_size, 2 * place.stat().st_size)
