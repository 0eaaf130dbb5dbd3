"""The gate on an export: the candidate's own bytes are read back and examined before anyone is asked (P4.5)."""

from dataclasses import asdict

from sqlalchemy import Connection, insert

from anonymizers.gate import CandidateFile, GateReport, examine
from lethe.agency import Agency
from lethe.connectors.streams import delete_all
from lethe.ledger import Entry
from lethe.research import schema
from lethe.research.people import canonical, people_of
from lethe.settings.places import StoreRole
from lethe.sharing.anonymisation import PARTICIPANT, TABLE
from lethe.sharing.begun import refuse_ended, take_back_begun
from lethe.sharing.earlier import Compared, compared_with_earlier
from lethe.sharing.errors import ExportRefusedError
from lethe.sharing.examined import Review, candidate_digest, examined, places_by_layer, read_candidates
from lethe.sharing.exports import Candidate, Export, candidates_of, items_of, load_export, set_state
from lethe.sharing.selection import roster_digest
from lethe.sharing.tables import table_rule


def review_export(agency: Agency, export_id: str) -> Review:
    """Examine every candidate byte of an export; a pass is written to the ledger with the digest examined.

    Raises:
        ExportRefusedError: a file missing or changed, a roster changed since the selection, or a hit: then the
            candidate is moved to quarantine. The client's bucket is as it was.
        StillAtClientError: an export that does not go on, and a publication's files may still be at the client.
    """
    export = load_export(agency, export_id)
    if export.state == "published":
        return examined(agency, export_id)
    if export.state == "blocked":
        # A try that was killed after its line in the ledger left this undone.
        _clear_away(agency, export)
    refuse_ended(agency, export)
    with agency.research.connect() as connection:
        people = people_of(connection, export.study_id)
    if roster_digest(agency, canonical(people)) != export.roster_digest:
        raise ExportRefusedError(
            f"export '{export_id}': what is known of the study's people changed since the selection, so names may "
            "have been missed; start a new export"
        )
    files = candidates_of(agency, export_id)
    missing = {item.item_no for item in items_of(agency, export_id)} - {file.item_no for file in files}
    if missing:
        raise ExportRefusedError(f"export '{export_id}': {len(missing)} items have no candidate; clear 'anonymise'")
    contents = read_candidates(agency, files)
    study = agency.settings.studies[export.study_id]
    report = examine(
        [CandidateFile(file.name, data) for file, data in zip(files, contents, strict=True)],
        people,
        keep=study.keep,
        languages=study.languages,
        tables=[table_rule(study.survey, TABLE, PARTICIPANT)] if study.survey else [],
    )
    digest = candidate_digest(files)
    if not report.passed:
        _quarantine(agency, export, files, contents, report)
        raise ExportRefusedError(
            f"export '{export_id}': the gate found {_blocking(report)}; the candidate was moved to quarantine, "
            "the client's bucket is as it was. See the export's 'gate' line in the ledger for file numbers and kinds."
        )
    counts = report.counts
    tables = [data for file, data in zip(files, contents, strict=True) if file.name == TABLE]
    compared = compared_with_earlier(agency, export, tables[0]) if tables else Compared()
    details = {
        "files": len(files),
        "mode": export.mode,
        "by_layer": places_by_layer(files),
        "to_review": counts["review"],
        "quasi_identifiers": counts["count"],
        "tables": [asdict(crowd) for crowd in report.crowds],
        "earlier": asdict(compared),
        "linked": bool(study.survey and study.survey.linked),
    }
    agency.ledger.append(
        [Entry("gate", export_id, f"{export_id}:{digest[:32]}", "passed", {"candidate_digest": digest, **details})],
        also=lambda connection: set_state(connection, export_id, "gated", candidate_digest=digest),
    )
    return examined(agency, export_id)


def _blocking(report: GateReport) -> str:
    kinds: dict[str, int] = {}
    for finding in report.findings:
        if finding.severity == "block":
            kinds[finding.kind] = kinds.get(finding.kind, 0) + finding.count
    return ", ".join(f"{number} {kind}" for kind, number in sorted(kinds.items()))


def _quarantine(
    agency: Agency, export: Export, files: list[Candidate], contents: list[bytes], report: GateReport
) -> None:
    store_id = agency.store_with_role(StoreRole.QUARANTINE)
    store = agency.store(store_id)
    rows = []
    for file, data in zip(files, contents, strict=True):
        stored = store.put(f"{file.key}", data)
        rows.append(
            {
                "quarantine_id": f"q-{stored.sha256[:8]}-{export.export_id}-{file.item_no}"[:63],
                "source_id": export.export_id,
                "store_id": store_id,
                "key": file.key,
                "original_name": "",
                "reason": "blocked by the gate",
                "quarantined_at": agency.now(),
            }
        )
    with agency.research.begin() as connection:
        _insert_new(connection, rows)
    agency.ledger.append(
        [Entry("gate", export.export_id, candidate_digest(files), "blocked", {"findings": _lines(report)})],
        also=lambda connection: set_state(connection, export.export_id, "blocked"),
    )
    _clear_away(agency, export)


def _clear_away(agency: Agency, export: Export) -> None:
    """Leave nothing of a blocked export in staging, reasons and all, nor at the client, where a publication of it
    before it was examined anew was cut short."""
    try:
        staging = agency.store(agency.store_with_role(StoreRole.STAGING))
        left = list(staging.list_versions(f"exports/{export.export_id}/"))
        if left:
            delete_all(staging, left)
    finally:
        take_back_begun(agency, export)


def _insert_new(connection: Connection, rows: list[dict[str, object]]) -> None:
    held = set(connection.execute(schema.quarantined.select()).scalars())
    new = [row for row in rows if row["quarantine_id"] not in held]
    if new:
        connection.execute(insert(schema.quarantined), new)


def _lines(report: GateReport) -> list[list[str | int]]:
    return [
        [finding.file_no, finding.kind, finding.where, finding.count]
        for finding in report.findings
        if finding.severity == "block"
    ][:200]
