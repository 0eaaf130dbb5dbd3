"""Texts masked in batches, with those met last remembered."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from anonymizers.masking import Anonymiser, Masked

MOST_TEXTS = 200_000
MOST_CHARACTERS = 32 * 2**20


class MaskedTexts:
    """Each text masked once for as long as it is remembered: the 200,000 met last, of 32 Mi characters in all."""

    def __init__(
        self,
        anonymiser: Anonymiser,
        languages: Sequence[str],
        *,
        most_texts: int = MOST_TEXTS,
        most_characters: int = MOST_CHARACTERS,
    ) -> None:
        self._anonymiser = anonymiser
        self._languages = languages
        self._most_texts = most_texts
        self._most_characters = most_characters
        self._known: OrderedDict[str, Masked] = OrderedDict()
        self._characters = 0

    def of(self, texts: Iterable[str]) -> dict[str, Masked]:
        """Each of the texts, masked.

        Raises:
            AnonymizerError: a language that cannot be judged, or none at all.
        """
        found: dict[str, Masked] = {}
        new: list[str] = []
        for text in dict.fromkeys(texts):
            known = self._known.get(text)
            if known is None:
                new.append(text)
            else:
                self._known.move_to_end(text)
                found[text] = known
        for text, masked in zip(new, self._anonymiser.mask_any(new, languages=self._languages), strict=True):
            found[text] = self._known[text] = masked if masked.text != text else replace(masked, text=text)
            self._characters += len(text)
        while len(self._known) > self._most_texts or self._characters > self._most_characters:
            self._characters -= len(self._known.popitem(last=False)[0])
        return found

    def remembered(self) -> list[str]:
        """The texts that need not be masked again, the one met last at the end."""
        return list(self._known)
