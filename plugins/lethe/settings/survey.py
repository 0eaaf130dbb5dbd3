"""What a study says of its survey table: what each column is, how it is made coarser, what it must withstand (P4.5)."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from lethe.settings.values import Identifier, Once, Setting, Text, Unique


class ColumnRole(StrEnum):
    """What a survey column is to the export."""

    DIRECT = "direct"
    PSEUDONYM = "pseudonym"
    QUASI = "quasi"
    SENSITIVE = "sensitive"
    FREE_TEXT = "free_text"
    MEASURE = "measure"
    IGNORED = "ignored"


class Undeclared(StrEnum):
    """What is done with a column that has no role."""

    REFUSE = "refuse"
    FREE_TEXT = "free_text"


class SmallStudy(StrEnum):
    """What is done with a survey of fewer people than `k`."""

    STRONGER = "stronger"
    AGGREGATES = "aggregates"
    REFUSE = "refuse"


class SurveyRisk(Setting):
    """How well the people of a published table are hidden among each other (P4.5)."""

    k: int = Field(default=5, strict=True, ge=2, le=1000, description="People who share each combination, at least")
    l: int = Field(  # noqa: E741 - the literature's name
        default=2, strict=True, ge=1, le=100, description="Different values of each sensitive column among them"
    )
    t: float | None = Field(
        default=None, gt=0, le=1, description="How far their sensitive values may differ from everybody's (0 to 1)"
    )
    small: SmallStudy = Field(
        default=SmallStudy.STRONGER,
        description=(
            "With fewer people than k: `stronger` leaves out every quasi-identifier, `aggregates` gives counts alone, "
            "`refuse` stops the export"
        ),
    )


class Survey(Setting):
    """The survey of a study: what each column is. A column without a role stops the export, or is free text."""

    columns: dict[Text, ColumnRole] = Field(description="The role of every column; `participant_id: pseudonym` is one")
    undeclared: Undeclared = Field(
        default=Undeclared.REFUSE, description="`free_text` reads a column without a role as free text"
    )
    hierarchies: dict[Text, Identifier] = Field(
        default_factory=dict,
        description="How a quasi-identifier is made coarser: by a kind such as `postcode` or a file of hierarchies/",
    )
    linked: bool = Field(
        default=True,
        description="Whether a participant has the same code in the survey and in the transcripts of an export",
    )
    files: Annotated[tuple[Literal["csv", "xlsx", "sav", "parquet"], ...], Once, Unique] = Field(
        default=("csv",), min_length=1, description="The formats that the client gets; CSV is always one of them"
    )
    risk: SurveyRisk = Field(default_factory=SurveyRisk, description="How many people must share what is published")
