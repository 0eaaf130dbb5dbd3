"""Which of a study's sessions and answers an export takes, and why the others stay out."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, insert, or_, select

from anonymizers.modes import MODES
from anonymizers.nlp_choice import lacking
from lethe.agency import Agency
from lethe.ledger import Entry
from lethe.ledger import schema as working
from lethe.research import people, schema
from lethe.retention.belonging import scope
from lethe.retention.due import due_date
from lethe.retention.holds import active_holds
from lethe.settings.modes import unkept
from lethe.settings.retention import ItemKind, RetentionRule
from lethe.settings.words import nearest, shown
from lethe.sharing.errors import ExportRefusedError
from lethe.sharing.exports import Export, items_of

FORMATS = ("same", "txt", "docx")
"""What a transcript can be given as: the format family it came in, plain text, or a Word document."""

MAX_TRANSCRIPT_BATCHES = 3  # every mapped task pays seconds of imports; the survey table is a batch of its own


@dataclass(frozen=True)
class Selection:
    """A frozen selection: ids, counts and batch numbers, fit to pass through Airflow."""

    export_id: str
    batches: tuple[int, ...]
    sessions: int
    answers: int
    left_out: dict[str, int]


@dataclass(frozen=True)
class _Item:
    kind: str
    sources: tuple[str, ...]
    due: date
    clause: str


def select_export(
    agency: Agency, *, study_id: str, formats: Sequence[str], mode: str | None, requested_by: str | None, run_id: str
) -> Selection:
    """Freeze what one run of an export shares, and how carefully (P4.5). Without a mode, the study's own counts.

    A run that selected before gets the same selection again: repeating a run gives the same bytes.
    Sessions and answers are left out, by id in the ledger, when their day has come, when they have no date, when
    somebody in them withdrew, objected or is restricted, or when somebody in them has no roster entry: a name that
    nobody knows could not be found.

    Raises:
        ExportRefusedError: an unknown study, format or mode, a mode whose layers are not configured, a person who may
            not ask, an NLP engine that is not installed here, or nothing to share.
    """
    _check_request(agency, study_id, formats, mode, requested_by)
    earlier = _selected_before(agency, run_id, study_id)
    if earlier is not None:
        return earlier
    client_id = agency.settings.studies[study_id].client
    export_id = "x-" + hashlib.sha256(f"{study_id}\n{run_id}".encode()).hexdigest()[:16]
    with agency.research.connect() as connection:
        items, refusals = _choose(agency, connection, study_id)
        roster = people.people_of(connection, study_id)
    if not items:
        raise ExportRefusedError(
            f"study '{study_id}' has nothing that may be shared: {_in_words(refusals)}. "
            "The client's bucket is as it was."
        )
    _ensure_pseudonym_key(agency, study_id, client_id)
    batches = _batches(items)
    row = {
        "export_id": export_id,
        "run_id": run_id,
        "study_id": study_id,
        "client_id": client_id,
        "mode": mode or agency.settings.mode_of(study_id),
        "formats": sorted(set(formats)),
        "requested_by": requested_by,
        "selected_at": agency.now(),
        "roster_digest": roster_digest(agency, people.canonical(roster)),
        "state": "selected",
    }
    lines = [
        {
            "export_id": export_id,
            "item_no": number,
            "batch": batch,
            "kind": item.kind,
            "sources": list(item.sources),
            "due": item.due,
            "clause": item.clause,
        }
        for number, (batch, item) in enumerate(zip(batches, items, strict=True))
    ]

    def freeze(connection: Connection) -> None:
        connection.execute(insert(working.export), [row])
        connection.execute(insert(working.export_item), lines)

    counts = Counter(reason for _, reason in refusals)
    agency.ledger.append(
        [Entry("left_out", export_id, item_id, reason, {"study_id": study_id}) for item_id, reason in sorted(refusals)]
        + [
            Entry(
                "selected",
                export_id,
                export_id,
                "frozen",
                {
                    "study_id": study_id,
                    "client_id": client_id,
                    "requested_by": requested_by,
                    "mode": row["mode"],
                    "items": len(items),
                    "left_out": dict(counts),
                },
            )
        ],
        also=freeze,
    )
    selection = _selected_before(agency, run_id, study_id)
    assert selection is not None  # noqa: S101 - just written
    return selection


def no_longer_sharable(agency: Agency, export: Export) -> int:
    """How many of an export's transcripts and answers could not be selected now: withdrawn, due or gone since."""
    with agency.research.connect() as connection:
        items, _ = _choose(agency, connection, export.study_id)
    sharable = {source for item in items for source in item.sources}
    return sum(source not in sharable for item in items_of(agency, export.export_id) for source in item.sources)


def _ensure_pseudonym_key(agency: Agency, study_id: str, client_id: str) -> None:
    """Make the study's key for this client on first use; a key that was made and is not there is an error."""
    name = f"{study_id}/{client_id}"
    made = len(agency.ledger.entries(event="key_created", reference=name))
    destroyed = len(agency.ledger.entries(event="key_destroyed", reference=name))
    exists = agency.keys.has_pseudonym_key(study_id, client_id)
    if made > destroyed and not exists:
        raise ExportRefusedError(
            f"the pseudonym key of study '{study_id}' for client '{client_id}' is missing: a new one would break the "
            "link with what was shared before. Restore the key store from its backup"
        )
    if made <= destroyed:
        # Also for a key that is there: a run killed here left it without its line, and its loss would go unseen.
        agency.keys.create_pseudonym_key(study_id, client_id)
        agency.ledger.append([Entry("key_created", f"{destroyed + 1}", name, "created")])


def roster_digest(agency: Agency, roster: str) -> str:
    """A keyed digest of what is known of a study's people: a plain one could be guessed from a phone book."""
    return agency.ledger.reference("roster", roster).rpartition(":")[2]


def _check_request(
    agency: Agency, study_id: str, formats: Sequence[str], mode: str | None, requested_by: str | None
) -> None:
    settings = agency.settings
    if study_id not in settings.studies:
        raise ExportRefusedError(
            f"there is no study '{study_id}' under config/studies; known: {', '.join(sorted(settings.studies))}"
        )
    unknown = sorted(set(formats) - set(FORMATS))
    if unknown or not formats:
        raise ExportRefusedError(f"formats must be some of {', '.join(FORMATS)}; {len(unknown)} given are unknown")
    if mode is not None and mode not in MODES:
        raise ExportRefusedError(f"there is no mode {shown(mode)}.{nearest(mode, MODES)} Nothing was shared")
    less = unkept(mode or settings.mode_of(study_id), settings.anonymisation.layers)
    if less is not None:
        raise ExportRefusedError(f"{less}. Nothing was shared")
    missing = [lack.said for engine in settings.anonymisation.engines for lack in lacking(engine)]
    if missing:
        raise ExportRefusedError(f"{'; '.join(missing)}. Nothing was shared")
    client = settings.client_of(study_id)
    if not requested_by:
        raise ExportRefusedError("nobody is named as the one who asks; start the export from the Airflow UI or API")
    if requested_by not in client.requesters:
        raise ExportRefusedError(
            f"user '{requested_by}' is not among the requesters of client '{settings.studies[study_id].client}' "
            "in config/clients.yaml"
        )


def _selected_before(agency: Agency, run_id: str, study_id: str) -> Selection | None:
    with agency.ledger.engine.connect() as connection:
        row = connection.execute(select(working.export).where(working.export.c.run_id == run_id)).mappings().first()
        if row is None:
            return None
        if row["study_id"] != study_id:
            raise ExportRefusedError(
                f"run already exported study '{row['study_id']}'; start a new run for another study"
            )
        items = connection.execute(
            select(working.export_item).where(working.export_item.c.export_id == row["export_id"])
        ).mappings()
        lines = list(items)
    left_out = Counter(line.outcome for line in agency.ledger.entries(scope=row["export_id"], event="left_out"))
    return Selection(
        export_id=row["export_id"],
        batches=tuple(sorted({line["batch"] for line in lines})),
        sessions=sum(line["kind"] == "transcript" for line in lines),
        answers=sum(len(line["sources"]) for line in lines if line["kind"] == "survey"),
        left_out=dict(left_out),
    )


def _choose(agency: Agency, connection: Connection, study_id: str) -> tuple[list[_Item], list[tuple[str, str]]]:
    """The items to share and, for each one left out, its id and the reason."""
    person = schema.participant.c
    # A row without any name is none: details blanked on opt-out leave a name in the text that nobody looks for.
    named = or_(person.first_name != "", person.last_name != "", person.preferred_name != "")
    known = set(connection.execute(select(person.participant_id).where(named)).scalars())
    barred = people.barred(connection, study_id)
    restricted = active_holds(agency, "restriction")
    study = (scope("study", study_id), scope("client", agency.settings.studies[study_id].client))
    items: list[_Item] = []
    refusals: list[tuple[str, str]] = []

    def standing(people_ids: set[str], due: date | None, *own: str) -> str | None:
        if due is None:
            return "undated"
        if due <= agency.today():
            return "due"
        if not people_ids or people_ids - known:
            return "no_roster_entry"
        scopes = (*study, *own, *(scope("participant", person_id) for person_id in people_ids))
        # A restriction is placed as a hold: what it names is kept, and used for nothing else (P5.5).
        return "barred" if people_ids & barred or restricted.on(scopes) else None

    seats: dict[str, set[str]] = {}
    for row in connection.execute(select(schema.session_participant)).mappings():
        seats.setdefault(row["session_id"], set()).add(row["participant_id"])
    transcripts = (
        select(schema.asset.c.asset_id, schema.session.c.session_id, schema.session.c.started_at)
        .join(schema.session, schema.session.c.session_id == schema.asset.c.session_id)
        .where(schema.session.c.study_id == study_id, schema.asset.c.kind == ItemKind.TRANSCRIPT.value)
        .order_by(schema.asset.c.asset_id)
    )
    rule = rule_for(agency, ItemKind.TRANSCRIPT)
    for asset_id, session_id, started_at in connection.execute(transcripts):
        due = due_date(started_at, rule, agency.settings.agency.zone) if started_at else None
        reason = standing(seats.get(session_id, set()), due, scope("session", session_id))
        if reason is None and due is not None:
            items.append(_Item("transcript", (asset_id,), due, rule.clause))
        else:
            refusals.append((asset_id, reason or "undated"))

    if agency.settings.studies[study_id].survey is None:
        return items, refusals
    rule = rule_for(agency, ItemKind.SURVEY_ANSWER)
    answers = select(
        schema.survey_response.c.response_id,
        schema.survey_response.c.participant_id,
        schema.survey_response.c.answered_at,
    ).where(schema.survey_response.c.study_id == study_id)
    kept: list[tuple[str, date]] = []
    for response_id, participant_id, answered_at in connection.execute(answers):
        due = due_date(answered_at, rule, agency.settings.agency.zone) if answered_at else None
        reason = standing({participant_id}, due)
        if reason is None and due is not None:
            kept.append((response_id, due))
        else:
            refusals.append((response_id, reason or "undated"))
    if kept:
        # The whole table goes on the day of its earliest answer: the stricter reading of P4.3.
        earliest = min(due for _, due in kept)
        items.append(_Item("survey", tuple(sorted(ref for ref, _ in kept)), earliest, rule.clause))
    return items, refusals


def rule_for(agency: Agency, kind: ItemKind) -> RetentionRule:
    """The retention rule that covers a kind; without one nothing of it may be shared."""
    for rule in agency.settings.retention.rules.values():
        if rule.items == kind:
            return rule
    raise ExportRefusedError(f"no rule in config/retention.yaml covers '{kind.value}': its due date is unknown")


def _batches(items: Sequence[_Item]) -> list[int]:
    """A batch number for each item: transcripts dealt over at most three, the survey table alone in another."""
    transcripts = sum(item.kind == "transcript" for item in items)
    width = min(MAX_TRANSCRIPT_BATCHES, transcripts)
    return [
        number % width if item.kind == "transcript" else MAX_TRANSCRIPT_BATCHES for number, item in enumerate(items)
    ]


def _in_words(refusals: Sequence[tuple[str, str]]) -> str:
    counts = Counter(reason for _, reason in refusals)
    return ", ".join(f"{number} {reason}" for reason, number in sorted(counts.items())) or "it holds no items"
