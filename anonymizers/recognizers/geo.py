"""Places as numbers: coordinates in degrees, plus codes, three-word addresses."""

import re
from collections.abc import Iterator

from anonymizers.recognizers.regions import near_digits
from anonymizers.recognizers.spans import CONTEXT, LIKELY, Found, TextRecognizer

_DECIMAL = re.compile(
    r"(?<![\w.])[-+\u2212]?\d{1,2}\.\d{3,}\s*°?\s*[NSns]?\s*[,;\s]\s*[-+\u2212]?\d{1,3}\.\d{3,}\s*°?(?:\s*[EWOewo](?!\w))?(?!\d)"
)
_NAMED = re.compile(
    r"(?<!\w)(?:lat(?:itude)?|l(?:on|ng)(?:gitude)?|longitud|latitud|breitengrad|l[äa]ngengrad|breite|l[äa]nge)\s*"
    r"(?:is|est|ist|es)?\s*[:=]?\s*([-+\u2212]?\d{1,3}[.,]\d{2,})",
    re.IGNORECASE,
)
_DEGREES = re.compile(
    r"(?<!\w)\d{1,3}\s*°\s*\d{1,2}(?:\.\d+)?\s*['\u2032\u2019]\s*(?:\d{1,2}(?:[.,]\d+)?\s*(?:\"|\u2033|”|''"
    r"|\u2019\u2019)\s*)?[NSEWO](?!\w)"
)
_PLUS_CODE = re.compile(r"(?<!\w)(?:[23456789CFGHJMPQRVWX]{4}){1,2}\+[23456789CFGHJMPQRVWX]{2,3}(?!\w)")
_THREE_WORDS = re.compile(r"///[^\W\d_]+\.[^\W\d_]+\.[^\W\d_]+")


class GeoCoordinatesRecognizer(TextRecognizer):
    """Latitude and longitude from three decimals on (about a hundred metres), and codes that stand for them."""

    ENTITIES = ("GEO_COORDINATES",)

    def find(self, text: str) -> Iterator[Found]:
        """Pairs, named single values, degrees with minutes, plus codes, what3words."""
        for pattern in (_DECIMAL, _DEGREES, _PLUS_CODE):
            yield from (Found(*hit.span(), "GEO_COORDINATES", LIKELY) for hit in near_digits(pattern, text))
        yield from (Found(*hit.span(), "GEO_COORDINATES", LIKELY) for hit in _THREE_WORDS.finditer(text))
        yield from (Found(*hit.span(1), "GEO_COORDINATES", CONTEXT) for hit in near_digits(_NAMED, text))
