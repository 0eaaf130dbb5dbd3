"""`retention.yaml`: one rule a promise of the policy."""

from enum import StrEnum
from typing import Annotated

from pydantic import ConfigDict, Field, StringConstraints, model_validator

from lethe.settings.values import Identifier, Once, Setting, Unique


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


class Retention(Setting):
    """`retention.yaml`: one rule a clause; one DAG is made from each."""

    rules: dict[Identifier, RetentionRule] = Field(description="One rule a promise, by an id of your choice")
