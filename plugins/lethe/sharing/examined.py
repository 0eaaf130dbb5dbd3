"""What the gate has examined: the candidate's bytes, their digest, and what it said of them."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lethe.agency import Agency
from lethe.settings.places import StoreRole
from lethe.sharing.errors import ExportRefusedError
from lethe.sharing.exports import Candidate, candidates_of, load_export


@dataclass(frozen=True)
class Review:
    """A passed examination: what the approver is shown. Ids, counts and the digest of the examined bytes."""

    export_id: str
    study_id: str
    client_id: str
    mode: str
    candidate_digest: str
    files: int
    words: int
    words_masked: int
    to_review: int
    quasi_identifiers: int
    keep_clashes: int = 0
    by_layer: dict[str, int] = field(default_factory=dict)
    """How many places each layer masked."""

    survey: tuple[str, ...] = ()
    """What the survey table withstands, in sentences; empty without one."""


def examined(agency: Agency, export_id: str) -> Review:
    """What the last passed examination of an export said, from the ledger.

    Raises:
        ExportRefusedError: it was not examined, was refused, or its candidate is not what was examined.
    """
    export = load_export(agency, export_id)
    files = candidates_of(agency, export_id)
    if export.state not in {"gated", "published"} or export.candidate_digest != candidate_digest(files):
        raise ExportRefusedError(
            f"export '{export_id}' is {export.state}: it has no candidate that passed the gate; clear 'gate' first"
        )
    lines = agency.ledger.entries(scope=export_id, event="gate")
    passed = [line for line in lines if line.details.get("candidate_digest") == export.candidate_digest]
    if not passed:
        raise ExportRefusedError(f"export '{export_id}': the ledger holds no passed examination of these bytes")
    return Review(
        export_id=export_id,
        study_id=export.study_id,
        client_id=export.client_id,
        mode=export.mode,
        candidate_digest=export.candidate_digest,
        files=len(files),
        words=sum(file.counts.get("words", 0) for file in files),
        words_masked=sum(file.counts.get("words_masked", 0) for file in files),
        to_review=int(passed[-1].details["to_review"]),
        quasi_identifiers=int(passed[-1].details["quasi_identifiers"]),
        keep_clashes=sum(counts.get("keep_clashes", 0) for counts in _counts_by_item(files)),
        by_layer=places_by_layer(files),
        survey=tuple(survey_in_words(passed[-1].details, files)),
    )


def survey_in_words(details: Mapping[str, Any], files: list[Candidate]) -> Iterator[str]:
    """What a client could learn of a person from the table: the three criteria of Opinion 05/2014 of the Article 29
    Working Party (singling out, linkability, inference), then what was done to it."""
    for table in details.get("tables", []):
        yield (
            f"singling out: {table['people']} people; each combination of quasi-identifiers is shared by "
            f"{table['fewest_alike']} of them or more"
        )
        same = "are those" if details.get("linked") else "are not those"
        yield f"linkability: the survey's codes {same} of the transcripts of this export; no other client has either"
        earlier = details.get("earlier", {})
        yield (
            f"inference: {earlier.get('told_apart', 0)} people show by comparison with {earlier.get('tables', 0)} "
            f"earlier tables of the study at the client; {earlier.get('not_compared', 0)} more could not be read there"
        )
    for counts in _counts_by_item(files):
        yield from counts.get("protection", [])


def places_by_layer(files: list[Candidate]) -> dict[str, int]:
    """How many places of the candidate each layer masked."""
    sums: Counter[str] = Counter()
    for counts in _counts_by_item(files):
        sums.update(counts.get("by_layer", {}))
    return dict(sorted(sums.items()))


def _counts_by_item(files: list[Candidate]) -> list[Mapping[str, Any]]:
    """A transcript given in two formats counts once; a data dictionary says nothing of its own."""
    return list({file.item_no: file.counts for file in files if "by_layer" in file.counts}.values())


def candidate_digest(files: list[Candidate]) -> str:
    """One SHA-256 over every candidate's name and digest, in the order of names: what is examined and approved."""
    lines = sorted(f"{file.name}\0{file.sha256}\n" for file in files)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def read_candidates(agency: Agency, files: list[Candidate]) -> list[bytes]:
    """The candidates' bytes as they are in the staging store now; refused when they are not what was written."""
    staging = agency.store(agency.store_with_role(StoreRole.STAGING))
    contents = []
    for number, file in enumerate(files):
        data = staging.read(file.key, version_id=file.version_id)
        if hashlib.sha256(data).hexdigest() != file.sha256:
            raise ExportRefusedError(
                f"candidate file {number} is no longer what was anonymised; clear 'anonymise' to make it anew"
            )
        contents.append(data)
    return contents
