"""What the configuration's values are made of: ids, texts, choices, and the base of every entry."""

from typing import Annotated, Literal
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from lethe.settings.words import nearest, shown

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,62}$")]
"""An opaque id: lower-case letters, digits, `-` and `_`. It may appear in logs, keys and URLs."""

ConnectionId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_-]{0,99}$")]
"""The id of an Airflow connection, never a URI: nothing secret stands in the configuration."""

Bucket = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,254}$")]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
Text = Annotated[str, StringConstraints(min_length=1, max_length=500, strip_whitespace=True)]
Mode = Literal["normal", "careful", "strict"]
"""`anonymizers.modes.MODES`, spelled out for type checkers and editors."""

Layer = Literal["roster", "patterns", "cues", "context", "model", "deny"]
"""`anonymizers.layers.AUTHORITY`, spelled out for the same."""

Engine = Literal["embedded", "spacy", "transformers", "stanza", "gliner"]
Entity = Literal["PERSON", "LOCATION", "ORGANIZATION", "DATE", "AGE", "NUMBER", "EMAIL_ADDRESS", "PHONE_NUMBER"]
"""`anonymizers.nlp_choice.ENGINES` and `ENTITIES`."""

MODE_MEANS = (
    "`normal` masks what the layers but `deny` are sure of; `careful` also what the layer `model` only suspects; "
    "`strict` also every word that no list knows, which takes the layer `deny`"
)

KEY_FIELDS = ("study_id", "session_id", "any")
"""The fields of a key template: `{any}` is the rest of the key, each other one step of the path."""


def once_each(values: tuple[str, ...]) -> tuple[str, ...]:
    """The values, refused when one comes twice."""
    repeated = next((value for value in values if values.count(value) > 1), None)
    if repeated is not None:
        raise ValueError(f"names {shown(str(repeated))} more than once")
    return values


def _keep_word(value: str) -> str:
    if len(value.strip()) < 2:
        raise ValueError("must be words of two letters or more; a single letter would let too much through")
    return value


Unique = Field(json_schema_extra={"uniqueItems": True})
Once = AfterValidator(once_each)
KeepWord = Annotated[str, AfterValidator(_keep_word), Field(json_schema_extra={"minLength": 2})]


class Setting(BaseModel):
    """The base of every configuration value: frozen, and no key it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def known_zone(value: str) -> str:
    """The zone's own name, refused when the IANA database does not hold it."""
    try:
        ZoneInfo(value)
    except (KeyError, ValueError, OSError):
        advice = nearest(value, available_timezones()) or " Use an IANA name such as Europe/London."
        raise ValueError(f"is the unknown time zone {shown(value)}.{advice}") from None
    return value


def plain_path(value: str) -> str:
    """A path of plain steps, refused when it climbs or starts at the top."""
    steps = value.rstrip("/").split("/") if value else []
    if value.startswith("/") or any(step in {"", ".", ".."} for step in steps):
        raise ValueError("must be a plain path of steps, such as research/exports/")
    return value
