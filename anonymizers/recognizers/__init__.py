"""Personal data that shows by its form: addresses, numbers, codes, dates, written and spoken.

One recogniser a file. Each is a pure function of the text: no model, no NLP artifacts, no network.
"""

import re
from collections.abc import Callable, Sequence

from presidio_analyzer import EntityRecognizer
from presidio_analyzer.predefined_recognizers import (
    CreditCardRecognizer,
    IbanRecognizer,
    IpRecognizer,
    MacAddressRecognizer,
)

import anonymizers.offline  # noqa: F401 - keeps tldextract, which Presidio asks, off the network
from anonymizers.recognizers.bank_account import BankAccountRecognizer
from anonymizers.recognizers.card import CardNumberRecognizer
from anonymizers.recognizers.dates import DateRecognizer
from anonymizers.recognizers.device import DeviceIdRecognizer
from anonymizers.recognizers.email import EmailAddressRecognizer
from anonymizers.recognizers.file_name import FileNameRecognizer
from anonymizers.recognizers.geo import GeoCoordinatesRecognizer
from anonymizers.recognizers.handle import HandleRecognizer
from anonymizers.recognizers.identity_document import IdentityDocumentRecognizer
from anonymizers.recognizers.national_id import NationalIdRecognizer
from anonymizers.recognizers.phone import PhoneNumberRecognizer
from anonymizers.recognizers.postcode import PostcodeRecognizer
from anonymizers.recognizers.reference import ReferenceNumberRecognizer
from anonymizers.recognizers.spans import Narrowed
from anonymizers.recognizers.spelled import SpelledRecognizer
from anonymizers.recognizers.spoken_address import SpokenAddressRecognizer
from anonymizers.recognizers.spoken_ip import SpokenIpRecognizer
from anonymizers.recognizers.street_address import StreetAddressRecognizer
from anonymizers.recognizers.url import UrlRecognizer
from anonymizers.recognizers.vehicle import VehicleRegistrationRecognizer

_OURS: tuple[Callable[[str], EntityRecognizer], ...] = (
    BankAccountRecognizer,
    CardNumberRecognizer,
    DateRecognizer,
    DeviceIdRecognizer,
    EmailAddressRecognizer,
    FileNameRecognizer,
    GeoCoordinatesRecognizer,
    HandleRecognizer,
    IdentityDocumentRecognizer,
    NationalIdRecognizer,
    PhoneNumberRecognizer,
    PostcodeRecognizer,
    ReferenceNumberRecognizer,
    SpelledRecognizer,
    SpokenAddressRecognizer,
    SpokenIpRecognizer,
    StreetAddressRecognizer,
    UrlRecognizer,
    VehicleRegistrationRecognizer,
)
# Presidio's own: what every finding of theirs holds, and how far it may reach to its left and right.
_PRESIDIOS: tuple[tuple[Callable[..., EntityRecognizer], re.Pattern[str], int, int], ...] = (
    (CreditCardRecognizer, re.compile(r"\d[\d \-]{10,}\d"), 0, 0),
    (IbanRecognizer, re.compile(r"[A-Z]{2}[0-9]{2}[A-Z0-9 \-]{9}"), 0, 60),
    (IpRecognizer, re.compile(r"[0-9]\.[0-9]{1,3}\.[0-9]|[0-9A-Fa-f:]:[0-9A-Fa-f:]"), 0, 0),
    (
        MacAddressRecognizer,
        re.compile(r"[0-9A-Fa-f]{2}[:\-][0-9A-Fa-f]{2}[:\-]|[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}\."),
        0,
        0,
    ),
)


def pattern_recognizers(languages: Sequence[str]) -> list[EntityRecognizer]:
    """All pattern recognisers, one set a language (ISO 639-1 code), each answering for that language alone.

    Number words and months are read in the recogniser's language (English where it is none of en, fr, de, es);
    shapes and the words beside them are the same for all. Every finding is meant to be masked: a low score says that
    only its look speaks for it.
    """
    found: list[EntityRecognizer] = []
    for language in dict.fromkeys(languages):
        found += [build(language) for build in _OURS]
        found += [
            Narrowed(build(supported_language=language), core, before, after)
            for build, core, before, after in _PRESIDIOS
        ]
    return found
