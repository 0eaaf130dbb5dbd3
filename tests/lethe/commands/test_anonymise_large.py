"""`lethe anonymise` with a survey too large for memory: the same result, by way of the disk of OUT alone."""

import csv
import io
import json
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from lethe.commands.folder import anonymising, large, report

DETAILS = ("Siobhan", "Neill", "Tobiasz", "Wyrzyk", "example.org", "900123")
ROSTER = (
    "participant_id,first_name,last_name,email,phone,role\r\n"
    "p-17,Siobhan,O'Neill,siobhan.oneill@example.org,07700 900123,participant\r\n"
    "m-01,Tobiasz,Wyrzyk,,,moderator\r\n"
)
COMMENTS = ("Siobhan here, the checkout is fine", "Tobiasz was late", "07700 900123 is my number", "it was fine", "no")
STUDY = (
    "title: Checkout\nclient: brightwell\nsurvey:\n  columns:\n    participant_id: pseudonym\n    age: quasi\n"
    "    ease: measure\n    email: direct\n    comment: free_text\n"
)


def answers(rows: int = 60) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(["participant_id", "age", "ease", "email", "comment"])
    for number in range(rows):
        who = "p-17" if number == 7 else f"q-{number:03}"
        writer.writerow([who, 31 + number % 8, number % 5, f"{who}@example.org", COMMENTS[number % len(COMMENTS)]])
    return text.getvalue().encode()


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """A folder of one survey, a roster and a study."""
    folder = tmp_path / "raw"
    folder.mkdir()
    (folder / "Siobhan.csv").write_bytes(answers())
    (tmp_path / "roster.csv").write_text(ROSTER, encoding="utf-8")
    (tmp_path / "study.yaml").write_text(STUDY)
    return folder


@pytest.fixture
def anonymise(lethe, raw, tmp_path):  # type: ignore[no-untyped-def]
    def run(*options: object, target: str | None = "out", source: Path = raw):  # type: ignore[no-untyped-def]
        out = [tmp_path / target] if target else []
        return lethe("anonymise", source, *out, "--roster", tmp_path / "roster.csv", *options)

    return run


@pytest.fixture
def small_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything of more than a hundred bytes is too large for memory."""
    monkeypatch.setattr(large, "MAX_BYTES", 100)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def beside(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.mark.parametrize("study", [True, False])
@pytest.mark.parametrize("name", ["Siobhan.csv", "Siobhan.tsv"])
def test_the_result_is_that_of_a_small_survey(anonymise, raw, tmp_path, monkeypatch, study, name) -> None:  # type: ignore[no-untyped-def]
    (raw / "Siobhan.csv").rename(raw / name)
    options = ["--key-file", tmp_path / "key", *(["--study", tmp_path / "study.yaml"] if study else [])]
    before = beside(tmp_path) | {"key", "held", "parts"}
    held = anonymise(*options, target="held")
    monkeypatch.setattr(large, "MAX_BYTES", 100)
    parts = anonymise(*options, target="parts")
    assert (held.code, parts.code) == (0, 0), parts.text
    one, other = contents(tmp_path / "held"), contents(tmp_path / "parts")
    reports = [json.loads(found.pop("report.json")) for found in (one, other)]
    assert one == other
    assert len(one) == (2 if study else 1)
    kept = [[file.pop("reasons_kept") for file in report["files"]] for report in reports]
    assert reports[0] == reports[1]
    assert (False in kept[1], False in kept[0]) == (True, False)
    assert held.out == parts.out
    assert beside(tmp_path) == before
    assert not [detail for detail in DETAILS for data in other.values() if detail.encode() in data]
    assert stat.S_IMODE(next((tmp_path / "parts").glob("survey-*")).stat().st_mode) == 0o600


def test_of_a_small_file_of_too_many_cells_too(anonymise, tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(large, "MAX_CELLS", 50)
    assert anonymise("--study", tmp_path / "study.yaml").code == 0
    report = json.loads((tmp_path / "out" / "report.json").read_bytes())
    assert False in [file["reasons_kept"] for file in report["files"]]


def test_people_the_roster_does_not_know_are_counted(anonymise, tmp_path, small_memory) -> None:  # type: ignore[no-untyped-def]
    ran = anonymise("--study", tmp_path / "study.yaml")
    assert "59 survey rows of people who are not on the roster" in ran.err


def test_an_explanation_says_nothing_of_it_and_that_is_said(anonymise, tmp_path, small_memory) -> None:  # type: ignore[no-untyped-def]
    ran = anonymise("--explain", tmp_path / "why.jsonl")
    assert ran.code == 0
    assert "1 survey too large for memory" in ran.err
    assert (tmp_path / "why.jsonl").read_bytes() == b""


def test_without_a_place_for_the_result_it_is_left_out(anonymise, tmp_path, small_memory) -> None:  # type: ignore[no-untyped-def]
    before = beside(tmp_path)
    ran = anonymise("--explain", target=None)
    assert ran.code == 1
    assert "left out: Siobhan.csv: too large for memory, and without OUT" in ran.err
    assert beside(tmp_path) == before


def test_other_formats_keep_their_bound_and_are_told_of_csv(anonymise, raw, tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    with (raw / "large.xlsx").open("wb") as file:
        file.truncate(64 * 2**20 + 1)
    with (raw / "large.vtt").open("wb") as file:
        file.truncate(64 * 2**20 + 1)
    ran = anonymise()
    assert ran.code == 1
    assert "left out: large.xlsx: larger than 64 MiB; save it as .csv, which may be\n" in ran.err
    assert "left out: large.vtt: larger than 64 MiB\n" in ran.err


def test_a_hit_of_the_gate_leaves_nothing_behind(anonymise, tmp_path, small_memory, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    real = anonymising.anonymise_large

    def leak(file, target, *rest):  # type: ignore[no-untyped-def]
        done = real(file, target, *rest)
        assert stat.S_IMODE(target.stat().st_mode) == 0o600
        assert stat.S_IMODE(target.parent.stat().st_mode) == 0o700
        target.write_bytes(target.read_bytes().replace(b"it was fine", b"Siobhan O'Neill"))
        return done

    monkeypatch.setattr(anonymising, "anonymise_large", leak)
    before = beside(tmp_path)
    ran = anonymise("--study", tmp_path / "study.yaml")
    assert ran.code == 3
    assert "file 1: 12 full_name in its content, roster line 2" in ran.err
    assert beside(tmp_path) == before


def test_a_table_in_which_somebody_stands_out_is_held_back(anonymise, tmp_path, small_memory, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    real = anonymising.anonymise_large

    def stand_out(file, target, *rest):  # type: ignore[no-untyped-def]
        done = real(file, target, *rest)
        target.write_bytes(target.read_bytes().replace(b",31,", b",71,", 1))
        return done

    monkeypatch.setattr(anonymising, "anonymise_large", stand_out)
    ran = anonymise("--study", tmp_path / "study.yaml")
    assert ran.code == 3
    assert "1 too_few_alike" in ran.err


def test_what_is_placed_is_what_the_gate_saw(anonymise, tmp_path, small_memory, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    real = report.report_json

    def changed(candidates, *rest):  # type: ignore[no-untyped-def]
        candidates[0].data.write_bytes(candidates[0].data.read_bytes() + b"\r\n")
        return real(candidates, *rest)

    monkeypatch.setattr(report, "report_json", changed)
    before = beside(tmp_path)
    ran = anonymise()
    assert ran.code == 1
    assert "not what was examined; nothing was put into OUT" in ran.err
    assert beside(tmp_path) == before


def test_a_table_that_cannot_be_read_is_left_out_by_its_line(anonymise, raw, tmp_path, small_memory) -> None:  # type: ignore[no-untyped-def]
    (raw / "Siobhan.csv").write_bytes(answers() + b"q-99,Siobhan\r\n")
    before = beside(tmp_path)
    ran = anonymise()
    assert ran.code == 1
    assert "CSV, line 62: 2 cells where the header has 5" in ran.err
    assert beside(tmp_path) == before


def test_a_link_in_its_place_is_not_followed(anonymise, raw, tmp_path, small_memory, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "secret.csv").write_bytes(answers())
    real = anonymising.anonymise_large

    def swap(file, *rest):  # type: ignore[no-untyped-def]
        file.path.unlink()
        file.path.symlink_to(tmp_path / "secret.csv")
        return real(file, *rest)

    monkeypatch.setattr(anonymising, "anonymise_large", swap)
    assert "left out: Siobhan.csv: a link has taken its place" in anonymise().err


def test_a_full_disk_is_told_and_leaves_nothing(anonymise, tmp_path, small_memory, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device", "/somewhere/Siobhan.csv")

    monkeypatch.setattr(large, "anonymise_survey_file", full)
    before = beside(tmp_path)
    ran = anonymise()
    assert ran.code == 1
    assert "No space left on device" in ran.err
    assert "Siobhan" not in ran.err
    assert beside(tmp_path) == before


KILLED = """
import os, signal, sys
from lethe.commands.folder import large
import anonymizers.gate.stored as stored
large.MAX_BYTES = 100
if sys.argv[1] == "gate":
    real, told = stored.StoredText.reading, []
    def reading(self):
        told.append(1)
        if len(told) > 1:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(self)
    stored.StoredText.reading = reading
else:
    from anonymizers.streamed import survey
    def write(file, columns, rows):
        file.write("half"); file.flush(); os.kill(os.getpid(), signal.SIGKILL)
    survey.write_rows = write
from lethe.cli import main
main(sys.argv[2:])
"""


@pytest.mark.parametrize("at", ["gate", "writing"])
def test_a_killed_run_leaves_out_empty_and_a_second_one_succeeds(anonymise, raw, tmp_path, small_memory, at) -> None:  # type: ignore[no-untyped-def]
    arguments = ["anonymise", str(raw), str(tmp_path / "out"), "--roster", str(tmp_path / "roster.csv")]
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, at, *arguments], capture_output=True, env=os.environ, timeout=300, check=False
    )
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert not (tmp_path / "out").exists()
    (left,) = (path for path in tmp_path.iterdir() if path.name.startswith(".out."))
    assert stat.S_IMODE(left.stat().st_mode) == 0o700
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in left.iterdir())
    assert not [detail for data in contents(left).values() for detail in DETAILS if detail.encode() in data]
    ran = anonymise()
    assert ran.code == 0, ran.text
    assert f"{left.name} beside OUT is of a run that was stopped" in ran.err


def test_both_steps_show_their_progress_to_a_person(anonymise, small_memory, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    err = anonymise().err
    assert "anonymising a large survey: 0 of 0 MiB" in err
    assert "the gate reads what would be shared: 0 of 0 MiB" in err


@pytest.mark.parametrize("role", ["direct", "ignored", "measure"])
def test_a_study_that_publishes_no_participant_is_refused_before_anything_is_read(
    anonymise, raw, tmp_path, role
) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "study.yaml").write_text(STUDY.replace("pseudonym", role))
    ran = anonymise("--study", tmp_path / "study.yaml")
    assert ran.code == 2
    assert f"the column 'participant_id' has the role `{role}`" in ran.err
    assert "people cannot be counted in what is published" in ran.err
    assert "Give it the role `pseudonym`" in ran.err
    assert not (tmp_path / "out").exists()


def test_so_is_one_that_names_no_column_of_participants(anonymise, tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "study.yaml").write_text(STUDY.replace("    participant_id: pseudonym\n", ""))
    ran = anonymise("--study", tmp_path / "study.yaml")
    assert ran.code == 2
    assert "no column of `survey.columns` has the role `pseudonym`" in ran.err


def test_a_table_whose_own_pseudonyms_are_others_is_left_out_and_told_why(anonymise, tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "study.yaml").write_text(
        STUDY.replace("participant_id: pseudonym", "participant_id: direct\n    friend: pseudonym")
    )
    ran = anonymise("--study", tmp_path / "study.yaml")
    assert ran.code == 1
    assert "left out: Siobhan.csv: the column 'participant_id' has the role `direct`" in ran.err


def test_a_folder_without_a_survey_needs_no_participant_column(anonymise, raw, tmp_path) -> None:  # type: ignore[no-untyped-def]
    (raw / "Siobhan.csv").unlink()
    (raw / "one.vtt").write_text("WEBVTT\n\n00:00:00.000 --> 00:00:09.000\nthe checkout is fine\n")
    (tmp_path / "study.yaml").write_text(STUDY.replace("pseudonym", "direct"))
    assert anonymise("--study", tmp_path / "study.yaml").code == 0
