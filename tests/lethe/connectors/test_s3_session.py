"""Times of an S3 server, read as botocore reads them."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from botocore.utils import parse_timestamp
from hypothesis import given
from hypothesis import strategies as st

from lethe.connectors.connection import ConnectionSpec
from lethe.connectors.s3 import s3_store
from lethe.connectors.s3_session import mark_unreadable, read_time, session


@given(st.datetimes(min_value=datetime(1970, 1, 2), max_value=datetime(2200, 1, 1)))  # noqa: DTZ001 (a wall clock)
def test_time_of_a_listing_is_what_botocore_makes_of_it(at: datetime) -> None:
    text = at.isoformat(timespec="milliseconds") + "Z"
    assert read_time(text) == parse_timestamp(text)


@pytest.mark.parametrize(
    "value",
    ["Tue, 24 Nov 2026 12:00:00 GMT", "2026-11-24T12:00:00+00:00", 1795521600, "1795521600"],
)
def test_other_spellings_are_read_too(value: object) -> None:
    assert read_time(value) == parse_timestamp(value) == datetime(2026, 11, 24, 12, tzinfo=UTC)


def test_clients_of_the_session_read_times_so() -> None:
    parser = session()._session.get_component("response_parser_factory").create_parser("rest-xml")
    assert parser._timestamp_parser is read_time


def test_stores_of_one_account_share_a_client_and_others_do_not() -> None:
    def of(password: str, bucket: str) -> object:
        spec = ConnectionSpec("lethe_storage", "aws", login="owner", password=password)
        return s3_store("sessions", spec, bucket=bucket).client

    assert of("first", "a") is of("first", "b")
    assert of("first", "a") is not of("second", "a")


@pytest.mark.parametrize("number", range(33))
def test_what_no_xml_can_hold_is_marked_in_markers_alone(number: int) -> None:
    for written in (f"&#x{number:02x};", f"&#x{number:X};", f"&#{number};", f"&#0{number};", chr(number)):
        body = f"<R><NextKeyMarker>a{written}&amp;b</NextKeyMarker><Key>a{written}b</Key></R>".encode()
        answer = {"body": body}
        mark_unreadable(SimpleNamespace(name="ListObjectVersions"), answer)
        held = number in (9, 10, 13) or number >= 32
        assert answer["body"] == (body if held else body.replace(f"a{written}&".encode(), "a\ufffd&".encode()))
