"""The environment of the peers is pinned by hashes and names no place."""

import re
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent


def test_lock_file_of_the_peers_holds_names_versions_and_hashes_alone() -> None:
    text = (PROJECT / "requirements-bench.lock").read_text()
    assert "://" not in text
    pinned = re.findall(r"^([a-z0-9._-]+)(?:\[[^]]+\])?==", text, re.MULTILINE)
    assert {"scrubadub", "datafog", "presidio-structured"} <= set(pinned)
    assert text.count("--hash=sha256:") >= len(pinned) > 20


def test_peers_asked_for_are_those_that_are_locked() -> None:
    asked = (PROJECT / "bench" / "requirements.in").read_text().splitlines()
    names = {line for line in asked if line and not line.startswith("#")}
    assert names == {"scrubadub", "datafog", "presidio-structured"}
