"""A verified certificate as a reader takes it: one of an older form in the form of today."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from lethe.retention.certificate import FIRST_FORMAT

AGAIN = "All of it had been deleted before, was there again, out of a backup say, and was deleted again."
NOT_STATED = "not stated in this form of certificate"


def as_current(document: Mapping[str, Any]) -> dict[str, Any]:
    """The content of a certificate whose signature was checked, in the fields of the newest form.

    What an older form does not say is said to be missing, or is None; nothing is made up.
    """
    if document["format"] != FIRST_FORMAT:
        return dict(document)
    items = [
        {
            **item,
            "study": None,
            "start_event": document["rule"]["starts_at"],
            "delete_markers": None,
            "result": "absent",
        }
        for item in document["items"]
    ]
    counts: Counter[tuple[str, str]] = Counter()
    sizes: Counter[tuple[str, str]] = Counter()
    for item in items:
        group = (item["place"], item["kind"])
        counts[group] += 1
        sizes[group] += item["bytes"]
    listed_at = document["verification"]["listed_at"]
    return {
        **document,
        "part": {"number": 1, "of": 1, "items": len(items), "previous_sha256": None},
        "controller": {"name": document["agency"]},
        "performed_by": {
            "tool": document["tool"],
            "plan": document["certificate_id"],
            "approval": {"needed": None, "by": None, "questions": []},
        },
        "rule": {
            **document["rule"],
            "as_planned": not document["rule"]["changed_since_plan"],
            "places": None,
            "client_copies": None,
        },
        "plan": {**document["plan"], "id": document["certificate_id"]},
        "times": {
            "planned_at": document["plan"]["frozen_at"],
            "deleted_not_before": None,
            "deleted_not_after": listed_at,
            "listed_at": listed_at,
        },
        "verification": {
            **document["verification"],
            "by": document["tool"],
            "method": NOT_STATED,
            "of_each": NOT_STATED,
            "places": [
                {
                    **place,
                    "kind": None,
                    "method": document["method"],
                    "listing": None,
                    "deleting_connection": None,
                    "other_than_deleting": None,
                    "residuals": document["residuals"],
                }
                for place in document["verification"]["places"]
            ],
        },
        "result": {**document["result"], "versions": None, "delete_markers": None, "bytes": sum(sizes.values())},
        "deleted": [
            {"place": place, "study": None, "kind": kind, "items": number, "bytes": sizes[place, kind]}
            for (place, kind), number in sorted(counts.items())
        ],
        "medium": {"destination": NOT_STATED, "sanitization": NOT_STATED},
        "items": items,
        "previous_certificate": None,
    }
