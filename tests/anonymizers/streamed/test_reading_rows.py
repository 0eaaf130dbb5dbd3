"""The rows of a file in chunks: what `read_table` reads, and what it refuses, without the whole file in memory."""

from collections.abc import Callable
from itertools import chain
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from anonymizers.streamed.rows import CsvRows
from anonymizers.tables import TableError, read_table

QUALTRICS = (
    b"StartDate,ResponseId,Q1\r\nStart Date,Response ID,How easy?\r\n"
    b'"{""ImportId"":""startDate""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}"\r\n2026-03-04,R_1,4\r\n'
)
FILES = {
    "plain": b"id,ease\n1,2\n3,4\n",
    "a header alone": b"id,ease\n",
    "semicolons and a comma in a cell": b"id;ease\n1;2,5\n3;4,5\n",
    "quoted line ends": b'id,ease\r\n1,"two\r\nlines"\r\n2,"a ""word"""\r\n',
    "blank lines and empty rows": b"id,ease\n\n1,2\n,\n\n3,4\n",
    "a title above the header": b"Our survey,,\n,,\nid,ease,plan\n1,2,3\n",
    "a hint for spreadsheets": b'sep=;\r\n"id";"ease"\r\n1;2\r\n',
    "an empty column without a header": b"id,ease,\n1,2,\n3,4,\n",
    "question texts and import ids": QUALTRICS,
    "UTF-16": "id\tease\n1\té\n".encode("utf-16"),
    "UTF-8 with a mark": "id,ease\n1,é\n".encode("utf-8-sig"),
    "Windows-1252": "id,ease\n1,é\n".encode("cp1252"),
    "Windows-1252 known late": b"id,ease\n" + b"1,plain\n" * 150_000 + b"1,\xe9\n",
    "old line ends": b"id,ease\r1,2\r3,4\r",
}
REFUSED = {
    "empty": b"",
    "blank": b" \n \n",
    "a zip": b"PK\x03\x04id,ease\n",
    "HTML": b"  <html><body>id,ease</body></html>",
    "JSON": b'[{"id": 1}]',
    "a control character": b"id,ease\n1,2\n3,\x01\n",
    "bytes of no encoding": b"id,ease\n1,2\n3,\x81\n",
    "half a character": "id,ease\n1,2\n".encode("utf-16")[:-1],
    "a ragged row": b"id,ease\n1,2\n3,4,5\n",
    "a quote that does not close": b'id,ease\n1,2\n3,"4\n',
    "a header twice": b"id,ease,id\n1,2,3\n",
    "a column without a header": b"id,ease,\n1,2,3\n",
    "no header": b"\n".join([b",,"] * 30) + b"\n1,2,3\n",
    "an answer for a header": b"Our survey,,\n2026-01-01,a@example.com,5\n1,2,3\n",
}


def rows_of(data: bytes, folder: Path, rows_a_chunk: int = 2) -> tuple[list[str], list[list[str]]]:
    path = folder / "answers.csv"
    path.write_bytes(data)
    with CsvRows(path, lambda _: None) as source:
        return source.names, [list(row) for row in chain.from_iterable(source.chunks(rows_a_chunk))]


def outcome(read: Callable[[], pd.DataFrame]) -> pd.DataFrame | TableError:
    try:
        return read()
    except TableError as error:
        return error


@pytest.mark.parametrize("data", FILES.values(), ids=FILES.keys())
def test_a_file_is_read_as_read_table_reads_it(data: bytes, tmp_path: Path) -> None:
    frame = read_table(data, ".csv").frame
    assert rows_of(data, tmp_path) == (list(frame.columns), frame.to_numpy().tolist())


@pytest.mark.parametrize("data", REFUSED.values(), ids=REFUSED.keys())
def test_a_file_that_read_table_refuses_is_refused_in_its_words(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(TableError) as whole:
        read_table(data, ".csv")
    with pytest.raises(TableError) as streamed:
        rows_of(data, tmp_path)
    assert str(streamed.value) == str(whole.value)


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from('ab1;,\t| "\n\ré'), max_size=40))
@example("a,b\n")
def test_any_text_is_read_or_refused_as_by_read_table(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("rows")
    data = text.encode()
    whole = outcome(lambda: read_table(data, ".csv").frame)
    if isinstance(whole, TableError):
        # Of two faults either may be told.
        with pytest.raises(TableError):
            rows_of(data, folder)
    else:
        assert rows_of(data, folder) == (list(whole.columns), whole.to_numpy().tolist())


def test_the_file_can_be_read_again_and_is_told_how_far(tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    path.write_bytes(b"id,ease\n" + b"1,2\n" * 10)
    examined: list[int] = []
    with CsvRows(path, examined.append) as source:
        assert [len(chunk) for chunk in source.chunks(4)] == [4, 4, 2]
        assert [len(chunk) for chunk in source.chunks(20)] == [10]
        assert source.read() == path.stat().st_size == examined[-1]
