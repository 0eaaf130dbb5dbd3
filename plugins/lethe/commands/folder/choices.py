"""What was asked for, and what that means for one table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from anonymizers.errors import AnonymizerError
from anonymizers.survey import ColumnRole, TableRisk
from lethe.commands.folder.roster import column_name
from lethe.commands.folder.study import not_countable
from lethe.settings.survey import Survey
from lethe.sharing.anonymisation import PARTICIPANT
from lethe.sharing.tables import roles_of, table_risk


@dataclass(frozen=True)
class Choices:
    """What was asked for. `survey` is None where nobody said what the survey's columns are. `today` is the day that
    ages are counted to, `hierarchies` the user's own ways of making values coarser, by name and as text."""

    languages: tuple[str, ...]
    keep: tuple[str, ...]
    mode: str
    written_as: str
    survey: Survey | None
    today: date
    hierarchies: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class AskedOfTable:
    """The role of each column of a table, which of them says who answered, and what the table must withstand."""

    roles: dict[str, ColumnRole]
    participant: str
    risk: TableRisk


def asked_of(columns: Sequence[str], choices: Choices) -> AskedOfTable:
    """What is asked of a table with these columns.

    Raises:
        AnonymizerError: the study leaves out the column by which its people are counted.
    """
    if choices.survey is None:
        # The safe reading of a column that nobody described: somebody wrote it freely.
        participant = next((name for name in columns if column_name(name) == PARTICIPANT), PARTICIPANT)
        roles = dict.fromkeys(columns, ColumnRole.FREE_TEXT) | {participant: ColumnRole.PSEUDONYM}
        return AskedOfTable(roles, participant, TableRisk(today=choices.today))
    participant = participant_of(choices.survey, columns)
    roles = roles_of(choices.survey, columns)
    role = roles.get(participant, ColumnRole.PSEUDONYM)
    if participant in columns and role is not ColumnRole.PSEUDONYM:
        raise AnonymizerError(not_countable(participant, role.value))
    return AskedOfTable(roles, participant, table_risk(choices.survey, choices.hierarchies, choices.today))


def participant_of(survey: Survey, columns: Sequence[str]) -> str:
    """The column that says who answered: the one pseudonym among those of a table."""
    ids = [name for name in columns if survey.columns.get(name) == ColumnRole.PSEUDONYM.value]
    return ids[0] if len(ids) == 1 else PARTICIPANT
