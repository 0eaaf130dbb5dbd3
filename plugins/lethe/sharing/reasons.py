"""Why each place of a candidate was masked, kept beside it in the staging store for its reviewer; never published.

One JSON Lines file for each candidate file, under `reasons/` of its export. It says where, what kind, who found it and
what stands there now. It does not say what stood there: staging holds no second raw copy (P4.5). Cues and rows are
numbers, and which transcript or answers they are counted in is known to the ledger alone.
"""

import json
from collections.abc import Iterable
from typing import Any

from anonymizers.reasons import Place, Reason

FOLDER = "reasons/"


def reasons_key(export_id: str, name: str) -> str:
    """Where the reasons of a candidate file lie in the staging store: gone with everything of their export."""
    return f"exports/{export_id}/{FOLDER}{name}.jsonl"


def reasons_jsonl(reasons: Iterable[Reason]) -> bytes:
    """One line of JSON for each masked place, in the order of the source."""
    return b"".join(json.dumps(reason_line(reason), ensure_ascii=False).encode() + b"\n" for reason in reasons)


def reason_line(reason: Reason) -> dict[str, Any]:
    """One masked place as plain values."""
    counted = "row" if reason.part == "cell" else "cue"
    column = {"column": reason.column} if reason.column else {}

    def place(one: Place) -> dict[str, Any]:
        return {counted: one.number, **column, "start": one.start, "end": one.end}

    return {
        "part": reason.part,
        "source": place(reason.source),
        "candidate": place(reason.candidate),
        "entity": reason.entity,
        "layer": reason.layer,
        "recogniser": reason.recogniser,
        "score": round(reason.score, 3),
        "replacement": reason.replacement,
    }
