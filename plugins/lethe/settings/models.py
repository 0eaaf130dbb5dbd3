"""What the files under `config/` say, as frozen values. Parsed once; after that the type is trusted."""

from enum import StrEnum
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator, model_validator

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,62}$")]
"""An opaque id: lower-case letters, digits, `-` and `_`. It may appear in logs, keys and URLs."""

Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
Mode = Literal["strict"]


class Setting(BaseModel):
    """The base of every configuration value: frozen, and no key it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class StoreRole(StrEnum):
    """What a store is for; it decides what may be written there and which rules cover it."""

    INBOUND = "inbound"
    RAW = "raw"
    STAGING = "staging"
    QUARANTINE = "quarantine"
    CLIENT = "client"
    EVIDENCE = "evidence"


class Store(Setting):
    """One bucket, or a prefix of one, reached by an Airflow connection (`aws` or `fs`)."""

    role: StoreRole
    connection: str
    verify_connection: str | None = Field(
        default=None, description="Read-only credentials for the fresh listing that proves a deletion"
    )
    bucket: str
    prefix: str = ""
    key_template: str | None = Field(
        default=None, description="Where a key tells its session, such as {study_id}/{session_id}/{any}"
    )
    checksums: Literal["when_required", "when_supported"] = "when_required"


class TableColumns(Setting):
    """Which columns of somebody else's table carry the id, the person and the time of the answer."""

    id: str
    participant: str
    answered_at: str


class Table(Setting):
    """A table of survey answers in another database, such as a survey platform's own."""

    role: Literal[StoreRole.INBOUND, StoreRole.RAW]
    connection: str
    table: str
    study: Identifier
    columns: TableColumns
    answers: tuple[str, ...] = Field(min_length=1)
    time_zone: str = Field(default="Europe/London", description="The zone of times that carry none")

    @field_validator("time_zone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        return known_zone(value)


class Database(Setting):
    """One of the product's own databases, reached by an Airflow connection."""

    connection: str


class Places(Setting):
    """`stores.yaml`: every place where data is held."""

    research: Database
    ledger: Database
    stores: dict[Identifier, Store]
    tables: dict[Identifier, Table] = Field(default_factory=dict)


class SourceKind(StrEnum):
    SESSION_FILES = "session_files"
    SURVEY_FILES = "survey_files"
    SURVEY_TABLE = "survey_table"


class Source(Setting):
    """One place that is pulled from: `from` names a store or a table, `to` the raw store (session files)."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    kind: SourceKind
    origin: Identifier = Field(alias="from")
    destination: Identifier | None = Field(default=None, alias="to")
    schedule: str = "5 * * * *"


class Sources(Setting):
    """`sources.yaml`: one DAG is made from each."""

    sources: dict[Identifier, Source]


class Client(Setting):
    """Who receives, where, and who may ask and approve (user names of Airflow)."""

    name: str
    store: Identifier
    prefix: str = ""
    requesters: tuple[str, ...] = Field(min_length=1)
    approvers: tuple[str, ...] = Field(min_length=1)


class Clients(Setting):
    """`clients.yaml`."""

    clients: dict[Identifier, Client]


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


class RetentionRule(Setting):
    """One promise of the policy: what goes, from where, counted from which event, after how long.

    Exactly one of `keep_months` (calendar months) and `keep_days`.
    """

    clause: Clause
    items: ItemKind
    places: tuple[Identifier, ...] = Field(min_length=1)
    client_copies: tuple[CopyKind, ...] = ()
    starts_at: StartsAt
    keep_months: int | None = Field(default=None, ge=1, le=120)
    keep_days: int | None = Field(default=None, ge=1, le=3650)
    note: str = ""

    @model_validator(mode="after")
    def _one_window(self) -> "RetentionRule":
        if (self.keep_months is None) == (self.keep_days is None):
            raise ValueError("give the window as exactly one of keep_months (calendar months) and keep_days")
        return self


class Retention(Setting):
    """`retention.yaml`: one rule a clause; one DAG is made from each."""

    rules: dict[Identifier, RetentionRule]


class Anonymisation(Setting):
    """`anonymisation.yaml`: what is looked for, and in which languages."""

    mode: Mode = "strict"
    languages: tuple[Language, ...] = ("en", "fr", "de", "es")
    layers: tuple[Literal["patterns", "roster", "cues", "deny"], ...] = ("patterns", "roster", "cues", "deny")
    deny_below_zipf: float = Field(default=3.5, ge=2.0, le=6.0)


class ColumnRole(StrEnum):
    """What a survey column is to the export."""

    DIRECT = "direct"
    PSEUDONYM = "pseudonym"
    QUASI = "quasi"
    FREE_TEXT = "free_text"
    MEASURE = "measure"
    IGNORED = "ignored"


class Survey(Setting):
    """The survey of a study: what each column is. A column without a role stops the export."""

    columns: dict[str, ColumnRole]


class Study(Setting):
    """`studies/<study>.yaml`: one study, its client, its words to keep and its survey's columns."""

    title: str
    client: Identifier
    languages: tuple[Language, ...] = Field(default=("en",), min_length=1)
    keep: tuple[str, ...] = ()
    mode: Mode = "strict"
    survey: Survey | None = None


class AgencyProfile(Setting):
    """`agency.yaml`: who we are, whose clock counts, and where the evidence is kept."""

    name: str
    time_zone: str = "Europe/London"
    evidence: Identifier = Field(description="The store that certificates are written to")
    keys: str = Field(default=".lethe/keys", description="The folder of the key store, from LETHE_HOME")

    @field_validator("time_zone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        return known_zone(value)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)


def known_zone(value: str) -> str:
    """The zone's own name, refused when the IANA database does not hold it."""
    try:
        ZoneInfo(value)
    except (KeyError, ValueError, OSError):
        raise ValueError(f"unknown time zone {value!r}; use an IANA name such as Europe/London") from None
    return value


class Settings(Setting):
    """Everything under `config/`, checked together."""

    agency: AgencyProfile
    places: Places
    sources: Sources
    clients: Clients
    retention: Retention
    anonymisation: Anonymisation
    studies: dict[Identifier, Study]

    def client_of(self, study_id: str) -> Client:
        """The client a study is for."""
        return self.clients.clients[self.studies[study_id].client]
