"""Number plates of the United Kingdom, France, Germany and Spain."""

import re
from collections.abc import Iterator

from anonymizers.recognizers.context import VEHICLE, beside
from anonymizers.recognizers.regions import near_digits
from anonymizers.recognizers.spans import CONTEXT, LIKELY, Found, TextRecognizer

_UK = re.compile(r"(?<![\w\-])[A-Z]{2}[0-9]{2}\s?[A-Z]{3}(?![\w\-])", re.IGNORECASE)
_UK_SPACED = re.compile(r"(?<![\w\-])[A-Z]{2}\s[0-9]{2}\s[A-Z]{3}(?![\w\-])", re.IGNORECASE)
_UK_PREFIX = re.compile(r"(?<![\w\-])[A-HJ-NPR-TVWXY]\d{1,3}\s?[A-Z]{3}(?![\w\-])", re.IGNORECASE)
_FR = re.compile(r"(?<![\w\-])[A-HJ-NP-TV-Z]{2}\s?-\s?\d{3}\s?-\s?[A-HJ-NP-TV-Z]{2}(?![\w\-])", re.IGNORECASE)
_FR_SPACED = re.compile(r"(?<![\w\-])[A-HJ-NP-TV-Z]{2}\s?\d{3}\s?[A-HJ-NP-TV-Z]{2}(?![\w\-])", re.IGNORECASE)
_DE = re.compile(r"(?<![\w\-])[A-ZÄÖÜ]{1,3}\s?-\s?[A-Z]{1,2}[\s\-]?[1-9]\d{1,3}[EH]?(?![\w\-])")
_DE_HYPHENS = re.compile(r"(?<![\w\-])[A-ZÄÖÜ]{1,3}-[A-Z]{1,2}-[1-9]\d{0,3}[EH]?(?![\w\-])")
_DE_LOOSE = re.compile(r"(?<![\w\-])[A-ZÄÖÜ]{1,3}[\s\-][A-Z]{1,2}[\s\-]?[1-9]\d{0,3}[EH]?(?![\w\-])", re.IGNORECASE)
_ES = re.compile(r"(?<![\w\-.,])\d{4}[\s\-]?[BCDFGHJ-NPR-TV-Z]{3}(?![\w\-])")
_ES_OLD = re.compile(r"(?<![\w\-])[A-Z]{1,2}-\d{4}-[A-Z]{1,2}(?![\w\-])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CERTAIN = (_UK, _FR, _DE, _DE_HYPHENS, _ES, _ES_OLD)
_BESIDE_A_WORD = (_UK_SPACED, _UK_PREFIX, _FR_SPACED)


class VehicleRegistrationRecognizer(TextRecognizer):
    """Current plates by shape; older and looser ones beside a word such as "reg" or "Kennzeichen"."""

    ENTITIES = ("VEHICLE_REGISTRATION",)

    def find(self, text: str) -> Iterator[Found]:
        """Written plates; those said letter by letter are found as spelled."""
        for pattern in _CERTAIN:
            for plate in near_digits(pattern, text):
                # "2019 BMW" is a car, not its plate.
                if not _YEAR.match(plate.group()) or beside(text, *plate.span(), VEHICLE):
                    yield Found(*plate.span(), "VEHICLE_REGISTRATION", LIKELY)
        # In small letters a German plate looks like any two words and a number.
        for pattern in (*_BESIDE_A_WORD, _DE_LOOSE) if self.supported_language == "de" else _BESIDE_A_WORD:
            for plate in near_digits(pattern, text):
                if beside(text, *plate.span(), VEHICLE, before=45):
                    yield Found(*plate.span(), "VEHICLE_REGISTRATION", CONTEXT)


def is_uk_plate(code: str) -> bool:
    """Whether letters and digits without spaces are a current British plate."""
    return _UK.fullmatch(code) is not None


def is_french_plate(code: str) -> bool:
    """Whether letters and digits without spaces are a current French plate."""
    return _FR_SPACED.fullmatch(code) is not None
