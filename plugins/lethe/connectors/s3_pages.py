"""Pages of a bucket's versions, with keys and markers decoded by us.

Keys come URL-encoded, for XML cannot hold all of them. Servers differ in whether the marker of the next page is encoded
too (Ceph's is not): boto3 would decode `a+b` into `a b` and go on at a key that is not there.
"""

from collections.abc import Iterator
from operator import attrgetter
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote_plus

from lethe.connectors.objects import ObjectVersion
from lethe.connectors.s3_seek import MOST, NOT_IN_XML, Marker, UnorderedError, VersionPage, refuse_disorder

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client


def version_page(
    client: "S3Client", bucket: str, prefix: str, marker: Marker | None, limit: int, *, delimiter: str = ""
) -> VersionPage:
    """The versions and markers under a prefix, after a marker, at most so many. Keys and prefixes are whole ones."""
    after: dict[str, Any] = {"Delimiter": delimiter} if delimiter else {}
    if marker is not None:
        after |= {"KeyMarker": marker.key} | ({"VersionIdMarker": marker.version_id} if marker.version_id else {})
    # Asked for by name: what boto3 asks for by itself it also decodes by itself.
    page = client.list_object_versions(Bucket=bucket, Prefix=prefix, MaxKeys=limit, EncodingType="url", **after)
    encoded = page.get("EncodingType") == "url"
    versions = [
        _version(item, is_marker, encoded=encoded)
        for is_marker, name in ((False, "Versions"), (True, "DeleteMarkers"))
        for item in page.get(name, [])  # type: ignore[attr-defined]
    ]
    # A page has its versions first and its markers after them.
    versions.sort(key=attrgetter("key"))
    named = [item["Prefix"] for item in page.get("CommonPrefixes", [])]
    prefixes = tuple(unquote_plus(name) if encoded else name for name in named)
    if not page.get("IsTruncated"):
        return VersionPage(versions, None, prefixes)
    last = max((*prefixes, *(version.key for version in versions[-1:])), default="")
    return VersionPage(versions, next_marker(page, last, "NextVersionIdMarker"), prefixes)


def version_pages(client: "S3Client", bucket: str, prefix: str, *, delimiter: str = "") -> Iterator[VersionPage]:
    """Every page under a prefix, one after the other in the order of the keys.

    Raises:
        UnorderedError: pages that do not follow one another.
    """
    marker: Marker | None = None
    while True:
        page = version_page(client, bucket, prefix, marker, MOST, delimiter=delimiter)
        yield page
        if page.next is None:
            return
        refuse_disorder(page, after=marker, up_to=page.next)
        marker = page.next


def _version(item: Any, is_marker: bool, *, encoded: bool) -> ObjectVersion:
    return ObjectVersion(
        unquote_plus(item["Key"]) if encoded else item["Key"],
        item["VersionId"],
        item.get("Size", 0),
        item["IsLatest"],
        is_marker,
        item.get("LastModified"),
        item.get("ETag", ""),
    )


def next_marker(page: Any, last: str, id_marker: str) -> Marker:
    """Where the next page goes on: after the last key of this one, which tells how the marker is to be read.

    Raises:
        UnorderedError: it cannot be told.
    """
    said = page.get("NextKeyMarker", "")
    meant = {said, unquote_plus(said)}
    if last and (last in meant or NOT_IN_XML.sub("\ufffd", last) == said):
        key = last
    elif "\ufffd" in said:
        raise UnorderedError  # what the session put there for something that cannot be read
    else:
        # A server may also name the first key that it left out; then only one reading may do.
        beyond = [key for key in meant if key > last]
        if len(beyond) != 1:
            raise UnorderedError
        key = beyond[0]
    return Marker(key, page.get(id_marker, ""))
