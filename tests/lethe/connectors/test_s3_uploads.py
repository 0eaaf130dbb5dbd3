"""Unfinished uploads of any key there can be, over pages, whichever way a server writes its markers."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar
from urllib.parse import parse_qs, quote_plus, urlparse

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lethe.connectors.connection import ConnectionSpec
from lethe.connectors.errors import ConnectorError
from lethe.connectors.s3 import S3Store, s3_store
from lethe.connectors.s3_seek import UnorderedError
from lethe.connectors.s3_uploads import uploads_under
from tests.lethe.connectors.test_s3_seek import KEYS


class Client:
    """A bucket's uploads as servers list them: encoded or not, with markers that are or are not."""

    def __init__(self, keys: list[str], size: int, *, encoded: bool, markers: bool, says: bool = True) -> None:
        self.uploads = sorted((key.encode(), f"u{number}") for number, key in enumerate(keys))
        self.size, self.encoded, self.markers = size, encoded, encoded and markers
        self.says = says

    def list_multipart_uploads(self, **asked: str) -> dict[str, Any]:
        assert asked["EncodingType"] == "url"
        after = (asked.get("KeyMarker", "").encode(), asked.get("UploadIdMarker", ""))
        under = [one for one in self.uploads if one[0].startswith(asked["Prefix"].encode()) and one > after]
        page, rest = under[: self.size], under[self.size :]
        answer: dict[str, Any] = {
            "Uploads": [{"Key": self.written(key, self.encoded), "UploadId": upload_id} for key, upload_id in page],
            "IsTruncated": bool(rest),
        }
        if rest:
            answer |= {"NextKeyMarker": self.written(page[-1][0], self.markers), "NextUploadIdMarker": page[-1][1]}
        return answer | ({"EncodingType": "url"} if self.encoded and self.says else {})

    @staticmethod
    def written(key: bytes, encoded: bool) -> str:
        return quote_plus(key.decode(), safe="/") if encoded else key.decode()


@settings(max_examples=200, deadline=None)
@given(
    keys=st.lists(KEYS, max_size=12),
    prefix=st.one_of(st.just(""), KEYS),
    size=st.integers(1, 4),
    encoded=st.booleans(),
    markers=st.booleans(),
    says=st.booleans(),
)
def test_every_upload_under_a_prefix_is_found_once(
    keys: list[str], prefix: str, size: int, encoded: bool, markers: bool, says: bool
) -> None:
    client: Any = Client(keys, size, encoded=encoded, markers=markers, says=says)
    found = [(upload.key, upload.upload_id) for upload in uploads_under(client, "b", prefix)]
    held = [(key.decode(), upload_id) for key, upload_id in client.uploads]
    assert found == [one for one in held if one[0].startswith(prefix)]


class Stuck(Client):
    def list_multipart_uploads(self, **asked: str) -> dict[str, Any]:
        return super().list_multipart_uploads(**{name: asked[name] for name in ("EncodingType", "Prefix")})


def test_server_whose_pages_do_not_move_on_is_refused_and_not_asked_for_ever(
    versioned: S3Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    client: Any = Stuck(["raw/a", "raw/b"], 1, encoded=True, markers=True)
    with pytest.raises(UnorderedError):
        list(uploads_under(client, "b", "raw/"))
    monkeypatch.setattr(versioned.client, "list_multipart_uploads", client.list_multipart_uploads)
    with pytest.raises(ConnectorError, match=r"does not list uploads page by page.*nothing counts as deleted"):
        versioned.abort_uploads(["a", "b"])


CONTROLLED = ["raw/a\x01b", "raw/a\x01c", "raw/a b+c%2B"]  # in the order of their bytes


class Server(BaseHTTPRequestHandler):
    """Answers in XML, a key a page, as Ceph does: keys encoded where asked for, prefix and markers as they are."""

    kinds: ClassVar = {
        "uploads": "<Upload><Key>{}</Key><UploadId>u</UploadId></Upload>",
        "versions": "<Version><Key>{}</Key><VersionId>v</VersionId><Size>1</Size><IsLatest>true</IsLatest></Version>",
    }

    def log_message(self, *_: Any) -> None:
        pass

    def do_GET(self) -> None:
        asked = {name: value for name, (value,) in parse_qs(urlparse(self.path).query, keep_blank_values=True).items()}
        prefix, encoded = asked.get("prefix", ""), asked.get("encoding-type") == "url"
        under = [key for key in CONTROLLED if key.startswith(prefix)]
        under = under[under.index(asked["key-marker"]) + 1 :] if "key-marker" in asked else under
        (form,) = (self.kinds[kind] for kind in self.kinds if kind in asked)
        keys = [quote_plus(key, safe="/") if encoded else references(key) for key in under[:1]]
        body = (
            f'<?xml version="1.0"?><Result><Prefix>{references(prefix)}</Prefix>'
            + f"<KeyMarker>{references(asked.get('key-marker', ''))}</KeyMarker>"
            + f"<NextKeyMarker>{references(''.join(under[:1]))}</NextKeyMarker>"
            + "<EncodingType>url</EncodingType>" * (encoded and "versions" in asked)
            + f"<IsTruncated>{str(len(under) > 1).lower()}</IsTruncated>{''.join(map(form.format, keys))}</Result>"
        ).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def references(text: str) -> str:
    return "".join(f"&#x{ord(letter):02x};" if ord(letter) < 32 else letter for letter in text)


@pytest.fixture
def store() -> Iterator[S3Store]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    extra = {"endpoint_url": f"http://127.0.0.1:{server.server_port}", "addressing_style": "path"}
    spec = ConnectionSpec("storage", "aws", login="a", password="b", extra=extra)
    yield s3_store("sessions", spec, bucket="bbb", prefix="raw/")
    server.shutdown()
    server.server_close()


def test_key_that_no_xml_can_hold_breaks_no_listing(store: S3Store) -> None:
    assert [upload.key for upload in store.list_uploads()] == ["a\x01b", "a\x01c", "a b+c%2B"]
    assert [upload.key for upload in store.uploads_of(["a\x01b", "a\x01"])] == ["a\x01b"]
    assert [upload.key for upload in store.list_uploads("a\x01")] == ["a\x01b", "a\x01c"]
    assert [upload.key for upload in store.uploads_of(["a b+c%2B", "a b c+"])] == ["a b+c%2B"]


def test_marker_that_no_xml_can_hold_is_that_of_the_last_key(store: S3Store) -> None:
    assert [version.key for version in store.list_versions()] == ["a\x01b", "a\x01c", "a b+c%2B"]
    assert list(store.versions_of(["a\x01c", "a\x01"])) == ["a\x01c"]


def test_key_that_comes_unreadable_is_not_taken_for_another(store: S3Store, monkeypatch: pytest.MonkeyPatch) -> None:
    # A server that does not encode what it is asked to encode.
    monkeypatch.setattr("tests.lethe.connectors.test_s3_uploads.quote_plus", lambda key, **_: references(key))
    for ask in (
        lambda: list(store.list_versions()),
        lambda: store.versions_of(["a\x01b"]),
        lambda: store.uploads_of(["a\x01b"]),
    ):
        with pytest.raises(ConnectorError):
            ask()
