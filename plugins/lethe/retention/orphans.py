"""Pseudonym keys that outlived their raw data: with nothing left to pseudonymise they only re-identify."""

import hashlib

from sqlalchemy import select

from lethe.agency import Agency
from lethe.ledger import Entry
from lethe.research import schema
from lethe.research.sessions import SessionFinder
from lethe.retention.belonging import UNKNOWN, scope
from lethe.retention.holds import active_holds
from lethe.retention.replicas import primary_of
from lethe.retention.stop import refuse_if_stopped
from lethe.settings.places import StoreRole

NAMES = ("study", "client")
LONGEST = 96
ORPHANED = "key_orphaned"
DESTROYED = "key_destroyed"


def destroy_orphaned_keys(agency: Agency, plan_id: str) -> int:
    """Destroy the keys of studies that hold no raw data any more; how many went under this plan, in all its tries.

    The ledger is told before and after, so that a process killed in between leaves a line to go on from.
    """
    refuse_if_stopped(agency)
    holds = active_holds(agency)
    candidates = [
        (study_id, client_id)
        for study_id, client_id in sorted(_with_key(agency))
        if holds.on((scope("study", study_id), scope("client", client_id), UNKNOWN)) is None
    ]
    if candidates:
        alive = studies_with_raw_data(agency)
        candidates = [(study_id, client_id) for study_id, client_id in candidates if study_id not in alive]
        agency.ledger.append(
            [
                Entry(ORPHANED, plan_id, reference_of(*names), "no_raw_data", dict(zip(NAMES, names, strict=True)))
                for names in candidates
            ]
        )
    # What an earlier try destroyed stays destroyed; a key made since, for data that came since, is another one.
    gone = {line.reference for line in agency.ledger.entries(scope=plan_id, event=DESTROYED)}
    told = {line.reference for line in agency.ledger.entries(scope=plan_id, event=ORPHANED)} - gone
    for names in candidates:
        if reference_of(*names) in told:
            agency.keys.destroy_pseudonym_key(*names)
    kept = {reference_of(*names) for names in _with_key(agency)}
    done = sorted(told - kept)
    agency.ledger.append([Entry(DESTROYED, plan_id, reference, "destroyed") for reference in done])
    return len(gone) + len(done)


def reference_of(study_id: str, client_id: str) -> str:
    """How the ledger names a pseudonym key: by its ids, or by their digest where they are too long for a reference."""
    name = f"{study_id}/{client_id}"
    return name if len(name) <= LONGEST else f"key-{hashlib.sha256(name.encode()).hexdigest()}"


def _with_key(agency: Agency) -> list[tuple[str, str]]:
    studies = agency.settings.studies.items()
    return [
        (study_id, study.client) for study_id, study in studies if agency.keys.has_pseudonym_key(study_id, study.client)
    ]


def studies_with_raw_data(agency: Agency) -> set[str]:
    """The studies of which a session's file or an answer is left: on record, in a raw store, or at its source."""
    session, asset = schema.session.c, schema.asset.c
    with agency.research.connect() as connection:
        of_assets = select(session.study_id).join(schema.asset, asset.session_id == session.session_id)
        alive = set(connection.execute(of_assets).scalars())
        alive |= set(connection.execute(select(schema.survey_response.c.study_id)).scalars())
    places = agency.settings.places
    for table_id, table in places.tables.items():
        if table.study not in alive and next(agency.table(table_id).dates(), None) is not None:
            alive.add(table.study)
    for store_id in places.stores:
        primary_id = primary_of(agency, store_id)
        primary = places.stores[primary_id]
        if primary.role is StoreRole.RAW:
            finder = SessionFinder(agency.research, primary_id, primary.key_template)
            for version in agency.store(store_id).list_versions():
                found = finder.kind_and_session(version.key)[1]
                # A file of no known session counts for every study that its place could mean.
                alive |= {found.study_id} if found else set(version.key.split("/"))
    return alive
