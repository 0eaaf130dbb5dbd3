"""Ages in figures and in words. Years of use or waiting are no ages: "for 10 years", "depuis 10 ans"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from anonymizers.recognizers.digits import Group, digit_groups
from anonymizers.recognizers.numerals import numerals
from anonymizers.recognizers.spans import CONTEXT, LIKELY, Found, TextRecognizer
from anonymizers.tokens import HARD

_BE = {
    "en": r"(?:I['\u2019]?\s?a?m|(?:s?he|they|who|you)(?:['\u2019]\s?(?:s|re)|\s+(?:is|are|was|were))|(?:I|he|she"
    r"|who)\s+was|we['\u2019]re"
    r"|(?<=when\s)I\s+was|(?:I['\u2019]?ll|I\s+will|s?he['\u2019]ll)\s+be|turn(?:ed|ing|s)?|aged|age\s+of|age(?:\s+is|:)?)",
    "fr": r"(?:(?:j['\u2019]\s?ai|tu\s+as|vous\s+(?:avez|aviez|aurez)|(?:il|elle|on)\s+(?:a|avait|aura)"
    r"|(?<!y\s)(?:a|ont|avais|avoir)|aurais?|eu|[âa]g[ée]{1,2}s?\s+de|mes|ses|f[êe]t(?:er|é|e|era|erai)|à|[âa]ge\s*:?"
    r"|(?:homme|femme|fille|fils|garçon|enfant|mari|frère|s(?:œ|oe)ur|personne|dame|monsieur|client"
    r"|cliente)\s+de)\s+(?:(?:donc|maintenant|presque|environ|déjà|euh)\s+)?)",
    "de": r"(?:ich\s+bin|bin\s+ich|(?:er|sie)\s+ist|bin|du\s+bist|bist\s+du|sie\s+sind|sind\s+sie"
    r"|alter(?:\s+(?:ist|von)|:)?|werde|wurde|geworden)"
    r"(?:\s+(?:jetzt|gerade|schon|erst|fast|ungefähr|etwa|ja|also|äh|nun))*",
    "es": r"(?:tengo|tienes|tiene|ten[íi]as?|tuve|cumpl[íi]|cumplo|cumple|cumpli[óo]|cumplir[ée]?|edad(?:\s+de|:)?|con"
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
    "fr": r"\s+ans(?!\s+(?:d['\u2019]exp[ée]rience|que\s|pour\s|devant\s"
    r"|de\s+(?:garantie|pratique|métier|carrière|cr[ée]dit|pr[êe]t|remboursement|contrat|service|recul|ancienneté)))",
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
# What stands on both sides: "mit 43 Jahren", "dass du 43 bist", "a los 43".
_ON_BOTH_SIDES = {
    "de": (
        (r"(?<!\w)mit\s+$", r"\s+jahren?(?!\w)"),
        (
            r"(?<!\w)(?:dass|ob|weil|wenn|als|wo|da|obwohl)\s+(?:ich|du|er|sie|man|meine?\s+\w+|ihre?\s+\w+)\s+"
            r"(?:(?:jetzt|gerade|schon|erst|fast|ungefähr|etwa|ja|also|äh|nun|noch)\s+)*$",
            r"\s+(?:(?:jahre\s+alt\s+)?(?:bin|bist|ist|sind|war|warst|waren|werde|wirst|wird|wurde|werden)"
            r"|geworden)(?!\w)",
        ),
    ),
    "es": (
        (
            r"(?<!\w)(?:a\s+los|cumpl\w+)\s+$",
            r"(?!\s+(?:minutos|segundos|d[íi]as|meses|usuarios|clientes|dos|tres|y|o|clics?|pasos|euros|puntos)(?!\w)"
            r"|[.,:/]?\d)",
        ),
    ),
}
_ASKED = {
    "en": r"(?<!\bat\s)(?<!\bof\s)(?<!people\s)(?:your|his|her|their)\s+age(?!\s+(?:group|range|band|bracket))"
    r"|how\s+old\s+(?:(?:are|is|was|were)\s+(?:you|he|she|they)|(?:you|he|she|they)\s+(?:are|is)"
    r"|(?:are|is)\s+(?:your|the)\s+(?P<kin>kids?|children|child|boys?|girls?|baby|sons?|daughters?|husband|wife"
    r"|partner|mum|mother|dad|father|sister|brother|grandchildren))|what\s+age\s+are\s+you",
    "fr": r"quel\s+[âa]ge|(?:votre|ton|son)\s+[âa]ge",
    "de": r"wie\s+alt\s+(?:(?:bist|sind|ist)\s+(?:du|sie|er)|(?:du|sie|er)\s+(?:bist|sind|ist)"
    r"|(?:sind|ist)\s+(?:deine?|ihre?|eure?)\s+(?P<kin>kind(?:er)?|sohn|tochter|mann|frau|mutter|vater))"
    r"|(?:dein|ihr|euer)\s+alter",
    "es": r"cu[áa]ntos\s+años\s+(?:tienes?|tienen|ten[ée]is|tendr[íi]?as?)|(?:tu|su|qu[ée])\s+edad",
}
_JUST_YEARS = r"\s+(?:years?|jahre|ans|años)(?!\w)"
_REACH = 45
_ANSWER_REACH = 80
_REPEAT_REACH = 300
_GROWN = range(13, 100)


class AgeRecognizer(TextRecognizer):
    """The number alone is masked, so that "I'm [AGE] years old" still reads as speech."""

    ENTITIES = ("AGE",)

    def find(self, text: str) -> Iterator[Found]:
        """Numbers by the words around them; bare ones after "I'm" from 13 to 99 only.

        The first number after a question about age is one too, and so is an age that is said again soon after.
        """
        reading = _reading(numerals(self.supported_language).language)
        said: dict[int, int] = {}
        no_age = 0
        for group in digit_groups(text, self.supported_language):
            value = int(group.digits) if len(group.digits) <= 3 else 0
            score = 0.0
            if 0 < value < 120 and text[group.start - 1 : group.start] not in {".", ",", "£", "$", "€"}:
                score = reading.score(text, group.start, group.end, value)
                if not score and (
                    reading.answers(text, group, value, no_age) or reading.repeats(text, group, said.get(value))
                ):
                    score = CONTEXT
            if not score:
                # "Oh" is a zero, and only a hesitation before an answer.
                no_age = no_age if group.digits == "0" else group.end
                continue
            if value in _GROWN:
                said[value] = group.end
            yield Found(group.start, group.end, "AGE", score)


@dataclass(frozen=True)
class _Reading:
    """How one language says an age: what stands on the left and the right of the number."""

    be: re.Pattern[str]
    kin: re.Pattern[str]
    years: re.Pattern[str]
    years_suffice: bool
    measure_free: re.Pattern[str]
    both_sides: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    asked: re.Pattern[str]
    just_years: re.Pattern[str]

    def score(self, text: str, start: int, end: int, value: int) -> float:
        from_here = max(0, start - _REACH)
        if self.years.match(text, end) and (self.years_suffice or self.be.search(text, from_here, start)):
            return LIKELY
        if any(left.search(text, from_here, start) and right.match(text, end) for left, right in self.both_sides):
            return CONTEXT
        if value > 1 and self.measure_free.match(text, end):
            if self.kin.search(text, from_here, start):
                return LIKELY
            if 13 <= value <= 99 and self.years_suffice and self.be.search(text, from_here, start):
                return CONTEXT
        return 0.0

    def answers(self, text: str, group: Group, value: int, no_age: int) -> bool:
        """Whether a question about age stands before a number, with no number that is no age (up to `no_age`)."""
        if not (self.measure_free.match(text, group.end) or self.just_years.match(text, group.end)):
            return False
        questions = list(self.asked.finditer(text, max(no_age, group.start - _ANSWER_REACH), group.start))
        if not questions or HARD in text[questions[-1].end() : group.start]:
            return False
        return value in _GROWN or (value > 1 and bool(questions[-1].groupdict().get("kin")))

    def repeats(self, text: str, group: Group, before: int | None) -> bool:
        """Whether the same age ended not far `before` a number."""
        if before is None or group.start - before > _REPEAT_REACH or HARD in text[before : group.start]:
            return False
        return bool(self.measure_free.match(text, group.end))


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
        both_sides=tuple((compiled(left), compiled(right)) for left, right in _ON_BOTH_SIDES.get(language, ())),
        asked=compiled(rf"(?<!\w)(?:{_ASKED[language]})(?!\w)"),
        just_years=compiled(_JUST_YEARS),
    )
