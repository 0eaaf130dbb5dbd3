"""Streets as they are written and said in French."""

from anonymizers.recognizers.streets.form import Form, any_case, cased

_TYPE = (
    r"(?:rue|avenue|av\.|boulevard|boul?\.|bd|chemin|impasse|allées?|quai|ruelle|faubourg|sentier|venelle|esplanade"
    r"|square"
    r"|résidence|lotissement|hameau)"
)
_VAGUE_TYPE = r"(?:place|route|cours|passage|cité|voie|villa|promenade|montée|côte)"
_LINK = (
    r"(?:de\s+la\s+|de\s+l['\u2019]\s?|des\s+|du\s+|de\s+|d['\u2019]\s?|aux?\s+|à\s+la\s+|la\s+|le\s+|les\s+"
    r"|l['\u2019]\s?)"
)
_STOP = (
    r"(?!(?:à|au|aux|et|ou|dans|en|mais|c['\u2019]est|je|j['\u2019]\w+|tu|il|elle|on|nous|vous|qui|que|qu['\u2019]\w+|donc|voilà|pour"
    r"|chez|près|depuis|parce|où|avec|sur|ça|est|a|y|un|une|si|puis|alors|juste|bref|quoi|hein|euh|ben|oui|non|merci|avant|après|numéro|code|mais|aussi|pas|toujours|bon|bien|enfin|là|ici|ils?|elles?)(?!\w))"
)
TELLING = {
    "french": "rue|avenue|av|boulevard|boul|bd|chemin|impasse|allée|allées|quai|ruelle|faubourg|sentier|venelle"
    "|esplanade"
    "|square|résidence|lotissement|hameau|place|route|cours|passage|cité|voie|villa|promenade|montée|côte"
}
"""In small letters."""


def forms(spoken: str) -> tuple[Form, ...]:
    """ "12 bis, rue de la Paix", "douze rue de la paix", "rue Victor Hugo", "j'habite rue des lilas"."""
    figures = r"\d{1,4}(?:\s?(?:bis|ter|quater|[a-d])\b)?"
    said = rf"|(?!une\b){spoken}" if spoken else ""
    number = rf"(?:{figures}{said})"
    word = r"[\wÀ-ÿ'\u2019\-]{1,60}"
    name = rf"{_LINK}?{word}(?:\s+(?:[A-ZÀ-Þ]{word}|{_LINK}{word}))*(?:\s+{_STOP}{word})?"
    capitals = rf"(?:{_LINK})?[A-ZÀ-Þ]{word}(?:\s+(?:{_LINK})?[A-ZÀ-Þ]{word})*"
    return (
        cased(rf"(?<![\w.,€])(?i:{number}),?\s+(?i:{_TYPE}|place|route|cours|passage)\s+{name}", "number", "french"),
        cased(rf"(?<!\w)(?i:(?!square){_TYPE})\s+{capitals}(?:,?\s+(?:au\s+)?\d{{1,4}}\b)?", "capitals", "french"),
        cased(
            rf"(?<!\w)(?i:{_VAGUE_TYPE}|square)\s+{capitals}(?:,?\s+(?:au\s+)?\d{{1,4}}\b)?",
            # "Place Hold" and "Passage Points" are buttons in English.
            "capitals" if spoken else "living",
            "french",
        ),
        any_case(rf"(?<!\w){_TYPE}\s+{_LINK}?{word}", "living", "french"),
    )
