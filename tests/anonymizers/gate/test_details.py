"""E-mail, telephone, bank, birth date, street and post code: in writing, in any grouping, and read aloud."""

import pytest

from anonymizers.people import Person

EMAILS = [
    ("siobhan.ab42@example.com", "email", "p-rare"),
    ("SIOBHAN.AB42@EXAMPLE.COM", "email", "p-rare"),
    ("mailto:siobhan.ab42@example.com", "email", "p-rare"),
    ("siobhan.ab42 (at) example (dot) com", "email", "p-rare"),
    ("siobhan.ab42[at]example.com", "email", "p-rare"),
    ("siobhan dot a b forty two at example dot com", "email", "p-rare"),
    ("siobhan dot ab four two at example", "email", "p-rare"),
    ("S I O B H A N dot A B four two at example dot com", "email", "p-rare"),
    ("siobhan point ab quarante-deux arobase example point com", "email", "p-rare"),
    ("siobhan Punkt ab zweiundvierzig at example Punkt com", "email", "p-rare"),
    ("siobhan punto ab cuarenta y dos arroba example punto com", "email", "p-rare"),
    ("sunflower double seven at example dot org", "paypal_email", "p-rare"),
    ("w dot brown at example dot net", "email", "p-word"),
    ("siobhan.ab42", "email_local_part", "p-rare"),
    ("sunflower77", "paypal_email_local_part", "p-rare"),
]

PHONES = [
    ("07700 900123", "p-rare"),
    ("07700900123", "p-rare"),
    ("0770 090 0123", "p-rare"),
    ("0 7 7 0 0 9 0 0 1 2 3", "p-rare"),
    ("(07700) 900-123", "p-rare"),
    ("+44 (0)7700 900 123", "p-rare"),
    ("0044.7700.900.123", "p-rare"),
    ("447700900123", "p-rare"),
    ("\u0660\u0667\u0667\u0660\u0660 \u0669\u0660\u0660\u0661\u0662\u0663", "p-rare"),
    ("07700\n900123", "p-rare"),
    ("0770*0900*123", "p-rare"),
    ("oh seven seven double oh nine hundred one two three", "p-rare"),
    ("zero seven seven zero zero, nine zero zero, one two three", "p-rare"),
    ("07700 then nine double oh and 123", "p-rare"),
    ("zéro sept sept zéro zéro neuf zéro zéro cent", None),
    ("020 7946 0123", "p-word"),
    ("7946 0123", "p-word"),
    ("oh two oh seven nine four six oh one two three", "p-word"),
    ("030 23125123", "p-german"),
    ("+49 30 23125-123", "p-german"),
    ("null drei null, dreiundzwanzig, zwölf fünf, eins zwo drei", "p-german"),
]

BANK = [
    ("20-00-00 55779911", "p-rare"),
    ("55779911", "p-rare"),
    ("5577 9911", "p-rare"),
    ("five five double seven double nine double one", "p-rare"),
    ("GB29NWBK60161331926819", "p-word"),
    ("gb29 nwbk 6016 1331 9268 19", "p-word"),
    ("account 31926819", "p-word"),
    ("DE89 3704 0044 0532 0130 00", "p-german"),
    ("0532013000", "p-german"),
    ("37040044 0532013000", "p-german"),
]

BIRTH_DATES = [
    ("7 March 1984", "p-rare"),
    ("March 7th, 1984", "p-rare"),
    ("7th of March '84", "p-rare"),
    ("1984, March 7", "p-rare"),
    ("7-Mar-84", "p-rare"),
    ("07/03/1984", "p-rare"),
    ("3/7/84", "p-rare"),
    ("7.3.1984", "p-rare"),
    ("07 03 1984", "p-rare"),
    ("1984-03-07", "p-rare"),
    ("1984-03-07T00:00:00Z", "p-rare"),
    ("19840307", "p-rare"),
    ("07031984", "p-rare"),
    ("the seventh of March nineteen eighty-four", "p-rare"),
    ("March the seventh in nineteen eighty four", "p-rare"),
    ("oh seven oh three eighty four", "p-rare"),
    ("seven three nineteen eighty four", "p-rare"),
    ("le 7 mars 1984", "p-rare"),
    ("le sept mars mille neuf cent quatre-vingt-quatre", "p-rare"),
    ("am 7. März 1984", "p-rare"),
    ("am siebten März vierundachtzig", "p-rare"),
    ("siebter März neunzehnhundertvierundachtzig", "p-rare"),
    ("7 de marzo de 1984", "p-rare"),
    ("el siete de marzo de mil novecientos ochenta y cuatro", "p-rare"),
    ("the twenty-third of November nineteen ninety", "p-word"),
    ("11/23/90", "p-word"),
    ("21 August 2003", "p-german"),
    ("August twenty first two thousand and three", "p-german"),
    ("vingt et un août deux mille trois", "p-german"),
    ("einundzwanzigster August zweitausenddrei", "p-german"),
]

ADDRESSES = [
    ("12 Acacia Avenue", "street", "p-rare"),
    ("12, acacia ave.", "street", "p-rare"),
    ("Acacia Avenue 12", "street", "p-rare"),
    ("twelve acacia avenue", "street", "p-rare"),
    ("acacia avenue number 12", "street", "p-rare"),
    ("Hauptstraße 5", "street", "p-german"),
    ("Hauptstr. 5", "street", "p-german"),
    ("Haupt Strasse 5", "street", "p-german"),
    ("hauptstrasse fünf", "street", "p-german"),
    ("8, rue de la Paix", "street", "p-irish"),
    ("huit rue de la paix", "street", "p-irish"),
    ("LS6 2AB", "postcode", "p-rare"),
    ("ls62ab", "postcode", "p-rare"),
    ("L S six, two A B", "postcode", "p-rare"),
    ("LS six two A B", "postcode", "p-rare"),
    ("M11AA", "postcode", "p-word"),
    ("M one one double A", "postcode", "p-word"),
    ("10115 Berlin", "postcode", "p-german"),
    ("D-10115 Berlin", "postcode", "p-german"),
    ("PLZ 10115", "postcode", "p-german"),
    ("my post code is 10115", "postcode", "p-german"),
]


@pytest.mark.parametrize(("text", "kind", "ref"), EMAILS)
def test_email_blocks_written_and_spoken(blocked, text, kind, ref):
    assert (kind, ref) in blocked(f"you can write to {text} if you like")


@pytest.mark.parametrize(("text", "ref"), PHONES)
def test_telephone_number_blocks_in_any_grouping(blocked, text, ref):
    found = blocked(f"call me: {text}. Thanks")
    assert (("phone", ref) in found) if ref else not found


@pytest.mark.parametrize(("text", "ref"), BANK)
def test_bank_digits_block_in_any_grouping(blocked, text, ref):
    assert ("bank_account", ref) in blocked(f"the number is {text}, I think")


@pytest.mark.parametrize(("text", "ref"), BIRTH_DATES)
def test_birth_date_blocks_in_words_and_figures(blocked, text, ref):
    assert blocked(f"I was born on {text}, so there") == {("birth_date", ref)}


@pytest.mark.parametrize(("text", "kind", "ref"), ADDRESSES)
def test_street_with_its_number_and_post_code_block(blocked, text, kind, ref):
    assert blocked(f"I live at {text}, you see") == {(kind, ref)}


@pytest.mark.parametrize(
    ("text", "kind", "severity"),
    [
        ("born in March 1984", "birth_month", "review"),
        ("on the 7th of March", "birth_day", "count"),
        ("order 070384", "birth_date", "review"),
        ("it cost 10115", "postcode", "review"),
        ("somewhere on Acacia Avenue", "street_name", "review"),
        ("around LS6", "postcode_area", "count"),
        ("in Leeds", "city", "count"),
        ("at Brightwell Bank", "employer", "count"),
        ("as a nurse", "occupation", "count"),
    ],
)
def test_what_many_people_share_does_not_block(ask, text, kind, severity):
    report = ask(text)
    assert report.passed
    assert {(finding.kind, finding.severity) for finding in report.findings} == {(kind, severity)}


@pytest.mark.parametrize(
    "text",
    ["8 March 1984", "7 March 1985", "1984", "08/03/1984", "07700 900124", "12 Acorn Avenue", "LS6 2AC", "55779912"],
)
def test_value_that_differs_in_one_sign_is_no_finding_of_the_person(ask, text):
    assert not [f for f in ask(text).findings if f.severity == "block" and f.person_ref]


def test_rows_of_figures_in_a_column_are_no_account_number(ask):
    rows = "\n".join(f"{digit}," for digit in "55779911")
    assert ask("score,\n" + rows, "a.csv").passed


@pytest.mark.parametrize(
    "value", ["021000021 123456789", "NL91 ABNA 0417 1643 00", "FR14 2004 1010 0505 0001 3M02 606"]
)
def test_account_numbers_of_other_countries_are_found(blocked, value):
    owner = (Person("p", iban_or_sort_account=value),)
    assert ("bank_account", "p") in blocked(f"to {value} please", of=owner)


def test_telephone_number_without_a_country_is_found_in_both_forms(blocked):
    owner = (Person("p", phone="0117 496 0123"),)
    assert blocked("+44 117 496 0123", of=owner) == {("phone", "p")}
    assert blocked("496 0123", of=owner) == {("phone", "p")}
