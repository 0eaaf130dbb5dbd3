"""Numbers beside the word for what they lead to, and long ones alone."""

import pytest

NAME = "ReferenceNumberRecognizer"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "my order number is 48213", ("REFERENCE_NUMBER", "48213")),
        ("en", "booking reference BK7Q2X", ("REFERENCE_NUMBER", "BK7Q2X")),
        ("en", "customer number four eight two one three", ("REFERENCE_NUMBER", "four eight two one three")),
        ("en", "INV-2024-0081", ("REFERENCE_NUMBER", "INV-2024-0081")),
        ("en", "10048213", ("REFERENCE_NUMBER", "10048213")),
        ("de", "Kundennummer lautet: 48213", ("REFERENCE_NUMBER", "48213")),
        ("fr", "dossier n° 4711", ("REFERENCE_NUMBER", "4711")),
        ("es", "el pedido es el 48213", ("REFERENCE_NUMBER", "48213")),
        ("en", "four eight two one three nine", ("REFERENCE_NUMBER", "four eight two one three nine")),
    ],
)
def test_finds(language, text, expected, found):
    assert expected in found(NAME, language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "48213"),
        ("en", "error 404 and then 500"),
        ("en", "the order page got a 7"),
        ("en", "customers since 2019"),
        ("en", "one two three four five six"),
        ("en", "iPhone14"),
        ("fr", "client depuis 10 ans"),
    ],
)
def test_leaves_alone(language, text, found):
    assert found(NAME, language, text) == set()


def test_a_record_spoken_of_before_makes_a_number_a_reference(found):
    said = "It wanted the membership, which, hers is 136437."
    assert ("REFERENCE_NUMBER", "136437") in found("ReferenceNumberRecognizer", "en", said)
    assert found("ReferenceNumberRecognizer", "en", said.replace("membership", "memory")) == set()
    assert found("ReferenceNumberRecognizer", "en", said.replace("136437", "12345")) == set()
