"""What the gate is given and what it answers: candidate files in, findings and digests out."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

from anonymizers.errors import AnonymizerError

Severity = Literal["block", "review", "count"]
Where = Literal["content", "file_name", "metadata"]
SEVERITIES: tuple[Severity, ...] = ("block", "review", "count")


class GateError(AnonymizerError):
    """The examination could not be carried out, so nothing has passed."""


@dataclass(frozen=True, slots=True)
class CandidateFile:
    """One file as it would be published: its name (folders included), its bytes, the metadata stored with it."""

    name: str = field(repr=False)
    data: bytes = field(repr=False)
    metadata: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One file as it would be published that is too large to be held: its bytes lie at `path`."""

    name: str = field(repr=False)
    path: Path = field(repr=False)
    metadata: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """So many occurrences of one kind in one file; never the value that was found.

    `file_no` counts from 1 in the order the files were given. `person_ref` is a participant id, or empty where
    the detail is nobody's of the study, or several people's.
    """

    file_no: int
    kind: str
    severity: Severity
    person_ref: str
    where: Where
    count: int


@dataclass(frozen=True, slots=True)
class TableRule:
    """What the table of that name must withstand.

    At least `k` people share each combination of the columns `quasi`, and show `least_diverse` or more different
    values in each column of `sensitive`. A table without `quasi` columns has one combination.
    """

    name: str
    participant: str
    quasi: tuple[str, ...] = ()
    sensitive: tuple[str, ...] = ()
    k: int = 5
    least_diverse: int = 2


@dataclass(frozen=True, slots=True)
class Crowd:
    """How well the people of a table are hidden: how many there are, the fewest who share a combination that says
    anything, how many are with too few, and how many cells of sensitive columns stand among too few different ones."""

    people: int
    fewest_alike: int
    with_too_few: int
    undiverse: int


@dataclass(frozen=True, slots=True)
class GateReport:
    """The verdict on one set of candidate bytes. `passed` holds when nothing blocks.

    `sha256` has one hex digest a file, in order. `candidate_digest` names the whole set: an approval of this
    digest is an approval of exactly these names and bytes. `unsearchable` lists people the roster gives no
    detail of to search for.
    """

    files: int
    sha256: tuple[str, ...]
    candidate_digest: str
    people: int
    unsearchable: tuple[str, ...]
    findings: tuple[Finding, ...]
    crowds: tuple[Crowd, ...] = ()
    """How the people of each examined table are hidden."""

    @property
    def passed(self) -> bool:
        """Whether the set may go on to a reviewer: no finding blocks."""
        return not any(finding.severity == "block" for finding in self.findings)

    @property
    def counts(self) -> dict[Severity, int]:
        """Occurrences by severity, every severity present."""
        found: Counter[Severity] = Counter()
        for finding in self.findings:
            found[finding.severity] += finding.count
        return {severity: found[severity] for severity in SEVERITIES}

    def to_json(self) -> dict[str, Any]:
        """The report as plain JSON values: ids, kinds, counts and digests alone."""
        return {
            "passed": self.passed,
            "files": self.files,
            "sha256": list(self.sha256),
            "candidate_digest": self.candidate_digest,
            "people": self.people,
            "unsearchable": list(self.unsearchable),
            "counts": dict(self.counts),
            "tables": [asdict(crowd) for crowd in self.crowds],
            "findings": [
                {
                    "file_no": finding.file_no,
                    "kind": finding.kind,
                    "severity": finding.severity,
                    "person_ref": finding.person_ref,
                    "where": finding.where,
                    "count": finding.count,
                }
                for finding in self.findings
            ],
        }


def candidate_digest(names_and_digests: Mapping[str, str]) -> str:
    """One SHA-256 (hex) over the sorted pairs of file name and file digest, whatever order they came in."""
    pairs = sorted([name, digest] for name, digest in names_and_digests.items())
    return hashlib.sha256(json.dumps(pairs, ensure_ascii=True).encode("ascii")).hexdigest()
