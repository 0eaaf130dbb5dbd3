"""What the files under `config/` say, as frozen values. Parsed once; after that the type is trusted.

Descriptions and examples here are what editors show: the JSON Schemas under `config/schemas/` are made from them.
"""

import re
from dataclasses import replace
from enum import StrEnum
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import ConfigDict, Field, StringConstraints, field_validator, model_validator

from anonymizers.nlp_choice import NlpEngineChoice
from lethe.settings.survey import Survey
from lethe.settings.values import (
    KEY_FIELDS,
    MODE_MEANS,
    Bucket,
    ConnectionId,
    Engine,
    Entity,
    Identifier,
    KeepWord,
    Language,
    Layer,
    Mode,
    Once,
    Setting,
    Text,
    Unique,
    known_zone,
    once_each,
)
from lethe.settings.words import nearest, shown


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

    role: StoreRole = Field(description="What the store is for")
    connection: ConnectionId = Field(description="The Airflow connection that reaches it")
    verify_connection: ConnectionId | None = Field(
        default=None, description="Read-only credentials for the fresh listing that proves a deletion"
    )
    bucket: Bucket = Field(description="The bucket, or the folder that serves as one")
    prefix: str = Field(default="", description="The part of the bucket that is this store; it ends with `/`")
    key_template: str | None = Field(
        default=None, description="Where a key tells its session, such as {study_id}/{session_id}/{any}"
    )
    checksums: Literal["when_required", "when_supported"] = Field(
        default="when_required", description="`when_supported` asks S3 for a checksum with every object"
    )

    @field_validator("prefix")
    @classmethod
    def _whole_steps(cls, value: str) -> str:
        # Keys are appended to it: `a` would also hold what lies under `ab/`.
        if value and not value.endswith("/"):
            raise ValueError(f"must end with '/': {shown(value)} would also hold what lies beside it")
        return _path(value)

    @field_validator("key_template")
    @classmethod
    def _known_fields(cls, value: str | None) -> str | None:
        fields = re.findall(r"\{(\w+)\}", value or "")
        unknown = next((field for field in fields if field not in KEY_FIELDS), None)
        if unknown is not None:
            raise ValueError(f"has the unknown field {{{unknown}}}.{nearest(unknown, KEY_FIELDS)}")
        once_each(tuple(fields))
        rest = re.sub(r"\{\w+\}", "", value or "")
        if value is not None and (not fields or "{" in rest or "}" in rest or value.startswith("/")):
            raise ValueError("must be a path of steps and fields, such as {study_id}/{session_id}/{any}")
        return value


class TableColumns(Setting):
    """Which columns of somebody else's table carry the id, the person and the time of the answer."""

    id: Text = Field(description="The column that names one answer")
    participant: Text = Field(description="The column with the participant's id, as the roster has it")
    answered_at: Text = Field(description="The column with the time of the answer: the window of P4.3 starts there")


class Table(Setting):
    """A table of survey answers in another database, such as a survey platform's own."""

    role: Literal[StoreRole.INBOUND, StoreRole.RAW] = Field(description="`inbound`: it is pulled from")
    connection: ConnectionId = Field(description="The Airflow connection that reaches its database")
    table: Text = Field(description="The table's name there")
    study: Identifier = Field(description="The study whose answers it holds")
    columns: TableColumns
    answers: Annotated[tuple[Text, ...], Once, Unique] = Field(min_length=1, description="The columns that are pulled")
    time_zone: str = Field(default="Europe/London", description="The zone of times that carry none")

    @field_validator("time_zone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        return known_zone(value)


class Database(Setting):
    """One of the product's own databases, reached by an Airflow connection."""

    connection: ConnectionId = Field(description="The Airflow connection that reaches it")


class Places(Setting):
    """`stores.yaml`: every place where data is held."""

    research: Database = Field(description="Studies, people, sessions and answers")
    ledger: Database = Field(description="What happened, and who received what")
    stores: dict[Identifier, Store] = Field(description="Buckets and parts of buckets, by an id of your choice")
    tables: dict[Identifier, Table] = Field(default_factory=dict, description="Survey tables in other databases, by id")


class SourceKind(StrEnum):
    """How a source is read."""

    SESSION_FILES = "session_files"
    SURVEY_FILES = "survey_files"
    SURVEY_TABLE = "survey_table"


class AnswerColumns(Setting):
    """Which columns of a dropped survey file say who answered, when, and which answer it is."""

    participant: Text = Field(default="participant_id", description="Holds the participant's id")
    answered_at: Text = Field(
        default="answered_at", description="Holds the time of the answer, as ISO 8601; it is counted from"
    )
    response: Text = Field(default="response_id", description="Names the answer, where there is such a column")


class Source(Setting):
    """One place that is pulled from: `from` names a store or a table, `to` the raw store (session files)."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    kind: SourceKind = Field(description="How it is read")
    origin: Identifier = Field(alias="from", description="The inbound store, or the table, that is pulled from")
    destination: Identifier | None = Field(
        default=None, alias="to", description="The raw store that session files are moved to"
    )
    schedule: str = Field(default="5 * * * *", description="Five cron fields, in the agency's time zone")
    columns: AnswerColumns = Field(
        default_factory=AnswerColumns, description="Of a survey file: the columns that the platform calls otherwise"
    )


class Sources(Setting):
    """`sources.yaml`: one DAG is made from each."""

    sources: dict[Identifier, Source] = Field(description="What is pulled, by an id of your choice")


class Client(Setting):
    """Who receives, where, and who may ask and approve (user names of Airflow)."""

    name: Text = Field(description="The client's name, for people to read")
    store: Identifier = Field(description="The client's own store, of the role `client`")
    prefix: str = Field(default="", description="A part of that store")
    requesters: Annotated[tuple[Text, ...], Once, Unique] = Field(
        min_length=1, description="Airflow user names that may ask for an export"
    )
    approvers: Annotated[tuple[Text, ...], Once, Unique] = Field(
        min_length=1, description="Airflow user names that may approve one; never one's own"
    )

    @field_validator("prefix")
    @classmethod
    def _plain_path(cls, value: str) -> str:
        return _path(value)


class Clients(Setting):
    """`clients.yaml`."""

    clients: dict[Identifier, Client] = Field(description="Who receives exports, by an id of your choice")


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


class NlpEngine(Setting):
    """One engine that looks for names: the embedded one, or one that Presidio knows with a model for each language."""

    engine: Engine = Field(description="`embedded` is the model that ships with the product; others are installed")
    models: dict[Language, Text] = Field(
        default_factory=dict, description="The model for each language: a name the engine knows, or a folder"
    )
    entities: Annotated[tuple[Entity, ...], Once, Unique] | None = Field(
        default=None,
        min_length=1,
        description="What it is asked for; left out, people, places and organisations",
    )

    @model_validator(mode="after")
    def _models_where_they_belong(self) -> "NlpEngine":
        if self.engine == "embedded" and (self.models or self.entities):
            raise ValueError("the engine 'embedded' brings its own models and takes neither models nor entities")
        if self.engine != "embedded" and not self.models:
            raise ValueError(f"the engine '{self.engine}' needs models, one a language, such as {{en: a_model}}")
        return self

    @property
    def choice(self) -> NlpEngineChoice:
        """The same for the anonymisers."""
        choice = NlpEngineChoice(self.engine, tuple(sorted(self.models.items())))
        return replace(choice, entities=self.entities) if self.entities else choice


class Anonymisation(Setting):
    """`anonymisation.yaml`: what is looked for, and in which languages."""

    mode: Mode = Field(default="careful", description=f"For studies that name none. {MODE_MEANS}")
    languages: Annotated[tuple[Language, ...], Once, Unique] = Field(
        default=("en", "fr", "de", "es"), min_length=1, description="Languages that can be anonymised"
    )
    layers: Annotated[tuple[Layer, ...], Once, Unique] = Field(
        default=("roster", "patterns", "cues", "context", "model", "deny"),
        min_length=1,
        description="What looks for identifiers; `deny` looks in the mode `strict` alone",
    )
    nlp_engines: tuple[NlpEngine, ...] = Field(
        default=(NlpEngine(engine="embedded"),),
        min_length=1,
        description="The layer `model`: engines that look for names; what any of them finds is masked",
    )
    deny_below_zipf: float = Field(
        default=3.5,
        ge=2.0,
        le=6.0,
        strict=True,
        description="In the mode `strict`, words rarer than this (Zipf scale) are masked; the higher, the more",
    )

    @property
    def engines(self) -> tuple[NlpEngineChoice, ...]:
        """The engines that look for names; none where the layer `model` is left out."""
        return tuple(engine.choice for engine in self.nlp_engines) if "model" in self.layers else ()


class Study(Setting):
    """`studies/<study>.yaml`: one study, its client, its words to keep and its survey's columns."""

    title: Text = Field(description="The study's title, for people to read")
    client: Identifier = Field(description="The client that it is for: its exports go there and nowhere else")
    languages: Annotated[tuple[Language, ...], Once, Unique] = Field(
        default=("en",), min_length=1, description="Languages spoken and written in it"
    )
    keep: tuple[KeepWord, ...] = Field(default=(), description="Brands and products that are never masked")
    mode: Mode | None = Field(default=None, description=f"Left out, that of anonymisation.yaml. {MODE_MEANS}")
    survey: Survey | None = Field(default=None, description="Left out where the study has no survey")


class AgencyProfile(Setting):
    """`agency.yaml`: who we are, whose clock counts, and where the evidence is kept."""

    name: Text = Field(description="The agency's name, as certificates and manifests give it")
    time_zone: str = Field(default="Europe/London", description="The IANA zone whose calendar counts")
    evidence: Identifier = Field(description="The store that certificates are written to")
    keys: Text = Field(default=".lethe/keys", description="The folder of the key store, from LETHE_HOME")

    @field_validator("time_zone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        return known_zone(value)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)


def _path(value: str) -> str:
    steps = value.rstrip("/").split("/") if value else []
    if value.startswith("/") or any(step in {"", ".", ".."} for step in steps):
        raise ValueError("must be a plain path of steps, such as research/exports/")
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
    hierarchies: dict[Identifier, str] = Field(default_factory=dict)
    """The files of `config/hierarchies/`, by name and as text: how values are made coarser."""

    def client_of(self, study_id: str) -> Client:
        """The client a study is for."""
        return self.clients.clients[self.studies[study_id].client]

    def mode_of(self, study_id: str) -> Mode:
        """How careful a study's exports are when nobody says otherwise."""
        return self.studies[study_id].mode or self.anonymisation.mode
