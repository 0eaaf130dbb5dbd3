"""Canaries where things go wrong: dropped files that cannot be read, whose names and first rows are a person's."""

import io
import os
import time
from pathlib import Path

import openpyxl
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from lethe.agency import Agency

FIRST_NAME, LAST_NAME, PHONE = "Quillonia", "Vantreight", "07700 900877"
NAME = f"{FIRST_NAME} {LAST_NAME}"
CANARIES = (FIRST_NAME, LAST_NAME, PHONE, PHONE.replace(" ", ""))
QUESTION = f"How did {NAME} ({PHONE}) treat you?"


def drop_unreadable_files(agency: Agency, home: Path, session: str) -> int:
    """Surveys without their header row, and what are no transcripts, of `<study>/<session>`; how many there are."""
    study = session.partition("/")[0]
    surveys = {
        "a.csv": f'"{NAME}",{PHONE}\r\n"{NAME}",x,y\r\n'.encode(),
        "b.csv": f'"{NAME}",{PHONE}\r\nx,y\r\n'.encode(),
        "c.tsv": f"{NAME}\t{NAME}\r\nx\ty\r\n".encode(),
        "d.xlsx": _workbook(),
        "e.parquet": _parquet(pa.table({f"{NAME}, {PHONE}": [{NAME: "x"}]})),
        "f.parquet": _parquet(pa.Table.from_pandas(pd.DataFrame({NAME: ["\x01"]}))),
        "g.sav": f"$FL2@(#) {NAME}".encode() * 20,
    }
    transcripts = {
        "h.vtt": f"WEBVTT\n\n{NAME} --> {PHONE}\n<v {NAME}>It is I.\n".encode(),
        "i.srt": f"1\n{NAME}\n".encode(),
        "j.json": f'{{"segments": "{NAME}", "{PHONE}": '.encode(),
        "k.docx": NAME.encode(),
        "l.txt": NAME.encode() + b"\xff\xfe\x00",
    }
    for name, data in surveys.items():
        _drop(agency, home, "survey-inbox", f"{study}/{NAME} {name}", data)
    for name, data in transcripts.items():
        _drop(agency, home, "session-inbox", f"{session}/{NAME} {name}", data)
    _drop(agency, home, "session-inbox", f"{NAME}/{PHONE}/m.vtt", b"WEBVTT\n\n00:00.000 --> 00:01.000\nhi\n")
    return len(surveys) + len(transcripts) + 1


def drop_survey_with_a_question_of_no_role(agency: Agency, home: Path, study: str, participants: list[str]) -> None:
    """A survey that can be read, one question of which names a person."""
    rows = [f"{participant},{agency.today()},well\r\n" for participant in participants]
    data = f'participant_id,answered_at,"{QUESTION}"\r\n{"".join(rows)}'.encode()
    _drop(agency, home, "survey-inbox", f"{study}/{NAME}.csv", data)


def _drop(agency: Agency, home: Path, store_id: str, key: str, data: bytes) -> None:
    """As one that has lain there for a minute: a file just written may not be whole, and is left alone."""
    agency.store(store_id).put(key, data)
    (path,) = (path for path in (home / "storage").rglob(Path(key).name) if key in str(path))
    before = time.time() - 60
    os.utime(path, (before, before))


def _workbook() -> bytes:
    book = openpyxl.Workbook()
    for row in ([NAME, PHONE], ["=1+1", "x"]):
        book.worksheets[0].append(row)
    book.worksheets[0].title = NAME
    book.properties.creator = NAME
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def _parquet(table: pa.Table) -> bytes:
    packed = io.BytesIO()
    pq.write_table(table, packed)
    return packed.getvalue()
