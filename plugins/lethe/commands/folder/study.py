"""What one study asks of the anonymising: the same file as `config/studies/<study>.yaml`."""

from pathlib import Path

from pydantic import ValidationError

from lethe.commands.terminal import UsageError
from lethe.settings.documents import Unreadable, read_document
from lethe.settings.errors import Problem
from lethe.settings.explain import explain
from lethe.settings.hierarchies import HIERARCHIES, read_hierarchies
from lethe.settings.models import Study


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
