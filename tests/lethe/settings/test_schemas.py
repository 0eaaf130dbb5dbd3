"""The JSON Schemas that editors read are those of the code, and the shipped files fit them."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from lethe.settings.schemas import SCHEMAS, schema_text


def schema(name: str) -> Any:
    return json.loads(schema_text(name))


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_shipped_schema_is_current(config_folder: Path, name: str) -> None:
    shipped = (config_folder / "schemas" / f"{name}.json").read_text("utf-8")
    assert shipped == schema_text(name), "write them anew: lethe check --write-schemas"


def test_no_schema_is_left_over(config_folder: Path) -> None:
    assert {path.stem for path in (config_folder / "schemas").iterdir()} == set(SCHEMAS)


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_shipped_files_fit_their_schema_and_name_it(config_folder: Path, name: str) -> None:
    paths = list((config_folder / "studies").glob("*.yaml")) if name == "study" else [config_folder / f"{name}.yaml"]
    assert paths
    for path in paths:
        text = path.read_text("utf-8")
        jsonschema.Draft202012Validator(schema(name)).validate(yaml.safe_load(text))
        first = text.split("\n", 1)[0]
        named = first.removeprefix("# yaml-language-server: $schema=")
        assert (path.parent / named).resolve() == (config_folder / "schemas" / f"{name}.json").resolve()


def rule(**changes: object) -> dict[str, object]:
    whole = {"clause": "P4.2", "items": "recording", "places": ["a"], "starts_at": "session", "keep_months": 6}
    return {key: value for key, value in {**whole, **changes}.items() if value != "left out"}


@pytest.mark.parametrize(
    "wrong",
    [
        {"rules": {"a": rule(keep_month=6)}},
        {"rules": {"a": rule(keep_days=6)}},
        {"rules": {"a": rule(keep_months="left out")}},
        {"rules": {"a": rule(clause="P4.9")}},
        {"rules": {"a": rule(places=["a", "a"])}},
        {"rules": {"Big": rule()}},
        {"rules": {}, "more": 1},
    ],
)
def test_the_schema_refuses_what_the_loader_refuses(wrong: object) -> None:
    validator = jsonschema.Draft202012Validator(schema("retention"))
    assert validator.is_valid({"rules": {"a": rule()}})
    assert not validator.is_valid(wrong)


def _objects(part: Any) -> list[dict[str, Any]]:
    inner = part.values() if isinstance(part, dict) else part if isinstance(part, list) else []
    own = [part] if isinstance(part, dict) and part.get("type") == "object" else []
    return own + [found for one in inner for found in _objects(one)]


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_is_described_and_no_other_is_allowed(name: str) -> None:
    for described in _objects(schema(name)):
        assert (
            described.get("additionalProperties") is False
            or "propertyNames" in described
            or described["title"] == "Columns"
        )
        for key, part in described.get("properties", {}).items():
            assert part.get("description") or "$ref" in part, key
