"""What hangs on an answer in other tables of its database and is there without it: left behind, or restored alone."""

from collections.abc import Collection, Iterator

from lethe.agency import Agency
from lethe.retention.belonging import NOBODY_TOLD, Scopes, scope
from lethe.retention.inventory import Held
from lethe.retention.references import answer_name

ORPHANED = "orphaned"
"""Why no rule dates it: the answer that told its day and whose it was is gone."""


def left_behind(agency: Agency, place_id: str, row_ids: Collection[str] | None = None) -> Iterator[Held]:
    """The ids that only children carry, each as the row it was; all that a table has, or those of these.

    Its name is that of its answer, so that the answer's tombstone is its own. A place that is no table has none.

    Raises:
        ConnectorError: the table or one of its children cannot be read.
    """
    if place_id in agency.settings.places.tables:
        scopes = scopes_of_orphans(agency, place_id)
        for row_id in sorted(agency.table(place_id).left_behind(row_ids)):
            name = answer_name(place_id, place_id, row_id)
            yield Held("row", place_id, row_id, None, ORPHANED, name, scopes=scopes)


def scopes_of_orphans(agency: Agency, table_id: str) -> Scopes:
    """What it belongs to: the table's study, and no session, as its answer; whose it was cannot be told any more."""
    return (scope("study", agency.settings.places.tables[table_id].study), NOBODY_TOLD)
