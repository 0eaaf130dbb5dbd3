"""The data dictionary of a published table: what each column holds, what was done to it, and why."""

from collections.abc import Mapping

import pandas as pd

from anonymizers.survey import HIDDEN, ColumnRole, SurveyReport

_HOLDS = {
    ColumnRole.PSEUDONYM: "a code for each participant",
    ColumnRole.QUASI: "what, together with other columns, could single somebody out",
    ColumnRole.SENSITIVE: "what nobody should learn of anyone",
    ColumnRole.FREE_TEXT: "what participants wrote freely",
    ColumnRole.MEASURE: "answers to choose or to count",
    ColumnRole.DIRECT: "what names or reaches somebody",
    ColumnRole.IGNORED: "nothing that the study asked for",
}
_DONE = {
    ColumnRole.PSEUDONYM: "the id was replaced by a code that only the agency can trace, and only until it forgets",
    ColumnRole.SENSITIVE: f"kept, but '{HIDDEN}' where people who are otherwise alike nearly all said the same",
    ColumnRole.FREE_TEXT: "names, contact details and what else tells of somebody were replaced by words in brackets",
    ColumnRole.MEASURE: "kept; a cell that is neither a number nor a repeated label was treated as free text",
}
_LEFT_OUT = "left out of the table"


def data_dictionary(roles: Mapping[str, ColumnRole], report: SurveyReport) -> pd.DataFrame:
    """One row a column, the published ones first: `column`, `holds`, `done`; it shows no value of the table."""
    published = [] if report.aggregated else report.columns
    rows = [(name, _HOLDS[roles[name]], _done(name, roles[name], report)) for name in published]
    rows += [
        (name, _HOLDS[roles[name]], _LEFT_OUT)
        for name in [*report.columns, *report.columns_dropped]
        if name not in published
    ]
    return pd.DataFrame(rows, columns=["column", "holds", "done"], dtype=str)


def _done(name: str, role: ColumnRole, report: SurveyReport) -> str:
    if role is ColumnRole.QUASI:
        return f"given as: {report.levels.get(name, HIDDEN)}; '{HIDDEN}' where too few people would share it"
    return _DONE[role]
