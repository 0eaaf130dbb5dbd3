"""`stores.yaml`: every place where data is held, and by which connection it is reached."""

import re
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, field_validator, model_validator

from lethe.settings.values import (
    KEY_FIELDS,
    Bucket,
    ConnectionId,
    Identifier,
    Once,
    Setting,
    Text,
    Unique,
    known_zone,
    once_each,
    plain_path,
)
from lethe.settings.words import nearest, shown

BackupsKept = Annotated[int, Field(strict=True, ge=1, le=3650)]
"""For how many days backups of a place are kept; a certificate names the day until which they may hold what went."""

BACKUPS_KEPT = "Days for which backups of it are kept, as certificates say; left out, by their own schedule"


class StoreRole(StrEnum):
    """What a store is for; it decides what may be written there and which rules cover it."""

    INBOUND = "inbound"
    RAW = "raw"
    STAGING = "staging"
    QUARANTINE = "quarantine"
    CLIENT = "client"
    EVIDENCE = "evidence"
    REPLICA = "replica"


class Store(Setting):
    """One bucket, or a prefix of one, reached by an Airflow connection (`aws` or `fs`)."""

    role: StoreRole = Field(description="What the store is for")
    connection: ConnectionId = Field(description="The Airflow connection that reaches it")
    verify_connection: ConnectionId | None = Field(
        default=None, description="Read-only credentials for the fresh listing that proves a deletion"
    )
    bucket: Bucket = Field(description="The bucket, or the folder that serves as one")
    prefix: str = Field(default="", description="The part of the bucket that is this store; it ends with `/`")
    replica_of: Identifier | None = Field(
        default=None, description="Of a replica: the store it copies. Deleting there does not delete here: rules do"
    )
    key_template: str | None = Field(
        default=None, description="Where a key tells its session, such as {study_id}/{session_id}/{any}"
    )
    checksums: Literal["when_required", "when_supported"] = Field(
        default="when_required", description="`when_supported` asks S3 for a checksum with every object"
    )
    backups_kept_days: BackupsKept | None = Field(default=None, description=BACKUPS_KEPT)

    @field_validator("prefix")
    @classmethod
    def _whole_steps(cls, value: str) -> str:
        # Keys are appended to it: `a` would also hold what lies under `ab/`.
        if value and not value.endswith("/"):
            raise ValueError(f"must end with '/': {shown(value)} would also hold what lies beside it")
        return plain_path(value)

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


class ChildTable(Setting):
    """A table of the same database whose rows hang on an answer and go with it."""

    table: Text = Field(description="The table's name there")
    column: Text = Field(description="The column that holds the answer's id")


class Table(Setting):
    """A table of survey answers in another database, such as a survey platform's own."""

    role: Literal[StoreRole.INBOUND, StoreRole.RAW] = Field(description="`inbound`: it is pulled from")
    connection: ConnectionId = Field(description="The Airflow connection that reaches its database")
    table: Text = Field(description="The table's name there")
    study: Identifier = Field(description="The study whose answers it holds")
    columns: TableColumns
    answers: Annotated[tuple[Text, ...], Once, Unique] = Field(min_length=1, description="The columns that are pulled")
    children: tuple[ChildTable, ...] = Field(
        default=(), description="Tables whose rows hang on an answer: they are deleted with it, before it"
    )
    time_zone: str = Field(default="Europe/London", description="The zone of times that carry none")
    backups_kept_days: BackupsKept | None = Field(default=None, description=BACKUPS_KEPT)

    @field_validator("time_zone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        return known_zone(value)


class Database(Setting):
    """One of the product's own databases, reached by an Airflow connection."""

    connection: ConnectionId = Field(description="The Airflow connection that reaches it")
    backups_kept_days: BackupsKept | None = Field(default=None, description=BACKUPS_KEPT)


class Exclusion(Setting):
    """Something that a connection reaches and that is none of ours to watch: a bucket, a part of one, or a table."""

    connection: ConnectionId = Field(description="The Airflow connection that reaches it")
    bucket: Bucket | None = Field(default=None, description="The bucket")
    prefix: str = Field(default="", description="The part of the bucket; left out, all of it; it ends with `/`")
    table: Text | None = Field(default=None, description="The table, with its schema where that is not the usual one")
    reason: Text = Field(description="Why no retention rule need cover it")

    @field_validator("prefix")
    @classmethod
    def _whole_steps(cls, value: str) -> str:
        if value and not value.endswith("/"):
            raise ValueError(f"must end with '/': {shown(value)} would also leave out what lies beside it")
        return plain_path(value)

    @model_validator(mode="after")
    def _one_thing(self) -> "Exclusion":
        if (self.bucket is None) == (self.table is None) or (self.prefix and self.bucket is None):
            raise ValueError("name exactly one of bucket (with a prefix or without) and table")
        return self


class Places(Setting):
    """`stores.yaml`: every place where data is held."""

    research: Database = Field(description="Studies, people, sessions and answers")
    ledger: Database = Field(description="What happened, and who received what")
    stores: dict[Identifier, Store] = Field(description="Buckets and parts of buckets, by an id of your choice")
    tables: dict[Identifier, Table] = Field(default_factory=dict, description="Survey tables in other databases, by id")
    excluded: tuple[Exclusion, ...] = Field(
        default=(), description="What the connections reach and no rule need cover, each with its reason"
    )
