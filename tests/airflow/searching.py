"""Looking for strings in all that Airflow and the ledger keep: files by name and bytes, databases table by table."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

LEDGER = Path("databases", "ledger.db")
RESEARCH = Path("databases", "research.db")


@dataclass(frozen=True)
class Searched:
    """How many files and tables were read, how many characters, and which strings were found where."""

    places: int
    characters: int
    found: set[tuple[str, str]]


def search_airflow_and_ledger(home: Path, strings: Sequence[str]) -> Searched:
    """Airflow's folder with its databases and logs, and the ledger, of a demo's home."""
    texts = dict(texts_of_databases(home / "airflow", home / LEDGER))
    texts |= dict(texts_of_files(home / "airflow"))
    found = {(where, string) for where, text in texts.items() for string in strings if string in text}
    return Searched(len(texts), sum(map(len, texts.values())), found)


def texts_of_files(folder: Path) -> Iterator[tuple[str, str]]:
    """Every file's name and bytes, read as text."""
    for path in folder.rglob("*"):
        if path.is_file():
            yield str(path), f"{path.name}\n{path.read_bytes().decode('utf-8', 'replace')}"


def texts_of_databases(*places: Path) -> Iterator[tuple[str, str]]:
    """Every table of every SQLite file as text, with escaped letters read back."""
    files = [file for place in places for file in ([place] if place.is_file() else place.rglob("*.db"))]
    for file in files:
        connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            rows = connection.execute(f'SELECT * FROM "{table}"').fetchall()  # noqa: S608 - a table's own name
            cells = [cell for row in rows for cell in row]
            text = "\n".join(
                cell.decode("utf-8", "replace") if isinstance(cell, bytes) else str(cell) for cell in cells
            )
            unescaped = text.encode("ascii", "replace").decode("unicode_escape", "replace")
            yield f"{file.name}:{table}", f"{text}\n{unescaped}"
        connection.close()
