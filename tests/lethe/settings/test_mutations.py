"""Whatever somebody does to a file, the loader gives settings or says what is wrong; it never breaks."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from lethe.settings import Problem, Settings, SettingsError, load_settings

FILES = (
    "agency.yaml",
    "stores.yaml",
    "sources.yaml",
    "clients.yaml",
    "retention.yaml",
    "anonymisation.yaml",
    "studies/banking-app.yaml",
)
WORDS = st.sampled_from(
    [
        "",
        "research",
        "ledger",
        "sessions",
        "brightwell",
        "staging",
        "[key]",
        "raw",
        "en",
        "..",
        "a/",
        "{any}",
        "{x",
        "é\u202e",
    ]
)
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | WORDS | st.text(max_size=12)
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(WORDS | st.text(max_size=6) | st.integers(), inner, max_size=3)
    ),
    max_leaves=6,
)


@pytest.fixture(scope="module")
def untouched(config_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the shipped configuration that every example changes one file of and puts back."""
    return Path(shutil.copytree(config_folder, tmp_path_factory.mktemp("mutations") / "config"))


def load_with(folder: Path, file: str, data: bytes) -> None:
    path = folder / file
    before = path.read_bytes()
    path.write_bytes(data)
    problems: tuple[Problem, ...] = ()
    try:
        assert isinstance(load_settings(folder), Settings)
    except SettingsError as error:
        problems = error.problems or (Problem("nothing told", None, "", ""),)
    finally:
        path.write_bytes(before)
    for problem in problems:
        assert problem.file.startswith("config/")
        assert "\n" not in str(problem)
        if problem.line is not None and problem.file == f"config/{file}":
            assert 1 <= problem.line <= data.count(b"\n") + 1


def mutated(data: st.DataObject, value: Any) -> Any:
    """The value with one thing in it replaced, removed, renamed or added."""
    if isinstance(value, dict) and value and data.draw(st.integers(0, 3)):
        key = data.draw(st.sampled_from(sorted(value, key=str)))
        kind = data.draw(st.sampled_from(["deeper", "deeper", "remove", "rename", "add", "swap"]))
        rest = {name: entry for name, entry in value.items() if name != key}
        if kind == "deeper":
            return {**value, key: mutated(data, value[key])}
        if kind == "remove":
            return rest
        if kind == "rename":
            return {**rest, data.draw(WORDS | st.text(max_size=8)): value[key]}
        if kind == "swap":
            return {**value, key: value[data.draw(st.sampled_from(sorted(value, key=str)))]}
        return {**value, data.draw(WORDS | st.text(max_size=8)): data.draw(VALUES)}
    if isinstance(value, list) and value and data.draw(st.booleans()):
        at = data.draw(st.integers(0, len(value) - 1))
        return [*value[:at], mutated(data, value[at]), *value[at + data.draw(st.integers(0, 1)) :]]
    return data.draw(VALUES)


@settings(max_examples=100)
@given(data=st.data())
def test_a_changed_value_is_taken_or_told(data: st.DataObject, untouched: Path) -> None:
    file = data.draw(st.sampled_from(FILES))
    tree = yaml.safe_load((untouched / file).read_text("utf-8"))
    for _ in range(data.draw(st.integers(1, 3))):
        tree = mutated(data, tree)
    load_with(untouched, file, yaml.safe_dump(tree, allow_unicode=True, sort_keys=False).encode())


@settings(max_examples=100)
@given(data=st.data())
def test_changed_bytes_are_taken_or_told(data: st.DataObject, untouched: Path) -> None:
    file = data.draw(st.sampled_from(FILES))
    text = (untouched / file).read_bytes()
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 30)))
        piece = data.draw(
            st.binary(max_size=6) | st.sampled_from([b"\n", b":", b"  ", b"- ", b"[", b"}", b"&a ", b"*a", b"!!x"])
        )
        text = text[:start] + piece + text[end:]
    load_with(untouched, file, text)
