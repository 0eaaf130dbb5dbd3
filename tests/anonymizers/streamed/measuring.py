"""The memory and the time that a file of generated answers takes, anonymised and then examined by the gate.

`python -m tests.anonymizers.streamed.measuring ROWS FOLDER [TEXTS]`
"""

import json
import resource
import sys
import time
from pathlib import Path

from anonymizers.engine import Detection
from anonymizers.gate import StoredFile, TableRule, examine
from anonymizers.masking import Anonymiser
from anonymizers.people import Person
from anonymizers.pseudonyms import Pseudonyms
from anonymizers.streamed import anonymise_survey_file
from tests.anonymizers.streamed.generating import COLUMNS, QUASI, ROLES, SENSITIVE, write_generated

PEOPLE = (
    Person("p-001", first_name="Siobhán", last_name="Abernathy", city="Harrogate", country="GB"),
    Person("o-001", role="observer", first_name="Tobias", last_name="Quist"),
)


def main(rows: int, folder: Path, distinct_texts: int) -> None:
    """Prints figures as JSON: MiB of resident memory at its peak, seconds without those of making the file.

    CPU milliseconds beside the seconds, which on a busy machine say less.
    """
    source = folder / f"answers-{rows}-{distinct_texts}.csv"
    if not source.exists():
        write_generated(source, rows, distinct_texts=distinct_texts)
    anonymiser = Anonymiser(Detection(("en",)), PEOPLE, Pseudonyms(b"0123456789abcdef0123456789abcdef"))
    anonymiser.mask_any(["to load what is loaded once"], languages=["en"])
    before = _peak()
    begun, worked = time.perf_counter(), time.process_time()
    told: list[tuple[int, float, int]] = []
    report = anonymise_survey_file(
        source,
        folder / "anonymised.csv",
        ROLES,
        anonymiser,
        languages=["en"],
        participant_column="participant_id",
        progress=lambda done, _: told.append((done, time.perf_counter() - begun, _peak())),
    )
    seconds, cpu = time.perf_counter() - begun, time.process_time() - worked
    peak = _peak()
    begun, worked = time.perf_counter(), time.process_time()
    gate = examine(
        [StoredFile("survey.csv", folder / "anonymised.csv")],
        PEOPLE,
        tables=[TableRule("survey.csv", "participant_id", tuple(QUASI), tuple(SENSITIVE))],
    )
    size = source.stat().st_size
    figures = {
        "rows": report.rows,
        "columns": len(COLUMNS),
        "source_mib": size >> 20,
        "peak_mib": peak,
        "peak_mib_before": before,
        "seconds": round(seconds, 1),
        "rows_per_second": round(rows / seconds),
        "cpu_ms_per_row": round(1_000 * cpu / report.rows, 3),
        "gate_passed": gate.passed,
        "gate_peak_mib": _peak(),
        "gate_seconds": round(time.perf_counter() - begun, 1),
        "gate_cpu_ms_per_row": round(1_000 * (time.process_time() - worked) / report.rows, 3),
        "cells_analysed": report.cells_analysed,
        "seconds_until": [round(max(at for done, at, _ in told if done <= size * step), 1) for step in range(1, 5)],
        "peak_mib_until": [max(peak for done, _, peak in told if done <= size * step) for step in range(1, 5)],
    }
    sys.stdout.write(json.dumps(figures) + "\n")


def _peak() -> int:
    # Not what getrusage says: that keeps the peak of the process which this one was forked from.
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 3_000)
