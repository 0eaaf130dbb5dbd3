"""Airflow connections from the environment, in both of Airflow's forms."""

import json
from pathlib import Path

import pytest

from lethe.connectors.connection import ConnectionSpec, connection_from_environment, parse_connection
from lethe.connectors.errors import ConnectorError
from lethe.connectors.folder import FolderStore
from lethe.connectors.open import open_store
from lethe.connectors.s3 import S3Store

CASES = [
    (
        "postgresql://lethe:p%40ss%2Fw@db.example:5433/led%67er",
        ("postgres", "db.example", 5433, "lethe", "p@ss/w", "ledger", {}),
    ),
    (
        "aws://KEY:sec%2Fret@/?endpoint_url=http%3A%2F%2Fs3.example%3A7480",
        ("aws", "", None, "KEY", "sec/ret", "", {"endpoint_url": "http://s3.example:7480"}),
    ),
    (
        "fs:///?__extra__=%7B%22path%22%3A%20%22%2Fsrv%2Fbuckets%22%7D",
        ("fs", "", None, "", "", "", {"path": "/srv/buckets"}),
    ),
    (
        json.dumps({"conn_type": "sqlite", "host": "/srv/ledger.sqlite", "extra": None}),
        ("sqlite", "/srv/ledger.sqlite", None, "", "", "", {}),
    ),
    (
        json.dumps({"conn_type": "aws", "port": "7480", "extra": '{"verify": "/etc/ca.pem"}'}),
        ("aws", "", 7480, "", "", "", {"verify": "/etc/ca.pem"}),
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_connection_is_read_from_either_form(text: str, expected: tuple[object, ...]) -> None:
    spec = parse_connection("c", text)
    assert (spec.conn_type, spec.host, spec.port, spec.login, spec.password, spec.schema, spec.extra) == expected


@pytest.mark.parametrize("text", ["hunter2", "{hunter2", "[1]", "postgres://u:hunter2@h:port/", '{"extra": "hunter2"}'])
def test_text_that_is_neither_form_is_refused_without_quoting_it(text: str) -> None:
    with pytest.raises(ConnectorError, match="neither a URI nor a JSON object") as refused:
        parse_connection("c", text)
    assert "hunter2" not in str(refused.value)


def test_missing_connection_says_which_variable_to_export() -> None:
    with pytest.raises(ConnectorError, match=r"export it as AIRFLOW_CONN_LETHE_STORAGE$"):
        connection_from_environment("lethe_storage", {})


def test_repr_shows_neither_password_nor_extra() -> None:
    spec = ConnectionSpec("c", "aws", password="hunter2", extra={"aws_session_token": "hunter3"})
    assert "hunter" not in repr(spec)


def test_store_is_what_its_connection_says(tmp_path: Path) -> None:
    folder = open_store("s", ConnectionSpec("c", "fs", extra={"path": str(tmp_path)}), bucket="b", prefix="p/")
    folder.put("a", b"x")
    assert isinstance(folder, FolderStore)
    assert (tmp_path / "b" / "p" / "a").read_bytes() == b"x"
    assert isinstance(open_store("s", ConnectionSpec("c", "aws"), bucket="b"), S3Store)
    for spec, message in (
        (ConnectionSpec("c", "ftp"), "use aws or fs"),
        (ConnectionSpec("c", "fs"), "has no `path` in its extra"),
    ):
        with pytest.raises(ConnectorError, match=message):
            open_store("s", spec, bucket="b")
