"""What is wrong with a configuration, by file and line."""

from collections.abc import Iterable
from dataclasses import dataclass

from lethe.errors import LetheError


@dataclass(frozen=True)
class Problem:
    """One thing to put right. `file` is relative to the project; `line` counts from 1, None where there is none.

    `subject` names the entry, such as `rule 'recordings'`; empty where the file is about one thing only.
    """

    file: str
    line: int | None
    subject: str
    message: str

    def __str__(self) -> str:
        where = [self.file]
        if self.line is not None:
            where.append(f"line {self.line}")
        if self.subject:
            where.append(self.subject)
        return _printable(f"{', '.join(where)}: {self.message}")


class SettingsError(LetheError):
    """A configuration that was refused as a whole. Its text is every problem, one a line; nothing was started."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def _printable(text: str) -> str:
    """One line whatever a key holds: what would break the line or steer a terminal is spelled out."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in text)
