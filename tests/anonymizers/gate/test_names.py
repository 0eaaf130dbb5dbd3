"""Names: rare ones block in any case and place, everyday words where their use shows a name."""

import pytest

from anonymizers.people import Person

RARE = [
    "I met Siobhan Abernathy there",
    "i think siobhan said so",
    "SIOBHAN",
    "Abernathy, Siobhan",
    "the Abernathys came",
    "all the Siobhans came",
    "Siobhan\u2019s phone",
    "Ms Abernathy",
    "shiv",
    "siobhanabernathy",
    "sabernathy84",
    "SiobhanAbernathy",
    "siobhan_a",
    "@siobhan_x",
    "#siobhan",
    "siobhan42",
    "_Siobhan_",
    "**Siobhan**",
]

WORDS_AS_NAMES = [
    ("and then Will said no", "p-word"),
    ("Will Brown was here", "p-word"),
    ("so W. Brown wrote", "p-word"),
    ("wbrown", "p-word"),
    ("will_brown", "p-word"),
    ("WillBrown", "p-word"),
    ("Will:\nI pressed it", "p-word"),
    ("Will Brown  0:03\nI pressed it", "p-word"),
    ("[00:12:31] Will: yes", "p-word"),
    ("will: yes\nmoderator: and\nwill: no", "p-word"),
    ("Mr brown came in", "p-word"),
    ("Will wanted to stop", "p-word"),
    ("so will's phone rang", "p-word"),
    ("hi grace how are you", "p-irish"),
    ("dear mark thank you", "p-short"),
    ("Name: Grace", "p-irish"),
    ("my name is grace", "p-irish"),
    ("je m'appelle grace et", "p-irish"),
    ("my daughter grace did it", "p-irish"),
    ("I asked Grace about it", "p-irish"),
    ("o'brien", "p-irish"),
    ("OBrien", "p-irish"),
    ("O Brien", "p-irish"),
    ("dann hat Klein angerufen", "p-german"),
    ("Frau klein", "p-german"),
    ("they called MARK ROSE again", "p-short"),
    ("ich heiße May", "p-german"),
]

WORDS_AS_WORDS = [
    "I will mark the rose one, may I?",
    "Will you open the page? May I look? Mark this as read.",
    "It WILL work. The MARK button.",
    "the grace period ends in May 2024, or on 3 May",
    'I pressed "Mark as read" twice',
    "Ein Klein bisschen",
    "Das ist der kleine Klein",
    "He will\n\nMay be. Rose is a colour; brown too.",
    "Grace: 5",
    "> Will that do?",
    "Then Choose Your Rose Theme Colour",
    "PLEASE SAVE THE MARK ROSE PAGE NOW",
]


@pytest.mark.parametrize("text", RARE)
def test_rare_name_blocks_in_any_case_and_company(blocked, text):
    assert {ref for _, ref in blocked(text)} == {"p-rare"}


@pytest.mark.parametrize(("text", "ref"), WORDS_AS_NAMES)
def test_everyday_word_blocks_where_it_is_used_as_a_name(blocked, text, ref):
    assert ref in {ref for _, ref in blocked(text)}


@pytest.mark.parametrize("text", WORDS_AS_WORDS)
def test_everyday_word_is_left_to_the_reviewer_elsewhere(ask, text):
    report = ask(text)
    assert report.passed
    assert report.counts["review"] > 0


def test_whole_name_is_one_finding_and_not_three(ask):
    report = ask("We asked Siobhan Abernathy.")
    assert [(finding.kind, finding.count) for finding in report.findings] == [("full_name", 1)]


def test_occurrences_are_counted(ask):
    (finding,) = ask("Siobhan. Siobhan! And siobhan.").findings
    assert finding.count == 3


@pytest.mark.parametrize("text", ["Jose Nunez", "José Núñez", "JOSE NUNEZ", "nunez", "jnunez"])
def test_accents_need_not_be_written(blocked, text):
    assert blocked(text, of=(Person("p", first_name="José", last_name="Núñez"),))


@pytest.mark.parametrize("text", ["Jörg Strößner", "Joerg Stroessner", "Jorg Strossner", "stroessner"])
def test_umlauts_are_found_written_out_or_not(blocked, text):
    assert blocked(text, of=(Person("p", first_name="Jörg", last_name="Strößner"),))
    assert blocked(text, of=(Person("p", first_name="Joerg", last_name="Stroessner"),))


@pytest.mark.parametrize("text", ["Anne-Marie Fitzherbert", "annemarie fitzherbert", "Anne Marie", "A. Fitzherbert"])
def test_double_names_are_found_joined_and_apart(blocked, text):
    assert blocked(text, of=(Person("p", first_name="Anne-Marie", last_name="Fitzherbert"),))


@pytest.mark.parametrize("text", ["山田さんは言った", "では太郎です", "山田太郎"])
def test_names_in_scripts_without_spaces_are_found_inside_a_sentence(blocked, text):
    assert blocked(text, of=(Person("p", first_name="太郎", last_name="山田"),))


def test_shared_name_belongs_to_nobody_alone(ask):
    twins = (Person("p-1", last_name="Abernathy"), Person("p-2", last_name="Abernathy"))
    (finding,) = ask("Abernathy", of=twins).findings
    assert (finding.severity, finding.person_ref) == ("block", "")


def test_name_that_is_one_persons_first_and_anothers_last_is_found_for_both(ask):
    pair = (Person("p-1", first_name="Tamsin"), Person("p-2", last_name="Tamsin"))
    assert {finding.person_ref for finding in ask("Tamsin", of=pair).findings} == {"p-1", "p-2"}


def test_word_of_one_language_is_a_rare_name_in_a_study_of_another(ask):
    paz = (Person("p", first_name="Paz"),)
    assert not ask("and paz said", of=paz, languages=("en",)).passed
    assert ask("la paz de la casa", of=paz, languages=("en", "es")).passed


def test_language_without_a_word_list_blocks_more_and_never_less(ask):
    assert not ask("i think will said", languages=("xx",)).passed


def test_rare_name_inside_a_longer_word_is_for_the_reviewer(ask):
    report = ask("xxabernathyxx")
    assert report.passed
    assert [finding.kind for finding in report.findings] == ["embedded_name"]


def test_month_is_no_name(ask):
    assert ask("it ends in May 2024, or on 3 May, or since May", languages=("en",)).passed
    assert not ask("it ends with May", languages=("en",)).passed


def test_frequent_name_that_is_no_word_blocks_in_lower_case(ask):
    assert not ask("i asked peter about it", of=(Person("p", first_name="Peter"),)).passed


def test_rarer_word_that_is_a_name_too_is_a_word_first(ask):
    assert ask("some fresh basil and olive oil", of=(Person("p", first_name="Basil", last_name="Olive"),)).passed
