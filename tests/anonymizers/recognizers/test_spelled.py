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


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("I never got a reply. RM", "RM"),
        ("So I left. R.M.", "R.M."),
        ("So I left - RM", "RM"),
        ("So I left. RM\n\ue000\nAnother answer.", "RM"),
    ],
)
def test_initials_that_sign_an_answer_are_found(text, value, found):
    assert ("SPELLED", value) in found("SpelledRecognizer", "en", text)


@pytest.mark.parametrize("text", ["It is fine. OK", "I live in the UK", "Fine. RM said so.", "WE ALL SAID IT. RM NO"])
def test_other_capitals_at_the_end_are_no_signature(text, found):
    assert found("SpelledRecognizer", "en", text) == set()


def test_a_conjunction_after_a_code_stays_in_the_sentence(found):
    named = found("SpelledRecognizer", "es", "es el d p seis, h cuarenta y nueve, y hasta hoy")
    assert named == {("REFERENCE_NUMBER", "d p seis, h cuarenta y nueve")}
