"""The anonymiser end to end: nobody's name stays, everything else does, and each span says why."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anonymizers.characters import key
from anonymizers.engine import Detection
from anonymizers.errors import AnonymizerError
from anonymizers.masking import Anonymiser
from anonymizers.people import Person
from anonymizers.pseudonyms import Pseudonyms
from anonymizers.wordlists import word_list

Mask = Callable[..., str]


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        (
            "Hi, my name is Siobhan Abernathy and I live at 12 Sea View Road in Harrogate.",
            "siobhan abernathy sea view harrogate",
        ),
        ("I'm Grace, thanks Will, and this is Mark speaking", "grace will mark"),
        ("hi i'm grace and my sister rose said hello", "grace rose"),
        ("my husband dave and dr patel and mrs brown", "dave patel brown"),
        ("my name is, um, will and hello... my name is... hope", "will hope"),
        ("my brother mark cooks for my boss penny", "mark penny"),
        ("Mark said so and that was that. Rose told me", "mark rose"),
        ("ask priya in accounts or my boss callum", "priya callum"),
        ("S-i-o-b-h-a-n is how you spell it", "s-i-o b-h-a"),
        ("you can reach me on oh double seven oh oh nine double oh one two three", "seven nine three"),
        ("it's siobhan dot abernathy at example dot com", "siobhan abernathy example"),
        ("Sio\u200bbhan and Siobh\u0430n and S\u00adiobhan", "sio bhan iobh"),
        ("I work at Quillfeather as a pastry chef", "quillfeather pastry"),
        ("Bob O’Brien's house and o brien", "bob brien"),  # noqa: RUF001
    ],
)
def test_no_name_and_no_detail_is_left_in_english(masked: Mask, text: str, hidden: str) -> None:
    left = key(masked(text))
    assert [word for word in hidden.split() if re.search(rf"\b{word}\b", left)] == []


@pytest.mark.parametrize(
    ("language", "text", "hidden"),
    [
        ("fr", "Je m'appelle Clothilde Marchand, mon mari Gérard habite à Vesoul", "clothilde marchand gerard vesoul"),
        ("fr", "je m'appelle siobhan et ma sœur héloïse commande avec moi", "siobhan heloise"),
        ("de", "Ich heiße Jürgen Müller und meine Frau Anke kommt aus Tübingen", "jurgen muller anke tubingen"),
        ("de", "hallo ich bin tilo und frau grünwald hat angerufen", "tilo grunwald"),
        ("es", "me llamo ximena y mi marido javier vive en zaragoza", "ximena javier zaragoza"),
        ("es", "Hola, soy Jürgen, le dije a Lucía que sí", "jurgen lucia"),
    ],
)
def test_no_name_is_left_in_another_language(masked: Mask, language: str, text: str, hidden: str) -> None:
    left = key(masked(text, language))
    assert [word for word in hidden.split() if re.search(rf"\b{word}\b", left)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("then Siobhan Abernathy clicked", "then {p-001} clicked"),
        ("then siobhan's phone rang", "then {p-001}'s phone rang"),
        ("then Jane clicked", "then [name] clicked"),
        ("hi i'm grace, i cook", "hi i'm {p-007}, i cook"),
        ("then Jane Doe clicked", "then {p-005} clicked"),
        ("then Maya asked Tobias", "then [moderator] asked [observer]"),
        ("then niamh clicked", "then [name] clicked"),
        ("write to siobhan.abernathy@example.com", "write to [email]"),
        ("write to niamh@example.net", "write to [email]"),
        ("ring me on 07700 900123", "ring me on [phone]"),
        ("we live in harrogate", "we live in [place]"),
        ("I will mark it as read", "I will mark it as read"),
        ("Robert M. O'Brien left", "{p-003} left"),
    ],
)
def test_a_person_becomes_their_pseudonym_and_the_rest_a_word(
    masked: Mask, pseudonyms: Pseudonyms, text: str, expected: str
) -> None:
    wanted = re.sub(r"\{(.*?)\}", lambda found: pseudonyms.person(found.group(1)), expected)
    assert masked(text) == wanted


def test_a_replacement_does_not_tell_how_long_the_name_was(masked: Mask) -> None:
    assert masked("so Al-Brimblecombe-Featherstone said") == masked("so Niamh said")


@pytest.mark.parametrize(
    "text", ["I use Brightwell and monzo and Apple Pay", "we order from orchard lane", "Monzo's app"]
)
def test_words_to_keep_survive_in_any_case(masked: Mask, text: str) -> None:
    assert masked(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("we book a delivery with Orchard Lane. Fine", "we book a delivery with Orchard Lane. Fine"),
        ("so I live on Orchard Lane", "so I live on [address]"),
        ("send it to 14 Orchard Lane", "send it to [address]"),
        ("so Cherry Tree Lane is fine", "so [address] is fine"),
    ],
)
def test_a_word_to_keep_that_only_looks_like_a_street_survives(masked: Mask, text: str, expected: str) -> None:
    assert masked(text) == expected


def test_the_roster_outranks_the_words_to_keep_and_the_clash_is_counted(pseudonyms: Pseudonyms) -> None:
    people = (Person("p-9", first_name="Ana", employer="Monzo"),)
    anonymiser = Anonymiser(Detection(("en",)), people, pseudonyms, keep=("Monzo", "Revolut"), mode="strict")
    (one,) = anonymiser.mask(["I work at Monzo and use Revolut"], language="en")
    assert one.text == "I work at [organisation] and use Revolut"
    assert one.keep_clashes == 1


def test_a_name_split_over_two_cues_is_masked_in_both(anonymiser: Anonymiser, pseudonyms: Pseudonyms) -> None:
    code = pseudonyms.person("p-001")
    texts = ["my name is Siobhan", "Abernathy and my number is 07700", "900123 okay"]
    done = [one.text for one in anonymiser.mask(texts, language="en", one_session=True)]
    assert done == [f"my name is {code}", f"{code} and my number is [phone]", "[phone] okay"]


def test_an_introduction_that_ends_with_the_cue_is_understood(anonymiser: Anonymiser) -> None:
    done = anonymiser.mask(["hello my name is", "grace and i cook"], language="en", one_session=True)
    assert "grace" not in done[1].text


def test_a_name_found_once_is_masked_in_the_whole_session(anonymiser: Anonymiser) -> None:
    texts = ["My sister Merry uses it", "so Merry said yes", "it was a merry evening"]
    done = [one.text for one in anonymiser.mask(texts, language="en", one_session=True)]
    assert "Merry" not in " ".join(done[:2])
    assert done[2] == texts[2]


def test_texts_that_are_no_session_know_nothing_of_each_other(anonymiser: Anonymiser) -> None:
    texts = ["I think it will", "Okonkwo"]
    assert anonymiser.mask(texts, language="en")[0].text == texts[0]
    assert anonymiser.mask(texts, language="en", one_session=True)[0].text != texts[0]


def test_one_character_that_stands_for_several_words_is_masked_once(anonymiser: Anonymiser) -> None:
    (one,) = anonymiser.mask(["so \ufdfa came"], language="en")
    assert one.text == "so [name] came"
    assert len(one.spans) == 1


def test_every_span_says_what_it_is_who_found_it_and_what_replaces_it(anonymiser: Anonymiser) -> None:
    (one,) = anonymiser.mask(["so Siobhan wrote to niamh@example.com"], language="en")
    person, mail = one.spans
    assert (person.entity, person.layer, person.recogniser) == ("PERSON", "roster", "RosterRecognizer")
    assert (mail.entity, mail.layer, mail.replacement) == ("EMAIL_ADDRESS", "patterns", "[email]")
    assert 0 < mail.score <= 1
    assert (one.words, one.words_masked) == (7, 4)


def test_what_is_masked_never_shows_in_a_repr(anonymiser: Anonymiser) -> None:
    (one,) = anonymiser.mask(["so Siobhan came"], language="en")
    assert "Siobhan" not in repr((one, one.spans, anonymiser))


@pytest.mark.parametrize("language", ["cy", "", "it", "xx"])
def test_a_language_that_cannot_be_judged_goes_to_review(anonymiser: Anonymiser, language: str) -> None:
    with pytest.raises(AnonymizerError, match="review"):
        anonymiser.mask(["shwmae"], language=language)


@pytest.mark.parametrize("language", ["en", "EN", "en-GB", "en_GB"])
def test_a_region_does_not_matter(anonymiser: Anonymiser, language: str) -> None:
    assert anonymiser.mask(["so Siobhan came"], language=language)[0].words_masked == 1


@pytest.mark.parametrize(("mode", "said"), [("", "there is no mode ''"), ("carefull", "did you mean 'careful'?")])
def test_an_unknown_mode_is_refused_with_the_nearest_spelling(mode: str, said: str, pseudonyms: Pseudonyms) -> None:
    with pytest.raises(AnonymizerError, match=re.escape(said)):
        Anonymiser(Detection(("en",)), (), pseudonyms, mode=mode)


def test_two_people_with_one_id_are_refused(pseudonyms: Pseudonyms) -> None:
    with pytest.raises(AnonymizerError, match="same id"):
        Anonymiser(Detection(("en",)), (Person("p-1"), Person("p-1")), pseudonyms)


@pytest.mark.parametrize("text", ["", "   ", "\n", "...", "\u200b"])
def test_a_text_without_words_stays(masked: Mask, text: str) -> None:
    assert masked(text) == text


FILLER = (
    "so I tapped on the menu and it opened",
    "the button is green, which I like",
    "honestly it took a while to load",
    "we had to scroll down twice",
    "that page was clear enough",
    "I would rather see the total first",
)
FORMS = (
    *word_list(
        "Siobhán siobhan SIOBHAN abernathy siobhan's S-i-o-b-h-a-n Si\u200bobhan Siobha\u0301n shiobhan Quillfeather"
    ),
    *word_list("siobhan.abernathy@example.com +447700900123 12345678 harrogate Okonkwo O’Brien Bob Müller mueller"),  # noqa: RUF001 - as people type it
    *word_list("Jürgen Ramanathan Lindqvist quist"),
    *("Siobhan Abernathy", "07700 900 123", "7 March 1984", "hg1 2qf", "sea view road", "pastry chef"),
    *("will okonkwo", "o brien", "grace ramanathan"),
)
SECRETS = word_list(
    """
    siobhan siobhán siobha\u0301n shiobhan abernathy okonkwo brien müller mueller jürgen ramanathan lindqvist quist
    harrogate quillfeather 900123 12345678
    """
)
TEXTS = st.lists(st.one_of(st.sampled_from(FILLER), st.sampled_from(FORMS)), min_size=1, max_size=8)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from([", ", " and ", ". ", " - ", "\n"]), st.booleans())
def test_no_planted_form_of_the_roster_is_ever_left(
    anonymiser: Anonymiser, parts: list[str], between: str, one_session: bool
) -> None:
    texts = [between.join(parts)] if not one_session else parts
    done = anonymiser.mask(texts, language="en", one_session=one_session)
    left = " ".join(one.text for one in done).casefold()
    squeezed = re.sub(r"[^\w]", "", left.replace("\u200b", ""))
    assert [secret for secret in SECRETS if re.sub(r"[^\w]", "", secret) in squeezed] == []


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.one_of(st.sampled_from(FILLER), st.sampled_from(FORMS), st.text(max_size=30)), max_size=6),
    st.booleans(),
)
def test_spans_never_overlap_and_what_is_outside_them_is_verbatim(
    anonymiser: Anonymiser, texts: list[str], one_session: bool
) -> None:
    for text, one in zip(texts, anonymiser.mask(texts, language="en", one_session=one_session), strict=True):
        rebuilt, position = "", 0
        for span in one.spans:
            assert position <= span.start < span.end <= len(text)
            rebuilt += text[position : span.start] + span.replacement
            position = span.end
        assert one.text == rebuilt + text[position:]
        assert 0 <= one.words_masked <= one.words


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_the_same_texts_give_the_same_bytes(
    people: tuple[Person, ...], anonymiser: Anonymiser, parts: list[str]
) -> None:
    again = Anonymiser(anonymiser.detection, tuple(reversed(people)), Pseudonyms(b"0123456789abcdef0123456789abcdef"))
    first = Anonymiser(anonymiser.detection, people, Pseudonyms(b"0123456789abcdef0123456789abcdef"))
    assert first.mask(parts, language="en", one_session=True) == again.mask(parts, language="en", one_session=True)


INTERVIEW = """
Okay, so before we start, is it alright if I record the screen and your voice?
Yeah, that's absolutely fine, go ahead. Can you see my screen now?
Great. So could you tell me a little bit about how you usually manage your money day to day?
I mostly use the app on my phone, I check my balance every morning on the bus, and then I move whatever is left.
Honestly it was the spending notifications. My old bank took three days to show a transaction, which was useless.
I'd probably tap on this plus icon here. Oh, that opens transfers. I expected it to create a new pot.
The big green button, obviously. I don't really notice the tabs until I scroll down, they're greyed out.
Only when I'm stuck. The chatbot keeps suggesting articles, and you have to type agent about three times.
The login. It logs me out whenever I switch to another app to copy a reference, and then I type the password again.
"""


@pytest.mark.parametrize("shape", [str, str.lower, lambda text: re.sub(r"[^\w\s']", "", text.lower())])
def test_hardly_a_word_of_an_ordinary_interview_is_masked(anonymiser: Anonymiser, shape: Callable[[str], str]) -> None:
    done = anonymiser.mask(shape(INTERVIEW.strip()).splitlines(), language="en", one_session=True)
    share = sum(one.words_masked for one in done) / sum(one.words for one in done)
    assert share <= 0.03
