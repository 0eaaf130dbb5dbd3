"""What a site holds, digested, and what a purge changed of it."""

import hashlib

import sqlalchemy as sa

from lethe.ledger.schema import recipient_copy
from lethe.research import schema
from tests.proof.access import TABLE, Access
from tests.proof.filling import each, platform_table
from tests.proof.site import Site

Snapshot = dict[tuple[str, str, str], str]
"""A digest of every version, upload and row, by place, key or id, and version."""


def snapshot(site: Site, access: Access) -> Snapshot:
    """Everything that is held now but the evidence and the ledger's own lines; what is not due with its content."""
    found: Snapshot = {}
    for store_id in sorted(site.buckets):
        if store_id in {"evidence", "session-inbox", "survey-inbox"}:
            continue
        held = listed(site, store_id)
        kept = [name for name in held if held[name].startswith("version ") and (store_id, name[1]) not in site.due]
        found |= held | dict(zip(kept, each(lambda name: _content(site, name), kept), strict=True))
    agency = access.open()
    with agency.research.connect() as connection:
        for table in schema.metadata.sorted_tables:
            place = "research" if table.name == "survey_response" else table.name
            for row in connection.execute(sa.select(table)):
                found[place, str(row[0]), str(row[1])] = _digest(tuple(row))
        for row in connection.execute(sa.select(platform_table(agency))):
            found[TABLE, str(row[0]), ""] = _digest(tuple(row))
    with agency.ledger.engine.connect() as connection:
        for row in connection.execute(sa.select(recipient_copy)):
            # What became of a due copy is written beside it; everything else of the line stays.
            written = {"deleted_at", "gone_due"} if (row.store_id, row.key) in site.due else set()
            kept = sorted((name, value) for name, value in row._mapping.items() if name not in written)
            found["register", row.copy_id, ""] = _digest(kept)
    agency.research.dispose()
    agency.ledger.engine.dispose()
    return found


def listed(site: Site, store_id: str) -> Snapshot:
    """Every version, marker and upload of one store, by the owner's own listing."""
    bucket, found = site.bucket(store_id), Snapshot()
    for page in site.client.get_paginator("list_object_versions").paginate(Bucket=bucket):
        for item in page.get("Versions", []):
            found[store_id, item["Key"], item["VersionId"]] = f"version {item['ETag']} {item['Size']}"
        for marker in page.get("DeleteMarkers", []):
            found[store_id, marker["Key"], marker["VersionId"]] = "marker"
    for uploads in site.client.get_paginator("list_multipart_uploads").paginate(Bucket=bucket):
        for upload in uploads.get("Uploads", []):
            found[store_id, upload["Key"], upload["UploadId"]] = "upload"
    return found


def _content(site: Site, name: tuple[str, str, str]) -> str:
    answer = site.client.get_object(Bucket=site.bucket(name[0]), Key=name[1], VersionId=name[2])
    return hashlib.sha256(answer["Body"].read()).hexdigest()


def touched_wrongly(site: Site, before: Snapshot, after: Snapshot) -> list[str]:
    """What a purge did that it must not have done, and what it left, in words and numbers."""
    due = {name for name in before if (name[0], name[1]) in site.due}
    rest = before.keys() - due
    problems = {
        "of what is not due is gone": len(rest - after.keys()),
        "of what is not due was changed": sum(after[name] != before[name] for name in rest & after.keys()),
        "was not there before": len(after.keys() - before.keys()),
        "of what is due is left": len(due & after.keys()),
    }
    return [f"{number} {words}" for words, number in problems.items() if number]


def _digest(value: object) -> str:
    return hashlib.sha256(repr(value).encode()).hexdigest()
