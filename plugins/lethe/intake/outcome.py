"""What a pull did, in numbers, and the error it ends with when something could not be pulled."""

from dataclasses import dataclass, field

from lethe.errors import LetheError


class IntakeError(LetheError):
    """Files that could not be moved. They stay where they were dropped and are tried again by the next run."""

    may_pass = True


@dataclass(frozen=True)
class Pulled:
    """Counts of one pull: files or answers by what became of them. `reasons` counts what was quarantined; `not_read`
    says in words what files held beside their table ("2 hidden rows"), each with how many files it is true of."""

    taken: int = 0
    known_before: int = 0
    deleted_before: int = 0
    already_due: int = 0
    undated: int = 0
    quarantined: int = 0
    reasons: dict[str, int] = field(default_factory=dict)
    not_read: dict[str, int] = field(default_factory=dict)
