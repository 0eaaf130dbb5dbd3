"""The roster: every form of what is known of a study's people, in any spelling, and nothing beyond."""

import pytest

from anonymizers.characters import fold
from anonymizers.people import Person
from anonymizers.roster import RosterRecognizer
from anonymizers.roster.nicknames import nicknames
from anonymizers.tokens import tokenise


def found(people: tuple[Person, ...], text: str, language: str = "en") -> list[tuple[str, str]]:
    """The stretches of a text that the roster finds, with the entity."""
    plain = fold(text).text
    findings = RosterRecognizer(people, language).find(tokenise(plain))
    return sorted({(plain[one.start : one.end], one.entity) for one in findings})


def owners(people: tuple[Person, ...], text: str, language: str = "en") -> set[frozenset[str]]:
    findings = RosterRecognizer(people, language).find(tokenise(fold(text).text))
    return {one.owners for one in findings if one.entity == "STUDY_PERSON"}


LOBBY = "thanks for waiting in the lobby grace we had a small problem with the room"

NAMES_OF_P001 = [
    "Siobhán", "Siobhan", "siobhan", "SIOBHAN", "Siobha\u0301n", "Si\u200bobhan", "Siobh\u0430n",
    "\uff33\uff49\uff4f\uff42\uff48\uff41\uff4e",
    "siobhans", "Siobhan Abernathy", "siobhan abernathy", "Abernathy, Siobhan", "S. Abernathy", "Siobhan A.",
    "Siobhan M. Abernathy", "siobhanabernathy", "sabernathy", "Shiv", "S-i-o-b-h-a-n", "s i o b h a n", "S. I. O.",
    "s, i, o, b, h, a, n", "shiobhan", "Siobhann", "abernethy", "aber nathy",
]  # fmt: skip


@pytest.mark.parametrize("form", NAMES_OF_P001)
def test_every_form_of_a_name_is_found_whole_and_is_theirs(people: tuple[Person, ...], form: str) -> None:
    text = f"so then {form} showed us"
    plain = fold(form).text.rstrip(".")
    assert any(plain in stretch for stretch, _ in found(people, text)), form
    assert frozenset({"p-001"}) in owners(people, text)


@pytest.mark.parametrize("form", ["O'Brien", "O’Brien", "OBrien", "o brien", "obrien", "O-Brien", "O'Briens"])  # noqa: RUF001
def test_an_apostrophe_may_be_written_in_any_way_or_left_out(people: tuple[Person, ...], form: str) -> None:
    assert found(people, f"that is {form} there") == [(fold(form).text, "STUDY_PERSON")]


@pytest.mark.parametrize(
    "form", ["Müller", "Mueller", "Muller", "müller", "MU\u0308LLER", "Jürgen", "Juergen", "jurgen"]
)
@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_an_umlaut_may_be_written_out_or_dropped(people: tuple[Person, ...], form: str, language: str) -> None:
    assert owners(people, f"okay {form} okay", language) == {frozenset({"p-004"})}


@pytest.mark.parametrize("form", ["Bob", "bobby", "rob", "Robbie"])
def test_a_pet_name_is_found(people: tuple[Person, ...], form: str) -> None:
    assert owners(people, f"we asked {form} about it") == {frozenset({"p-003"})}


def test_a_pet_name_on_the_roster_gives_the_full_name_too() -> None:
    assert "robert" in nicknames("Bob")
    assert nicknames("Quillfeather") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("i will click on save", []),
        ("Will you show me?", []),
        ("WILL YOU SHOW ME", []),
        ("NOW AND THEN WILL IT LOAD", []),
        ("and then Will clicked", [("Will", "STUDY_PERSON")]),
        ("Will clicked on it", [("Will", "STUDY_PERSON")]),
        ("will okonkwo clicked", [("will okonkwo", "STUDY_PERSON")]),
        ("there is a grace period", []),
        ("so Grace said", [("Grace", "STUDY_PERSON")]),
    ],
)
def test_a_name_that_is_an_ordinary_word_counts_where_a_capital_shows_it(
    people: tuple[Person, ...], text: str, expected: list[tuple[str, str]]
) -> None:
    assert found(people, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (LOBBY, ["grace"]),
        (LOBBY.capitalize(), []),
        (f"So we met. {LOBBY}", []),
        (f"{'i do like it ' * 20}{LOBBY} on Monday", ["grace"]),
        ("there is a grace period and the grace of it", []),
        ("i think will would like it", []),
        ("i will mark the first one", []),
        ("there you are\n\ue000\nThat Was Fine\n\ue000\nso grace said", ["grace"]),
        ("Siobhan said so\n\ue000\nso grace said", ["Siobhan", "grace"]),
        ("so GRACE said", ["GRACE"]),
    ],
)
def test_a_first_name_that_is_a_word_counts_in_a_text_without_capitals_unless_it_is_nearly_always_the_word(
    people: tuple[Person, ...], text: str, expected: list[str]
) -> None:
    assert [stretch for stretch, _ in found(people, text)] == expected


@pytest.mark.parametrize(
    ("language", "name", "text", "expected"),
    [
        ("en", "Will", "thanks will and then we start", ["will"]),
        ("en", "Will", "So. Good morning, will, how was it", ["will"]),
        ("en", "Will", "Thanks. will you show me", []),
        ("en", "Will", "okay will do", []),
        ("en", "Mark", "okay mark so we start", ["mark"]),
        ("en", "Mark", "okay mark it as read", []),
        ("en", "Mark", "I will mark the rose one", []),
        ("en", "Art", "cheers art", ["art"]),
        ("fr", "Aimé", "merci aimé pour votre temps", ["aimé"]),
        ("fr", "Aimé", "j'ai aimé la page", []),
        ("de", "Ernst", "hallo ernst schön dass du da bist", ["ernst"]),
        ("de", "Ernst", "Das ist mein ernst", []),
        ("es", "Sol", "gracias sol por venir", ["sol"]),
        ("es", "Sol", "Me da el sol en la pantalla", []),
    ],
)
def test_who_is_greeted_or_thanked_is_a_person_whatever_the_word(
    language: str, name: str, text: str, expected: list[str]
) -> None:
    assert [stretch for stretch, _ in found((Person("p-1", first_name=name),), text, language)] == expected


@pytest.mark.parametrize("last_name", ["Page", "Baker", "Cook"])
def test_a_family_name_alone_that_is_a_word_needs_a_capital(last_name: str) -> None:
    people = (Person("p-1", first_name="Siobhan", last_name=last_name),)
    assert found(people, f"on the second line of {last_name.lower()} it says so") == []
    assert found(people, f"so siobhan {last_name.lower()} said") != []


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Gross annual income. Fine.", []), ("Gross button there", []), ("Gross said so", ["Gross"])],
)
def test_a_word_that_opens_a_sentence_before_a_word_of_money_or_screens_is_no_name(
    text: str, expected: list[str]
) -> None:
    assert [stretch for stretch, _ in found((Person("p-1", last_name="Groß"),), text)] == expected


@pytest.mark.parametrize(
    ("language", "city", "text", "hidden"),
    [
        ("en", "Edinburgh", "one of the old terraces of edinburgh", True),
        ("en", "Manchester", "so manchester it was", True),
        ("en", "Bath", "my bath is cold", False),
        ("en", "Bath", "we moved to Bath", True),
        ("en", "Reading", "i was reading the page", False),
        ("de", "Essen", "wir wollen essen gehen", False),
        ("es", "Sevilla", "me gusta sevilla", True),
    ],
)
def test_a_town_is_found_in_small_letters_unless_it_is_an_everyday_word(
    language: str, city: str, text: str, hidden: bool
) -> None:
    assert bool(found((Person("p-1", city=city),), text, language)) is hidden


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("write to siobhan.abernathy@example.com now", "EMAIL_ADDRESS"),
        ("write to SIOBHAN.ABERNATHY@EXAMPLE.COM now", "EMAIL_ADDRESS"),
        ("it's siobhan dot abernathy at example dot com", "EMAIL_ADDRESS"),
        ("my handle is sugarcraft.lass there", "EMAIL_ADDRESS"),
        ("ring 07700 900123", "PHONE_NUMBER"),
        ("ring +44 7700 900123", "PHONE_NUMBER"),
        ("ring 0 7 7 0 0 9 0 0 1 2 3", "PHONE_NUMBER"),
        ("ring oh double seven oh oh nine double oh one two three", "PHONE_NUMBER"),
        ("account 12345678", "BANK_ACCOUNT"),
        ("sort code 12 34 56", "BANK_ACCOUNT"),
        ("sort code one two three four five six", "BANK_ACCOUNT"),
        ("it is gb29nwbk60161331926819", "BANK_ACCOUNT"),
        ("it is GB29 NWBK 6016 1331 9268 19", "BANK_ACCOUNT"),
        ("born 7 March 1984", "DATE_OF_BIRTH"),
        ("born on the 7th of March 1984", "DATE_OF_BIRTH"),
        ("born March 7th, 1984", "DATE_OF_BIRTH"),
        ("born 07/03/84", "DATE_OF_BIRTH"),
        ("born 1984-03-07", "DATE_OF_BIRTH"),
        ("born seventh of march nineteen eighty four", "DATE_OF_BIRTH"),
        ("at 12 Sea View Road", "STREET_ADDRESS"),
        ("at sea view rd", "STREET_ADDRESS"),
        ("it is HG1 2QF", "POSTCODE"),
        ("it is hg12qf", "POSTCODE"),
        ("somewhere in HG1 I think", "POSTCODE"),
        ("moved to harrogate", "LOCATION"),
        ("i work at quillfeather", "ORGANIZATION"),
        ("i work at Quillfeather Ltd", "ORGANIZATION"),
        ("i am a pastry chef", "OCCUPATION"),
    ],
)
def test_a_detail_is_found_in_any_way_of_writing(people: tuple[Person, ...], text: str, entity: str) -> None:
    assert entity in {kind for _, kind in found(people, text)}


@pytest.mark.parametrize(
    ("language", "text"),
    [("fr", "née le 7 mars 1984"), ("de", "geboren am 7. März 1984"), ("es", "nacida el 7 de marzo de 1984")],
)
def test_a_birth_date_is_found_with_its_month_in_every_language(
    people: tuple[Person, ...], language: str, text: str
) -> None:
    (date,) = [stretch for stretch, kind in found(people, text, language) if kind == "DATE_OF_BIRTH"]
    assert date.startswith("7")
    assert date.endswith("1984")


@pytest.mark.parametrize("value", ["", "unknown", "1984", "07/03/1984"])
def test_what_is_no_iso_date_has_no_forms(value: str) -> None:
    people = (Person("p-1", date_of_birth=value),)
    assert found(people, f"{value} 7 3 1984, 07.03.84 and the 7th of March") == []


def test_a_name_that_two_people_share_belongs_to_both(people: tuple[Person, ...]) -> None:
    assert owners(people, "then Jane clicked") == {frozenset({"p-005", "p-006"})}
    assert owners(people, "then Jane Castellane clicked") == {frozenset({"p-006"})}


@pytest.mark.parametrize(
    "text",
    [
        "we could compare both plans before choosing",
        "the brown box and the mason jar are fine",
        "there is a trace of it in the place",
        "i would rather not, it is not robust",
        "call 020 7946 0000 instead",
        "on 8 March 1985 it rained",
        "a b testing is fine",
    ],
)
def test_ordinary_speech_and_other_peoples_details_are_left_alone(people: tuple[Person, ...], text: str) -> None:
    assert found(people, text) == []


def test_a_street_is_found_without_the_flat_before_it() -> None:
    people = (Person("p-1", street="Flat 2, 12 Sea View Road"),)
    assert found(people, "at 12 Sea View Road") == [("12 Sea View Road", "STREET_ADDRESS")]
    assert found(people, "in sea view rd") == [("sea view rd", "STREET_ADDRESS")]


def test_a_country_code_goes_with_its_number(people: tuple[Person, ...]) -> None:
    assert found(people, "ring +44 7700 900123 now") == [("44 7700 900123", "PHONE_NUMBER")]
    assert found(people, "ring oh seven seven double oh nine hundred") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in this place", []),
        ("In This Place", []),
        ("on my laptop", []),
        ("so Laptop said", [("Laptop", "STUDY_PERSON")]),
        ("so plaise said", [("plaise", "STUDY_PERSON")]),
    ],
)
def test_a_common_word_is_not_taken_for_a_misheard_name(text: str, expected: list[tuple[str, str]]) -> None:
    people = (Person("p-1", last_name="Plaice"), Person("p-2", last_name="Lapton"))
    assert found(people, text) == expected


def test_an_empty_roster_finds_nothing() -> None:
    assert found((), "Siobhan Abernathy") == []
    assert found((Person("p-1"),), "Siobhan Abernathy") == []


@pytest.mark.parametrize(
    "text",
    [
        "oh seven seven double oh nine hundred\nyes go on\nand one two three there",
        "oh seven seven hundred\nmm\nnine double oh one two three",
    ],
)
def test_a_number_said_in_parts_is_found_in_each_of_them(text):
    person = Person(participant_id="p1", phone="07700 900123", country="GB")
    found = [text[f.start : f.end] for f in RosterRecognizer([person], "en").find(tokenise(text))]
    assert len(found) == 2
    assert "yes" not in "".join(found)
    assert "mm" not in "".join(found)


def test_a_name_cut_in_two_is_found_though_a_letter_is_wrong():
    person = Person(participant_id="p1", first_name="Stavros", last_name="Papadimas")
    names = RosterRecognizer([person], "en")
    assert [f.owners for f in names.find(tokenise("then star vros went on"))] == [frozenset({"p1"})]
    assert not list(names.find(tokenise("then star rose went on")))


def test_a_possessive_before_a_spelled_name_stays():
    person = Person(participant_id="p1", first_name="Sian", last_name="Prydderch")
    text = "so it's P-R-Y-D-D-E-R-C-H."
    found = [text[f.start : f.end] for f in RosterRecognizer([person], "en").find(tokenise(text))]
    assert found == ["P-R-Y-D-D-E-R-C-H"]


@pytest.mark.parametrize(
    "text", ["The card said frank and youthful.", "it said frank and youthful", "a very frank reply"]
)
def test_a_name_that_is_an_adjective_stays_one(text):
    person = Person(participant_id="p1", first_name="Frank", last_name="Oyelaran")
    assert not list(RosterRecognizer([person], "en").find(tokenise(text)))
