"""Ages: the number alone, in figures and words; measures and years of use are no ages."""

import pytest

NAME = "AgeRecognizer"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "I'm 43 years old.", ("AGE", "43")),
        ("en", "I\u2019m forty-three, by the way", ("AGE", "forty-three")),
        ("en", "a 34-year-old nurse", ("AGE", "34")),
        ("en", "my son's 7", ("AGE", "7")),
        ("en", "she turned sixty five", ("AGE", "sixty five")),
        ("fr", "j'ai quarante-trois ans", ("AGE", "quarante-trois")),
        ("fr", "une femme de 77 ans", ("AGE", "77")),
        ("de", "ich bin dreiundvierzig", ("AGE", "dreiundvierzig")),
        ("de", "mit 43 Jahren", ("AGE", "43")),
        ("de", "eine 43-jährige Frau", ("AGE", "43")),
        ("es", "tengo cuarenta y tres años", ("AGE", "cuarenta y tres")),
        ("es", "a los 43 me mudé", ("AGE", "43")),
    ],
)
def test_finds(language, text, expected, found):
    assert expected in found(NAME, language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I'm 20 minutes late"),
        ("en", "I'm 100% sure"),
        ("en", "I'm 43rd in the queue"),
        ("en", "for 10 years"),
        ("en", "my son is one of those"),
        ("fr", "depuis 10 ans"),
        ("fr", "il y a 5 ans"),
        ("fr", "une garantie de 3 ans"),
        ("de", "seit 10 Jahren"),
        ("de", "ich bin 20 Minuten zu spät"),
        ("es", "hace 10 años"),
        ("es", "tengo 10 años de experiencia"),
        ("es", "a los 10 usuarios"),
    ],
)
def test_leaves_alone(language, text, found):
    assert found(NAME, language, text) == set()
