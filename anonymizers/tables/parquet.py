"""Parquet: flat columns read and written, none of the metadata that pandas and others leave in it."""

import io
from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from anonymizers.errors import AnonymizerError
from anonymizers.formats.decoding import check_size
from anonymizers.tables.assembling import check_text, frame_of
from anonymizers.tables.kinds import moment_text, number_text, typed
from anonymizers.tables.model import (
    MAX_CHARACTERS,
    Column,
    Kind,
    Table,
    TableError,
    check_extent,
    check_headers,
    counted,
)

NAME = "Parquet"
_ARROW_SCHEMA = b"ARROW:schema"
_ARROW_TYPES = {
    Kind.INTEGER: pa.int64(),
    Kind.NUMBER: pa.float64(),
    Kind.DATE: pa.date32(),
    Kind.DATETIME: pa.timestamp("us"),
    Kind.BOOLEAN: pa.bool_(),
}


def read_parquet(data: bytes) -> Table:
    """The table of a Parquet file; a column's kind is its type.

    Raises:
        TableError: no Parquet, or a damaged one; a column that is nested or binary, by its position; too large.
    """
    try:
        return _read(data)
    except AnonymizerError:
        raise
    except Exception:
        # A library's message may show what it read.
        raise TableError(NAME, "not a Parquet file, or a damaged or encrypted one") from None


def write_parquet(table: Table) -> bytes:
    """The table with numbers, dates and truth values where a whole column has them, and no metadata."""
    arrays: list[pa.Array] = []
    for column in table.columns:
        cells = [str(cell) for cell in table.frame[column.name]]
        values = typed(cells, column.kind)
        if values is None or any(isinstance(value, datetime) and value.tzinfo for value in values):
            # Arrow takes no lone surrogate, and its error would show the text around it.
            texts = [cell.encode("utf-8", "replace").decode() or None for cell in cells]
            arrays.append(pa.array(texts, pa.string()))
        else:
            arrays.append(pa.array(values, _ARROW_TYPES[column.kind]))
    written = pa.Table.from_arrays(arrays, names=[column.name for column in table.columns])
    packed = io.BytesIO()
    pq.write_table(written, packed, store_schema=False, compression="zstd")
    return packed.getvalue()


def _read(data: bytes) -> Table:
    check_size(data, NAME)
    file = pq.ParquetFile(io.BytesIO(data))
    schema = file.schema_arrow
    check_headers([name.strip() for name in schema.names], NAME)
    for position, field in enumerate(schema, 1):
        # A nested type's own text has the names of its fields.
        if pa.types.is_nested(field.type) or _is_binary(field.type):
            what = "nested" if pa.types.is_nested(field.type) else "binary"
            raise TableError(NAME, f"its cells are {what}, not single values", column=position)
    groups = [file.metadata.row_group(number) for number in range(file.num_row_groups)]
    check_extent(NAME, file.metadata.num_rows, len(schema), sum(group.total_byte_size for group in groups))
    texts = [field.name for field in schema if pa.types.is_string(field.type) or pa.types.is_large_string(field.type)]
    # One long text may stand for a million cells, so its length is multiplied before it is.
    reader = pq.ParquetFile(io.BytesIO(data), read_dictionary=texts)
    cells: dict[str, list[str]] = {}
    columns: list[Column] = []
    characters = 0
    for position, field in enumerate(schema, 1):
        array = reader.read(columns=[field.name]).column(0)
        name = field.name.strip()
        characters += _characters(array)
        check_extent(NAME, file.metadata.num_rows, len(schema), characters)
        cells[name] = [
            check_text(_text(value), NAME, row=row, column=position) for row, value in enumerate(array.to_pylist(), 1)
        ]
        columns.append(Column(name, kind=_kind(field.type, cells[name])))
    entries = {**(file.metadata.metadata or {})}
    pandas = entries.pop(b"pandas", None)
    entries.pop(_ARROW_SCHEMA, None)
    noted = sum(bool(set(field.metadata or ()) - {b"PARQUET:field_id"}) for field in schema)
    left_out = (
        *(["pandas metadata"] if pandas else []),
        *counted(len(entries), "metadata entry", "metadata entries"),
        *counted(noted, "column with notes", "columns with notes"),
    )
    frame = frame_of(cells)
    return Table(tuple(columns), frame, "parquet", left_out, rows_read=len(frame))


def _is_binary(kind: pa.DataType) -> bool:
    return any(check(kind) for check in (pa.types.is_binary, pa.types.is_large_binary, pa.types.is_fixed_size_binary))


def _characters(array: pa.ChunkedArray) -> int:
    """The bytes of all its texts, as many times as they come."""
    total = 0
    for chunk in array.chunks:
        if pa.types.is_dictionary(chunk.type) and not pa.types.is_nested(chunk.type.value_type):
            lengths = pc.take(pc.binary_length(chunk.dictionary.cast(pa.large_string())), chunk.indices)
            total += pc.sum(lengths).as_py() or 0
        if total > MAX_CHARACTERS:
            break
    return total


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return number_text(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, datetime):
        return moment_text(value)
    return value.isoformat() if isinstance(value, date | time) else str(value)


def _kind(kind: pa.DataType, cells: Sequence[str]) -> Kind:
    """The kind of a column by its type, where its cells can be written so again."""
    types = pa.types
    checks = (
        (types.is_boolean, Kind.BOOLEAN),
        (types.is_integer, Kind.INTEGER),
        (types.is_floating, Kind.NUMBER),
        (types.is_decimal, Kind.NUMBER),
        (types.is_date, Kind.DATE),
        (types.is_timestamp, Kind.DATETIME),
    )
    found = next((is_kind for check, is_kind in checks if check(kind)), Kind.TEXT)
    return found if typed(cells, found) is not None else Kind.TEXT
