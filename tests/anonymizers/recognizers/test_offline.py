"""No recogniser may ask the network: not for suffix lists, not for models."""

import socket

import pytest
import tldextract

from anonymizers.recognizers import pattern_recognizers


@pytest.fixture
def no_network(monkeypatch):
    def refuse(*args, **kwargs):
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def test_the_suffix_list_is_the_one_in_the_package(no_network):
    assert tldextract.extract("jane@mail.example.co.uk").suffix == "co.uk"
    assert tldextract.tldextract.TLD_EXTRACTOR.suffix_list_urls == ()
    assert not tldextract.tldextract.TLD_EXTRACTOR._cache.enabled


def test_recognisers_are_built_and_run_without_a_network(no_network):
    for recognizer in pattern_recognizers(["en"]):
        recognizer.analyze("jane@example.com, www.example.com, 07700 900123", [], None)
