"""Holds: what keeps a thing from being deleted, by whom, why and until when (P5.5, legal claims).

A hold wins over every window and over erasure. It ends by itself unless it is renewed: one that nobody remembers must
not keep a person's data for ever.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from secrets import token_hex
from typing import Any, Literal, get_args

from sqlalchemy import Connection, insert, select, update

from lethe.agency import Agency
from lethe.ledger import Entry
from lethe.ledger.schema import hold as hold_table
from lethe.research import schema
from lethe.retention.belonging import NOBODY_TOLD, UNKNOWN, Scopes
from lethe.retention.errors import RetentionError

HoldKind = Literal["legal", "restriction"]
KINDS: tuple[str, ...] = get_args(HoldKind)
SCOPE_KINDS = ("study", "session", "participant", "client", "place", "rule")
LONGEST = timedelta(days=366)
"""A hold is renewed at least once a year, or ends."""

_SCOPE = re.compile(rf"(?P<kind>{'|'.join(SCOPE_KINDS)}):(?P<id>[^\s:]{{1,63}})")
_REASON = re.compile(r"(?=.*[0-9])[A-Za-z0-9][A-Za-z0-9 ._/#-]{1,99}")


class HoldError(RetentionError):
    """A hold that was not placed, renewed or ended; the others are as they were."""

    may_pass = False


@dataclass(frozen=True)
class Hold:
    """One hold. `until` is the last day on which it keeps anything.

    `studies` are those its scope reached into when it was placed; in `active_holds`, of a client, those of now as well.
    """

    hold_id: str
    kind: HoldKind
    scope: str
    studies: tuple[str, ...]
    reason: str
    placed_by: str
    placed_at: datetime
    until: date
    ended_at: datetime | None = None
    ended_by: str | None = None


class Holds:
    """The holds of one moment, asked for each thing that is due."""

    def __init__(self, active: Iterable[Hold] = ()) -> None:
        self._by_scope: dict[str, Hold] = {}
        self._people: list[Hold] = []
        for hold in active:
            self._by_scope.setdefault(hold.scope, hold)
            if hold.scope.startswith("client:"):
                # What was collected for a client is held with what lies there.
                for study_id in hold.studies:
                    self._by_scope.setdefault(f"study:{study_id}", hold)
            if hold.scope.startswith(("session:", "participant:")):
                self._people.append(hold)

    def __bool__(self) -> bool:
        return bool(self._by_scope)

    def on(self, scopes: Scopes) -> Hold | None:
        """The hold that keeps a thing of these scopes; none where it may go.

        Where it is not known whose a thing is, every hold that could mean it keeps it: a deletion cannot be undone.
        """
        for one in scopes:
            if one in self._by_scope:
                return self._by_scope[one]
        if UNKNOWN not in scopes and NOBODY_TOLD not in scopes:
            return None
        studies = {one.partition(":")[2] for one in scopes if one.startswith("study:")}
        if not studies:
            return next(
                (hold for hold in self._by_scope.values() if not hold.scope.startswith(("place:", "rule:"))), None
            )
        could = (hold for hold in self._people if UNKNOWN in scopes or hold.scope.startswith("participant:"))
        return next((hold for hold in could if studies & set(hold.studies) or not hold.studies), None)


def active_holds(agency: Agency, kind: HoldKind | None = None) -> Holds:
    """What holds on the agency's own date now, of one kind or of any."""
    today = agency.today()
    return Holds(
        _with_studies_of_now(agency, hold)
        for hold in all_holds(agency)
        if hold.ended_at is None and hold.until >= today and kind in (None, hold.kind)
    )


def _with_studies_of_now(agency: Agency, hold: Hold) -> Hold:
    """The same; one on a client reaches into every study that is the client's now, and those that were its then."""
    kind, _, client_id = hold.scope.partition(":")
    if kind != "client":
        return hold
    return replace(hold, studies=tuple(sorted({*hold.studies, *_studies_of_client(agency, client_id)})))


def all_holds(agency: Agency) -> list[Hold]:
    """Every hold there ever was, in the order they were placed."""
    query = select(hold_table).order_by(hold_table.c.placed_at, hold_table.c.hold_id)
    with agency.ledger.engine.connect() as connection:
        rows = connection.execute(query).mappings().all()
    return [Hold(**{**row, "studies": tuple(row["studies"])}) for row in rows]


def place_hold(
    agency: Agency, *, kind: str, scope: str, reason: str, by: str, until: date, hold_id: str | None = None
) -> Hold:
    """Place a hold; from now on nothing in its scope is deleted.

    Raises:
        HoldError: an unknown kind or scope, an id that names nothing, a day that is past or too far, a reason that is
            no code or reference.
    """
    if kind not in KINDS:
        raise HoldError(f"a hold is of the kind {' or '.join(KINDS)}; nothing was placed")
    _refuse_reason(reason)
    _refuse_person("--by", by)
    _refuse_day(agency, until)
    studies = _studies_of(agency, scope)
    hold = Hold(hold_id or f"h-{token_hex(6)}", kind, scope, studies, reason, by, agency.now(), until)  # type: ignore[arg-type]
    row = {**hold.__dict__, "studies": list(studies)}
    agency.ledger.append(
        [Entry("hold_placed", hold.hold_id, hold.hold_id, kind, _told(agency, hold))],
        also=lambda connection: connection.execute(insert(hold_table), [row]),
    )
    return hold


def renew_hold(agency: Agency, hold_id: str, *, by: str, until: date) -> Hold:
    """Let a hold go on until another day. One that has run out can be renewed; one that was ended cannot.

    Raises:
        HoldError: no such hold, one that was ended, or a day that is past or too far.
    """
    _open(agency, hold_id)
    _refuse_person("--by", by)
    _refuse_day(agency, until)
    agency.ledger.append(
        [Entry("hold_renewed", hold_id, f"{hold_id}:{agency.now().isoformat()}", until.isoformat(), {"by": by})],
        also=lambda connection: _set(connection, hold_id, {"until": until}),
    )
    return _open(agency, hold_id)


def end_hold(agency: Agency, hold_id: str, *, by: str) -> None:
    """End a hold; what it kept goes with the next run of its rule.

    Raises:
        HoldError: no such hold, or one that was ended before.
    """
    _open(agency, hold_id)
    _refuse_person("--by", by)
    agency.ledger.append(
        [Entry("hold_ended", hold_id, hold_id, "ended", {"by": by})],
        also=lambda connection: _set(connection, hold_id, {"ended_at": agency.now(), "ended_by": by}),
    )


def _open(agency: Agency, hold_id: str) -> Hold:
    hold = next((one for one in all_holds(agency) if one.hold_id == hold_id), None)
    if hold is None:
        raise HoldError(f"there is no hold '{hold_id}'; `lethe hold list` names them. Nothing was changed")
    if hold.ended_at is not None:
        raise HoldError(f"hold '{hold_id}' was ended before; place another. Nothing was changed")
    return hold


def _set(connection: Connection, hold_id: str, values: Mapping[str, Any]) -> None:
    connection.execute(update(hold_table).where(hold_table.c.hold_id == hold_id).values(**values))


def _told(agency: Agency, hold: Hold) -> dict[str, Any]:
    """What the ledger keeps of it: of a participant or session, a keyed reference alone."""
    kind, _, value = hold.scope.partition(":")
    named = agency.ledger.reference(kind, value) if kind in {"participant", "session"} else value
    return {"scope": f"{kind}:{named}", "until": hold.until.isoformat(), "by": hold.placed_by, "reason": hold.reason}


def _refuse_reason(reason: str) -> None:
    if not _REASON.fullmatch(reason):
        raise HoldError(
            "give the reason as a code or a reference with a number in it, such as 'claim 2027-14': letters, digits, "
            "spaces and ._/#-, 100 at most, and no person's name. Nothing was placed"
        )


def _refuse_person(option: str, by: str) -> None:
    if not re.fullmatch(r"[\w.@+-]{1,100}", by):
        raise HoldError(f"{option} takes a user name of the agency; nothing was changed")


def _refuse_day(agency: Agency, until: date) -> None:
    today = agency.today()
    if until < today:
        raise HoldError(f"{until.isoformat()} is past; a hold lasts until today or a later day. Nothing was changed")
    if until > today + LONGEST:
        raise HoldError(
            f"{until.isoformat()} is more than a year away; place it until {(today + LONGEST).isoformat()} at most and "
            "renew it. Nothing was changed"
        )


def _studies_of(agency: Agency, scope: str) -> tuple[str, ...]:
    """The studies that a scope reaches into, once it is known to name something."""
    match = _SCOPE.fullmatch(scope)
    if match is None:
        raise HoldError(f"a scope is {', '.join(f'{kind}:ID' for kind in SCOPE_KINDS)}; nothing was placed")
    kind, value = match["kind"], match["id"]
    settings = agency.settings
    known: Mapping[str, Collection[str]] = {
        "study": settings.studies,
        "client": settings.clients.clients,
        "rule": settings.retention.rules,
        "place": [*settings.places.stores, *settings.places.tables, "research"],
    }
    if kind in known:
        if value not in known[kind]:
            raise HoldError(f"there is no {kind} '{value}' in the configuration; nothing was placed")
        if kind == "study":
            return (value,)
        if kind == "client":
            return _studies_of_client(agency, value)
        return ()
    studies = _studies_on_record(agency, kind, value)
    if not studies:
        raise HoldError(f"the research database knows no {kind} of that id; nothing was placed")
    return tuple(sorted(studies))


def _studies_of_client(agency: Agency, client_id: str) -> tuple[str, ...]:
    return tuple(sorted(one for one, study in agency.settings.studies.items() if study.client == client_id))


def _studies_on_record(agency: Agency, kind: str, value: str) -> set[str]:
    session, member = schema.session.c, schema.session_participant.c
    answer, part = schema.survey_response.c, schema.participation.c
    if kind == "session":
        queries: Sequence[Any] = [select(session.study_id).where(session.session_id == value)]
    else:
        queries = [
            select(session.study_id)
            .join(schema.session_participant, member.session_id == session.session_id)
            .where(member.participant_id == value),
            select(answer.study_id).where(answer.participant_id == value),
            select(part.study_id).where(part.participant_id == value),
        ]
    with agency.research.connect() as connection:
        return {study_id for query in queries for study_id in connection.execute(query).scalars()}
