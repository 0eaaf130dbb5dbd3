"""`clients.yaml`: who receives exports, where, and who may ask for and approve them."""

from typing import Annotated

from pydantic import Field, field_validator

from lethe.settings.mail import EmailAddresses
from lethe.settings.values import Identifier, Once, Setting, Text, Unique, plain_path


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

    contacts: EmailAddresses = Field(
        default=(), repr=False, description="Who at the client is told when copies must go: e-mail addresses"
    )
    keeps_copies: bool = Field(
        default=False,
        strict=True,
        description="Whether the client takes copies out of its bucket, which nobody but the client can delete: it is "
        "told before each due day and must attest",
    )

    @field_validator("prefix")
    @classmethod
    def _plain_path(cls, value: str) -> str:
        return plain_path(value)


class Clients(Setting):
    """`clients.yaml`."""

    clients: dict[Identifier, Client] = Field(description="Who receives exports, by an id of your choice")
