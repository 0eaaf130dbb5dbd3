"""A whole transcript: who speaks, what is said, and what is counted."""

import json
from collections.abc import Mapping
from dataclasses import asdict

import pytest

from anonymizers.engine import Detection
from anonymizers.errors import AnonymizerError
from anonymizers.formats.transcript import Cue, Transcript
from anonymizers.masking import Anonymiser
from anonymizers.people import Person
from anonymizers.pseudonyms import Pseudonyms
from anonymizers.transcript import TranscriptReport, anonymise_transcript


def transcript(*lines: tuple[str | None, str]) -> Transcript:
    cues = tuple(Cue(text, speaker, 1000 * at, 1000 * at + 900) for at, (speaker, text) in enumerate(lines))
    return Transcript("WebVTT", cues, dialect="zoom", language="en")


def anonymised(
    anonymiser: Anonymiser, source: Transcript, speakers: Mapping[str, Person] | None = None, language: str = "en"
) -> tuple[Transcript, TranscriptReport]:
    return anonymise_transcript(source, anonymiser, language=language, speakers=speakers or {})


def test_times_format_and_dialect_stay_and_nothing_else_of_a_person_does(anonymiser: Anonymiser) -> None:
    source = transcript(("Siobhan", "Hi, I'm Siobhan"), (None, "okay"))
    result, _ = anonymised(anonymiser, source)
    assert (result.format_name, result.dialect, result.language) == ("WebVTT", "zoom", "en")
    assert [(cue.start_ms, cue.end_ms) for cue in result.cues] == [(0, 900), (1000, 1900)]
    assert result.cues[1] == source.cues[1]
    assert "Siobhan" not in str([(cue.speaker, cue.text) for cue in result.cues])


def test_a_label_shows_the_person_that_the_session_says(
    anonymiser: Anonymiser, people: tuple[Person, ...], pseudonyms: Pseudonyms
) -> None:
    by_id = {person.participant_id: person for person in people}
    source = transcript(("P1", "hello"), ("SHIV'S IPHONE", "hi"), ("Host", "well"), ("Guest", "so"))
    speakers = {"P1": by_id["p-002"], "shiv's  iPhone": by_id["p-001"], "Host": by_id["m-001"], "Guest": by_id["o-001"]}
    result, report = anonymised(anonymiser, source, speakers)
    assert [cue.speaker for cue in result.cues] == [
        pseudonyms.person("p-002"),
        pseudonyms.person("p-001"),
        "Moderator",
        "Observer",
    ]
    assert report.speakers == 4


def test_several_moderators_are_numbered_in_order_of_appearance(anonymiser: Anonymiser) -> None:
    one, other = Person("m-8", role="moderator"), Person("m-9", role="moderator")
    source = transcript(("B", "hello"), ("A", "hi"), ("B", "well"), ("b ", "so"))
    result, _ = anonymised(anonymiser, source, {"A": one, "B": other})
    assert [cue.speaker for cue in result.cues] == ["Moderator 1", "Moderator 2", "Moderator 1", "Moderator 1"]


def test_a_label_that_is_a_name_of_the_roster_is_that_person(anonymiser: Anonymiser, pseudonyms: Pseudonyms) -> None:
    result, _ = anonymised(anonymiser, transcript(("siobhan abernathy", "hello"), ("Maya Lindqvist", "hi")))
    assert [cue.speaker for cue in result.cues] == [pseudonyms.person("p-001"), "Moderator"]


def test_a_name_that_two_people_share_is_nobodys_label(anonymiser: Anonymiser) -> None:
    result, _ = anonymised(anonymiser, transcript(("Jane", "hello"), ("Jane Doe", "hi")))
    assert result.cues[0].speaker == "Speaker 1"
    assert str(result.cues[1].speaker).startswith("P-")


@pytest.mark.parametrize("label", ["Speaker 7", "spk_0", "Unknown", "Bartholomew Quill", "SPEAKER_01"])
def test_everybody_else_is_a_numbered_speaker(anonymiser: Anonymiser, label: str) -> None:
    result, _ = anonymised(anonymiser, transcript((label, "hello"), ("Zadie", "hi"), (label, "so")))
    assert [cue.speaker for cue in result.cues] == ["Speaker 1", "Speaker 2", "Speaker 1"]


def test_the_name_of_a_label_is_masked_in_what_is_said(anonymiser: Anonymiser) -> None:
    source = transcript(("Hope Tiller", "hello"), ("Speaker 2", "so Hope and tiller said, I hope"))
    result, _ = anonymised(anonymiser, source)
    assert result.cues[1].text == "so [name] and [name] said, I hope"


def test_the_name_of_a_label_that_nobody_speaks_under_is_masked_too(
    anonymiser: Anonymiser, people: tuple[Person, ...]
) -> None:
    result, _ = anonymised(anonymiser, transcript(("Speaker 1", "so Trust waved")), {"Trust Gumbo": people[0]})
    assert "Trust" not in result.cues[0].text


def test_generic_words_of_labels_are_not_masked_in_speech(anonymiser: Anonymiser) -> None:
    source = transcript(("Participant 1", "the speaker and the moderator and me"), ("Moderator Zadie", "the Moderator"))
    assert [cue.text for cue in anonymised(anonymiser, source)[0].cues] == [cue.text for cue in source.cues]


def test_a_generic_label_of_one_session_says_nothing_in_another(pseudonyms: Pseudonyms) -> None:
    people = (Person("p-1", speaker_labels=("Speaker 1", "Zadie's iPad")),)
    anonymiser = Anonymiser(Detection(("en",)), people, pseudonyms)
    result, _ = anonymised(anonymiser, transcript(("Speaker 1", "hello"), ("zadie's iPad", "hi")))
    assert [cue.speaker for cue in result.cues] == ["Speaker 1", pseudonyms.person("p-1")]


def test_the_report_counts_words_and_spans_and_holds_plain_values_only(anonymiser: Anonymiser) -> None:
    source = transcript(("Speaker 1", "Hi, I'm Siobhan Abernathy"), ("Speaker 2", "ring niamh on 07700 900456"))
    _, report = anonymised(anonymiser, source)
    assert (report.cues, report.speakers, report.words, report.words_masked) == (2, 2, 9, 5)
    assert report.by_entity == {"PERSON": 2, "PHONE_NUMBER": 1}
    assert sum(report.by_layer.values()) == sum(report.by_recogniser.values()) == 3
    assert json.loads(json.dumps(asdict(report))) == asdict(report)
    assert "iobhan" not in str(report)


def test_a_session_in_a_language_nobody_looks_at_goes_to_review(anonymiser: Anonymiser) -> None:
    with pytest.raises(AnonymizerError, match="review"):
        anonymised(anonymiser, transcript(("Speaker 1", "shwmae")), language="cy")


def test_an_empty_transcript_stays_empty(anonymiser: Anonymiser) -> None:
    result, report = anonymised(anonymiser, Transcript("SRT", ()))
    assert result == Transcript("SRT", ())
    assert report.words == 0
