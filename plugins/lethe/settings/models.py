"""What the files under `config/` say, as frozen values. Parsed once; after that the type is trusted.

Descriptions and examples here are what editors show: the JSON Schemas under `config/schemas/` are made from them.
"""

from dataclasses import replace
from enum import StrEnum
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import ConfigDict, Field, field_validator, model_validator

from anonymizers.nlp_choice import NlpEngineChoice
from lethe.settings.clients import Client, Clients
from lethe.settings.mail import EmailAddress
from lethe.settings.places import Places
from lethe.settings.retention import Retention
from lethe.settings.survey import Survey
from lethe.settings.values import (
    MODE_MEANS,
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
)


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
        description="What looks for identifiers: `roster` and `patterns` always; the modes `careful` and `strict` need "
        "`model`, and `strict` needs `deny`, which looks in it alone",
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


class AnchorLock(Setting):
    """How long nobody can delete an anchor of the ledger, where the evidence store can lock (S3 Object Lock)."""

    mode: Literal["governance", "compliance"] = Field(
        default="governance",
        description="`compliance` cannot be lifted by anybody, not even by the account's owner",
    )
    days: int = Field(default=400, ge=1, le=3650, strict=True, description="For how many days")


class AgencyProfile(Setting):
    """`agency.yaml`: who we are, whose clock counts, and where the evidence is kept."""

    name: Text = Field(description="The agency's name, as certificates and manifests give it")
    time_zone: str = Field(default="Europe/London", description="The IANA zone whose calendar counts")
    evidence: Identifier = Field(description="The store that certificates are written to")
    anchors: AnchorLock = Field(default_factory=AnchorLock, description="How the ledger's anchors are locked")
    keys: Text = Field(default=".lethe/keys", description="The folder of the key store, from LETHE_HOME")
    dpo: EmailAddress | None = Field(
        default=None,
        repr=False,
        description="The data protection officer's e-mail address: told of what is not attested",
    )
    sender: EmailAddress | None = Field(
        default=None, repr=False, description="Whom notices come from; left out, the mail connection's own sender"
    )

    @field_validator("time_zone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        return known_zone(value)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)


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
