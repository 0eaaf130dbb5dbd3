"""What clients hold out of our reach and have not attested yet, each with its due day as dated now (P4.2, P4.3)."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import select

from lethe.agency import Agency
from lethe.ledger.handovers import Handover, all_handovers
from lethe.ledger.notices import all_told, closed_items
from lethe.ledger.recipients import RecipientCopy, all_copies
from lethe.research import schema
from lethe.retention.belonging import UNKNOWN, People, Scopes, people, scope, scopes_of_exports
from lethe.retention.dating import days_by_store
from lethe.retention.due import believable_due_date
from lethe.retention.holds import Holds, active_holds
from lethe.retention.notices import Holding
from lethe.settings.retention import ItemKind, RetentionRule

ITEM_KINDS = {
    "recording": ItemKind.RECORDING,
    "transcript": ItemKind.TRANSCRIPT,
    "upload": ItemKind.UPLOAD,
    "survey": ItemKind.SURVEY_ANSWER,
}
"""What may be handed over, and the kind of item it is a copy of."""


def rule_for(agency: Agency, kind: str) -> RetentionRule:
    """The rule that a copy of that kind follows; an upload without a rule of its own goes with the recordings."""
    rules = {rule.items: rule for rule in agency.settings.retention.rules.values()}
    return rules.get(ITEM_KINDS[kind]) or rules[ItemKind.RECORDING]


def holdings(agency: Agency) -> list[Holding]:
    """Every handover, and every registered copy of a client that keeps copies, until the client attests.

    That a copy is gone from the client's bucket changes nothing here: what was taken out of it before is still there.
    """
    closed = closed_items(agency.ledger)
    holds = active_holds(agency)
    told = {row.item_id for row in all_told(agency.ledger)}
    return [*_copies(agency, closed, told, holds), *_handovers(agency, closed, holds)]


def _copies(agency: Agency, closed: Collection[str], told: Collection[str], holds: Holds) -> list[Holding]:
    copies = [copy for copy in all_copies(agency.ledger) if _is_kept(agency, copy, told)]
    copies = [copy for copy in copies if _copy_id(copy) not in closed]
    days = days_by_store(agency, copies)
    people_in = scopes_of_exports(agency, {copy.export_id for copy in copies} if holds else ())

    def kept(copy: RecipientCopy) -> bool:
        own = (scope("study", copy.study_id), scope("client", copy.client_id), scope("place", copy.store_id))
        name = copy.key.partition(f"{copy.export_id}/")[2]
        of_rules = _rule_scopes(agency, copy.kind)
        return bool(holds) and holds.on((*own, *of_rules, *people_in(copy.export_id, name))) is not None

    return [
        Holding(
            item_id=_copy_id(copy),
            client_id=copy.client_id,
            study_id=copy.study_id,
            kind=copy.kind,
            clause=copy.clause,
            due=_day_of(agency, copy, days[copy.store_id][copy.key]),
            source=copy.export_id,
            on_hold=kept(copy),
        )
        for copy in copies
    ]


def _copy_id(copy: RecipientCopy) -> str:
    return f"copy:{copy.copy_id}"


def _is_kept(agency: Agency, copy: RecipientCopy, told: Collection[str]) -> bool:
    client = agency.settings.clients.clients.get(copy.client_id)
    # Of a client that was taken out of the settings, what it was told of still awaits an answer.
    return client.keeps_copies if client else _copy_id(copy) in told


def _day_of(agency: Agency, copy: RecipientCopy, dated_now: date) -> date:
    """The day it went under, once it is gone from the bucket: what dated it was deleted with it."""
    if copy.deleted_at is None:
        return dated_now
    return copy.gone_due or min(dated_now, copy.deleted_at.astimezone(agency.settings.agency.zone).date())


def _handovers(agency: Agency, closed: Collection[str], holds: Holds) -> list[Holding]:
    given = [handover for handover in all_handovers(agency.ledger) if _handover_id(handover) not in closed]
    starts = _starts(agency) if any(handover.session_id for handover in given) else {}
    who = people(agency) if holds else People({})

    def kept(handover: Handover) -> bool:
        of_session = who.of_session(handover.study_id, handover.session_id) if handover.session_id else (UNKNOWN,)
        own = (scope("study", handover.study_id), scope("client", handover.client_id))
        return bool(holds) and holds.on((*own, *_rule_scopes(agency, handover.kind), *of_session)) is not None

    return [
        Holding(
            item_id=_handover_id(handover),
            client_id=handover.client_id,
            study_id=handover.study_id,
            kind=handover.kind,
            clause=handover.clause,
            due=_dated_now(agency, handover, starts),
            source=handover.reference,
            on_hold=kept(handover),
        )
        for handover in given
    ]


def _rule_scopes(agency: Agency, kind: str) -> Scopes:
    """The rules that copies of a kind follow, as a hold names them."""
    rules = agency.settings.retention.rules.items()
    own = rule_for(agency, kind) if kind in ITEM_KINDS else None
    return tuple(scope("rule", rule_id) for rule_id, rule in rules if rule is own or kind in rule.client_copies)


def _handover_id(handover: Handover) -> str:
    return f"handover:{handover.handover_id}"


def _dated_now(agency: Agency, handover: Handover, starts: dict[str, datetime]) -> date:
    """As with a copy in a bucket: a session dated anew brings the day forward, nothing puts it off."""
    started_at = starts.get(handover.session_id or "")
    rule = rule_for(agency, handover.kind)
    now = believable_due_date(started_at, rule, agency.settings.agency.zone, agency.now())
    return handover.due if now is None else min(handover.due, now)


def _starts(agency: Agency) -> dict[str, datetime]:
    sessions = schema.session.c
    with agency.research.connect() as connection:
        rows = connection.execute(select(sessions.session_id, sessions.started_at))
        return {row.session_id: row.started_at for row in rows if row.started_at is not None}
