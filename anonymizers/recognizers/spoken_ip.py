"""IP addresses read aloud: "one nine two dot one six eight dot double oh one dot seven"."""

from collections.abc import Iterator

from anonymizers.layers import Finding, LayerRecognizer
from anonymizers.lexicon.digits import is_number_word
from anonymizers.recognizers.spans import LIKELY
from anonymizers.tokens import HARD, Tokens
from anonymizers.wordlists import word_set

_DOTS = word_set("dot point punkt punto period")
_AND = word_set("and et und y")
_BYTES = 4
_MOST_WORDS = 6
"""The words of one byte: "deux cent cinquante et un"."""


class SpokenIpRecognizer(LayerRecognizer):
    """Four numbers with a spoken dot between each two (RFC 791)."""

    LAYER = "patterns"
    ENTITIES = ("IP_ADDRESS",)

    def find(self, tokens: Tokens) -> Iterator[Finding]:
        """From the first number's first word to the last one's last."""
        dots = [index for index, token in enumerate(tokens.items) if token.key in _DOTS]
        at = 0
        while at + _BYTES - 1 <= len(dots):
            last = self._last(tokens, dots[at : at + _BYTES - 1])
            first = self._reach(tokens, dots[at], -1)
            if last is None or first == dots[at]:
                at += 1
                continue
            yield Finding(tokens.items[first].start, tokens.items[last].end, "IP_ADDRESS", LIKELY)
            at += _BYTES - 1

    def _last(self, tokens: Tokens, dots: list[int]) -> int | None:
        """The last word of the numbers behind each of the dots; None where one has no number right behind it."""
        for dot, following in zip(dots, [*dots[1:], None], strict=True):
            end = self._reach(tokens, dot, 1)
            if end == dot:
                return None
            if following is not None and (end != following - 1 or HARD in tokens.gap(following)):
                return None
        return end

    def _reach(self, tokens: Tokens, dot: int, step: int) -> int:
        """The furthest word of the number beside a dot; the dot itself where there is none."""
        far = dot
        for index in range(dot + step, dot + step * (_MOST_WORDS + 1), step):
            if not 0 <= index < len(tokens.items) or HARD in tokens.gap(max(index, index - step)):
                break
            token = tokens.items[index]
            if token.text.isdecimal() or is_number_word(token.key, str(self.supported_language)):
                far = index
            elif token.key not in _AND:
                break
        return far
