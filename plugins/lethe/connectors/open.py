"""The store that a connection's type calls for."""

from pathlib import Path
from typing import Literal

from lethe.connectors.connection import ConnectionSpec
from lethe.connectors.errors import ConnectorError
from lethe.connectors.folder import FolderStore
from lethe.connectors.objects import ObjectStore


def open_store(
    store_id: str,
    connection: ConnectionSpec,
    *,
    bucket: str,
    prefix: str = "",
    checksums: Literal["when_required", "when_supported"] = "when_required",
) -> ObjectStore:
    """An `aws` connection gives S3; an `fs` connection the folder `<extra.path>/<bucket>`."""
    if connection.conn_type == "aws":
        from lethe.connectors.s3 import s3_store

        return s3_store(store_id, connection, bucket=bucket, prefix=prefix, checksums=checksums)
    if connection.conn_type == "fs":
        path = connection.extra.get("path")
        if not path:
            raise ConnectorError(f"connection `{connection.conn_id}` has no `path` in its extra")
        return FolderStore(store_id, Path(path) / bucket, prefix=prefix)
    raise ConnectorError(
        f"store '{store_id}': connection `{connection.conn_id}` is of type '{connection.conn_type}'; use aws or fs"
    )
