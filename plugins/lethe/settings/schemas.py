"""JSON Schemas of the configuration files, so that an editor completes and checks them as they are written."""

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from lethe.settings.clients import Clients
from lethe.settings.models import AgencyProfile, Anonymisation, Sources, Study
from lethe.settings.places import Places
from lethe.settings.policy import POLICY
from lethe.settings.retention import Retention

DIALECT = "https://json-schema.org/draft/2020-12/schema"

SCHEMAS: dict[str, tuple[type[BaseModel], str]] = {
    "agency": (AgencyProfile, "config/agency.yaml"),
    "stores": (Places, "config/stores.yaml"),
    "sources": (Sources, "config/sources.yaml"),
    "clients": (Clients, "config/clients.yaml"),
    "retention": (Retention, "config/retention.yaml"),
    "anonymisation": (Anonymisation, "config/anonymisation.yaml"),
    "study": (Study, "config/studies/<study>.yaml"),
}


def schema_text(name: str) -> str:
    """The schema of one file as the text that stands under `config/schemas/`."""
    model, title = SCHEMAS[name]
    schema = model.model_json_schema(by_alias=True)
    _close(schema)
    return json.dumps({"$schema": DIALECT, **schema, "title": title}, indent=2, ensure_ascii=False) + "\n"


def write_schemas(folder: Path) -> list[Path]:
    """Write every schema into a folder; the files written."""
    folder.mkdir(exist_ok=True)
    paths = []
    for name in SCHEMAS:
        path = folder / f"{name}.json"
        path.write_text(schema_text(name), encoding="utf-8")
        paths.append(path)
    return paths


def _close(part: Any) -> None:
    """Allow no id but those that fit their pattern, and no clause but those of the policy."""
    if isinstance(part, list):
        for item in part:
            _close(item)
    elif isinstance(part, dict):
        if "patternProperties" in part:
            part["additionalProperties"] = False
        if isinstance(part.get("clause"), dict):
            part["clause"]["enum"] = list(POLICY)
        for item in part.values():
            _close(item)
