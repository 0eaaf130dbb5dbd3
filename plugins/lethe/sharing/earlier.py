"""Earlier exports of the same study at the client: what a subtraction of two tables would tell (P4.5)."""

import hashlib
from dataclasses import dataclass

import pandas as pd

from anonymizers.formats.survey_csv import read_survey, safe_cell
from anonymizers.risk import differencing
from lethe.agency import Agency
from lethe.errors import LetheError
from lethe.ledger.recipients import RecipientCopy, copies_at_clients
from lethe.settings.retention import CopyKind
from lethe.settings.survey import ColumnRole, Survey
from lethe.sharing.anonymisation import PARTICIPANT, TABLE
from lethe.sharing.exports import Export


@dataclass(frozen=True)
class Compared:
    """How many people a table and `tables` earlier ones set apart together, fewer than k of a kind; how many earlier
    ones could not be read, so that nobody knows."""

    told_apart: int = 0
    tables: int = 0
    not_compared: int = 0


def compared_with_earlier(agency: Agency, export: Export, data: bytes) -> Compared:
    """The new table (CSV) beside those of earlier exports, read where the client has them.

    Somebody who withdrew since, or joined, shows by subtraction: the person who approves is told how many do.
    """
    survey = agency.settings.studies[export.study_id].survey
    if survey is None:
        return Compared()
    now = _as_declared(read_survey(data), survey)
    earlier = _earlier(agency, export)
    tables = [_as_declared(table, survey) for copy in earlier if (table := _read(agency, copy)) is not None]
    quasi = [name for name, role in survey.columns.items() if role is ColumnRole.QUASI and name in now.columns]
    found = differencing(
        now,
        tables,
        quasi,
        unit_now=list(now[PARTICIPANT]),
        units_before=[list(table[PARTICIPANT]) for table in tables],
        k=survey.risk.k,
    )
    apart = frozenset[str]().union(*(finding.units for finding in found))
    return Compared(len(apart), len(tables), len(earlier) - len(tables))


def _as_declared(table: pd.DataFrame, survey: Survey) -> pd.DataFrame:
    """The columns under their declared names: a name that would be run as a formula was made safe when written."""
    return table.rename(columns={safe_cell(name): name for name in survey.columns})


def _earlier(agency: Agency, export: Export) -> list[RecipientCopy]:
    return [
        copy
        for copy in copies_at_clients(agency.ledger, {CopyKind.SURVEY})
        if copy.study_id == export.study_id
        and copy.client_id == export.client_id
        and copy.export_id != export.export_id
        and copy.key.endswith(f"/{TABLE}")
    ]


def _read(agency: Agency, copy: RecipientCopy) -> pd.DataFrame | None:
    try:
        data = agency.store(copy.store_id).read(copy.key)
    except (LetheError, OSError):
        return None
    return read_survey(data) if hashlib.sha256(data).hexdigest() == copy.sha256 else None
