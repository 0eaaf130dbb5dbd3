"""Ages in figures and in words. Years of use or waiting are no ages: "for 10 years", "depuis 10 ans"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from anonymizers.recognizers.digits import digit_groups
from anonymizers.recognizers.numerals import numerals
from anonymizers.recognizers.spans import CONTEXT, LIKELY, Found, TextRecognizer

_BE = {
    "en": r"(?:I['\u2019]?\s?a?m|(?:s?he|they|who)(?:['\u2019]\s?(?:s|re)|\s+(?:is|are|was|were))|(?:I|he|she"
    r"|who)\s+was|we['\u2019]re"
    r"|(?<=when\s)I\s+was|(?:I['\u2019]?ll|I\s+will|s?he['\u2019]ll)\s+be|turn(?:ed|ing|s)?|aged|age\s+of|age(?:\s+is|:)?)",
    "fr": r"(?:(?:j['\u2019]\s?ai|tu\s+as|(?:il|elle|on)\s+(?:a|avait|aura)|(?<!y\s)(?:a|ont|avais|avoir)"
    r"|aurais?|eu|[âa]g[ée]{1,2}s?\s+de|mes|ses|f[êe]t(?:er|é|e|era|erai)|à|[âa]ge\s*:?"
    r"|(?:homme|femme|fille|fils|garçon|enfant|mari|frère|s(?:œ|oe)ur|personne|dame|monsieur|client"
    r"|cliente)\s+de)\s+(?:(?:donc|maintenant|presque|environ|déjà|euh)\s+)?)",
    "de": r"(?:ich\s+bin|bin\s+ich|(?:er|sie)\s+ist|bin"
    r"|alter(?:\s+(?:ist|von)|:)?|werde|wurde|geworden)"
    r"(?:\s+(?:jetzt|gerade|schon|erst|fast|ungefähr|etwa|ja|also|äh|nun))*",
    "es": r"(?:tengo|tienes|tiene|ten[íi]a|tuve|cumpl[íi]|cumplo|cumple|cumpli[óo]|cumplir[ée]?|edad(?:\s+de|:)?|con"
    r"|(?:hombre|mujer|hijo|hija|niñ[oa]|chic[oa]|marido|persona|señor|señora|hermano|hermana|cliente)\s+de)"
    r"(?:\s+(?:unos|casi|ya|ahora|eh))*",
}
_KIN = {
    "en": r"(?:son|daughter|kid|boy|girl|baby|husband|wife|partner|mum|mom|mother|dad|father|sister|brother|eldest"
    r"|youngest"
    r"|oldest|gran|nan|grandad|grandma|grandson|granddaughter|nephew|niece)(?:['\u2019]s|\s+is|\s+was"
    r"|\s+just\s+turned)",
    "de": r"(?:sohn|tochter|mann|frau|mutter|vater|bruder|schwester|oma|opa|enkel|enkelin|neffe|nichte|kleine"
    r"|große)\s+ist"
    r"(?:\s+(?:jetzt|gerade|schon|erst|fast))?",
}
_YEARS = {
    "en": r"(?:\s*-?\s*(?:years?|yrs?)\s*-?\s*(?:old|of\s+age)|\s*-?\s*y/?o\b|\s*year\s+olds?)",
    "fr": r"\s+ans(?!\s+(?:d['\u2019]exp[ée]rience|que\s|de\s+(?:garantie|pratique|métier|carrière)))",
    "de": r"(?:\s+jahre?n?\s+(?:alt|jung)|\s*-?\s?jährige?[rnms]?)",
    "es": r"\s+años(?!\s+(?:de\s+(?:experiencia|garant[íi]a|antig)|trabajando|con\s|en\s|usando|viviendo|esperando))",
}
# After "I'm" or "ich bin" a number is an age unless it measures something else.
_NO_MEASURE = (
    r"(?![\d%.,:/]\d|\s*(?:%|€|£|\$|°)|[\s\-]*(?:percent|per\s?cent|prozent|minutes?|mins?|minuten|seconds?|hours?"
    r"|stunden|days?"
    r"|tage|weeks?|wochen|months?|monate|miles?|meters?|metres?|feet|foot|inch\w*|km|kilometer|kilos?|kg|pounds?"
    r"|quid|euros?"
    r"|stone|out|of|st|nd|rd|th|am|pm|uhr|jahre?\b(?!\s+alt)|years?\b(?!\s+old)|clicks?|steps?|points?|questions?"
    r"|people"
    r"|times|mal|pages?|hundred|thousand|or|to|over|behind|ahead|percentile|degrees|grad)\b|\s*[-\u2013/:]\s*\d|\w)"
)
_LEFT_ALONE = {
    "de": r"(?<!\w)mit\s+$",
    "es": r"(?<!\w)(?:a\s+los|cumpl\w+)\s+$",
}
_RIGHT_ALONE = {
    "de": r"\s+jahren?(?!\w)",
    "es": r"(?!\s+(?:minutos|segundos|d[íi]as|meses|usuarios|clientes|dos|tres|y|o|clics?|pasos|euros|puntos)(?!\w)"
    r"|[.,:/]?\d)",
}
_REACH = 45


class AgeRecognizer(TextRecognizer):
    """The number alone is masked, so that "I'm [AGE] years old" still reads as speech."""

    ENTITIES = ("AGE",)

    def find(self, text: str) -> Iterator[Found]:
        """Numbers by the words around them; bare ones after "I'm" from 13 to 99 only."""
        reading = _reading(numerals(self.supported_language).language)
        for group in digit_groups(text, self.supported_language):
            value = int(group.digits) if len(group.digits) <= 3 else 0
            if 0 < value < 120 and text[group.start - 1 : group.start] not in {".", ",", "£", "$", "€"}:
                score = reading.score(text, group.start, group.end, value)
                if score:
                    yield Found(group.start, group.end, "AGE", score)


@dataclass(frozen=True)
class _Reading:
    """How one language says an age: what stands on the left and the right of the number."""

    be: re.Pattern[str]
    kin: re.Pattern[str]
    years: re.Pattern[str]
    years_suffice: bool
    measure_free: re.Pattern[str]
    left_alone: re.Pattern[str]
    right_alone: re.Pattern[str]

    def score(self, text: str, start: int, end: int, value: int) -> float:
        from_here = max(0, start - _REACH)
        if self.years.match(text, end) and (self.years_suffice or self.be.search(text, from_here, start)):
            return LIKELY
        if self.left_alone.search(text, from_here, start) and self.right_alone.match(text, end):
            return CONTEXT
        if value > 1 and self.measure_free.match(text, end):
            if self.kin.search(text, from_here, start):
                return LIKELY
            if 13 <= value <= 99 and self.years_suffice and self.be.search(text, from_here, start):
                return CONTEXT
        return 0.0


@lru_cache(maxsize=4)
def _reading(language: str) -> _Reading:
    def compiled(pattern: str) -> re.Pattern[str]:
        return re.compile(pattern, re.IGNORECASE)

    never = "(?!)"
    return _Reading(
        be=compiled(rf"(?<!\w){_BE[language]}\s*$"),
        kin=compiled(rf"(?<!\w){_KIN[language]}\s+$" if language in _KIN else never),
        years=compiled(_YEARS[language]),
        years_suffice=language in {"en", "de"},
        measure_free=compiled(_NO_MEASURE),
        left_alone=compiled(_LEFT_ALONE.get(language, never)),
        right_alone=compiled(_RIGHT_ALONE.get(language, never)),
    )
