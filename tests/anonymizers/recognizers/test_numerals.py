"""Every number from 0 to 99 can be said in four languages, with and without accents and hyphens."""

import re

import pytest

from anonymizers.recognizers.numerals import numerals, plain

SAMPLES = {
    "en": {"oh": 0, "forty-two": 42, "forty two": 42, "fourteen": 14, "ninety nine": 99},
    "fr": {
        "zéro": 0,
        "zero": 0,
        "soixante-dix-sept": 77,
        "quatre-vingt-dix-neuf": 99,
        "vingt et un": 21,
        "soixante et onze": 71,
        "nonante": 90,
    },
    "de": {"null": 0, "zwo": 2, "siebenundsiebzig": 77, "sieben und siebzig": 77, "fünfzehn": 15, "dreißig": 30},
    "es": {"cero": 0, "setenta y siete": 77, "veintidós": 22, "dieciséis": 16, "diez y seis": 16},
}


@pytest.mark.parametrize(("language", "words", "value"), [(k, w, v) for k, s in SAMPLES.items() for w, v in s.items()])
def test_words_are_read_as_their_number(language, words, value):
    assert re.fullmatch(numerals(language).pattern, words, re.IGNORECASE)
    assert numerals(language).value(words) == value


@pytest.mark.parametrize("language", ["en", "fr", "de", "es"])
def test_every_number_has_words_and_every_word_matches_the_pattern(language):
    words = numerals(language)
    assert set(words.values.values()) == set(range(100))
    # The keys carry no spaces; German needs none, the others are told apart by the samples above.
    if language == "de":
        assert all(re.fullmatch(words.pattern, form) for form in words.values)


@pytest.mark.parametrize("language", ["en", "fr", "de", "es"])
def test_the_longest_number_is_read(language):
    longest = {"en": "ninety nine", "fr": "quatre-vingt-dix-neuf", "de": "neunundneunzig", "es": "noventa y nueve"}[
        language
    ]
    assert re.match(numerals(language).pattern, longest).group() == longest


def test_a_language_without_number_words_reads_english():
    assert numerals("it").value("seven") == 7


def test_plain_drops_accents_hyphens_and_case():
    assert plain("Quatre-Vingt-DIX") == "quatrevingtdix"
    assert plain("dreißig") == "dreissig"


LARGE = {
    "en": {"one hundred and two": 102, "nine hundred": 900},
    "fr": {
        "cent douze": 112, "deux cents": 200, "mille": 1000, "deux cent cinquante-quatre": 254,
        "quarante-neuf mille trois cent soixante": 49360, "mille neuf cent quatre-vingt-quatre": 1984,
    },
    "de": {
        "hundert": 100, "einhundertzwei": 102, "zweihundertundfünf": 205, "dreitausendfünfhundertzwölf": 3512,
        "neunzehnhundert": 1900, "zweitausend": 2000,
    },
    "es": {
        "cien": 100, "ciento dos": 102, "ochocientas veinticuatro": 824, "mil novecientos cincuenta y dos": 1952,
        "veintiocho mil trece": 28013,
    },
}  # fmt: skip


@pytest.mark.parametrize(("language", "words", "value"), [(k, w, v) for k, s in LARGE.items() for w, v in s.items()])
def test_hundreds_and_thousands_are_read(language, words, value):
    assert re.fullmatch(numerals(language).whole_pattern, words, re.IGNORECASE)
    assert numerals(language).value(words) == value


@pytest.mark.parametrize("language", ["en", "fr", "de", "es"])
def test_words_that_say_no_number_have_no_value(language):
    for words in ("hundredweight", "centime", "hundertschaft", "tausendsassa", "milagro", "centro", ""):
        assert numerals(language).value(words) is None
