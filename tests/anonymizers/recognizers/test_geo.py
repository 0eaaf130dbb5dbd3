"""Places as numbers."""

import pytest

NAME = "GeoCoordinatesRecognizer"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "51.5034, -0.1276", ("GEO_COORDINATES", "51.5034, -0.1276")),
        ("en", "51°30'12\"N", ("GEO_COORDINATES", "51°30'12\"N")),
        ("en", "lat: 51.5034", ("GEO_COORDINATES", "51.5034")),
        ("en", "9C3XGV4C+XV", ("GEO_COORDINATES", "9C3XGV4C+XV")),
        ("en", "///filled.count.soap", ("GEO_COORDINATES", "///filled.count.soap")),
    ],
)
def test_finds(language, text, expected, found):
    assert expected in found(NAME, language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "4.5, 3.2"),
        ("en", "4.5, 3.125"),
        ("en", "it is 20° outside"),
        ("en", "from 1.99 to 2.99"),
        ("en", "and/or"),
    ],
)
def test_leaves_alone(language, text, found):
    assert found(NAME, language, text) == set()
