"""Finding chosen keys: complete whatever the keys, and cheap whether they lie close together or far apart."""

import random
import re
import string
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote_plus

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lethe.connectors.errors import ConnectorError
from lethe.connectors.objects import ObjectVersion
from lethe.connectors.s3 import S3Store
from lethe.connectors.s3_pages import version_page
from lethe.connectors.s3_seek import Marker, UnorderedError, VersionPage, seek_versions

AWKWARD = ["a", "a/", "a b", "a+b", "a%2Bb", "a\nb", "a\rb", "../a", "a/../b", "é", "\ue000", "\U0001f600", "~", "\x7f"]
KEYS = st.one_of(
    st.text("ab/", min_size=1, max_size=4),
    st.text(min_size=1, max_size=5).filter(lambda text: not re.search("[\ud800-\udfff]", text)),
    st.sampled_from(AWKWARD),
)


class Server:
    """A bucket as S3 lists it: by the bytes of the keys, the newest version first. It counts what it is asked."""

    def __init__(self, versions_by_key: dict[str, int], *, next_is_first_left_out: bool = False) -> None:
        self.held = [
            ObjectVersion(key, f"v{number}", 1, number == 0, False)
            for key in sorted(versions_by_key, key=str.encode)
            for number in range(versions_by_key[key])
        ]
        self._first_left_out = next_is_first_left_out
        self.questions = 0
        self.entries = 0

    def page(self, prefix: str, marker: Marker | None, limit: int) -> VersionPage:
        self.questions += 1
        under = [one for one in self.held if one.key.startswith(prefix)]
        start = 0
        if marker is not None:
            at = [number for number, one in enumerate(under) if (one.key, one.version_id) == _pair(marker)]
            start = at[0] + (not self._first_left_out)
        chosen = under[start : start + limit]
        self.entries += len(chosen)
        if start + limit >= len(under):
            return VersionPage(chosen, None)
        end = under[start + limit] if self._first_left_out else chosen[-1]
        return VersionPage(chosen, Marker(end.key, end.version_id))


def _pair(marker: Marker) -> tuple[str, str]:
    return marker.key, marker.version_id


def naive(server: Server, wanted: list[str]) -> dict[str, list[ObjectVersion]]:
    found: dict[str, list[ObjectVersion]] = {}
    for version in server.held:
        if version.key in wanted:
            found.setdefault(version.key, []).append(version)
    return found


@settings(max_examples=300, deadline=None)
@given(
    held=st.dictionaries(KEYS, st.integers(1, 3), max_size=30),
    wanted=st.lists(KEYS, max_size=12),
    most=st.integers(1, 5),
    inclusive=st.booleans(),
)
def test_exactly_the_wanted_keys_are_found_with_all_their_versions(
    held: dict[str, int], wanted: list[str], most: int, inclusive: bool
) -> None:
    server = Server(held, next_is_first_left_out=inclusive)
    wanted += list(held)[::2]
    found = seek_versions(wanted, lambda prefix, marker, limit: server.page(prefix, marker, min(limit, most)))
    assert found == naive(server, wanted)


@pytest.mark.parametrize("versions", [1, 3])
def test_keys_side_by_side_cost_a_question_a_page(versions: int) -> None:
    keys = [f"study/s-{number:05}/talk.wav" for number in range(5000)]
    server = Server(dict.fromkeys(keys, versions))
    wanted = keys[2000:3000]
    assert seek_versions(wanted, server.page) == naive(server, wanted)
    assert server.questions <= 3 * versions + 4


def test_keys_far_apart_cost_one_small_question_each_and_little_more() -> None:
    dice = random.Random(7)
    keys = ["".join(dice.choices(string.hexdigits[:16], k=16)) for _ in range(50_000)]
    server = Server(dict.fromkeys(keys, 2))
    index: dict[str, list[ObjectVersion]] = {}
    for one in server.held:
        for length in range(17):
            index.setdefault(one.key[:length], []).append(one)
    server_page = server.page

    def page(prefix: str, marker: Marker | None, limit: int) -> VersionPage:
        server.held = index.get(prefix, [])
        return server_page(prefix, marker, limit)

    wanted = dice.sample(keys, 300)
    found = seek_versions(wanted, page)
    assert sorted(found) == sorted(wanted)
    assert server.questions < 2 * len(wanted)
    assert server.entries < 200 * len(wanted)


def test_one_key_of_very_many_versions_comes_in_large_pages() -> None:
    server = Server({"a": 4500, "a.bak": 3})
    assert len(seek_versions(["a"], server.page)["a"]) == 4500
    assert server.questions <= 6


def test_long_chain_of_keys_that_begin_alike_is_found() -> None:
    keys = ["a" * length for length in range(1, 1025)]
    server = Server(dict.fromkeys(keys, 1))
    assert sorted(seek_versions(keys, server.page)) == keys
    assert server.questions <= 4


@pytest.mark.parametrize(
    "page",
    [
        VersionPage([ObjectVersion("b", "1", 1, True, False)], Marker("a", "1")),
        VersionPage([], Marker("a", "1")),
    ],
    ids=["past its own end", "empty"],
)
def test_page_that_cannot_be_complete_up_to_its_end_is_not_trusted(page: VersionPage) -> None:
    pages = iter([page, VersionPage([], None)])
    with pytest.raises(UnorderedError):
        seek_versions(["a", "b"], lambda *_: next(pages))


def test_page_that_does_not_move_on_is_not_trusted() -> None:
    page = VersionPage([ObjectVersion("a", "1", 1, True, False)], Marker("a", "1"))
    with pytest.raises(UnorderedError):
        seek_versions(["a", "b"], lambda *_: page)


def test_marker_shows_no_key() -> None:
    assert "Jane" not in repr(Marker("Jane Doe.vtt", "1"))


@pytest.mark.parametrize(
    "ask", [lambda store: list(store.list_versions()), lambda store: store.versions_of(["c", "d"])]
)
def test_store_that_lists_in_another_order_shows_no_absence(
    versioned: S3Store, monkeypatch: pytest.MonkeyPatch, ask: Callable[[S3Store], object]
) -> None:
    when = datetime(2026, 11, 29, tzinfo=UTC)
    entry = {"VersionId": "1", "Size": 1, "IsLatest": True, "LastModified": when}
    pages = {
        None: {"Versions": [{"Key": "raw/b", **entry}], "IsTruncated": True, "NextKeyMarker": "raw/b"},
        "raw/b": {"Versions": [{"Key": "raw/a", **entry}], "IsTruncated": True, "NextKeyMarker": "raw/a"},
        "raw/a": {"Versions": [{"Key": "raw/c", **entry}], "IsTruncated": False},
    }
    monkeypatch.setattr(versioned.client, "list_object_versions", lambda **asked: pages[asked.get("KeyMarker")])
    with pytest.raises(ConnectorError, match=r"'sessions'.*nothing counts as deleted"):
        ask(versioned)


@pytest.mark.parametrize(
    ("said", "expected"),
    [("raw/a+b", "raw/a+b"), ("raw/a%2Bb", "raw/a+b"), ("raw/b%2Bb", None), ("raw/c", "raw/c"), ("raw/A", None)],
    ids=["as it is", "encoded", "ambiguous", "the first left out", "before the page's end"],
)
def test_marker_of_the_next_page_is_read_whether_encoded_or_not(
    versioned: S3Store, monkeypatch: pytest.MonkeyPatch, said: str, expected: str | None
) -> None:
    entry = {"Key": "raw/a%2Bb", "VersionId": "1", "Size": 1, "IsLatest": True}
    page = {"EncodingType": "url", "Versions": [entry], "IsTruncated": True, "NextKeyMarker": said}
    monkeypatch.setattr(versioned.client, "list_object_versions", lambda **_: page)
    if expected is None:
        with pytest.raises(UnorderedError):
            version_page(versioned.client, versioned.bucket, "raw/", None, 1)
    else:
        got = version_page(versioned.client, versioned.bucket, "raw/", None, 1)
        assert got.next == Marker(expected, "")
        assert [version.key for version in got.versions] == ["raw/a+b"]


@pytest.mark.parametrize("encode", [str, quote_plus], ids=["as it is", "encoded"])
@pytest.mark.parametrize("most", [1, 2, 1000])
def test_level_goes_on_after_keys_and_prefixes_with_a_plus(
    versioned: S3Store, monkeypatch: pytest.MonkeyPatch, most: int, encode: Callable[[str], str]
) -> None:
    """A double that pages as servers do: a marker that is misread goes on at the wrong place."""
    held = ["a b/1", "a+b/1", "a+b/2", "a+c", "b+c/1", "b+d", "b+d/1"]
    rolled = sorted({key.partition("/")[0] + "/" if "/" in key else key for key in held})

    def listed(**asked: Any) -> dict[str, Any]:
        assert asked["Delimiter"] == "/"
        after = asked.get("KeyMarker", "")
        found = [name for name in rolled if f"raw/{name}" > after]
        page, rest = found[:most], found[most:]
        more = {"NextKeyMarker": encode(f"raw/{page[-1]}")} if rest else {}
        return {
            "EncodingType": "url",
            "IsTruncated": bool(rest),
            "CommonPrefixes": [{"Prefix": quote_plus(f"raw/{name}", safe="/")} for name in page if name.endswith("/")],
            "Versions": [
                {"Key": quote_plus(f"raw/{name}", safe="/"), "VersionId": "1", "Size": 1, "IsLatest": True}
                for name in page
                if not name.endswith("/")
            ],
            **more,
        }

    monkeypatch.setattr(versioned.client, "list_object_versions", listed)
    assert versioned.level() == (("a b/", "a+b/", "b+c/", "b+d/"), 2)


@pytest.mark.parametrize("most", [1, 2, 3, 1000])
def test_s3_gives_the_same_as_a_listing_from_end_to_end(
    versioned: S3Store, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    # The double mangles a carriage return in the marker of a page; tests/services asks a real server.
    held = [*(key for key in AWKWARD if key.isprintable()), "a\nb", "ab", "abc", "x" * 1018]
    for key in held:
        for _ in range(1 + len(key) % 3):
            versioned.client.put_object(Bucket=versioned.bucket, Key=f"raw/{key}", Body=b"x")
    for key in held[::3]:
        versioned.client.delete_object(Bucket=versioned.bucket, Key=f"raw/{key}")
    whole = list(versioned.list_versions())
    real = versioned.client.list_object_versions
    monkeypatch.setattr(
        versioned.client,
        "list_object_versions",
        lambda **asked: real(**asked | {"MaxKeys": min(most, asked["MaxKeys"])}),
    )
    for wanted in (held, held[::2], held[1::4], ["absent", "a"], ["\ud800", "", "b"]):
        found = versioned.versions_of(wanted)
        assert sorted(one for versions in found.values() for one in versions) == sorted(
            one for one in whole if one.key in wanted
        )
