"""What is said of a run: `report.json` beside the files, which may go to a client, and words at the terminal."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from anonymizers.gate import GateReport
from lethe.commands.folder.anonymising import NOBODY_KNOWN, Candidate
from lethe.commands.folder.choices import Choices
from lethe.commands.folder.inputs import Inputs
from lethe.commands.folder.roster import Roster
from lethe.commands.terminal import counted

NAME = "report.json"


def report_json(candidates: Sequence[Candidate], gate: GateReport, choices: Choices, left_out: int) -> bytes:
    """Counts, kinds and digests, in the order of the new names. No id of the roster, no old name, no time of day."""
    document: dict[str, Any] = {
        "format": "lethe-folder-report/1",
        "mode": choices.mode,
        "languages": list(choices.languages),
        "left_out": left_out,
        "files": [
            {
                "name": candidate.name,
                "kind": candidate.kind,
                "language": candidate.language,
                "sha256": digest,
                "size": candidate.size,
                "reasons_kept": candidate.reasons is not None,
                "counts": candidate.counts,
                "not_read": list(candidate.not_read),
            }
            for candidate, digest in zip(candidates, gate.sha256, strict=True)
        ],
        "gate": {
            "passed": gate.passed,
            "candidate_digest": gate.candidate_digest,
            "people": gate.people,
            "unsearchable_people": len(gate.unsearchable),
            "counts": dict(gate.counts),
            "tables": [asdict(crowd) for crowd in gate.crowds],
            "findings": _findings(candidates, gate),
        },
    }
    return json.dumps(document, indent=2, sort_keys=True, ensure_ascii=True).encode("ascii") + b"\n"


def _findings(candidates: Sequence[Candidate], gate: GateReport) -> list[dict[str, Any]]:
    # Summed over people: whom a finding belongs to is an id of the roster, and those stay at home.
    summed: Counter[tuple[str, str, str, str]] = Counter()
    for finding in gate.findings:
        name = candidates[finding.file_no - 1].name
        summed[(name, finding.kind, finding.severity, finding.where)] += finding.count
    return [
        {"file": name, "kind": kind, "severity": severity, "where": where, "count": count}
        for (name, kind, severity, where), count in sorted(summed.items())
    ]


def blocked_in_words(candidates: Sequence[Candidate], gate: GateReport, inputs: Inputs, roster: Roster) -> list[str]:
    """What the gate held back, by the number of the input file and the line of the roster."""
    numbers = {file.relative: number for number, file in enumerate(inputs.files, 1)}
    lines = []
    for finding in gate.findings:
        if finding.severity == "block":
            number = numbers[candidates[finding.file_no - 1].source.relative]
            line = roster.lines.get(finding.person_ref)
            whose = f", roster line {line}" if line else ""
            lines.append(
                (number, f"  file {number}: {finding.count} {finding.kind} in its {_said(finding.where)}{whose}")
            )
    return [text for _, text in sorted(lines)]


def summary_in_words(candidates: Sequence[Candidate], gate: GateReport, choices: Choices) -> list[str]:
    """How much was done, in numbers; with several languages, which were taken for which."""
    kinds = Counter(candidate.kind for candidate in candidates if candidate.kind != "dictionary")
    words = _sum(candidates, "words")
    masked = _sum(candidates, "words_masked")
    what = " and ".join(counted(number, kind) for kind, number in sorted(kinds.items(), reverse=True))
    share = f" ({masked / words:.1%})" if words else ""
    lines = [
        f"Anonymised {what}: {counted(words, 'word')}, {masked:,} masked{share}.",
        f"The gate found nothing that blocks; {counted(gate.counts['review'], 'place')} to look at, "
        f"{counted(gate.counts['count'], 'quasi-identifier')}.",
    ]
    used = Counter(candidate.language for candidate in candidates if candidate.language)
    if len(choices.languages) > 1 and used:
        numbers = ", ".join(f"{number:,} in {language}" for language, number in sorted(used.items()))
        lines.append(f"Transcripts by language, judged by their words: {numbers}.")
    return lines


def caveats_in_words(candidates: Sequence[Candidate], gate: GateReport, roster: Roster, left_out: int) -> list[str]:
    """What the result cannot be relied on for."""
    lines = []
    if gate.unsearchable:
        where = ", ".join(str(roster.lines[person]) for person in gate.unsearchable)
        lines.append(f"The roster gives nothing to look for on line {where}: these people could not be searched for.")
    if strangers := _sum(candidates, NOBODY_KNOWN):
        lines.append(
            f"{counted(strangers, 'survey row')} of people who are not on the roster: their names were masked only "
            "where something looked like a name."
        )
    lines += [
        f"{candidate.name} was made of the first visible table of its file; not read there: "
        f"{', '.join(candidate.not_read)}."
        for candidate in candidates
        if candidate.not_read
    ]
    if unexplained := sum(candidate.reasons is None for candidate in candidates):
        lines.append(
            f"{counted(unexplained, 'survey')} too large for memory: why each place of it was masked is not kept, and "
            "no explanation tells of it."
        )
    if left_out:
        lines.append(f"lethe: {counted(left_out, 'file')} left out; the others are in OUT")
    return lines


def _sum(candidates: Sequence[Candidate], name: str) -> int:
    return sum(int(candidate.counts.get(name, 0)) for candidate in candidates)


def _said(where: str) -> str:
    return where.replace("_", " ")
