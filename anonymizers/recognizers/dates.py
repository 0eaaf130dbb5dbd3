"""Full dates and dates of birth. A month, a year or a day of the week alone stays, unless somebody was born then."""

import re
from collections.abc import Iterator
from functools import cached_property

from anonymizers.recognizers import calendar_words
from anonymizers.recognizers.digits import digit_groups, digit_runs
from anonymizers.recognizers.regions import near, near_digits, small_letters, surroundings
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
_ANSWER = 90
_LINKS = {
    "fr": (re.compile(r"\s+du\s+", re.IGNORECASE), re.compile(r"\s+(?:de\s+)?", re.IGNORECASE)),
    "es": (re.compile(r"\s+del?\s+", re.IGNORECASE), re.compile(r"\s+del?\s+", re.IGNORECASE)),
}
"""What stands between the day and the number of the month, and before the year."""


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
        yield from self._linked(text)
        births = [word.span() for word in _BIRTH.finditer(text)]
        for said in near(self._ordinals, text, surroundings(text, births, _BEFORE, _ANSWER)):
            yield Found(*said.span(), "DATE_OF_BIRTH", CONTEXT)
        for born in near(self._born_in, text, surroundings(text, births)):
            yield Found(*born.span("when"), "DATE_OF_BIRTH", CONTEXT)
        yield from self._counted(text, births)

    def _linked(self, text: str) -> Iterator[Found]:
        """ "Veintitrés del cuatro del setenta y nueve", "le douze du trois quatre-vingt-quatre"."""
        if self.supported_language not in _LINKS:
            return
        to_month, to_year = _LINKS[self.supported_language]
        groups = digit_groups(text, self.supported_language)
        for day, month, year in zip(groups, groups[1:], groups[2:], strict=False):
            linked = to_month.fullmatch(text, day.end, month.start) and to_year.fullmatch(text, month.end, year.start)
            if linked and _day_month_year([day.digits, month.digits, year.digits]):
                yield self._dated(text, day.start, year.end, LIKELY)

    def _counted(self, text: str, births: list[tuple[int, int]]) -> Iterator[Found]:
        """ "One two eighty-three": day, month and year as bare numbers, where birth is the talk."""
        if not births:
            return
        for run in digit_runs(text, self.supported_language):
            if run.spoken and not run.quantity and any(end <= run.start < end + _ANSWER for _, end in births):
                last = _day_month_year([group.digits for group in run.groups])
                if last:
                    yield Found(run.start, run.groups[last - 1].end, "DATE_OF_BIRTH", CONTEXT)

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
    def _ordinals(self) -> re.Pattern[str]:
        return calendar_words.ordinal_date(self.supported_language)

    @cached_property
    def _born_in(self) -> re.Pattern[str]:
        year = calendar_words.year(self.supported_language)
        return re.compile(rf"{_BORN_IN}(?P<when>{year})(?![\w%])", re.IGNORECASE)


def _day_month_year(groups: list[str]) -> int:
    """How many of these groups of digits say a day, a month and a year; 0 when they do not."""
    index = 0
    for most in (31, 12):
        if index < len(groups) and groups[index] == "0":
            index += 1
        if index >= len(groups) or len(groups[index]) > 2 or not 1 <= int(groups[index]) <= most:
            return 0
        index += 1
    for many, shape in ((2, r"(?:19|20)\d\d"), (1, r"(?:19|20)?\d\d"), (2, r"\d\d")):
        if len(groups) >= index + many and re.fullmatch(shape, "".join(groups[index : index + many])):
            return index + many
    return 0


def _is_date(text: str, numeric: re.Match[str]) -> bool:
    first, second = int(numeric["first"]), int(numeric["second"])
    if not (1 <= first <= 31 and 1 <= second <= 31 and min(first, second) <= 12):
        return False
    # "version 3.2.19" is written like a German date.
    return not _VERSION_BEFORE.search(text, max(0, numeric.start() - 12), numeric.start())
