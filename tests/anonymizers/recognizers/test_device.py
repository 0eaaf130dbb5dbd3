"""Ids of devices by shape, check digit, or the word beside them."""

import pytest

NAME = "DeviceIdRecognizer"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "490154203237518", ("DEVICE_ID", "490154203237518")),
        ("en", "49 015420 323751 8", ("DEVICE_ID", "49 015420 323751 8")),
        ("en", "123E4567-E89B-12D3-A456-426614174000", ("DEVICE_ID", "123E4567-E89B-12D3-A456-426614174000")),
        ("en", "a1b2c3d4e5f60718", ("DEVICE_ID", "a1b2c3d4e5f60718")),
        ("de", "Seriennummer C02XK1ABJGH5", ("DEVICE_ID", "C02XK1ABJGH5")),
    ],
)
def test_finds(language, text, expected, found):
    assert expected in found(NAME, language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "490154203237519"),
        ("en", "iPhone14"),
        ("en", "deadbeefdeadbeef"),
        ("en", "the device has 64 gigs"),
    ],
)
def test_leaves_alone(language, text, found):
    assert found(NAME, language, text) == set()
