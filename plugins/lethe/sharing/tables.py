"""What a study says of its survey table, as the anonymiser and the gate take it (P4.5)."""

from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd

from anonymizers.gate import TableRule
from anonymizers.hierarchies import load_hierarchy
from anonymizers.risk import SmallStudy, Thresholds
from anonymizers.survey import ColumnRole, TableRisk
from anonymizers.tables import Column, Table
from anonymizers.tables.kinds import kind_of
from lethe.settings.survey import Survey, Undeclared


def roles_of(survey: Survey, columns: Sequence[str]) -> dict[str, ColumnRole]:
    """The role of every declared column, and of every other one of the table where the study says what they are."""
    declared = {name: ColumnRole(role.value) for name, role in survey.columns.items()}
    if survey.undeclared is Undeclared.FREE_TEXT:
        declared |= {name: ColumnRole.FREE_TEXT for name in columns if name not in declared}
    return declared


def table_risk(survey: Survey, own: Mapping[str, str], today: date) -> TableRisk:
    """What the table must withstand; `own` are the hierarchies of `config/hierarchies`, by name and as text."""
    return TableRisk(
        thresholds=Thresholds(k=survey.risk.k, l=survey.risk.l, t=survey.risk.t),
        small=SmallStudy(survey.risk.small.value),
        hierarchies={
            column: load_hierarchy(own[name], name) for column, name in survey.hierarchies.items() if name in own
        },
        kinds={column: name for column, name in survey.hierarchies.items() if name not in own},
        today=today,
    )


def table_rule(survey: Survey, name: str, participant: str) -> TableRule:
    """What the gate asks of the published table of that name."""
    return TableRule(
        name=name,
        participant=participant,
        quasi=tuple(column for column, role in survey.columns.items() if role.value == ColumnRole.QUASI),
        sensitive=tuple(column for column, role in survey.columns.items() if role.value == ColumnRole.SENSITIVE),
        k=survey.risk.k,
        least_diverse=survey.risk.l,
    )


def table_of(frame: pd.DataFrame) -> Table:
    """The anonymised answers as a table that can be written in any format: what every cell of a column is, it is."""
    columns = tuple(Column(str(name), kind=kind_of(frame[name])) for name in frame.columns)
    return Table(columns, frame, platform="", left_out=(), rows_read=len(frame))
