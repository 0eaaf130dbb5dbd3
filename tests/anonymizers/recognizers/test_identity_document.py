"""Passports and driving licences."""

import pytest

NAME = "IdentityDocumentRecognizer"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "passport number is 123456789", ("PASSPORT", "123456789")),
        ("en", "MORGA657054SM9IJ", ("DRIVING_LICENCE", "MORGA657054SM9IJ")),
        ("fr", "passeport 12AB34567", ("PASSPORT", "12AB34567")),
        ("de", "Reisepass C01X0006H", ("PASSPORT", "C01X0006H")),
        ("es", "PAB123456", ("PASSPORT", "PAB123456")),
        ("de", "Führerschein B072RRE2I55", ("DRIVING_LICENCE", "B072RRE2I55")),
        ("fr", "permis de conduire : 12 34 56 789012", ("DRIVING_LICENCE", "12 34 56 789012")),
    ],
)
def test_finds(language, text, expected, found):
    assert expected in found(NAME, language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "my passport expired in 2019"),
        ("en", "passport control took 45 minutes"),
        ("en", "123456789"),
        ("en", "the passport cost 123456 pounds"),
    ],
)
def test_leaves_alone(language, text, found):
    assert found(NAME, language, text) == set()
