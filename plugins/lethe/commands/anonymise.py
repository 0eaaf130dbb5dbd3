"""`lethe anonymise`: a folder of transcripts and surveys into another folder, without Airflow."""

import argparse
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from anonymizers.modes import DEFAULT_MODE, MODES
from lethe.commands.terminal import ProgressInBytes, UsageError, say, shown, tell

if TYPE_CHECKING:
    from anonymizers.gate import GateReport
    from lethe.commands.folder.anonymising import Candidate
    from lethe.commands.folder.choices import Choices
    from lethe.commands.folder.inputs import Inputs, LeftOut
    from lethe.commands.folder.roster import Roster
    from lethe.settings.models import Study

BLOCKED = 3
ON_THE_TERMINAL = "-"


def register(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Add `lethe anonymise`."""
    parser = subparsers.add_parser(
        "anonymise",
        help="anonymise a folder of transcripts and survey tables into another folder",
        description="Anonymise every transcript (.vtt .srt .txt .docx .json) and survey table (.csv .tsv .xlsx .sav "
        ".parquet) of IN into OUT, with the code and the gate that client exports use. OUT appears whole, and only "
        "when the gate found nothing that blocks. Its names tell nothing of the old ones.",
        epilog="Exit codes: 0 all done; 1 done, but files were left out (named on stderr), or it failed; 2 wrong "
        "usage; 3 the gate held the result back and nothing was written.",
        allow_abbrev=False,
    )
    parser.add_argument("source", type=Path, metavar="IN", help="the folder to read, all levels down, or one file")
    parser.add_argument(
        "target",
        type=Path,
        metavar="OUT",
        nargs="?",
        help="the folder to make; not there yet, or empty. Left out with --explain, nothing but that is given",
    )
    parser.add_argument(
        "--roster", type=Path, required=True, metavar="FILE.csv", help="the people whose details must not be left"
    )
    parser.add_argument(
        "--study", type=Path, metavar="FILE.yaml", help="words to keep, languages, roles of survey columns"
    )
    parser.add_argument(
        "--mode",
        choices=MODES,
        help="normal masks what the layers are sure of, careful also what the name model only suspects, strict also "
        f"every word that no list knows (default: the study's, else {DEFAULT_MODE})",
    )
    parser.add_argument(
        "--format", choices=("same", "txt", "docx"), default="same", help="what transcripts are written as"
    )
    parser.add_argument(
        "--key-file", type=Path, metavar="FILE", help="keep the key of the pseudonyms here, so that runs can be joined"
    )
    parser.add_argument(
        "--languages", type=_languages, metavar="en,fr", help="languages spoken (default: the study's, else en)"
    )
    parser.add_argument(
        "--map", type=Path, metavar="FILE.csv", help="write which output was made from which input here (0600)"
    )
    parser.add_argument(
        "--explain",
        nargs="?",
        const=ON_THE_TERMINAL,
        metavar="FILE.jsonl",
        help="say of every masked place where it is, what kind, which layer and recogniser found it and how surely, "
        "and what stands there now: into a file (0600), or without one on stdout. What stood there is not said",
    )


def run(arguments: argparse.Namespace) -> int:
    """0, 1 or 3, as the epilog says; wrong usage is raised as `UsageError`."""
    from lethe.commands.folder.inputs import inputs_of
    from lethe.commands.folder.keyfile import key_file_bytes, key_for_run
    from lethe.commands.folder.placing import (
        OnDisk,
        checked_aside,
        checked_source,
        deliver,
        left_behind,
        map_bytes,
        workplace,
    )
    from lethe.commands.folder.roster import read_roster, told_of
    from lethe.commands.folder.study import check_participant, read_study

    source = checked_source(arguments.source)
    target = _target(arguments, source)
    apart = [source, target] if target else [source]
    map_file = checked_aside(arguments.map, "the --map file", outside=apart, new=True)
    key_file = checked_aside(arguments.key_file, "the --key-file", outside=apart, new=False)
    printed = arguments.explain == ON_THE_TERMINAL
    reasons_file = Path(arguments.explain) if arguments.explain and not printed else None
    reasons_file = checked_aside(reasons_file, "the --explain file", outside=apart, new=True)
    study = read_study(arguments.study) if arguments.study else None
    roster = read_roster(arguments.roster)
    key, new_key = key_for_run(key_file)
    inputs = inputs_of(source, own=[path for path in (arguments.roster, arguments.study) if path])
    for note in told_of(roster):
        tell(note)
    choices = _choices(arguments, study)
    surveys = any(file.kind == "survey" for file in inputs.files)
    if study and surveys:
        check_participant(study, arguments.study.name)
    if choices.survey is None and surveys:
        tell("No study says what the survey's columns are: all but participant_id are treated as free text.")
    for left in left_behind(target) if target else ():
        tell(f"{shown(left.name)} beside OUT is of a run that was stopped; delete it, unless one is running now.")

    with workplace(target) as folder:
        result = _anonymised(inputs, roster, choices, key, folder)
        if result is None:
            return 1
        candidates, left_out, gate = result
        if not gate.passed and target:
            _tell_blocked(candidates, gate, inputs, roster, "; nothing was written")
            return BLOCKED
        from lethe.commands.folder import report
        from lethe.commands.folder.anonymising import explained

        files = {
            one.name: one.data if isinstance(one.data, bytes) else OnDisk(one.data, digest)
            for one, digest in zip(candidates, gate.sha256, strict=True)
        }
        files[report.NAME] = report.report_json(candidates, gate, choices, len(left_out))
        beside = {key_file: key_file_bytes(key)} if key_file and new_key else {}
        if map_file:
            beside[map_file] = map_bytes([(candidate.name, candidate.source.relative) for candidate in candidates])
        if reasons_file:
            beside[reasons_file] = explained(candidates)
        deliver(target, files, beside)
    if printed:
        say(explained(candidates).decode().removesuffix("\n"))
    if not gate.passed:
        _tell_blocked(candidates, gate, inputs, roster, ", and nothing was to be written")
        return BLOCKED
    for line in report.summary_in_words(candidates, gate, choices):
        # What reads the explanation reads lines of JSON alone.
        (tell if printed else say)(line)
    for line in report.caveats_in_words(candidates, gate, roster, len(left_out)):
        tell(line)
    return 1 if left_out else 0


def _anonymised(
    inputs: "Inputs", roster: "Roster", choices: "Choices", key: bytes, folder: Path | None
) -> "tuple[list[Candidate], list[LeftOut], GateReport] | None":
    """The candidates, what was left out, and what the gate says of them; nothing where there is no candidate."""
    # Here, not above: these take seconds to import, and wrong usage is told at once.
    from anonymizers.gate import CandidateFile, StoredFile, examine
    from lethe.commands.folder.anonymising import anonymise_files, table_rules

    candidates, unreadable = anonymise_files(inputs.files, roster, choices, key, folder)
    left_out = sorted([*inputs.left_out, *unreadable], key=lambda file: file.relative)
    for file in left_out:
        tell(f"left out: {shown(file.relative)}: {file.reason}")
    if not candidates:
        tell("lethe: nothing in IN could be anonymised; nothing was written")
        return None
    progress = ProgressInBytes("the gate reads what would be shared")
    try:
        gate = examine(
            [
                CandidateFile(one.name, one.data) if isinstance(one.data, bytes) else StoredFile(one.name, one.data)
                for one in candidates
            ],
            roster.people,
            keep=choices.keep,
            languages=choices.languages,
            tables=table_rules(candidates, choices),
            progress=progress.told,
        )
    finally:
        progress.clear()
    return candidates, left_out, gate


def _target(arguments: argparse.Namespace, source: Path) -> Path | None:
    from lethe.commands.folder.placing import checked_target

    if arguments.target is not None:
        return checked_target(source, arguments.target)
    if not arguments.explain:
        raise UsageError("OUT is missing; only --explain does without")
    if arguments.map or arguments.key_file:
        raise UsageError("without OUT nothing is written that --map or --key-file could be for")
    return None


def _tell_blocked(
    candidates: "list[Candidate]", gate: "GateReport", inputs: "Inputs", roster: "Roster", what: str
) -> None:
    from lethe.commands.folder import report

    tell(f"lethe: the gate held the result back{what}. Files count in the order of their paths:")
    for line in report.blocked_in_words(candidates, gate, inputs, roster):
        tell(line)


def _choices(arguments: argparse.Namespace, study: "Study | None") -> "Choices":
    from lethe.commands.folder.choices import Choices
    from lethe.commands.folder.study import hierarchies_beside

    # Where the agency is: the day that ages are counted to.
    today = datetime.now(ZoneInfo("Europe/London")).date()
    return Choices(
        languages=arguments.languages or (study.languages if study else ("en",)),
        keep=study.keep if study else (),
        mode=arguments.mode or (study.mode if study else None) or DEFAULT_MODE,
        written_as=arguments.format,
        survey=study.survey if study else None,
        today=today,
        hierarchies=hierarchies_beside(arguments.study) if study and study.survey else {},
    )


def _languages(text: str) -> tuple[str, ...]:
    codes = tuple(dict.fromkeys(part.strip().lower() for part in text.split(",") if part.strip()))
    if not codes or any(len(code) != 2 or not code.isalpha() for code in codes):
        raise argparse.ArgumentTypeError("give codes of two letters with commas between them, such as en,fr")
    return codes
