"""The unfinished uploads of a bucket, with keys and markers decoded by us, as those of its versions."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote_plus

from lethe.connectors.objects import UnfinishedUpload
from lethe.connectors.s3_pages import next_marker
from lethe.connectors.s3_seek import NOT_IN_XML, UnorderedError

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

AS_ENCODED = re.compile("(?:[!'()*+./0-9A-Z_a-z~-]|%[0-9A-Fa-f]{2})*")


def uploads_under(client: "S3Client", bucket: str, prefix: str) -> Iterator[UnfinishedUpload]:
    """Every unfinished upload whose key begins with a prefix; keys are whole ones.

    Raises:
        UnorderedError: pages that do not follow one another.
    """
    # Servers repeat the prefix in their answer, which is XML: what that cannot hold is looked for by us.
    asked: dict[str, Any] = {"Prefix": NOT_IN_XML.split(prefix, maxsplit=1)[0]}
    while True:
        page = client.list_multipart_uploads(Bucket=bucket, EncodingType="url", **asked)
        encoded = _is_encoded(client, bucket, page)
        keys = [unquote_plus(item["Key"]) if encoded else item["Key"] for item in page.get("Uploads", [])]
        for key, item in zip(keys, page.get("Uploads", []), strict=True):
            if key.startswith(prefix):
                yield UnfinishedUpload(key, item["UploadId"], item.get("Initiated"))
        if not page.get("IsTruncated"):
            return
        marker = next_marker(page, keys[-1] if keys else "", "NextUploadIdMarker")
        after = {"KeyMarker": marker.key} | ({"UploadIdMarker": marker.version_id} if marker.version_id else {})
        if after.items() <= asked.items():
            raise UnorderedError
        asked = {"Prefix": asked["Prefix"]} | after


def _is_encoded(client: "S3Client", bucket: str, page: Any) -> bool:
    """Whether the keys of a page are encoded: Ceph does as it is asked without saying so, others pass over it."""
    if page.get("EncodingType") == "url":
        return True
    items = page.get("Uploads", [])
    doubtful = [item for item in items if unquote_plus(item["Key"]) != item["Key"]]
    if not doubtful or not all(AS_ENCODED.fullmatch(item["Key"]) for item in items):
        return False
    # A key that is meant as it stands begins with itself.
    found = client.list_multipart_uploads(Bucket=bucket, EncodingType="url", Prefix=doubtful[0]["Key"])
    return doubtful[0]["UploadId"] not in [item["UploadId"] for item in found.get("Uploads", [])]
