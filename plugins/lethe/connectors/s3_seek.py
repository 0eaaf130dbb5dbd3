"""Finding every version of chosen keys in a bucket of any size, in as few listings as their neighbours allow.

Only prefixes, and the markers that the server gave itself, say where a listing begins: servers differ in what they make
of a marker that names no key.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from lethe.connectors.objects import ObjectVersion, shared_prefix

MOST = 1000  # the most entries that one page has
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
IDLE = 32  # entries read in vain for one key, at about the price of a question of its own


@dataclass(frozen=True)
class Marker:
    """Where a page ended: a key, and a version of it where more of the same key follow."""

    key: str = field(repr=False)
    version_id: str


@dataclass(frozen=True)
class VersionPage:
    """One page of versions and markers; `next` is None on the last one. `prefixes` stand for what a delimiter ends."""

    versions: list[ObjectVersion]
    next: Marker | None
    prefixes: tuple[str, ...] = field(default=(), repr=False)


ListPage = Callable[[str, Marker | None, int], VersionPage]
"""A page of the versions under a prefix, after a marker, of at most so many entries. Keys are whole ones."""


class UnorderedError(Exception):
    """The server does not list in the order of the keys' UTF-8 bytes, or its pages do not move on."""


def seek_versions(keys: Collection[str], list_page: ListPage) -> dict[str, list[ObjectVersion]]:
    """Every version and marker of exactly these keys; a key with none is absent.

    Keys side by side come in pages of up to 1,000 entries. Where pages bring little, the keys are divided by what they
    begin with, in the end into one small question a key; sparse keys cost less than two questions each.

    Raises:
        UnorderedError: pages cannot be trusted to be complete up to where they end.
    """
    wanted = set(keys)
    found: dict[str, dict[str, ObjectVersion]] = {}
    # Python compares code points, S3 compares UTF-8 bytes: the same order.
    groups = [sorted(wanted)] if wanted else []
    while groups:
        group = groups.pop()
        # Servers repeat the prefix in their answer, which is XML.
        prefix = NOT_IN_XML.split(shared_prefix(group), maxsplit=1)[0]
        marker, limit, idle = None, min(MOST, IDLE * len(group)), 0
        while True:
            page = list_page(prefix, marker, limit)
            for version in page.versions:
                if version.key in wanted:
                    found.setdefault(version.key, {})[version.version_id] = version
                else:
                    idle += 1
            if page.next is None:
                break
            refuse_disorder(page, after=marker, up_to=page.next)
            marker = page.next
            complete = bisect_left(group, marker.key)
            if complete == len(group):
                break
            within = group[complete] == marker.key
            limit = MOST if within else min(MOST, IDLE * len(group))
            if idle > IDLE * complete and not within and (complete or len(group) > 1):
                groups += _divided(group[complete:])
                break
    return {key: list(versions.values()) for key, versions in sorted(found.items())}


def _divided(keys: list[str]) -> Iterator[list[str]]:
    """Sorted keys by the letter after what they share: each part shares more."""
    length = len(shared_prefix(keys))
    for _, part in groupby(keys, key=lambda key: key[length : length + 1]):
        yield list(part)


def refuse_disorder(page: VersionPage, *, after: Marker | None, up_to: Marker) -> None:
    """Stop where a page that others follow does not lie wholly between its marker and theirs."""
    # A page may begin inside a prefix, whose end the one before it had not come to.
    begun = () if after is None else tuple(prefix for prefix in page.prefixes if after.key.startswith(prefix))
    keys = [version.key for version in page.versions] + [prefix for prefix in page.prefixes if prefix not in begun]
    stuck = up_to == after or not keys
    if stuck or max(keys) > up_to.key or (after is not None and min(keys) < after.key):
        raise UnorderedError
