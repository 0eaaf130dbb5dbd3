"""Where a plan's certificate lies in the evidence store, whole or in parts, and whether it is what was signed."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
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


def is_as_signed(agency: Agency, rule_id: str, plan_id: str, signed: Mapping[str, Any]) -> bool:
    """Whether the evidence store holds a plan's certificate as its line in the ledger (`signed`) says."""
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
