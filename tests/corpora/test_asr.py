"""The recogniser's style: lower case, no punctuation, numbers in words, foreign letters written plainly."""

import pytest

from tests.corpora.asr import asr_text


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("en", "£4.50, it's 18:30 — the 3rd of 1,200 (20%).", "four pounds fifty it's eighteen thirty the third of "
         "one thousand two hundred twenty percent"),
        ("en", "Don't! 'No', rock 'n' roll; Ben & Jerry's v2", "don't no rock n roll ben and jerry's v two"),
        ("en", "Mrs. O'Brien-Ødegård, 4G, since 1999", "missus o'brien odegard four g since nineteen ninety nine"),
        ("fr", "87,50 €, à 18h30, l'appli « Doctolib », M. Petit, 20 %", "quatre vingt sept euros cinquante à dix huit "
         "heures trente l'appli doctolib monsieur petit vingt pour cent"),
        ("de", "„Hm“, 87 Euro, 18:30 Uhr, Lindenstr. 5, Dr. Wójcik, Größe", "hm siebenundachtzig euro achtzehn uhr "
         "dreißig lindenstraße fünf doktor wojcik größe"),
        ("es", "¿1.200 €? El 3º, Sra. Núñez, 12,5 %", "mil doscientos euros el tercero señora núñez doce coma cinco "
         "por ciento"),
    ],
)  # fmt: skip
def test_text_is_written_as_a_recogniser_writes_it(language: str, text: str, said: str) -> None:
    assert " ".join(asr_text(text, language).split()) == said


def test_apostrophe_depends_on_what_stands_before_the_piece() -> None:
    assert asr_text("'s farm", "en", before="x") == "'s farm"
    assert asr_text("'so' what", "en", before=" ") == "so what"


def test_long_number_is_read_digit_by_digit_and_always_the_same() -> None:
    said = asr_text("881920034", "de").split()
    assert len(said) >= 5
    assert said == asr_text("881920034", "de").split()
