"""Number plates."""

import pytest

NAME = "VehicleRegistrationRecognizer"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "AB12 CDE", ("VEHICLE_REGISTRATION", "AB12 CDE")),
        ("en", "ab12cde", ("VEHICLE_REGISTRATION", "ab12cde")),
        ("en", "an old reg, A123 BCD", ("VEHICLE_REGISTRATION", "A123 BCD")),
        ("fr", "AB-123-CD", ("VEHICLE_REGISTRATION", "AB-123-CD")),
        ("de", "M-AB 1234", ("VEHICLE_REGISTRATION", "M-AB 1234")),
        ("de", "kennzeichen b xy 123", ("VEHICLE_REGISTRATION", "b xy 123")),
        ("es", "1234 BCD", ("VEHICLE_REGISTRATION", "1234 BCD")),
        ("es", "matrícula 2019 BCD", ("VEHICLE_REGISTRATION", "2019 BCD")),
    ],
)
def test_finds(language, text, expected, found):
    assert expected in found(NAME, language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A123 BCD"),
        ("en", "a 2019 BMW"),
        ("en", "COVID-19"),
        ("de", "b xy 123"),
        ("en", "the car has 4 doors"),
    ],
)
def test_leaves_alone(language, text, found):
    assert found(NAME, language, text) == set()
