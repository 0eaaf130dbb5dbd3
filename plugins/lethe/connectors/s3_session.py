"""One session for all S3 clients of a process, one client for each account, and a quicker reader of times.

Making a client reads the system's certificates and starts without a connection: a step that opened one for each store
it looks at would spend more on that than on looking. botocore reads the time of every listed version with a parser of
any spelling; S3 writes one spelling (ISO 8601), and reading it as that makes listing a large bucket a third quicker.
"""

import re
from datetime import datetime
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Literal

import boto3
import botocore.session
from botocore.config import Config
from botocore.utils import parse_timestamp

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

MARKER = re.compile(rb"<(?:Next)?KeyMarker>[^<]*")
HEXADECIMAL, DECIMAL = rb"x0*(?:[0-8bcefBCEF]|1[0-9a-fA-F])", rb"0*(?:[0-8]|1[124-9]|2[0-9]|3[01])"
NO_XML = re.compile(rb"&#(?:%b|%b);|[\x00-\x08\x0b\x0c\x0e-\x1f]" % (HEXADECIMAL, DECIMAL))
MARK = "\ufffd".encode()


@cache
def session() -> boto3.Session:
    """The session that clients are made from."""
    core = botocore.session.get_session()
    core.get_component("response_parser_factory").set_parser_defaults(timestamp_parser=read_time)
    return boto3.Session(botocore_session=core)


@lru_cache(maxsize=64)
def client(
    login: str | None,
    password: str | None,
    *,
    endpoint_url: str | None,
    region_name: str,
    verify: bool | str | None,
    addressing_style: str,
    checksums: Literal["when_required", "when_supported"],
    connections: int,
) -> "S3Client":
    """The client of one account at one server; the same one for the same answers, for clients may be shared by threads.

    `connections` is how many it keeps open at most.
    """
    s3: Any = {"addressing_style": addressing_style}
    made = session().client(
        "s3",
        aws_access_key_id=login,
        aws_secret_access_key=password,
        endpoint_url=endpoint_url,
        region_name=region_name,
        verify=verify,
        config=Config(
            signature_version="s3v4",
            retries={"mode": "adaptive", "max_attempts": 5},
            max_pool_connections=connections,
            connect_timeout=10,
            read_timeout=60,
            # Older servers answer MissingContentLength to the default checksums over TLS.
            request_checksum_calculation=checksums,
            response_checksum_validation=checksums,
            s3=s3,
        ),
    )
    # Under this name it comes before botocore's own look, which takes what is no XML for an error of the server.
    made.meta.events.register_first("before-parse.*.*", mark_unreadable)
    return made


def mark_unreadable(operation_model: Any, response_dict: dict[str, Any], **_: Any) -> None:
    """Put U+FFFD for what XML cannot hold in the markers of a page, which Ceph does not encode as it does the keys.

    Nowhere else: a key must never be read as another.
    """
    if operation_model.name in {"ListObjectVersions", "ListMultipartUploads"}:
        response_dict["body"] = MARKER.sub(lambda found: NO_XML.sub(MARK, found[0]), response_dict["body"])


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
