"""Days, months and years as they are written and said, in English, French, German and Spanish."""

import re
from functools import lru_cache

from anonymizers.recognizers.numerals import numerals

MONTH = re.compile(
    r"(?<![\w\-])(?:jan(?:uary|uar|vier|v)?|jänner|enero|ene|feb(?:ruary|ruar|rero)?|f[ée]v(?:rier|r)?|mar(?:ch|s"
    r"|zo)?|märz"
    r"|maerz|apr(?:il)?|avr(?:il)?|abr(?:il)?|may|mai|mayo|jun(?:e|i|io)?|juin|jul(?:y|i|io)?|juil(?:let|l)?"
    r"|aug(?:ust)?"
    r"|ao[uû]t|ago(?:sto)?|sept?(?:ember|embre|iembre|tembre)?|setiembre|o[ck]t(?:ober|obre|ubre)?|nov(?:ember"
    r"|embre|iembre)?"
    r"|d[eé]c(?:ember|embre)?|dez(?:ember)?|dic(?:iembre)?)(?!\w)\.?"
)
"""The name of a month or its usual short form, in small letters."""

_DAY_FIGURES = r"(?:0?[1-9]|[12]\d|3[01])(?:\s?(?:st|nd|rd|th|er|[.º°]))?"
_EN_DAYS = (
    r"(?:(?:twenty|thirty)[\s\-]+)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh"
    r"|twelfth"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth"
)
_DE_DAYS = (
    r"\w*(?:ers|zwei|drit|vier|fünf|fuenf|sechs|sieb|sieben|ach|neun|zehn|elf|zwölf|zwoelf|ßigs|ssigs|zigs)t(?:en|er|e)"
)
_DAY_WORDS = {
    "en": f"{_EN_DAYS}|{numerals('en').pattern}",
    "fr": f"premier|{numerals('fr').pattern}",
    "de": _DE_DAYS,
    "es": f"primero|{numerals('es').pattern}",
}
_CENTURY = {
    "en": r"(?:nineteen|twenty|two\s+thousand(?:\s+and)?)(?:\s+hundred)?(?:\s+and)?",
    "fr": r"(?:mille\s+neuf[\s\-]+cents?|dix[\s\-]+neuf[\s\-]+cents?|deux[\s\-]+mille)",
    "de": r"(?:neunzehn\s*hundert|zweitausend)\s*(?:und)?",
    "es": r"(?:mil\s+novecientos|dos\s+mil)",
}
_IN_BETWEEN = r"(?:\s*,\s*|\s+(?:of|de|del|the|in)\s+(?:the\s+)?|\s*\.?\s*|\s+|-)"


def year(language: str) -> str:
    """A regular expression for a year: four figures, two with or without an apostrophe, or words."""
    words = numerals(language)
    century = _CENTURY[words.language]
    between = r"\s*" if words.language == "de" else r"[\s\-]+"
    said = rf"{century}(?:{between}(?:{words.pattern})){{0,2}}|{words.pattern_from(20)}"
    return rf"(?:(?:19|20)\d\d|['\u2019]?\d\d(?![\d:%.,]\d)|{said})"


def day(language: str) -> str:
    """A regular expression for a day of a month: figures or words, cardinal or ordinal."""
    return rf"(?:{_DAY_FIGURES}|{_DAY_WORDS[numerals(language).language]})"


@lru_cache(maxsize=8)
def ordinal_date(language: str) -> re.Pattern[str]:
    """A date said in ordinals: "the twelfth of the third eighty-four", "zwanzigster sechster siebenundsiebzig"."""
    when = year(language)
    said = {
        "en": rf"(?:{_EN_DAYS})\s+(?:of\s+)?the\s+(?:{_EN_DAYS})\s*,?\s+(?:of\s+)?{when}",
        "de": rf"(?:{_DE_DAYS})\s+(?:{_DE_DAYS})\s*,?\s+{when}",
    }
    return re.compile(rf"(?<![\w.,/:])(?:{said.get(language, '(?!)')})(?![\w%])", re.IGNORECASE)


def day_before_month(language: str) -> re.Pattern[str]:
    """A day that ends where a month begins: "3rd of", "am dritten", "tres de"."""
    return re.compile(rf"(?<![\w.,/:])({day(language)}){_IN_BETWEEN}$", re.IGNORECASE)


def year_after_month(language: str) -> re.Pattern[str]:
    """A year that begins where a month ends."""
    return re.compile(rf"{_IN_BETWEEN}({year(language)})(?![\w%])", re.IGNORECASE)


def day_and_year_after_month(language: str) -> re.Pattern[str]:
    """The English order: "March 3rd, 1984"."""
    return re.compile(rf"\s+(?:the\s+)?({day(language)})(?:\s*,\s*|\s+)({year(language)})(?![\w%])", re.IGNORECASE)


def day_after_month(language: str) -> re.Pattern[str]:
    """ "March the third", without a year."""
    return re.compile(rf"\s+(?:the\s+)?({day(language)})(?!\w)", re.IGNORECASE)
