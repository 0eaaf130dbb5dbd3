"""E-mail addresses in the configuration: who is told. No message quotes one, right or wrong: it may name a person."""

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

LONGEST = 254
_LOCAL = r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
PATTERN = rf"^{_LOCAL}@{_LABEL}(?:\.{_LABEL})+$"
"""What HTML calls a valid e-mail address, with a dot in its domain: no display name, no blank, no line break."""


def _address(value: Any) -> str:
    if not isinstance(value, str) or len(value) > LONGEST or not re.fullmatch(PATTERN, value):
        raise ValueError("must be an e-mail address alone, such as research@client.example")
    return value


def _addresses(value: Any) -> Any:
    if not isinstance(value, list | tuple):
        raise ValueError("must be a list of e-mail addresses, such as [research@client.example]")
    told = [item.casefold() for item in value if isinstance(item, str)]
    if len(set(told)) < len(told):
        raise ValueError("names an address more than once")
    return value


EmailAddress = Annotated[
    str, BeforeValidator(_address), Field(json_schema_extra={"pattern": PATTERN, "maxLength": LONGEST})
]
EmailAddresses = Annotated[
    tuple[EmailAddress, ...], BeforeValidator(_addresses), Field(json_schema_extra={"uniqueItems": True})
]
