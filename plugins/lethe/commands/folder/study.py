"""What one study asks of the anonymising: the same file as `config/studies/<study>.yaml`."""

from pathlib import Path

from pydantic import ValidationError

from lethe.commands.terminal import UsageError
from lethe.settings.documents import Unreadable, read_document
from lethe.settings.errors import Problem
from lethe.settings.explain import explain
from lethe.settings.hierarchies import HIERARCHIES, read_hierarchies
from lethe.settings.models import Study
from lethe.settings.survey import ColumnRole

PARTICIPANT = "participant_id"


def read_study(path: Path) -> Study:
    """The study of a YAML file.

    Raises:
        UsageError: every problem of the file, one a line.
    """
    try:
        document = read_document(path, path.name)
        return Study.model_validate(document.value)
    except Unreadable as error:
        problems = error.problems
    except ValidationError as error:
        problems = tuple(explain(mistake, document, Study) for mistake in error.errors())
    raise UsageError("\n".join(str(problem) for problem in problems))


def hierarchies_beside(study: Path) -> dict[str, str]:
    """The hierarchies of the configuration that a study's file lies in, by name and as text; none where it is alone.

    Raises:
        UsageError: every problem of the files, one a line.
    """
    problems: list[Problem] = []
    found = read_hierarchies(study.resolve().parent.parent / HIERARCHIES, HIERARCHIES, problems)
    if problems:
        raise UsageError("\n".join(str(problem) for problem in problems))
    return found


def check_participant(study: Study, name: str) -> None:
    """Refuse a study that publishes no column by which the people of its survey could be counted.

    Raises:
        UsageError: no column of its survey has the role pseudonym.
    """
    columns = study.survey.columns if study.survey else {}
    if not columns or ColumnRole.PSEUDONYM in columns.values():
        return
    role = columns.get(PARTICIPANT)
    if role is not None:
        raise UsageError(f"{name}: {not_countable(PARTICIPANT, role.value)}")
    raise UsageError(
        f"{name}: no column of `survey.columns` has the role `pseudonym`, so who answered cannot be told and people "
        "cannot be counted in what is published. Give that role to the column of the participants' ids; each id is "
        "replaced by a code. Nothing was written"
    )


def not_countable(column: str, role: str) -> str:
    """Why the column of the participants' ids must be a pseudonym."""
    return (
        f"the column '{column}' has the role `{role}`, so people cannot be counted in what is published and the gate "
        "would hold it back. Give it the role `pseudonym`: each id is then replaced by a code"
    )
