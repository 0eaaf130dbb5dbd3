"""Presidio as we build it: once, without a model, a network or a text in a log."""

import logging
import socket
from collections.abc import Callable

import pytest
import tldextract

from anonymizers.engine import Detection, EmbeddedNlpEngine, analyzer, find
from anonymizers.errors import AnonymizerError
from anonymizers.people import Person
from anonymizers.roster import RosterRecognizer
from anonymizers.tokens import tokenise

TEXT = "My name is Niamh, my mail is niamh@example.com and Brimblecombe agrees."


def test_one_choice_of_layers_is_built_once_a_process() -> None:
    assert analyzer(Detection(("en", "fr"))) is analyzer(Detection(("en", "fr")))
    assert analyzer(Detection(("en",))) is not analyzer(Detection(("en", "fr")))


def test_the_tokeniser_finds_no_entities_and_keeps_places() -> None:
    engine = EmbeddedNlpEngine(["en"])
    artifacts = engine.process_text(TEXT, "en")
    assert artifacts.entities == []
    assert [TEXT[place : place + 4] for place in artifacts.tokens_indices][:3] == ["My n", "name", "is N"]
    assert engine.is_loaded()
    assert engine.get_supported_entities() == []


@pytest.mark.parametrize("layer", ["roster", "patterns", "cues", "deny"])
def test_each_layer_runs_alone_and_presidios_defaults_never_do(layer: str) -> None:
    detection = Detection(("en",), layers=(layer,))
    roster = RosterRecognizer((Person("p-1", first_name="Niamh"),), "en") if layer == "roster" else None
    results = find(detection, tokenise(TEXT), "en", roster)
    assert {(result.recognition_metadata or {}).get("layer", "patterns") for result in results} == {layer}


def test_without_any_layer_nothing_is_found() -> None:
    assert find(Detection(("en",), layers=()), tokenise(TEXT), "en", None) == []


def test_a_roster_is_never_kept_in_the_shared_engine() -> None:
    detection = Detection(("en",), layers=("cues",))
    roster = RosterRecognizer((Person("p-1", first_name="Quillan"),), "en")
    assert find(detection, tokenise("so quillan came"), "en", roster)
    assert find(detection, tokenise("so quillan came"), "en", None) == []


def test_every_span_says_who_found_it_and_how_surely() -> None:
    for result in find(Detection(("en",)), tokenise(TEXT), "en", None):
        assert (result.recognition_metadata or {})["recognizer_name"]
        assert 0 < result.score <= 1


@pytest.mark.parametrize("detection", [Detection(()), Detection(("en",), layers=("patterns", "guess"))])
def test_an_unknown_layer_or_no_language_is_refused(detection: Detection) -> None:
    with pytest.raises(AnonymizerError, match="patterns"):
        analyzer(detection)


def test_a_language_without_a_word_list_goes_to_review() -> None:
    with pytest.raises(AnonymizerError, match="review"):
        analyzer(Detection(("en", "cy")))


def test_no_text_reaches_a_log_even_when_all_of_it_is_asked_for(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    find(Detection(("en",)), tokenise(TEXT), "en", None)
    assert "Niamh" not in caplog.text
    assert "niamh@" not in caplog.text
    assert not any(
        logging.getLogger(name).isEnabledFor(logging.INFO) for name in ("presidio-analyzer", "decision_process")
    )


def test_the_suffix_list_comes_from_the_package_and_not_from_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert tldextract.extract("mail.example.co.uk").suffix == "co.uk"
    assert not tldextract.extract.suffix_list_urls
    assert find(Detection(("en",)), tokenise(TEXT), "en", None)


def test_the_anonymiser_runs_without_a_network(monkeypatch: pytest.MonkeyPatch, masked: Callable[..., str]) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_: pytest.fail("the network was asked"))
    assert "niamh" not in masked(TEXT).casefold()
