"""Letters and codes said one by one."""

import pytest

NAME = "SpelledRecognizer"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "S-i-o-b-h-a-n", ("SPELLED", "S-i-o-b-h-a-n")),
        ("en", "s i o b h a n", ("SPELLED", "s i o b h a n")),
        ("en", "s\ni\no\nb", ("SPELLED", "s\ni\no\nb")),
        ("en", "S for sugar I O B", ("SPELLED", "S for sugar I O B")),
        ("en", "s a m u e l", ("SPELLED", "s a m u e l")),
        ("en", "spelled r o e", ("SPELLED", "r o e")),
        ("en", "sierra india oscar bravo", ("SPELLED", "sierra india oscar bravo")),
        ("de", "m wie martha e i e r", ("SPELLED", "m wie martha e i e r")),
        ("en", "s w one a one a a", ("POSTCODE", "s w one a one a a")),
        ("en", "SW one A one AA", ("POSTCODE", "SW one A one AA")),
        ("en", "q q one two three four five six c", ("NATIONAL_ID", "q q one two three four five six c")),
        ("en", "a b one two c d e", ("VEHICLE_REGISTRATION", "a b one two c d e")),
        ("en", "i live in n w one", ("POSTCODE", "n w one")),
    ],
)
def test_finds(language, text, expected, found):
    assert expected in found(NAME, language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "an a b test"),
        ("en", "on i o s"),
        ("en", "u x and u i"),
        ("en", "q and a"),
        ("en", "A/B test"),
        ("en", "options A, B, C and D"),
        ("en", "I, I, I, I think a"),
        ("en", "the h t m l code"),
        ("en", "I gave it A B B A"),
        ("en", "a b c d in a row"),
        ("en", "m m m m okay"),
        ("en", "9 a.m. 6 p.m."),
        ("en", "from 8 a.m. to 6 p.m. or 9 p.m."),
        ("en", "n w one"),
        ("fr", "y a-t-il"),
        ("en", "it's what I'd say"),
    ],
)
def test_leaves_alone(language, text, found):
    assert found(NAME, language, text) == set()
