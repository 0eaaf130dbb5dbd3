"""What a configuration amounts to, in lines for people to read."""

from collections.abc import Iterable, Sequence

from lethe.settings.models import Settings
from lethe.settings.places import Store
from lethe.settings.policy import window_in_words
from lethe.settings.retention import RetentionRule, StartsAt

FROM = {
    StartsAt.SESSION: "from the session",
    StartsAt.ANSWER: "from the answer",
    StartsAt.EXPORT: "from the export",
    StartsAt.QUARANTINE: "from being set aside",
}


def summary(settings: Settings) -> list[str]:
    """Studies, clients, places, sources and rules, one a line under a heading each."""
    zone = settings.agency.time_zone
    engines = settings.anonymisation.engines
    names = ", ".join(engine.engine for engine in engines) or "no engine: the layer 'model' is left out"
    return [
        f"{settings.agency.name}, {zone}",
        f"Names are looked for by {names}",
        *_section("Studies", _studies(settings)),
        *_section("Clients", _clients(settings)),
        *_section("Stores", [(store_id, store.role, _where(store)) for store_id, store in _stores(settings)]),
        *_section("Tables", _tables(settings)),
        *_section("Sources", _sources(settings)),
        *_section("Rules", [_rule(rule_id, rule) for rule_id, rule in settings.retention.rules.items()]),
    ]


def _stores(settings: Settings) -> Iterable[tuple[str, Store]]:
    return settings.places.stores.items()


def _where(store: Store) -> str:
    of = f", replica of {store.replica_of}" if store.replica_of else ""
    return f"{store.bucket}/{store.prefix} by {store.connection}{of}"


def _studies(settings: Settings) -> list[tuple[str, ...]]:
    return [
        (
            study_id,
            f"for {study.client}",
            f"in {', '.join(study.languages)}",
            settings.mode_of(study_id),
            f"{len(study.survey.columns)} survey columns" if study.survey else "no survey",
        )
        for study_id, study in settings.studies.items()
    ]


def _clients(settings: Settings) -> list[tuple[str, ...]]:
    return [
        (
            client_id,
            f"in store {client.store}",
            f"asked by {', '.join(client.requesters)}",
            f"approved by {', '.join(client.approvers)}, never by the one who asked",
            f"keeps copies, {len(client.contacts)} told" if client.keeps_copies else "",
        )
        for client_id, client in settings.clients.clients.items()
    ]


def _tables(settings: Settings) -> list[tuple[str, ...]]:
    return [
        (table_id, table.role, f"answers of {table.study} by {table.connection}")
        for table_id, table in settings.places.tables.items()
    ]


def _sources(settings: Settings) -> list[tuple[str, ...]]:
    return [
        (source_id, source.schedule, f"{source.origin} to {source.destination or 'the research database'}")
        for source_id, source in settings.sources.sources.items()
    ]


def _rule(rule_id: str, rule: RetentionRule) -> tuple[str, ...]:
    clients = ", and at clients" if rule.client_copies else ""
    window = f"{window_in_words(rule.keep_months, rule.keep_days)} {FROM[rule.starts_at]}"
    return rule_id, rule.clause, window, f"in {', '.join(rule.places)}{clients}"


def _section(heading: str, rows: Sequence[Sequence[str]]) -> list[str]:
    """A heading and its rows, with columns that line up; nothing where there are no rows."""
    if not rows:
        return []
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return ["", heading, *(f"  {line}" for line in lines)]
