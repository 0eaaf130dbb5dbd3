"""Parquet and SPSS files read back whole: every cell, every header, and all that is said beside them."""

import io
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet
import pyreadstat

from anonymizers.gate.fragments import MAX_CHARACTERS, PARTED, Fragment, Unreadable, field_style

_PARQUET = b"PAR1"
_SAV = (b"$FL2", b"$FL3")


def is_columnar(data: bytes) -> bool:
    """Whether the bytes begin as a Parquet or SPSS file does."""
    return data.startswith((_PARQUET, *_SAV))


def columnar_fragments(data: bytes) -> Iterator[Fragment]:
    """The columns of the table one by one, then headers, labels, notes and metadata.

    Raises:
        Unreadable: it cannot be read, or is too large.
    """
    columns, beside = _parquet(data) if data.startswith(_PARQUET) else _sav(data)
    size = 0
    for name, cells in columns:
        text = PARTED.join(cells)
        size += len(text)
        if size > MAX_CHARACTERS:
            raise Unreadable("too_large")
        yield Fragment("content", name, "title")
        yield Fragment("content", text, field_style(name, "prose"))
    yield Fragment("metadata", PARTED.join(beside), "title")


_Columns = list[tuple[str, list[str]]]


def _parquet(data: bytes) -> tuple[_Columns, list[str]]:
    try:
        table = pyarrow.parquet.read_table(io.BytesIO(data))
    except (pa.ArrowException, OSError, ValueError):
        raise Unreadable("unreadable") from None
    beside = [part.decode("utf-8", "replace") for pair in (table.schema.metadata or {}).items() for part in pair]
    for field in table.schema:
        beside += [part.decode("utf-8", "replace") for pair in (field.metadata or {}).items() for part in pair]
    return [(name, _texts(table.column(name).to_pylist())) for name in table.column_names], beside


def _sav(data: bytes) -> tuple[_Columns, list[str]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.sav"
        path.write_bytes(data)
        try:
            frame, meta = pyreadstat.read_sav(str(path))
        except (pyreadstat.PyreadstatError, pyreadstat.ReadstatError, OSError, ValueError, UnicodeDecodeError):
            raise Unreadable("unreadable") from None
    labels = [str(label) for values in meta.variable_value_labels.values() for label in values.values()]
    beside = [meta.file_label, *meta.notes, *meta.column_names_to_labels.values(), *labels]
    beside += [f"{name} {text}" for name, text in (getattr(meta, "mr_sets", None) or {}).items()]
    return [(str(name), _texts(frame[name].tolist())) for name in frame.columns], _texts(beside)


def _texts(values: Iterable[object]) -> list[str]:
    # NaN alone differs from itself.
    return [str(value) for value in values if value is not None and value == value and value != ""]
