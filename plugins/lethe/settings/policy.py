"""The clauses of docs/policy.md, and how long each lets a thing be kept.

The one place where the promises' limits stand: `config/` may keep less, never more.
"""

from dataclasses import dataclass

from lethe.settings.retention import CopyKind, ItemKind, RetentionRule, StartsAt

FEWEST_DAYS = {6: 181, 12: 365}
"""The fewest days that so many calendar months can have; 181 is 31 August to 28 February."""

TRANSIT_DAYS = 14
"""What is only on its way, a candidate or a file nobody could place, is kept no longer."""


@dataclass(frozen=True)
class Clause:
    """One promise. `months` and `days` are the longest window it allows; None where it names none.

    `items` are the kinds a retention rule may delete under it, `copies` the kinds of client copies.
    """

    clause: str
    promise: str
    months: int | None = None
    days: int | None = None
    items: frozenset[ItemKind] = frozenset()
    copies: frozenset[CopyKind] = frozenset()

    @property
    def window(self) -> str:
        """The longest window in words."""
        return window_in_words(self.months, self.days)

    @property
    def fewest_days(self) -> int:
        """The fewest days that its window in months can have; its days otherwise."""
        return FEWEST_DAYS[self.months] if self.months is not None else self.days or 0

    def allows(self, rule: RetentionRule) -> bool:
        """Whether a rule's window is no longer than the promise, whatever the months it runs over."""
        if self.months is not None:
            return (rule.keep_months or 0) <= self.months and (rule.keep_days or 0) <= self.fewest_days
        if self.days is not None:
            return not rule.keep_months and (rule.keep_days or 0) <= self.days
        return True


_SESSIONS = frozenset({ItemKind.RECORDING, ItemKind.TRANSCRIPT, ItemKind.UPLOAD, ItemKind.QUARANTINED})
_SESSION_COPIES = frozenset({CopyKind.RECORDING, CopyKind.TRANSCRIPT, CopyKind.MANIFEST})
_ANSWERS = frozenset({ItemKind.SURVEY_ANSWER, ItemKind.QUARANTINED})
_ANSWER_COPIES = frozenset({CopyKind.SURVEY, CopyKind.MANIFEST})
_ON_ITS_WAY = frozenset({ItemKind.STAGED_EXPORT, ItemKind.QUARANTINED})

POLICY: dict[str, Clause] = {
    clause.clause: clause
    for clause in (
        Clause("P2.1", "enquiries go when out of date, on opt-out or on request"),
        Clause("P3.1", "an unsuccessful applicant's data goes", days=30),
        Clause("P3.2", "a practitioner's data goes when the engagement ends, on opt-out or on request"),
        Clause("P4.1", "registration data goes on opt-out"),
        Clause("P4.2", "session recordings go", months=6, items=_SESSIONS, copies=_SESSION_COPIES),
        Clause("P4.3", "survey answers go", months=12, items=_ANSWERS, copies=_ANSWER_COPIES),
        Clause("P4.4", "bank details go once the payment is made"),
        Clause("P4.5", "only what is anonymised is shared, for that project", days=TRANSIT_DAYS, items=_ON_ITS_WAY),
        Clause("P4.6", "a third party's details need that person's consent"),
        Clause("P4.7", "card details are an incident"),
        Clause("P5.1", "the right to be informed"),
        Clause("P5.2", "the right of access"),
        Clause("P5.3", "the right to rectification"),
        Clause("P5.4", "the right to erasure"),
        Clause("P5.5", "the right to restriction"),
        Clause("P5.6", "the right to object"),
        Clause("P5.7", "the right to portability"),
        Clause("P5.8", "automated decisions and profiling"),
        Clause("P5.9", "opting out of marketing"),
    )
}

STARTS_AT: dict[ItemKind, StartsAt] = {
    ItemKind.RECORDING: StartsAt.SESSION,
    ItemKind.TRANSCRIPT: StartsAt.SESSION,
    ItemKind.UPLOAD: StartsAt.SESSION,
    ItemKind.SURVEY_ANSWER: StartsAt.ANSWER,
    ItemKind.STAGED_EXPORT: StartsAt.EXPORT,
    ItemKind.QUARANTINED: StartsAt.QUARANTINE,
}
"""The one event that each kind's window can count from: never an upload or a file's own time."""

REQUIRED: dict[ItemKind, str] = {
    ItemKind.RECORDING: "P4.2",
    ItemKind.TRANSCRIPT: "P4.2",
    ItemKind.SURVEY_ANSWER: "P4.3",
    ItemKind.STAGED_EXPORT: "P4.5",
    ItemKind.QUARANTINED: "P4.2",
}
"""The kinds that every agency must have a rule for, and the clause that asks for it. Uploads go with the recordings."""


def window_in_words(months: int | None, days: int | None) -> str:
    """A window in words, such as `6 calendar months`."""
    number, unit = (months, "calendar month") if months is not None else (days, "day")
    if number is None:
        return "no window"
    return f"{number} {unit}{'' if number == 1 else 's'}"
