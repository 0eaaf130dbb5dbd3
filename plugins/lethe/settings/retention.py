"""`retention.yaml`: one rule a promise of the policy."""

from enum import StrEnum
from typing import Annotated

from pydantic import ConfigDict, Field, StringConstraints, model_validator

from lethe.settings.values import Identifier, Once, Setting, Text, Unique


class ItemKind(StrEnum):
    """What a retention rule covers."""

    RECORDING = "recording"
    TRANSCRIPT = "transcript"
    UPLOAD = "upload"
    SURVEY_ANSWER = "survey_answer"
    STAGED_EXPORT = "staged_export"
    QUARANTINED = "quarantined"


class StartsAt(StrEnum):
    """The event a window counts from."""

    SESSION = "session"
    ANSWER = "answer"
    EXPORT = "export"
    QUARANTINE = "quarantine"


class CopyKind(StrEnum):
    """What the recipients register calls an object in a client's bucket."""

    RECORDING = "recording"
    TRANSCRIPT = "transcript"
    SURVEY = "survey"
    MANIFEST = "manifest"


Clause = Annotated[str, StringConstraints(pattern=r"^P[1-5]\.[0-9]+$")]

WholeNumber = Annotated[int, Field(strict=True, ge=1)]


class RetentionRule(Setting):
    """One promise of the policy: what goes, from where, counted from which event, after how long.

    Exactly one of `keep_months` (calendar months) and `keep_days`.
    """

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        json_schema_extra={"oneOf": [{"required": ["keep_months"]}, {"required": ["keep_days"]}]},
    )

    clause: Clause = Field(description="The clause of docs/policy.md that it keeps")
    items: ItemKind = Field(description="What it covers")
    places: Annotated[tuple[Identifier, ...], Once, Unique] = Field(
        min_length=1, description="Ids of stores and tables, or `research` for the research database"
    )
    client_copies: Annotated[tuple[CopyKind, ...], Once, Unique] = Field(
        default=(), description="What it also deletes in the clients' buckets"
    )
    starts_at: StartsAt = Field(description="The event that its window counts from")
    keep_months: WholeNumber | None = Field(default=None, le=120, description="The window in calendar months")
    keep_days: WholeNumber | None = Field(default=None, le=3650, description="The window in days")
    note: str = Field(default="", description="Why it reads the policy as it does")

    @model_validator(mode="after")
    def _one_window(self) -> "RetentionRule":
        if (self.keep_months is None) == (self.keep_days is None):
            raise ValueError("give the window as exactly one of keep_months (calendar months) and keep_days")
        return self


class Cap(Setting):
    """What one run of a rule may delete before somebody is asked.

    The bound is the largest of `items` and `percent` of what the rule covers; with a history of five runs that deleted
    something it is no more than `times_median` times their median, and never less than `items`.
    """

    items: WholeNumber = Field(default=50, description="So many always pass")
    percent: Annotated[int, Field(strict=True, ge=1, le=100)] = Field(
        default=5, description="So much of all that the rule covers passes"
    )
    times_median: WholeNumber = Field(default=3, description="Of the median of earlier runs, once there are five")
    approvers: Annotated[tuple[Text, ...], Once, Unique] = Field(
        default=(), description="Airflow user names that may approve a run above it"
    )


class Retention(Setting):
    """`retention.yaml`: one rule a clause; one DAG is made from each."""

    cap: Cap = Field(default_factory=Cap, description="How much one run may delete before somebody is asked")
    rules: dict[Identifier, RetentionRule] = Field(description="One rule a promise, by an id of your choice")
