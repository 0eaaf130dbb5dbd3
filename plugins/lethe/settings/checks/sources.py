"""Sources: each from a drop of its own, to where such things belong, at times that exist."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from croniter import CroniterBadDateError, croniter  # type: ignore[import-untyped]  # it ships no types

from lethe.settings.draft import Draft
from lethe.settings.errors import Problem
from lethe.settings.models import Source, SourceKind
from lethe.settings.places import StoreRole
from lethe.settings.words import nearest, shown

NAMES = r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|sun|mon|tue|wed|thu|fri|sat"
SOMEDAY = datetime(2024, 1, 1, tzinfo=UTC)


def check_sources(draft: Draft) -> Iterator[Problem]:
    """`sources.yaml` against itself and against stores and tables."""
    sources = draft.sources.value.sources if draft.sources.value else {}
    first: dict[str, str] = {}
    for source_id, source in sources.items():
        yield from _origin(draft, source_id, source)
        yield from _destination(draft, source_id, source)
        if not fires(source.schedule):
            yield draft.sources.problem(
                ("sources", source_id, "schedule"),
                f"{shown(source.schedule)} is not a time that comes; write five cron fields, such as '5 * * * *'",
            )
        if source.origin in first:
            yield draft.sources.problem(
                ("sources", source_id, "from"), f"source '{first[source.origin]}' already pulls from '{source.origin}'"
            )
        first.setdefault(source.origin, source_id)
    yield from _unpulled(draft)


def fires(schedule: str) -> bool:
    """Whether five cron fields name a time that ever comes (30 February does not). Nothing random: no `R`, no `H`."""
    words = re.sub(NAMES, "", schedule.lower())
    if len(schedule.split()) != 5 or not re.fullmatch(r"[\d\s*/,\-#l]+", words) or not croniter.is_valid(schedule):
        return False
    try:
        croniter(schedule, SOMEDAY).get_next(datetime)
    except CroniterBadDateError:
        return False
    return True


def _origin(draft: Draft, source_id: str, source: Source) -> Iterator[Problem]:
    steps = ("sources", source_id, "from")
    places = draft.places
    stores, tables = places.ids("stores"), places.ids("tables")
    wanted, other, noun = (
        (tables, stores, "table") if source.kind is SourceKind.SURVEY_TABLE else (stores, tables, "store")
    )
    if not stores and not tables:
        return
    if source.origin not in wanted:
        if source.origin in other:
            other_noun = "store" if noun == "table" else "table"
            yield draft.sources.problem(
                steps, f"'{source.origin}' is a {other_noun}; kind '{source.kind}' pulls from a {noun}"
            )
        else:
            yield draft.sources.problem(steps, f"unknown {noun} '{source.origin}'.{nearest(source.origin, wanted)}")
        return
    store = places.value.stores.get(source.origin) if places.value and noun == "store" else None
    if store is None:
        return
    if store.role is not StoreRole.INBOUND:
        yield draft.sources.problem(
            steps, f"store '{source.origin}' has the role '{store.role}'; files are pulled from an 'inbound' store"
        )
    elif source.kind is SourceKind.SURVEY_FILES and "{study_id}" not in (store.key_template or ""):
        yield draft.sources.problem(
            steps, f"store '{source.origin}' needs a key_template with {{study_id}}: it tells a survey file's study"
        )


def _destination(draft: Draft, source_id: str, source: Source) -> Iterator[Problem]:
    steps = ("sources", source_id, "to")
    if source.kind is not SourceKind.SESSION_FILES:
        if source.destination is not None:
            yield draft.sources.problem(steps, f"kind '{source.kind}' writes to the research database; leave 'to' out")
        return
    stores = draft.places.value.stores if draft.places.value else {}
    raw = [store_id for store_id, store in stores.items() if store.role is StoreRole.RAW]
    if source.destination is None:
        advice = f" Known: {', '.join(raw)}." if raw else ""
        yield draft.sources.problem(steps, f"session files need 'to', the raw store they are moved to.{advice}")
    elif draft.places.ids("stores") and source.destination not in draft.places.ids("stores"):
        guess = nearest(source.destination, raw or draft.places.ids("stores"))
        yield draft.sources.problem(steps, f"unknown store '{source.destination}'.{guess}")
    elif source.destination in stores and stores[source.destination].role is not StoreRole.RAW:
        role = stores[source.destination].role
        yield draft.sources.problem(
            steps, f"store '{source.destination}' has the role '{role}'; session files are moved to a 'raw' store"
        )


def _unpulled(draft: Draft) -> Iterator[Problem]:
    if draft.places.value is None or draft.sources.value is None or not draft.sources.whole:
        return
    pulled = {source.origin for source in draft.sources.value.sources.values()}
    for store_id, store in draft.places.value.stores.items():
        if store.role is StoreRole.INBOUND and store_id not in pulled:
            yield draft.places.problem(
                ("stores", store_id),
                "no source in sources.yaml pulls from this inbound store: what is dropped there would stay for ever",
            )
