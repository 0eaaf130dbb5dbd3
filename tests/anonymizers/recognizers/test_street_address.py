"""Streets and house numbers, written and said."""

import pytest

NAME = "StreetAddressRecognizer"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "14 Acacia Avenue", ("STREET_ADDRESS", "14 Acacia Avenue")),
        ("en", "Flat 3, 22B Baker Street", ("STREET_ADDRESS", "Flat 3, 22B Baker Street")),
        ("en", "at fourteen acacia avenue", ("STREET_ADDRESS", "fourteen acacia avenue")),
        ("en", "twenty two b baker street", ("STREET_ADDRESS", "twenty two b baker street")),
        ("en", "i live on acacia avenue", ("STREET_ADDRESS", "acacia avenue")),
        ("en", "7 The Old Mill Close", ("STREET_ADDRESS", "7 The Old Mill Close")),
        ("en", "my address is 58 jasmine pines", ("STREET_ADDRESS", "58 jasmine pines")),
        ("fr", "12 bis, rue de la Paix", ("STREET_ADDRESS", "12 bis, rue de la Paix")),
        ("fr", "douze rue des lilas", ("STREET_ADDRESS", "douze rue des lilas")),
        ("fr", "la rue Victor Hugo", ("STREET_ADDRESS", "rue Victor Hugo")),
        ("de", "Hauptstraße 5.", ("STREET_ADDRESS", "Hauptstraße 5")),
        ("de", "hauptstraße siebenundzwanzig", ("STREET_ADDRESS", "hauptstraße siebenundzwanzig")),
        ("de", "Am Markt 7", ("STREET_ADDRESS", "Am Markt 7")),
        ("de", "Unter den Linden 5", ("STREET_ADDRESS", "Unter den Linden 5")),
        ("es", "Calle Mayor 3, 2º B", ("STREET_ADDRESS", "Calle Mayor 3, 2º B")),
        ("es", "calle mayor tres", ("STREET_ADDRESS", "calle mayor tres")),
    ],
)
def test_finds(language, text, expected, found):
    assert expected in found(NAME, language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "3 people on the street"),
        ("en", "20 minutes to drive"),
        ("en", "10 tries to close"),
        ("en", "the high street shops"),
        ("fr", "la rue était calme"),
        ("fr", "une rue sympa"),
        ("de", "Am Montag 3 Stunden"),
        ("de", "Im Schritt 3, dann"),
        ("de", "Arbeitsplatz 3"),
        ("de", "auf der Straße 3 Autos"),
        ("de", "Schritt 5"),
        ("es", "la calle principal tiene 5 tiendas"),
        ("en", "he called me at 5 30"),
    ],
)
def test_leaves_alone(language, text, found):
    assert found(NAME, language, text) == set()


def test_a_house_number_over_a_hundred_is_read_with_its_street(found):
    assert ("STREET_ADDRESS", "hermannstraße einhundertzwei") in found(
        "StreetAddressRecognizer", "de", "der brief ging an hermannstraße einhundertzwei dabei"
    )


def test_a_place_after_a_preposition_needs_its_postcode(found):
    said = "am wehr vierundneunzig neunundneunzig sechsunddreißig zwei gotha"
    assert ("STREET_ADDRESS", "am wehr vierundneunzig") in found("StreetAddressRecognizer", "de", said)
    for other in ("am wehr vierundneunzig leute", "am wehr vierundneunzig neunundneunzig sechsunddreißig zwei drei"):
        assert found("StreetAddressRecognizer", "de", other) == set()
