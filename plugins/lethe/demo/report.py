"""What the demo shows at its end: read back from the stores and the ledger, not from what tasks said."""

import json
from collections import Counter
from pathlib import Path

from sqlalchemy import select

from anonymizers.formats import Cue, parse_transcript
from lethe.agency import Agency
from lethe.demo.agency import SampleAgency
from lethe.demo.leaks import shared_files
from lethe.ledger.recipients import all_copies
from lethe.ledger.schema import plan
from lethe.research import schema
from lethe.retention import inventory, standing
from lethe.settings.retention import RetentionRule
from lethe.sharing import export_of_run
from lethe.sharing.exports import Candidate, candidates_of, items_of, load_export
from lethe.sharing.publication import prefix_of

LEFT_OUT = {
    "barred": "of people who withdrew, objected or asked for restriction",
    "due": "due already",
    "undated": "without a date",
    "no_roster_entry": "with somebody whom no roster knows",
}
LINES = 6
WIDTH = 100


def shared(agency: Agency, run_id: str, sample: SampleAgency) -> None:
    """What went to the client: how much, which planted values still stand there, a few lines before and after."""
    export = load_export(agency, export_of_run(agency, run_id))
    files = candidates_of(agency, export.export_id)
    words = sum(file.counts["words"] for file in files)
    masked = sum(file.counts["words_masked"] for file in files)
    client = agency.settings.clients.clients[export.client_id]
    print(
        f"\nSHARED with {client.name}: {len(files)} files and a manifest; "
        f"in the mode {export.mode} {masked / words:.1%} of {words} words were masked"
    )
    print(f"  in the bucket {agency.settings.places.stores[client.store].bucket}, under {prefix_of(agency, export)}")
    left_out = agency.ledger.entries(scope=export.export_id, event="left_out")
    reasons = Counter(line.outcome for line in left_out)
    print(f"  left out: {'; '.join(f'{number} {LEFT_OUT[why]}' for why, number in reasons.most_common()) or 'nothing'}")
    published = list(shared_files(agency, sample, export.export_id))
    planted = sum(len(file.planted) for file in published)
    leaks = sum(len(file.leaks) for file in published)
    print(f"  of {planted} personal values planted in the raw files, {leaks} can still be read there")
    transcript = next(file for file in files if file.name.endswith(".vtt"))
    before = _raw_cues(agency, export.export_id, transcript)
    after = _published_cues(agency, client.store, prefix_of(agency, export) + transcript.name)
    print(f"  a few lines of {transcript.name}, before and after:")
    changed = [(old, new) for old, new in zip(before, after, strict=False) if old.text != new.text]
    for old, new in changed[:LINES]:
        print(f"    - {_line(old)}")
        print(f"    + {_line(new)}")


def forgotten(agency: Agency) -> None:
    """What was deleted and why, what was kept and why, and where the certificates lie."""
    print("\nDELETED")
    with agency.ledger.engine.connect() as connection:
        plans = connection.execute(select(plan).order_by(plan.c.frozen_at)).mappings().all()
    for row in plans:
        rule = agency.settings.retention.rules[row["rule_id"]]
        lines = agency.ledger.entries(scope=row["plan_id"], event="deleted")
        if not lines:
            continue
        overdue = sum(str(line.details["due"]) < row["today"].isoformat() for line in lines)
        places = Counter(str(line.details["place"]) for line in lines)
        print(f"  {row['rule_id']} ({rule.clause}, {_window(rule)}): {len(lines)} gone, {overdue} of them overdue")
        print(f"    from {', '.join(f'{place} {number}' for place, number in sorted(places.items()))}")
        _certificate(agency, row["rule_id"], row["plan_id"])
    print("KEPT")
    today = agency.today()
    for rule_id, rule in agency.settings.retention.rules.items():
        held = inventory(agency, rule_id)
        stands: Counter[str] = Counter(standing(thing, today) for thing in held)
        print(f"  {rule_id} ({rule.clause}): {', '.join(_why(stands)) or 'nothing held'}")
    left = [copy for copy in all_copies(agency.ledger) if copy.deleted_at is None]
    print(f"  at clients: {len(left)} objects, the first falls due on {min(copy.due for copy in left)}")


def _certificate(agency: Agency, rule_id: str, plan_id: str) -> None:
    store = agency.settings.places.stores[agency.settings.agency.evidence]
    storage = Path(str(agency.connection(store.connection).extra["path"]))
    path = storage / store.bucket / store.prefix / "certificates" / rule_id / f"{plan_id}.json"
    document = json.loads(path.read_bytes())
    listed = document["verification"]["listed_at"]
    print(f"    {document['result']['absent']} shown to be absent by a listing at {listed}; certificate: {path}")
    print(f"    to read and print: {path.with_suffix('.pdf')}")


def _why(stands: Counter[str]) -> list[str]:
    words = {
        "not_yet": "not due yet",
        "undated": "without a date: reported until somebody dates them",
        "unknown": "belonging to nothing known: reported",
        "due": "due today and still here",
        "overdue": "OVERDUE",
    }
    return [f"{stands[name]} {words[name]}" for name in words if stands[name]]


def _window(rule: RetentionRule) -> str:
    unit, number = ("calendar month", rule.keep_months) if rule.keep_months else ("day", rule.keep_days)
    return f"{number} {unit}{'s' if number != 1 else ''} from the {rule.starts_at.value}"


def _raw_cues(agency: Agency, export_id: str, file: Candidate) -> tuple[Cue, ...]:
    item = next(item for item in items_of(agency, export_id) if item.item_no == file.item_no)
    with agency.research.connect() as connection:
        row = connection.execute(
            select(schema.asset.c.store_id, schema.asset.c.key).where(schema.asset.c.asset_id == item.sources[0])
        ).one()
    return parse_transcript(agency.store(row.store_id).read(row.key), ".vtt").cues


def _published_cues(agency: Agency, store_id: str, key: str) -> tuple[Cue, ...]:
    return parse_transcript(agency.store(store_id).read(key), ".vtt").cues


def _line(cue: Cue) -> str:
    text = f"{cue.speaker}: {cue.text}" if cue.speaker else cue.text
    text = " ".join(text.split())
    return text if len(text) <= WIDTH else text[: WIDTH - 1] + "…"
