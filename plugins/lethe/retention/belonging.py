"""Whom and what a thing belongs to: what a hold may name.

A scope is `kind:id`: `study:banking-app`, `session:s-12`, `participant:p-7`, `client:brightwell`, `place:sessions`.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import select

from lethe.agency import Agency
from lethe.ledger.schema import candidate, export, export_item
from lethe.research import schema

Scopes = tuple[str, ...]
UNKNOWN = "unknown"
"""Among a thing's scopes where its sessions or people cannot all be told."""
NOBODY_TOLD = "nobody told"
"""Among a thing's scopes where its session is known, if it has one, and its people are not."""


def scope(kind: str, value: str) -> str:
    """The scope of that kind and id."""
    return f"{kind}:{value}"


def study_in(scopes: Scopes) -> str:
    """The id of the study among scopes; empty where there is none."""
    return next((one.partition(":")[2] for one in scopes if one.startswith("study:")), "")


@dataclass(frozen=True)
class People:
    """Who took part in each session."""

    by_session: Mapping[str, Scopes] = field(repr=False)

    def of_session(self, study_id: str, session_id: str) -> Scopes:
        """A session's scopes: its study, itself, everybody in it; where nobody is on record, `NOBODY_TOLD`."""
        return (
            scope("study", study_id),
            scope("session", session_id),
            *self.by_session.get(session_id, (NOBODY_TOLD,)),
        )


def people(agency: Agency) -> People:
    """Read once for a listing."""
    found: dict[str, list[str]] = {}
    row = schema.session_participant.c
    with agency.research.connect() as connection:
        for session_id, participant_id in connection.execute(select(row.session_id, row.participant_id)):
            found.setdefault(session_id, []).append(scope("participant", participant_id))
    return People({session_id: tuple(ids) for session_id, ids in found.items()})


def scopes_of_exports(agency: Agency, export_ids: Collection[str]) -> Callable[[str, str | None], Scopes]:
    """What tells the scopes of one file of an export, or (None) of all that the export was made from.

    A source that is gone, or a file that no candidate row names, leaves people untold: `UNKNOWN` is among the scopes.
    """
    wanted = set(export_ids)
    if not wanted:
        return lambda _export_id, _name: (UNKNOWN,)
    of_source = _scopes_of_sources(agency)
    heads: dict[str, Scopes] = {}
    items: dict[tuple[str, int], tuple[str, ...]] = {}
    files: dict[tuple[str, str], int] = {}
    with agency.ledger.engine.connect() as connection:
        for row in connection.execute(select(export.c.export_id, export.c.study_id, export.c.client_id)):
            if row.export_id in wanted:
                heads[row.export_id] = (scope("study", row.study_id), scope("client", row.client_id))
        for row in connection.execute(select(export_item.c.export_id, export_item.c.item_no, export_item.c.sources)):
            if row.export_id in wanted:
                items[row.export_id, row.item_no] = tuple(row.sources)
        for row in connection.execute(select(candidate.c.export_id, candidate.c.name, candidate.c.item_no)):
            if row.export_id in wanted:
                files[row.export_id, row.name] = row.item_no

    def scopes(export_id: str, name: str | None) -> Scopes:
        number = files.get((export_id, name)) if name is not None else None
        if number is None:
            numbers: Iterable[int] = [no for one, no in items if one == export_id]
            untold = name is not None
        else:
            numbers, untold = [number], False
        sources = [source for no in numbers for source in items.get((export_id, no), ())]
        found = dict.fromkeys(heads.get(export_id, ()))
        for source in sources:
            found.update(dict.fromkeys(of_source.get(source, (UNKNOWN,))))
        if untold or not sources:
            found[UNKNOWN] = None
        return tuple(found)

    return scopes


def _scopes_of_sources(agency: Agency) -> dict[str, Scopes]:
    """The scopes of each asset and each answer that is still on record."""
    asset, session, answer = schema.asset.c, schema.session.c, schema.survey_response.c
    who = people(agency)
    found: dict[str, Scopes] = {}
    with agency.research.connect() as connection:
        of_assets = select(asset.asset_id, session.study_id, session.session_id).join(
            schema.session, session.session_id == asset.session_id
        )
        for asset_id, study_id, session_id in connection.execute(of_assets):
            found[asset_id] = who.of_session(study_id, session_id)
        for row in connection.execute(select(answer.response_id, answer.study_id, answer.participant_id)):
            found[row.response_id] = (scope("study", row.study_id), scope("participant", row.participant_id))
    return found
