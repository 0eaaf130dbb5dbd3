"""Full dates and dates of birth. A month, a year or a day of the week alone stays, unless somebody was born then."""

import re
from collections.abc import Iterator
from functools import cached_property

from anonymizers.recognizers import calendar_words
from anonymizers.recognizers.regions import around, near, near_digits, small_letters
from anonymizers.recognizers.spans import CONTEXT, LIKELY, WEAK, Found, TextRecognizer

_NUMERIC = re.compile(
    r"(?<![\w./\-,])(?P<first>\d{1,2})\s?(?P<sep>[./\-\u2013]"
    r"|\s/)\s?(?P<second>\d{1,2})\s?(?P=sep)\s?(?P<year>(?:19|20)?\d{2})"
    r"(?![\w]|[./\-]\d)"
)
_ISO = re.compile(r"(?<![\w./\-])(?:19|20)\d{2}([\-./])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?!\d)")
_COMPACT = re.compile(r"(?<!\d)(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)")
_VERSION_BEFORE = re.compile(r"(?:version|release|build|v|ios|macos|android|windows|firmware|ip)\s*$", re.IGNORECASE)
_BIRTH = re.compile(
    r"(?<!\w)(?:born|birth\s?-?days?|birth\s?dates?|date\s+of\s+birth|birth|d\.?o\.?b\.?|n[ée]e?s?\s+(?:le|en|un)"
    r"|naissance"
    r"|anniversaire|geboren\w*|geburtstag|geburtsdatum|geb\.?|jahrgang|nac[íi]|naci[óo]|nacid[oa]s?|nacimiento"
    r"|cumplea[ñn]os)(?!\w)",
    re.IGNORECASE,
)
_BORN_IN = (
    r"(?<!\w)(?:born|birth\s?days?|date\s+of\s+birth|d\.?o\.?b\.?|n[ée]e?|naissance|geboren|geb\.|geburtsjahr"
    r"|jahrgang|nac[íi]"
    r"|naci[óo]|nacid[oa])(?:\s+(?:back|way|in|en|im|on|is|was|est|el|le|jahre?|año|the|year|sometime|around|about"
    r"|it['\u2019]?s))*"
    r"\s*[:,]?\s+"
)
_BEFORE, _AFTER = 60, 70


class DateRecognizer(TextRecognizer):
    """Day, month and year together, in figures and in words; with a word for birth, parts of one."""

    ENTITIES = ("DATE", "DATE_OF_BIRTH")

    def find(self, text: str) -> Iterator[Found]:
        """Numeric dates, dates around the name of a month, years of birth."""
        for numeric in near_digits(_NUMERIC, text):
            if _is_date(text, numeric):
                yield self._dated(text, *numeric.span(), LIKELY)
        yield from (self._dated(text, *iso.span(), LIKELY) for iso in near_digits(_ISO, text))
        yield from (self._dated(text, *run.span(), WEAK) for run in near_digits(_COMPACT, text))
        for month in calendar_words.MONTH.finditer(small_letters(text)):
            yield from self._around(text, month)
        for born in near(self._born_in, text, around(_BIRTH, text)):
            yield Found(*born.span("when"), "DATE_OF_BIRTH", CONTEXT)

    def _around(self, text: str, month: re.Match[str]) -> Iterator[Found]:
        before = text[max(0, month.start() - _BEFORE) : month.start()]
        offset = month.start() - len(before)
        day = self._day_before.search(before)
        year = self._year_after.match(text, month.end(), month.end() + _AFTER)
        if day and year:
            yield self._dated(text, offset + day.start(1), year.end(1), LIKELY)
            return
        both = self._day_and_year.match(text, month.end(), month.end() + _AFTER)
        if both:
            yield self._dated(text, month.start(), both.end(2), LIKELY)
        elif _BIRTH.search(text, max(0, month.start() - _BEFORE), month.start()):
            start = offset + day.start(1) if day else month.start()
            after = year or self._day_after.match(text, month.end(), month.end() + _AFTER)
            if day or after:
                yield Found(start, after.end(1) if after else month.end(), "DATE_OF_BIRTH", CONTEXT)

    def _dated(self, text: str, start: int, end: int, score: float) -> Found:
        born = _BIRTH.search(text, max(0, start - _BEFORE), start) or _BIRTH.search(text, end, end + 25)
        return Found(start, end, "DATE_OF_BIRTH" if born else "DATE", score)

    @cached_property
    def _day_before(self) -> re.Pattern[str]:
        return calendar_words.day_before_month(self.supported_language)

    @cached_property
    def _year_after(self) -> re.Pattern[str]:
        return calendar_words.year_after_month(self.supported_language)

    @cached_property
    def _day_and_year(self) -> re.Pattern[str]:
        return calendar_words.day_and_year_after_month(self.supported_language)

    @cached_property
    def _day_after(self) -> re.Pattern[str]:
        return calendar_words.day_after_month(self.supported_language)

    @cached_property
    def _born_in(self) -> re.Pattern[str]:
        year = calendar_words.year(self.supported_language)
        return re.compile(rf"{_BORN_IN}(?P<when>{year})(?![\w%])", re.IGNORECASE)


def _is_date(text: str, numeric: re.Match[str]) -> bool:
    first, second = int(numeric["first"]), int(numeric["second"])
    if not (1 <= first <= 31 and 1 <= second <= 31 and min(first, second) <= 12):
        return False
    # "version 3.2.19" is written like a German date.
    return not _VERSION_BEFORE.search(text, max(0, numeric.start() - 12), numeric.start())
