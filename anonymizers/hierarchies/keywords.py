"""Titles and names told by the words in them; the longest word that fits decides."""

import re
from collections.abc import Iterable

from anonymizers.characters import key

_NEUTRAL_ENDING = re.compile(r"[:*_/.·](?=in\b|innen\b|e\b|a\b|trice\b|euse\b|se\b)|\((?=(?:in|e|a|se)\))")


class Keywords:
    """What each word stands for; see `job_groups` for how words are written."""

    def __init__(self, words: Iterable[tuple[str, str]]) -> None:
        anywhere: dict[str, str] = {}
        starting: dict[str, str] = {}
        for word, meaning in words:
            plain = _plain(word.lstrip("~=").replace("_", " "))
            if word.startswith("~"):
                anywhere.setdefault(plain, meaning)
            else:
                starting.setdefault(f" {plain} " if word.startswith("=") else f" {plain}", meaning)
        self._meanings = sorted(
            [(word, meaning) for part in (starting, anywhere) for word, meaning in part.items()],
            key=lambda one: -len(one[0].strip()),
        )

    def of(self, title: str) -> str | None:
        """What the longest fitting word stands for; None if no word fits."""
        seen = f" {_plain(title)} "
        return next((meaning for word, meaning in self._meanings if word in seen), None)


def _plain(text: str) -> str:
    joined = _NEUTRAL_ENDING.sub("", text)
    return " ".join("".join(letter if letter.isalnum() else " " for letter in key(joined)).split())
