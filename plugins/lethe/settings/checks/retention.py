"""Retention: every promise kept, every place covered, no window longer than its clause."""

from collections.abc import Iterator

from lethe.settings.draft import Draft
from lethe.settings.errors import Problem
from lethe.settings.places import Places, StoreRole
from lethe.settings.policy import POLICY, REQUIRED, STARTS_AT, TRANSIT_DAYS, Clause, window_in_words
from lethe.settings.retention import CopyKind, ItemKind, RetentionRule
from lethe.settings.words import listed, nearest

RESEARCH = "research"
AUDIT = "audit"
IN_TRANSIT = frozenset({ItemKind.STAGED_EXPORT, ItemKind.QUARANTINED})
FITTING_ROLES = {
    ItemKind.RECORDING: (StoreRole.RAW,),
    ItemKind.TRANSCRIPT: (StoreRole.RAW,),
    ItemKind.UPLOAD: (StoreRole.RAW,),
    ItemKind.STAGED_EXPORT: (StoreRole.STAGING,),
    ItemKind.QUARANTINED: (StoreRole.QUARANTINE,),
}
"""Where each kind may lie; every store of the first role must be covered."""


def check_retention(draft: Draft) -> Iterator[Problem]:
    """`retention.yaml` against the policy and against every place that holds something."""
    rules = draft.retention.value.rules if draft.retention.value else {}
    for rule_id, rule in rules.items():
        yield from _clause(draft, rule_id, rule)
        yield from _places(draft, rule_id, rule)
        if rule_id == AUDIT:
            yield draft.retention.problem(
                ("rules", rule_id), f"this id is taken: `retention_{AUDIT}` is the audit's DAG"
            )
        if rule.starts_at is not STARTS_AT[rule.items]:
            yield draft.retention.problem(
                ("rules", rule_id, "starts_at"),
                f"the window of '{rule.items}' counts from '{STARTS_AT[rule.items]}', not from '{rule.starts_at}'",
            )
    yield from _twice(draft, rules)
    yield from _cap(draft)
    # What a rule with a mistake in it would cover is not known: nothing is called missing before it is put right.
    if draft.retention.whole:
        yield from _missing_rules(draft, rules)
        yield from _uncovered_copies(draft, rules)
        if draft.places.value is not None:
            yield from _uncovered_places(draft, draft.places.value, rules)


def _cap(draft: Draft) -> Iterator[Problem]:
    retention = draft.retention.value
    if retention is not None and not retention.cap.approvers:
        yield draft.retention.problem(
            ("cap", "approvers"), "name who may approve a run above the cap; without anybody it could never go on"
        )


def _clause(draft: Draft, rule_id: str, rule: RetentionRule) -> Iterator[Problem]:
    steps = ("rules", rule_id, "clause")
    clause = POLICY.get(rule.clause)
    if clause is None:
        message = f"unknown clause '{rule.clause}'; '{rule.items}' is deleted under {listed(_clauses_for(rule.items))}"
        yield draft.retention.problem(steps, message)
        return
    if rule.items not in clause.items:
        message = f"'{rule.items}' is deleted under {listed(_clauses_for(rule.items))}, not under {rule.clause}"
        yield draft.retention.problem(steps, message)
    else:
        yield from _window(draft, rule_id, rule, clause)
    for number, kind in enumerate(rule.client_copies):
        if kind not in clause.copies and rule.items in clause.items:
            fitting = [one.clause for one in POLICY.values() if kind in one.copies]
            yield draft.retention.problem(
                ("rules", rule_id, "client_copies", number),
                f"a client's copy of kind '{kind}' is deleted under {listed(fitting)}, not under {rule.clause}",
            )


def _clauses_for(items: ItemKind) -> list[str]:
    return [one.clause for one in POLICY.values() if items in one.items]


def _window(draft: Draft, rule_id: str, rule: RetentionRule, clause: Clause) -> Iterator[Problem]:
    steps = ("rules", rule_id, "keep_months" if rule.keep_months is not None else "keep_days")
    if rule.items in IN_TRANSIT:
        if rule.keep_months is not None or (rule.keep_days or 0) > TRANSIT_DAYS:
            message = f"'{rule.items}' is only on its way: keep_days must be {TRANSIT_DAYS} at most"
            yield draft.retention.problem(steps, message)
    elif not clause.allows(rule):
        kept = window_in_words(rule.keep_months, rule.keep_days)
        days = f" (as few as {clause.fewest_days} days)" if clause.months and rule.keep_days else ""
        message = f"{kept} is longer than {clause.clause} allows: {clause.window}{days} at most"
        yield draft.retention.problem(steps, message)


def _places(draft: Draft, rule_id: str, rule: RetentionRule) -> Iterator[Problem]:
    stores, tables = draft.places.ids("stores"), draft.places.ids("tables")
    if draft.places.document is None:
        return
    fitting = {place for place in stores | tables | {RESEARCH} if _fits(draft, rule.items, place) is not False}
    for number, place in enumerate(rule.places):
        steps = ("rules", rule_id, "places", number)
        if place not in stores | tables | {RESEARCH}:
            yield draft.retention.problem(steps, f"unknown place '{place}'.{nearest(place, fitting)}")
        elif place not in fitting:
            usual = _must_hold(draft.places.value, rule.items) if draft.places.value else []
            advice = f" It lies in {', '.join(usual)}." if usual else ""
            message = f"{_described(draft, place)} does not hold '{rule.items}'.{advice}"
            yield draft.retention.problem(steps, message)


def _fits(draft: Draft, items: ItemKind, place: str) -> bool | None:
    """Whether a place can hold such items; None where its entry has a mistake and nobody knows."""
    if items is ItemKind.SURVEY_ANSWER:
        return place == RESEARCH or place in draft.places.ids("tables")
    if place not in draft.places.ids("stores"):
        return False
    store = draft.places.value.stores.get(place) if draft.places.value else None
    return None if store is None else store.role in FITTING_ROLES[items]


def _described(draft: Draft, place: str) -> str:
    if place == RESEARCH:
        return "the research database"
    store = draft.places.value.stores.get(place) if draft.places.value else None
    return f"{store.role} store '{place}'" if store else f"'{place}'"


def _twice(draft: Draft, rules: dict[str, RetentionRule]) -> Iterator[Problem]:
    """One rule a kind: an item's due date must have one answer, wherever it is asked for."""
    first: dict[str, str] = {}
    for rule_id, rule in rules.items():
        if rule.items in first:
            yield draft.retention.problem(
                ("rules", rule_id, "items"),
                f"rule '{first[rule.items]}' already covers '{rule.items}'; name all its places there",
            )
        first.setdefault(rule.items, rule_id)
    copies: dict[CopyKind, str] = {}
    for rule_id, rule in rules.items():
        for number, kind in enumerate(rule.client_copies):
            if kind in copies:
                yield draft.retention.problem(
                    ("rules", rule_id, "client_copies", number),
                    f"rule '{copies[kind]}' already deletes clients' copies of kind '{kind}'",
                )
            copies.setdefault(kind, rule_id)


def _missing_rules(draft: Draft, rules: dict[str, RetentionRule]) -> Iterator[Problem]:
    covered = {rule.items for rule in rules.values()}
    for kind, clause in REQUIRED.items():
        if kind not in covered:
            message = f"no rule covers '{kind}'; {clause} ({POLICY[clause].promise}) asks for one"
            yield draft.retention.problem(("rules",), message)


def _uncovered_copies(draft: Draft, rules: dict[str, RetentionRule]) -> Iterator[Problem]:
    covered = {kind for rule in rules.values() for kind in rule.client_copies}
    for kind in CopyKind:
        if kind not in covered:
            yield draft.retention.problem(
                ("rules",), f"no rule names '{kind}' in client_copies: what a client holds of it would never fall due"
            )


def _uncovered_places(draft: Draft, places: Places, rules: dict[str, RetentionRule]) -> Iterator[Problem]:
    for rule_id, rule in rules.items():
        for place in _must_hold(places, rule.items):
            if place not in rule.places:
                yield draft.retention.problem(
                    ("rules", rule_id, "places"), f"'{place}' can hold '{rule.items}' too: name it here"
                )


def _must_hold(places: Places, items: ItemKind) -> list[str]:
    if items is ItemKind.SURVEY_ANSWER:
        return [RESEARCH, *places.tables]
    return [store_id for store_id, store in places.stores.items() if store.role is FITTING_ROLES[items][0]]
