"""An export's own record: what was frozen, its candidate files, and where it stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from lethe.agency import Agency
from lethe.ledger.schema import candidate, export, export_item
from lethe.sharing.errors import ExportRefusedError

ENDED = ("rejected", "blocked")
"""The states that nothing leads out of: what a second person or the gate refused."""


@dataclass(frozen=True)
class Export:
    """One run's export, as frozen at its selection."""

    export_id: str
    run_id: str
    study_id: str
    client_id: str
    mode: str
    formats: tuple[str, ...]
    requested_by: str
    selected_at: datetime
    roster_digest: str
    candidate_digest: str | None
    state: str


@dataclass(frozen=True)
class ExportItem:
    """One thing an export is made of: a transcript's asset id, or the ids of a table's answers."""

    item_no: int
    batch: int
    kind: str
    sources: tuple[str, ...]
    due: date
    clause: str


@dataclass(frozen=True)
class Candidate:
    """One anonymised file in the staging store, not yet shared."""

    item_no: int
    name: str
    kind: str
    key: str
    version_id: str
    sha256: str
    size: int
    due: date
    clause: str
    counts: Mapping[str, Any] = field(default_factory=dict)


def load_export(agency: Agency, export_id: str) -> Export:
    """The export of that id; refused when there is none."""
    with agency.ledger.engine.connect() as connection:
        row = connection.execute(select(export).where(export.c.export_id == export_id)).mappings().first()
    if row is None:
        raise ExportRefusedError(f"there is no export '{export_id}'; nothing was shared")
    return Export(**{**row, "formats": tuple(row["formats"])})


def export_of_run(agency: Agency, run_id: str) -> str:
    """The id of the export that a run selected: looked up here, for what passes between tasks can be forged."""
    with agency.ledger.engine.connect() as connection:
        found = connection.execute(select(export.c.export_id).where(export.c.run_id == run_id)).scalar()
    if found is None:
        raise ExportRefusedError("this run has selected nothing yet; clear 'select' first. Nothing was shared")
    return str(found)


def is_published(agency: Agency, export_id: str) -> bool:
    """Whether an export has reached its client."""
    return load_export(agency, export_id).state == "published"


def items_of(agency: Agency, export_id: str, batch: int | None = None) -> list[ExportItem]:
    """The items of an export, or of one batch of it, in order."""
    query = select(export_item).where(export_item.c.export_id == export_id).order_by(export_item.c.item_no)
    if batch is not None:
        query = query.where(export_item.c.batch == batch)
    with agency.ledger.engine.connect() as connection:
        rows = connection.execute(query).mappings().all()
    return [
        ExportItem(row["item_no"], row["batch"], row["kind"], tuple(row["sources"]), row["due"], row["clause"])
        for row in rows
    ]


def candidates_of(agency: Agency, export_id: str) -> list[Candidate]:
    """The candidate files of an export by name."""
    query = select(candidate).where(candidate.c.export_id == export_id).order_by(candidate.c.name)
    with agency.ledger.engine.connect() as connection:
        rows = connection.execute(query).mappings().all()
    return [Candidate(**{key: value for key, value in row.items() if key != "export_id"}) for row in rows]


def record_candidates(agency: Agency, export_id: str, files: Sequence[Candidate]) -> None:
    """Write the candidates of one batch, in place of what an earlier try of it left."""
    numbers = {file.item_no for file in files}
    with agency.ledger.engine.begin() as connection:
        connection.execute(
            delete(candidate).where(candidate.c.export_id == export_id, candidate.c.item_no.in_(numbers))
        )
        connection.execute(insert(candidate), [{"export_id": export_id, **_row(file)} for file in files])


def set_state(
    connection: Connection, export_id: str, state: str, *, only_from: Sequence[str] = (), **values: Any
) -> None:
    """Move an export on, inside the transaction that writes why to the ledger; from some states alone, if given."""
    query = update(export).where(export.c.export_id == export_id).values(state=state, **values)
    if only_from:
        query = query.where(export.c.state.in_(only_from))
    connection.execute(query)


def _row(file: Candidate) -> dict[str, Any]:
    return {
        "item_no": file.item_no,
        "name": file.name,
        "kind": file.kind,
        "key": file.key,
        "version_id": file.version_id,
        "sha256": file.sha256,
        "size": file.size,
        "due": file.due,
        "clause": file.clause,
        "counts": dict(file.counts),
    }
