"""How much of what was planted in the sample's raw files still stands in what was shared."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select

from anonymizers.formats import parse_transcript
from lethe.agency import Agency
from lethe.demo.agency import Planted, SampleAgency
from lethe.research import schema
from lethe.sharing.anonymisation import DICTIONARY
from lethe.sharing.exports import Candidate, candidates_of, items_of, load_export
from lethe.sharing.publication import prefix_of


@dataclass(frozen=True)
class Shared:
    """One published file as its reader sees it, and what was planted in the raw items it was made from."""

    candidate: Candidate
    data: bytes
    text: str
    planted: tuple[Planted, ...]
    survive: tuple[str, ...]

    @property
    def leaks(self) -> list[Planted]:
        """The planted values that still stand there as whole words, exactly as they were said."""
        return [value for value in self.planted if _stands(value.value, self.text)]

    @property
    def lost(self) -> list[str]:
        """What should have survived, and did not."""
        return [phrase for phrase in self.survive if not _stands(phrase, self.text)]


def shared_files(agency: Agency, sample: SampleAgency, export_id: str) -> Iterator[Shared]:
    """Every published file of an export but its manifest, read from the client's store."""
    export = load_export(agency, export_id)
    client = agency.settings.clients.clients[export.client_id]
    store = agency.store(client.store)
    items = {item.item_no: item for item in items_of(agency, export_id)}
    with agency.research.connect() as connection:
        sessions = {row.asset_id: row.session_id for row in connection.execute(select(schema.asset))}
    for file in candidates_of(agency, export_id):
        item = items[file.item_no]
        data = store.read(prefix_of(agency, export) + file.name)
        keys = [sessions[item.sources[0]]] if item.kind == "transcript" else list(item.sources)
        if file.name == DICTIONARY:
            keys = []  # it tells of the columns alone
        yield Shared(
            file,
            data,
            _text(file.name, data),
            tuple(value for key in keys for value in sample.truth.get(key, ())),
            tuple(phrase for key in keys for phrase in sample.survive.get(key, ())),
        )


def _text(name: str, data: bytes) -> str:
    if name.endswith(".csv"):
        return _flat(data.decode())
    cues = parse_transcript(data, "." + name.rpartition(".")[2]).cues
    return _flat("\n".join(f"{cue.speaker or ''}: {cue.text}" for cue in cues))


def _stands(value: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(_flat(value))}(?!\w)", text) is not None


def _flat(text: str) -> str:
    return " ".join(text.split())
