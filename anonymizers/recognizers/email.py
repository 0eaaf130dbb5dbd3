"""Written e-mail addresses, also with the spaces and brackets people and speech recognition put in."""

import re

from presidio_analyzer import Pattern
from presidio_analyzer.predefined_recognizers import EmailRecognizer

from anonymizers.recognizers.spans import CONTEXT, Narrowed

# A cue may end before or after the sign; a dot and a space end a sentence, unless a usual top level follows.
_AT = r"\s?(?:@|\(\s?at\s?\)|\[\s?at\s?\]|\{\s?at\s?\}|<\s?at\s?>)\s?"
_TOP = r"(?:com|net|org|co|uk)(?!\w)"
_DOT = (
    rf"(?:\.|\.[ \n](?={_TOP})|[ \n]\.[ \n]?(?={_TOP})"
    r"|\s?\(\s?(?:dot|punkt|point|punto)\s?\)\s?|\s?\[\s?(?:dot|punkt|point|punto)\s?\]\s?)"
)
# Not at each part of "a-b-c": a long word would be tried from each of its hyphens.
_START = r"(?<![\w.+\-])"
_CORE = re.compile(r"@|[(\[{<]\s?[aA][tT]\s?[)\]}>]")
# "My handle is @jane.d": with a space before the sign alone it is an address only where a usual top level ends it.
_SPACED = Pattern(
    "spaced e-mail",
    rf"{_START}[\w.+\-]*\w(?:(?!\s@\S){_AT}[\w\-]+(?:{_DOT}[\w\-]+)+|\s@(?:[\w\-]+\.)+(?:{_TOP}|fr|de|es|example))\b",
    CONTEXT,
)
# "jane.doe@example": the end was cut off, or only the top level was said in words.
_CUT = Pattern("cut e-mail", rf"{_START}[\w.+\-]*\w@\w[\w\-]*(?:\s(?:dot|point|punkt|punto)\s\w+)*", CONTEXT)


class _AnyDomainEmail(EmailRecognizer):
    """Presidio's, which drops addresses whose domain has no public suffix: those are kept, at a lower score."""

    def __init__(self, language: str) -> None:
        super().__init__(patterns=[*EmailRecognizer.PATTERNS, _SPACED, _CUT], supported_language=language)
        self.context = []

    def validate_result(self, pattern_text: str) -> bool | None:
        """True where the domain ends in a public suffix; undecided otherwise."""
        return True if super().validate_result(pattern_text) else None


class EmailAddressRecognizer(Narrowed):
    """E-mail addresses by Presidio's pattern and two looser ones, where an at sign stands."""

    def __init__(self, language: str) -> None:
        super().__init__(_AnyDomainEmail(language), _CORE, before=30, after=80)
        self.name = type(self).__name__
