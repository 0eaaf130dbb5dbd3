"""Presidio's own recognisers, run only where they could find something: they must find what they find alone."""

import pytest
from presidio_analyzer.predefined_recognizers import (
    CreditCardRecognizer,
    IbanRecognizer,
    IpRecognizer,
    MacAddressRecognizer,
)

from anonymizers.recognizers import pattern_recognizers

VALUES = {
    CreditCardRecognizer: ["4111 1111 1111 1111", "4111-1111-1111-1111", "5555555555554444", "378282246310005"],
    IbanRecognizer: ["GB29 NWBK 6016 1331 9268 19", "DE89370400440532013000", "FR14 2004 1010 0505 0001 3M02 606"],
    IpRecognizer: ["192.0.2.44", "192.0.2.0/24", "2001:db8:85a3::8a2e:370:7334", "::1", "fe80::1", "::ffff:192.0.2.44"],
    MacAddressRecognizer: ["00:1A:2B:3C:4D:5E", "00-1a-2b-3c-4d-5e", "0012.3456.789A"],
}


@pytest.mark.parametrize(("presidio", "value"), [(kind, value) for kind, values in VALUES.items() for value in values])
@pytest.mark.parametrize("around", ["{}", "it is {}, I think", "x\n{}\ny", "({})", "ID:{}."])
def test_finds_what_presidio_finds_alone(presidio, value, around):
    narrowed = next(found for found in pattern_recognizers(["en"]) if found.name == presidio.__name__)
    text = around.format(value)
    alone = {(hit.entity_type, hit.start, hit.end, hit.score) for hit in presidio().analyze(text, [], None)}
    assert {(hit.entity_type, hit.start, hit.end, hit.score) for hit in narrowed.analyze(text, [], None)} == alone
    assert alone or around == "ID:{}."
