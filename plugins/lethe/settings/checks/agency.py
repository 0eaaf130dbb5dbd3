"""The agency's own entry: its evidence has a place made for it."""

from collections.abc import Iterator

from lethe.settings.draft import Draft
from lethe.settings.errors import Problem
from lethe.settings.places import StoreRole
from lethe.settings.words import nearest


def check_agency(draft: Draft) -> Iterator[Problem]:
    """`agency.yaml` against the stores."""
    if draft.agency.value is None or draft.places.document is None:
        return
    wanted = draft.agency.value.evidence
    stores = draft.places.value.stores if draft.places.value else {}
    if wanted not in draft.places.ids("stores"):
        fit = [store_id for store_id, store in stores.items() if store.role is StoreRole.EVIDENCE]
        guess = nearest(wanted, fit or draft.places.ids("stores"))
        yield draft.agency.problem(("evidence",), f"unknown store '{wanted}'.{guess}")
    elif wanted in stores and stores[wanted].role is not StoreRole.EVIDENCE:
        yield draft.agency.problem(
            ("evidence",), f"store '{wanted}' has the role '{stores[wanted].role}'; evidence needs the role 'evidence'"
        )
