"""One session for all S3 clients of a process: what it loads once, and a quicker reader of times.

botocore reads the time of every listed version with a parser of any spelling; S3 writes one spelling (ISO 8601), and
reading it as that makes listing a large bucket a third quicker.
"""

from datetime import datetime
from functools import cache
from typing import Any

import boto3
import botocore.session
from botocore.utils import parse_timestamp


@cache
def session() -> boto3.Session:
    """The session that clients are made from."""
    core = botocore.session.get_session()
    core.get_component("response_parser_factory").set_parser_defaults(timestamp_parser=read_time)
    return boto3.Session(botocore_session=core)


def read_time(value: Any) -> datetime:
    """A time as a server writes it: ISO 8601 at once, any other spelling as botocore reads it."""
    if isinstance(value, str):
        try:
            at = datetime.fromisoformat(value)
        except ValueError:
            return parse_timestamp(value)
        if at.tzinfo is not None:
            return at
    return parse_timestamp(value)
