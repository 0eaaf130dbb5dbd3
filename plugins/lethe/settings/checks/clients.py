"""Clients: each with a place of its own, and a second person who can approve."""

from collections.abc import Iterator
from itertools import combinations

from lethe.settings.checks.places import nested, reach
from lethe.settings.clients import Client
from lethe.settings.draft import Draft
from lethe.settings.errors import Problem
from lethe.settings.places import StoreRole
from lethe.settings.words import nearest


def check_clients(draft: Draft) -> Iterator[Problem]:
    """`clients.yaml` against itself and against the stores."""
    clients = draft.clients.value.clients if draft.clients.value else {}
    for client_id, client in clients.items():
        yield from _store(draft, client_id, client)
        yield from _second_person(draft, client_id, client)
        yield from _who_is_told(draft, client_id, client)
    yield from _shared_places(draft, clients)
    yield from _unused_stores(draft)


def _store(draft: Draft, client_id: str, client: Client) -> Iterator[Problem]:
    known = draft.places.ids("stores")
    steps = ("clients", client_id, "store")
    if not known:
        return
    if client.store not in known:
        ours = draft.places.value.stores if draft.places.value else {}
        fit = [store_id for store_id, store in ours.items() if store.role is StoreRole.CLIENT] or known
        yield draft.clients.problem(steps, f"unknown store '{client.store}'.{nearest(client.store, fit)}")
        return
    store = draft.places.value.stores.get(client.store) if draft.places.value else None
    if store is not None and store.role is not StoreRole.CLIENT:
        yield draft.clients.problem(
            steps, f"store '{client.store}' has the role '{store.role}'; a client receives in a store of role 'client'"
        )


def _second_person(draft: Draft, client_id: str, client: Client) -> Iterator[Problem]:
    for number, requester in enumerate(client.requesters):
        # As `publish` compares them: two spellings of one name are no second person.
        others = {approver.casefold() for approver in client.approvers} - {requester.casefold()}
        if not others:
            spelled = " (upper and lower case make no other person)" if requester not in client.approvers else ""
            yield draft.clients.problem(
                ("clients", client_id, "requesters", number),
                f"nobody else could approve what '{requester}' asks for{spelled}; name an approver who is another "
                "person",
            )


def _who_is_told(draft: Draft, client_id: str, client: Client) -> Iterator[Problem]:
    steps = ("clients", client_id, "keeps_copies")
    if client.keeps_copies and not client.contacts:
        yield draft.clients.problem(
            steps, "a client that keeps copies is told when they must go (P4.2); name whom in contacts"
        )
    if client.keeps_copies and draft.agency.value is not None and draft.agency.value.dpo is None:
        yield draft.clients.problem(
            steps, "when this client does not attest, somebody must hear of it (P4.2); name the dpo in agency.yaml"
        )


def _shared_places(draft: Draft, clients: dict[str, Client]) -> Iterator[Problem]:
    places = draft.places.value
    if places is None:
        return
    spots = {
        client_id: reach(places, places.stores[client.store], client.prefix)
        for client_id, client in clients.items()
        if client.store in places.stores
    }
    for (one, spot), (other, other_spot) in combinations(spots.items(), 2):
        if nested(spot, other_spot):
            yield draft.clients.problem(
                ("clients", other, "prefix"),
                f"its place is, holds or lies in that of client '{one}': one would see what the other is sent",
            )


def _unused_stores(draft: Draft) -> Iterator[Problem]:
    if draft.clients.value is None or draft.places.value is None or not draft.clients.whole:
        return
    used = {client.store for client in draft.clients.value.clients.values()}
    for store_id, store in draft.places.value.stores.items():
        if store.role is StoreRole.CLIENT and store_id not in used:
            yield draft.places.problem(("stores", store_id), "no client in clients.yaml uses this client store")
