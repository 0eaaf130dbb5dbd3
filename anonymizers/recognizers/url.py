"""Web addresses, with what follows the host: paths hold user ids."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from presidio_analyzer import RecognizerResult
from presidio_analyzer.predefined_recognizers import UrlRecognizer

from anonymizers.recognizers.regions import around, near
from anonymizers.recognizers.spans import LIKELY, Found, Narrowed, TextRecognizer

_CORE = re.compile(r"[a-z0-9]\.[a-z0-9]|://")
_PATH = re.compile(r"://|www|\.[A-Za-z]{2,24}(?::[0-9]+)?/")
# A scheme, "www.", or a host with a path is an address whatever its top level.
_PLAIN = re.compile(
    r"(?<!\w)(?:[a-z][a-z0-9+.\-]{1,12}://|www\d?\.)[^\s<>\"“”]*[\w/]"
    r"|(?<![\w@./])[a-z0-9\-]+(?:\.[a-z0-9\-]+)*\.[a-z]{2,24}(?::\d+)?/(?:[^\s<>\"“”]*[\w/])?",
    re.IGNORECASE,
)


class _HostRecognizer(UrlRecognizer):
    """Presidio's, without its two patterns for quoted addresses, which find the same ones again."""

    def __init__(self, language: str) -> None:
        super().__init__(patterns=UrlRecognizer.PATTERNS[:2], supported_language=language)
        self.context = []


class HostUrlRecognizer(Narrowed):
    """Presidio's list of top levels, on words with a dot between small letters ("done.So" is a missing space)."""

    def __init__(self, language: str) -> None:
        super().__init__(_HostRecognizer(language), _CORE)
        self.name = type(self).__name__

    def analyze(self, text: str, entities: Sequence[str], nlp_artifacts: Any = None) -> list[RecognizerResult]:
        """Presidio's call, without what ends inside a word ("done.first" is no host in Finland)."""
        results = super().analyze(text, entities, nlp_artifacts)
        return [result for result in results if not text[result.end : result.end + 1].isalnum()]


class UrlPathRecognizer(TextRecognizer):
    """Addresses with a scheme, "www." or a path, to their end."""

    ENTITIES = ("URL",)

    def find(self, text: str) -> Iterator[Found]:
        """One finding an address."""
        yield from (Found(*hit.span(), "URL", LIKELY) for hit in near(_PLAIN, text, around(_PATH, text)))
