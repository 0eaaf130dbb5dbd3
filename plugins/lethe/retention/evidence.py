"""Where a plan's certificate lies in the evidence store, whole or in parts, and whether it is what was signed."""

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from lethe.agency import Agency
from lethe.connectors.objects import ObjectStore, ObjectVersion

JSON, HTML, PDF = ".json", ".html", ".pdf"


def certificate_ids(plan_id: str, parts: int) -> list[str]:
    """The ids of a plan's certificates: the plan's own for a single one, else `<plan>-0001` and so on."""
    return [plan_id] if parts == 1 else [f"{plan_id}-{number:04}" for number in range(1, parts + 1)]


def certificate_key(rule_id: str, certificate_id: str, suffix: str = JSON) -> str:
    """The key of a certificate, or of the page made from it, in the evidence store."""
    return f"certificates/{rule_id}/{certificate_id}{suffix}"


def digest_of(digests: Iterable[str]) -> str:
    """What the ledger holds of a plan's certificate: its SHA-256.

    Of one in parts, the SHA-256 over the SHA-256 of each part in order, every one in lower-case hex and ended by a
    line feed.
    """
    each = list(digests)
    return each[0] if len(each) == 1 else hashlib.sha256("".join(f"{digest}\n" for digest in each).encode()).hexdigest()


def versions_as_signed(
    agency: Agency, rule_id: str, plan_id: str, signed: Mapping[str, Any]
) -> list[ObjectVersion] | None:
    """The versions, one a part, that a plan's line in the ledger (`signed`) is of; None where they are not all there.

    Another machine may have put what it signed of the same plan before or after: the ledger names one of them.
    """
    store = agency.store(agency.settings.agency.evidence)
    keys = [certificate_key(rule_id, each) for each in certificate_ids(plan_id, int(signed.get("parts", 1)))]
    there = store.versions_of(keys)
    parts = [
        {store.sha256(key, version_id=one.version_id): one for one in there.get(key, ()) if not one.is_delete_marker}
        for key in keys
    ]
    for last in parts[-1]:
        digests = _ending_with(store, parts, last)
        if digests and digest_of(digests) == str(signed["sha256"]):
            return [part[digest] for part, digest in zip(parts, digests, strict=True)]
    return None


def _ending_with(store: ObjectStore, parts: Sequence[Mapping[str, ObjectVersion]], last: str) -> list[str]:
    """The digests of the parts that a last part follows from, each naming the one before; empty where one is lost."""
    digests = [last]
    for before, part in zip(parts[-2::-1], parts[:0:-1], strict=True):
        only = next(iter(before), "") if len(before) == 1 else _named_before(store, part[digests[0]])
        if only not in before:
            return []
        digests.insert(0, only)
    return digests


def _named_before(store: ObjectStore, version: ObjectVersion) -> str:
    try:
        part = json.loads(store.read(version.key, version_id=version.version_id))["part"]
        return str(part["previous_sha256"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""  # no part of ours


def is_as_signed(agency: Agency, rule_id: str, plan_id: str, signed: Mapping[str, Any]) -> bool:
    """Whether the newest that the evidence store holds of a plan's certificate is what its line in the ledger says."""
    store = agency.store(agency.settings.agency.evidence)
    keys = [certificate_key(rule_id, each) for each in certificate_ids(plan_id, int(signed.get("parts", 1)))]
    there = store.versions_of(keys)
    if not all(there.get(key) for key in keys):
        return False
    return digest_of(store.sha256(key) for key in keys) == str(signed["sha256"])


def versions_of_plan(store: ObjectStore, rule_id: str, plan_id: str) -> Iterator[ObjectVersion]:
    """Every version of everything that was ever written about a plan."""
    for version in store.list_versions(certificate_key(rule_id, plan_id, "")):
        # What follows an id is a part's number or a suffix: another plan's id may begin alike.
        if version.key.removeprefix(certificate_key(rule_id, plan_id, ""))[:1] in {"-", "."}:
            yield version


def versions_of_plans(store: ObjectStore, rule_id: str, plan_ids: Collection[str]) -> Iterator[ObjectVersion]:
    """The same of any of these plans of a rule, in one listing."""
    for version in store.list_versions(certificate_key(rule_id, "", "")):
        certificate_id = version.key.removeprefix(certificate_key(rule_id, "", "")).partition(".")[0]
        if certificate_id in plan_ids or certificate_id.rpartition("-")[0] in plan_ids:
            yield version
