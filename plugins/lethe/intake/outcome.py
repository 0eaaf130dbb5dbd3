"""What a pull did, in numbers, and the error it ends with when something could not be pulled."""

from dataclasses import dataclass, field

from lethe.errors import LetheError


class IntakeError(LetheError):
    """Files that could not be moved. They stay where they were dropped and are tried again by the next run."""

    may_pass = True


@dataclass(frozen=True)
class Pulled:
    """Counts of one pull: files or answers by what became of them.

    `redated` are known answers whose source gives an earlier day, which they took; `later_date_not_applied` those whose
    source gives a later one. `gone_before` were taken once and are gone without a tombstone: they are not taken again.
    `without_id` are a table's rows that nothing names. `reasons` counts what was quarantined; `not_read` says in words
    what files held beside their table ("2 hidden rows"), each with how many files it is true of.
    """

    taken: int = 0
    known_before: int = 0
    deleted_before: int = 0
    gone_before: int = 0
    redated: int = 0
    later_date_not_applied: int = 0
    already_due: int = 0
    undated: int = 0
    without_id: int = 0
    quarantined: int = 0
    reasons: dict[str, int] = field(default_factory=dict)
    not_read: dict[str, int] = field(default_factory=dict)
