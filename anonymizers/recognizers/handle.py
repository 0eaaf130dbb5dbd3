"""Names people go by online: @handles, and user names beside the word for one."""

import re
from collections.abc import Iterator

from anonymizers.recognizers.context import HANDLE
from anonymizers.recognizers.regions import around, near, small_letters
from anonymizers.recognizers.spans import CONTEXT, LIKELY, Found, TextRecognizer

_AT = re.compile(r"(?<![\w@.+\-])@\s?[A-Za-zÀ-ÿ0-9_][\wÀ-ÿ.\-]*\w(?!@)")
_SPOKEN_JOIN = r"(?:\s+(?:underscore|dot|dash|hyphen|unterstrich|punkt|point|tiret|guion\s+bajo|gui[oó]n|punto)\s+\w+)"
_SIGN = re.compile("@")
_JOINED = re.compile(r"underscore|unterstrich|bajo")
_LED = re.compile(
    rf"{HANDLE.pattern}(?:\s+(?:handle|name|account|user|id|profile|is|was|its|it['\u2019]s|called|at|est"
    rf"|c['\u2019]est|ist|lautet|"
    rf"hei[sß]+t|es|um+|uh+|er|my|under|as|i['\u2019]?m|i\s+am))*\s*[:=,]?\s*[\"“]?(?P<name>@?\w[\w.\-]*\w(?:{_SPOKEN_JOIN})*)"
)
_SPOKEN = re.compile(rf"(?<!\w)(?:at\s+)?(?P<name>\w+{_SPOKEN_JOIN}+(?:\s*\d+)?)(?!\w)", re.IGNORECASE)
_IS = re.compile(
    r"\b(?:is|was|it['\u2019]?s|called|est|c['\u2019]est|ist|lautet|hei[sß]+t|es)\s*[:,]?\s*[\"“]?$|[:=]\s*[\"“]?$",
    re.I,
)
_NOT_NAMES = frozenset(
    """
    a about actually also always an and another app based because better blocked broken but confusing different down
    easy fine for full good great gone hard in it just kind like linked locked more my new nice no not of ok on one
    only open pretty private public quite really required so something sort still strange the there this to too
    used useful very voll was way weird what when where wrong your
    le la les un une des mon ma trop très plus pas bien pour dans déjà bloqué public privé
    der die das ein eine mein nicht sehr zu schon gesperrt privat schlecht gut weg
    el los las mi muy más ya bloqueado privado bueno que para
    """.split()  # noqa: SIM905 - a list of quoted strings would read worse
)


class HandleRecognizer(TextRecognizer):
    """Handles and user names, with underscores or dots said aloud too."""

    ENTITIES = ("HANDLE",)

    def find(self, text: str) -> Iterator[Found]:
        """By the at sign, by the word before it, or by a spoken underscore."""
        yield from (Found(*hit.span(), "HANDLE", LIKELY) for hit in near(_AT, text, around(_SIGN, text, 0, 40)))
        for led in _LED.finditer(small_letters(text)):
            if _is_name(text, led.start("name"), led["name"]):
                yield Found(*led.span("name"), "HANDLE", CONTEXT)
        for spoken in near(_SPOKEN, text, around(_JOINED, small_letters(text))):
            if _JOINED.search(spoken["name"].lower()):
                yield Found(*spoken.span("name"), "HANDLE", CONTEXT)


def _is_name(text: str, start: int, name: str) -> bool:
    """A digit, dot or underscore marks a user name; a plain word does after "is", unless it is an everyday one."""
    if re.search(r"[_@]|[^\W\d_]\d|\w\.\w", name) or re.search(r"\sunderscore\s", name):
        return True
    return len(name) >= 4 and name.lower() not in _NOT_NAMES and bool(_IS.search(text[max(0, start - 12) : start]))
