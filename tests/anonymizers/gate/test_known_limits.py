"""What the gate is known to miss and to stop wrongly, listed exactly, so that better and worse both show."""

import base64
import codecs

import pytest

MISSED = {
    "a name misheard": "shivaun said so",
    "a name misspelt": "Mrs Abernethy said so",
    "a nickname the roster does not hold": "Bill said so",
    "figures for letters": "S1obhan said so",
    "a space inside a name": "Siob han said so",
    "marks inside a name": "Si*ob*han said so",
    "a name backwards": "nahboiS said so",
    "base64": base64.b64encode(b"it is Siobhan Abernathy").decode(),
    "rot13": codecs.encode("Siobhan", "rot13"),
    "quoted-printable": "Siobh=C3=A1n",
    "the initials": "S. A. said so",
    "the last digits of a number": "it ends in 0123",
    "a sort code alone": "sort code 20-00-00",
    "a local part read aloud without its domain": "sunflower seventy seven",
    "a spreadsheet's number for a date": "30748",
    "the year of birth": "born in 1984",
    "numbers in a fifth language": "zero sette sette zero zero nove zero zero uno due tre",
    "a stranger's name": "Kowalczyk said so",
    "a stranger's telephone number read aloud": "oh two oh seven nine four six oh one double nine",
    "a stranger's address read aloud at an unknown host": "kim at nowhere dot example",
}

LEFT_TO_THE_REVIEWER = {
    "everyday word in lower case": "i asked will about it",
    "two everyday words in lower case": "then will brown said",
    "everyday word that begins a sentence": "Grace. She was there.",
    "German noun behind an article": "Das war der Klein",
    "street and number in two sentences": "It is number 12. The street is Acacia Avenue.",
}

STOPPED = {
    "a button's label without quotation marks": "then I pressed Mark as read",
    "a word with a capital of its own": "then I chose the Rose theme",
    "a version that is a date of birth": "version 7.3.84",
    "a German noun without an article": "ich mag Klein und Gross",
}


@pytest.mark.parametrize("what", MISSED)
def test_known_miss_is_still_missed(ask, what):
    assert ask(MISSED[what]).findings == ()


@pytest.mark.parametrize("what", LEFT_TO_THE_REVIEWER)
def test_known_doubt_goes_to_the_reviewer(ask, what):
    report = ask(LEFT_TO_THE_REVIEWER[what])
    assert report.passed
    assert report.counts["review"] > 0


@pytest.mark.parametrize("what", STOPPED)
def test_known_false_alarm_still_blocks(ask, what):
    assert not ask(STOPPED[what]).passed
