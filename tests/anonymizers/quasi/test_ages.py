"""Ages: the number alone, in figures and words; measures and years of use are no ages."""

import pytest

from anonymizers.quasi.ages import AgeRecognizer
from anonymizers.tokens import HARD, tokenise


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
        ("en", "it says here that you're thirty-six", ("AGE", "thirty-six")),
        ("fr", "vous avez mis que vous aviez trente-six ans. C'est bien ça ?", ("AGE", "trente-six")),
        ("fr", "donc vous avez cinquante ans", ("AGE", "cinquante")),
        ("de", "im Fragebogen steht, dass du siebenunddreißig bist", ("AGE", "siebenunddreißig")),
        ("de", "weil er gerade 41 geworden ist", ("AGE", "41")),
        ("de", "Sie sind neunundfünfzig?", ("AGE", "neunundfünfzig")),
        ("es", "puso que tenías treinta y seis años", ("AGE", "treinta y seis")),
    ],
)
def test_finds(language, text, expected, found):
    assert expected in found(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I'm 20 minutes late"),
        ("en", "I'm 100% sure"),
        ("en", "I'm 43rd in the queue"),
        ("en", "for 10 years"),
        ("en", "my son is one of those"),
        ("en", "you are 20 minutes early"),
        ("en", "how old is your boiler?\ntwenty"),
        ("en", "may I ask your age group?\nthirty-five to forty-four"),
        ("en", "may I ask your age?\nI have two of them"),
        ("en", "people your age tap 30"),
        ("fr", "vous avez quinze ans pour rembourser"),
        ("de", "dass du zwanzig Minuten zu spät bist"),
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
    assert found(language, text, "AGE") == set()


@pytest.mark.parametrize(
    ("language", "text", "ages"),
    [
        ("en", "may I ask your age?\ntwenty-seven. twenty-seven and freezing.", 2),
        ("en", "may i ask your age\nforty\nforty and freezing", 2),
        ("en", "And how old are you?\nOh, um, well. 52 last week.", 1),
        ("en", "how old are your kids?\nseven and nine", 2),
        ("en", "I'm 43 years old, yes.\n43 and still learning", 2),
        ("fr", "Et quel âge avez-vous ?\nTrente-six.", 1),
        ("de", "Darf ich fragen, wie alt Sie sind?\nDreiundvierzig Jahre.", 1),
        ("de", "Wie alt bist du?\nNeunundzwanzig", 1),
        ("es", "¿cuántos años tienes?\ncuarenta y dos", 1),
    ],
)
def test_an_answer_to_a_question_and_its_repeats_are_ages(language, text, ages):
    assert len(list(AgeRecognizer(language).find(tokenise(text)))) == ages


def test_a_repeat_far_away_or_of_a_measure_or_in_another_persons_answer_is_no_age():
    for text in ("I'm 43.\n43 minutes", "I'm 43.\n" + "so it was. " * 40 + "43", f"I'm 43.\n{HARD}\n43 there"):
        assert len(list(AgeRecognizer("en").find(tokenise(text)))) == 1, text
