"""A copy of the shipped configuration to change, and what the loader says to the change."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from lethe.settings import SettingsError, load_settings

Expected = tuple[str, str]
"""A text in the changed file that ends on the line expected, and the whole message with `{line}` in it."""

Refuses = Callable[..., None]


@pytest.fixture
def config(config_folder: Path, tmp_path: Path) -> Path:
    """A copy of the shipped configuration."""
    return Path(shutil.copytree(config_folder, tmp_path / "config"))


@pytest.fixture
def refuses(config: Path) -> Refuses:
    """Change one text, once in its file, into another; the loader must say exactly the expected lines, no more."""

    def check(file: str, old: str, new: str, *expected: Expected) -> None:
        path = config / file
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} must stand in {file} once"
        path.write_text(text.replace(old, new), "utf-8")
        with pytest.raises(SettingsError) as caught:
            load_settings(config)
        assert str(caught.value).split("\n") == [_with_line(config, at, message) for at, message in expected]

    return check


def _with_line(config: Path, at: str, message: str) -> str:
    if not at:
        return message
    named = re.match(r"config/(\S+\.yaml)", message)
    assert named
    text = (config / named[1]).read_text("utf-8")
    assert at in text
    return message.replace("{line}", str(text[: text.index(at) + len(at)].count("\n") + 1))
