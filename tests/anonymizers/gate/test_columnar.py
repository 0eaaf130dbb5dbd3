"""Parquet and SPSS files: a name in any corner of one blocks, and what cannot be read blocks too."""

import io
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet
import pyreadstat
import pytest

from anonymizers.gate import CandidateFile, GateReport, examine
from anonymizers.people import Person

PEOPLE = (Person("p-1", first_name="Siobhan", last_name="Abernathy", phone="07700 900123"),)


def asked(data: bytes, name: str) -> GateReport:
    return examine([CandidateFile(name, data)], PEOPLE)


def parquet(frame: pd.DataFrame, metadata: dict[str, str] | None = None) -> bytes:
    table = pa.Table.from_pandas(frame, preserve_index=False).replace_schema_metadata(metadata)
    packed = io.BytesIO()
    pyarrow.parquet.write_table(table, packed)
    return packed.getvalue()


def sav(folder: Path, frame: pd.DataFrame, **said: object) -> bytes:
    path = folder / "made.sav"
    pyreadstat.write_sav(frame, str(path), **said)
    return path.read_bytes()


FINE = pd.DataFrame({"ease": [4.0, 5.0], "comment": ["works well", "too slow"]})
NAMED = pd.DataFrame({"ease": [4.0, 5.0], "comment": ["works well", "ask Siobhan Abernathy"]})


def test_tables_without_anybody_pass(tmp_path: Path) -> None:
    assert asked(parquet(FINE), "survey.parquet").passed
    assert asked(sav(tmp_path, FINE), "survey.sav").passed


def test_a_name_in_a_cell_blocks(tmp_path: Path) -> None:
    assert not asked(parquet(NAMED), "survey.parquet").passed
    assert not asked(sav(tmp_path, NAMED), "survey.sav").passed


def test_a_name_in_a_header_or_in_metadata_blocks(tmp_path: Path) -> None:
    assert not asked(parquet(FINE.rename(columns={"ease": "Siobhan Abernathy"})), "survey.parquet").passed
    assert not asked(parquet(FINE, {"made by": "Siobhan Abernathy"}), "survey.parquet").passed


@pytest.mark.parametrize(
    "said",
    [
        {"file_label": "of Siobhan Abernathy"},
        {"note": "call Siobhan Abernathy"},
        {"column_labels": ["How easy for Siobhan Abernathy?", "Why?"]},
        {"variable_value_labels": {"ease": {4.0: "as Siobhan Abernathy", 5.0: "easy"}}},
    ],
)
def test_a_name_beside_the_cells_of_an_spss_file_blocks(tmp_path: Path, said: dict[str, object]) -> None:
    assert not asked(sav(tmp_path, FINE, **said), "survey.sav").passed


@pytest.mark.parametrize("data", [b"PAR1 Siobhan PAR1", b"$FL2@(#) SPSS DATA FILE Siobhan", b"$FL3"])
def test_what_only_looks_like_one_blocks(data: bytes) -> None:
    report = asked(data, "survey.parquet")
    assert {finding.kind for finding in report.findings} == {"unreadable"}
    assert not report.passed
