"""Web addresses, with what follows the host: paths hold user ids.

Presidio's URL recogniser is not used: it tries its fifteen hundred top levels at every place of a dotted word, so that
one long word of dots takes minutes, and it finds hosts inside longer words ("done.fi" in "done.first").
"""

import re
from collections.abc import Iterator

import tldextract

from anonymizers.recognizers.regions import around, near
from anonymizers.recognizers.spans import CONTEXT, LIKELY, Found, TextRecognizer

_PATH = re.compile(r"://|www|\.[A-Za-z]{2,24}(?::[0-9]+)?/")
# A scheme, "www.", or a host with a path is an address whatever its top level.
_PLAIN = re.compile(
    r"(?<!\w)(?:[a-z][a-z0-9+.\-]{1,12}://|www\d?\.)[^\s<>\"“”]*[\w/]"
    r"|(?<![\w@./\-])[a-z0-9\-]+(?:\.[a-z0-9\-]+)*\.[a-z]{2,24}(?::\d+)?/(?:[^\s<>\"“”]*[\w/])?",
    re.IGNORECASE,
)
# A small letter or digit on both sides of each dot: "done.So" is a missing space.
_HOST = re.compile(r"(?<![\w.\-])[A-Za-z0-9\-]*[a-z0-9](?:\.[a-z0-9][a-z0-9\-]*){1,8}(?![\w\-]|\.\w)")


class UrlRecognizer(TextRecognizer):
    """Addresses with a scheme, "www." or a path, to their end; bare hosts that end in a public suffix."""

    ENTITIES = ("URL",)

    def find(self, text: str) -> Iterator[Found]:
        """One finding an address or host."""
        yield from (Found(*hit.span(), "URL", LIKELY) for hit in near(_PLAIN, text, around(_PATH, text)))
        for host in _HOST.finditer(text):
            parts = tldextract.extract(host.group())
            if parts.suffix and parts.domain and not parts.domain.isdigit():
                yield Found(*host.span(), "URL", CONTEXT)
