"""What a connection reaches: its buckets, and the first steps of the keys in one. Reads names alone."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from lethe.connectors.connection import ConnectionSpec
from lethe.connectors.errors import ConnectorError
from lethe.connectors.folder import OWN, FolderStore


@dataclass(frozen=True)
class Level:
    """What lies directly under a prefix: longer prefixes that end with `/`, and the number of objects beside them."""

    prefixes: tuple[str, ...] = field(repr=False)
    objects: int


def origin_of_connection(spec: ConnectionSpec) -> str:
    """What two connections share that reach the same buckets: an endpoint, or a folder of folders."""
    if spec.conn_type == "fs":
        return f"fs|{Path(str(spec.extra.get('path') or '')).resolve()}"
    return f"{spec.conn_type}|{spec.extra.get('endpoint_url') or ''}"


def buckets_of(spec: ConnectionSpec) -> list[str]:
    """The names of all buckets that a connection sees; for a folder, of the folders in it.

    Raises:
        ConnectorError: they may not be listed, or cannot be reached: what else there is, is not known then.
    """
    if spec.conn_type == "aws":
        from lethe.connectors.s3 import list_buckets

        return list_buckets(spec)
    try:
        with os.scandir(_folder(spec)) as entries:
            return sorted(entry.name for entry in entries if entry.is_dir() and entry.name != OWN)
    except OSError as error:
        raise ConnectorError(f"connection `{spec.conn_id}`: list buckets failed ({type(error).__name__})") from None


def level_of(spec: ConnectionSpec, bucket: str, prefix: str = "") -> Level:
    """What lies directly under a prefix of a bucket, in all versions."""
    if spec.conn_type == "aws":
        from lethe.connectors.s3 import s3_store

        return Level(*s3_store(spec.conn_id, spec, bucket=bucket).level(prefix))
    store = FolderStore(spec.conn_id, _folder(spec) / bucket)
    prefixes, objects = set(), 0
    for version in store.list_objects(prefix):
        step, slash, _ = version.key[len(prefix) :].partition("/")
        if slash:
            prefixes.add(f"{prefix}{step}/")
        else:
            objects += 1
    return Level(tuple(sorted(prefixes)), objects)


def _folder(spec: ConnectionSpec) -> Path:
    path = spec.extra.get("path")
    if spec.conn_type != "fs" or not path:
        raise ConnectorError(f"connection `{spec.conn_id}` has no `path` in its extra, or is of another type than fs")
    return Path(path)
