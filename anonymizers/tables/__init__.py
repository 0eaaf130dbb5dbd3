"""Survey platforms' files in, safe files out: CSV, XLSX, SAV and Parquet as one kind of table."""

from anonymizers.tables.files import read_table, write_table
from anonymizers.tables.model import Column, Kind, Table, TableError
from anonymizers.tables.platforms import PlatformColumn, platform_columns

__all__ = [
    "Column",
    "Kind",
    "PlatformColumn",
    "Table",
    "TableError",
    "platform_columns",
    "read_table",
    "write_table",
]
