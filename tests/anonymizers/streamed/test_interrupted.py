"""What a process that is stopped leaves behind, how it tells how far it is, and how much memory it takes."""

import json
import multiprocessing
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from anonymizers.errors import AnonymizerError
from anonymizers.masking import Anonymiser
from anonymizers.streamed import anonymise_survey_file
from tests.anonymizers.streamed.generating import ROLES, write_generated

READING, MASKING, WRITING = 1.5, 2.5, 3.5
ROWS = 1_500


class _Stopped(Exception):
    pass


def run(anonymiser: Anonymiser, folder: Path, stop_at: float, *, kill: bool) -> None:
    source = folder / "answers.csv"
    size = source.stat().st_size

    def progress(done: int, _: int) -> None:
        if done >= stop_at * size:
            if kill:
                os.kill(os.getpid(), signal.SIGKILL)
            raise _Stopped

    anonymise_survey_file(
        source,
        folder / "anonymised.csv",
        ROLES,
        anonymiser,
        languages=["en"],
        participant_column="participant_id",
        rows_a_chunk=200,
        progress=progress,
    )


@pytest.mark.parametrize("stop_at", [READING, MASKING, WRITING])
def test_a_killed_process_leaves_no_target_and_nothing_of_the_source(
    anonymiser: Anonymiser, tmp_path: Path, stop_at: float
) -> None:
    write_generated(tmp_path / "answers.csv", ROWS, distinct_texts=20)
    (tmp_path / "anonymised.csv").write_text("older")
    process = multiprocessing.get_context("fork").Process(
        target=run, args=(anonymiser, tmp_path, stop_at), kwargs={"kill": True}
    )
    process.start()
    process.join(120)
    assert process.exitcode == -signal.SIGKILL
    assert (tmp_path / "anonymised.csv").read_text() == "older"
    left = {one.name for one in tmp_path.iterdir()} - {"answers.csv", "anonymised.csv"}
    # While the target is written there is its unfinished part, in which everything is masked already.
    assert all(name.endswith(".part") for name in left)
    assert len(left) == (1 if stop_at == WRITING else 0)
    assert not any("example.com" in (tmp_path / name).read_text() for name in left)


@pytest.mark.parametrize("stop_at", [READING, MASKING, WRITING])
def test_an_error_in_the_middle_leaves_nothing_at_all(anonymiser: Anonymiser, tmp_path: Path, stop_at: float) -> None:
    write_generated(tmp_path / "answers.csv", ROWS, distinct_texts=20)
    with pytest.raises(_Stopped):
        run(anonymiser, tmp_path, stop_at, kill=False)
    assert [one.name for one in tmp_path.iterdir()] == ["answers.csv"]


def test_progress_grows_and_reaches_its_total(anonymiser: Anonymiser, tmp_path: Path) -> None:
    source = tmp_path / "answers.csv"
    write_generated(source, ROWS, distinct_texts=20)
    told: list[tuple[int, int]] = []
    anonymise_survey_file(
        source,
        tmp_path / "anonymised.csv",
        ROLES,
        anonymiser,
        languages=["en"],
        participant_column="participant_id",
        rows_a_chunk=200,
        progress=lambda done, total: told.append((done, total)),
    )
    done = [one for one, _ in told]
    assert {total for _, total in told} == {4 * source.stat().st_size}
    assert done == sorted(set(done))
    assert len(done) > 8
    assert told[-1][0] == told[-1][1]


@pytest.mark.parametrize("cut", [True, False], ids=["shorter", "longer"])
def test_a_file_that_changes_between_the_readings_is_refused(anonymiser: Anonymiser, tmp_path: Path, cut: bool) -> None:
    source = tmp_path / "answers.csv"
    write_generated(source, ROWS, distinct_texts=20)
    lines = source.read_bytes().splitlines(keepends=True)

    def progress(done: int, total: int) -> None:
        if done == total // 2:
            source.write_bytes(b"".join(lines[:-300] if cut else [*lines, lines[-1]]))

    with pytest.raises(AnonymizerError, match="changed while it was read"):
        anonymise_survey_file(
            source,
            tmp_path / "anonymised.csv",
            ROLES,
            anonymiser,
            languages=["en"],
            participant_column="participant_id",
            rows_a_chunk=200,
            progress=progress,
        )
    assert [one.name for one in tmp_path.iterdir()] == ["answers.csv"]


def test_fifty_thousand_rows_and_their_gate_take_a_quarter_of_a_gigabyte_beside_the_models(tmp_path: Path) -> None:
    """Resident memory at its peak, by the system's own count, in a process of its own."""
    found = subprocess.run(
        [sys.executable, "-m", "tests.anonymizers.streamed.measuring", "50000", str(tmp_path), "200"],
        capture_output=True,
        text=True,
        check=True,
        timeout=600,
    )
    figures = json.loads(found.stdout)
    assert (figures["rows"], figures["columns"]) == (50_000, 60)
    assert figures["peak_mib"] - figures["peak_mib_before"] < 256
    assert figures["peak_mib"] < 768
    assert figures["gate_passed"]
    assert figures["gate_peak_mib"] - figures["peak_mib_before"] < 256
