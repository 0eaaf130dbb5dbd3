"""Airflow connections as plain values, resolved by whoever has them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from lethe.connectors.errors import ConnectorError


@dataclass(frozen=True)
class ConnectionSpec:
    """One Airflow connection. The repr shows neither its password nor its extra."""

    conn_id: str
    conn_type: str
    host: str = ""
    port: int | None = None
    login: str = ""
    password: str = field(default="", repr=False)
    schema: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict, repr=False)


def parse_connection(conn_id: str, text: str) -> ConnectionSpec:
    """A connection from either form that Airflow takes in `AIRFLOW_CONN_<ID>`: a URI or a JSON object.

    Raises:
        ConnectorError: neither form; the message does not quote the text, for it may hold a password.
    """
    try:
        return _from_json(conn_id, text) if text.lstrip().startswith("{") else _from_uri(conn_id, text)
    except (ValueError, TypeError, AttributeError):
        raise ConnectorError(
            f"connection `{conn_id}` is neither a URI nor a JSON object; see Airflow's page on AIRFLOW_CONN variables"
        ) from None


def connection_from_environment(conn_id: str, environ: Mapping[str, str]) -> ConnectionSpec:
    """The connection that the environment holds under `AIRFLOW_CONN_<ID>`."""
    name = f"AIRFLOW_CONN_{conn_id.upper()}"
    text = environ.get(name)
    if not text:
        raise ConnectorError(
            f"connection `{conn_id}` is not in the environment. "
            f"If it is in Airflow's database only, export it as {name}"
        )
    return parse_connection(conn_id, text)


def _from_json(conn_id: str, text: str) -> ConnectionSpec:
    value = json.loads(text)
    extra = value.get("extra") or {}
    if isinstance(extra, str):
        extra = json.loads(extra)
    port = value.get("port")
    return ConnectionSpec(
        conn_id=conn_id,
        conn_type=str(value.get("conn_type") or "").replace("-", "_"),
        host=value.get("host") or "",
        port=int(port) if port not in (None, "") else None,
        login=value.get("login") or "",
        password=value.get("password") or "",
        schema=value.get("schema") or "",
        extra=dict(extra),
    )


def _from_uri(conn_id: str, text: str) -> ConnectionSpec:
    parts = urlsplit(text)
    if not parts.scheme:
        raise ValueError("no scheme")
    conn_type = {"postgresql": "postgres"}.get(parts.scheme, parts.scheme).replace("-", "_")
    query = dict(parse_qsl(parts.query, keep_blank_values=True))
    extra = json.loads(query["__extra__"]) if "__extra__" in query else query
    host = unquote(parts.hostname or "")
    return ConnectionSpec(
        conn_id=conn_id,
        conn_type=conn_type,
        host=host,
        port=parts.port,
        login=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        schema=unquote(parts.path[1:]),
        extra=extra,
    )
