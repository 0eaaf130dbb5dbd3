"""No text makes looking at it take out of proportion: every expression by itself, every recogniser as a whole."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from presidio_analyzer import EntityRecognizer

from anonymizers.engine import Detection, analyzer
from anonymizers.people import Person
from anonymizers.roster import RosterRecognizer
from anonymizers.tokens import Tokens, tokenise
from tests.anonymizers.robustness.costs import TooSlow, adversaries, cost, spaced

LANGUAGES = ("en", "fr", "de", "es")
_SHORT, _LONG = 400, 800
_NOTHING = 0.04
"""CPU seconds that are no sign of anything."""
_QUADRATIC = 5.5
"""Twice the text may cost one expression four times as much: those that look back are asked about short stretches."""
_HALF, _WHOLE = 25_000, 50_000
_PROPORTION = 3.0
_LITTLE = 0.3
_CAP = 10.0
_PERSON = Person(
    "p-1", first_name="Anna-Maria", last_name="Aa", date_of_birth="2001-01-01", email="a.a.a.a@a.a", street="1 A A A"
)


def _patterns() -> list[tuple[str, str, int]]:
    told = subprocess.run(
        [sys.executable, "-m", "tests.anonymizers.robustness.collecting"],
        cwd=Path(__file__).parents[3],
        check=True,
        capture_output=True,
        text=True,
    )
    return [tuple(json.loads(line)) for line in told.stdout.splitlines()]


def _all(pattern: re.Pattern[str], text: str) -> Callable[[], object]:
    return lambda: sum(1 for _ in pattern.finditer(text))


def test_no_expression_takes_more_than_the_square_of_a_text() -> None:
    patterns = _patterns()
    assert len(patterns) > 300
    longs, shorts = ({unit: spaced(text) for unit, text in adversaries(length)} for length in (_LONG, _SHORT))
    slow = []
    for asked, expression, flags in patterns:
        pattern = re.compile(expression, flags)
        for unit, text in longs.items():
            try:
                long = cost_alone(pattern, text)
                if long > _NOTHING and long > _QUADRATIC * cost_alone(pattern, shorts[unit]):
                    slow.append((asked, expression[:80], unit, long))
            except TooSlow:
                slow.append((asked, expression[:80], unit, _CAP))
    assert slow == []


@pytest.mark.parametrize("expression", [r"(?:a+)+$", r"a*a*a*b"])
def test_an_expression_that_is_worse_would_be_seen(expression: str) -> None:
    pattern = re.compile(expression)
    try:
        long = cost(_all(pattern, "a" * _LONG + "."), 1)
        short = cost(_all(pattern, "a" * _SHORT + "."), 1)
    except TooSlow:
        return
    assert long > _NOTHING
    assert long > _QUADRATIC * short


def cost_alone(pattern: re.Pattern[str], text: str) -> float:
    return cost(_all(pattern, text), _CAP)


_UNITS = ("a", "1", "-", "@", "a.", "one ", "A ", "s p ", "mixed ")
_VOCABULARY = (
    "I was born on the ", "years old and aged ", "my sort code and account number is ", "at gmail dot ",
    "1 Sea View Road ", "my name is spelled s for sugar ", "I live in the village of ", "www.a.example/a/",
)  # fmt: skip
_ELSEWHERE = {
    "fr": ("né le premier mars ", "12 rue de la ", "j'habite à ", "zéro six double ", "a "),
    "de": ("geboren am ersten März ", "Linden-Straße 12 in ", "ich wohne in ", "null eins zwo ", "a "),
    "es": ("nacido el siete de marzo de ", "calle de la Mar 12 ", "vivo en ", "cero seis ", "a "),
}


def _recognizers(language: str) -> list[EntityRecognizer]:
    engine = analyzer(Detection((language,), threshold=0.9))
    return [*engine.registry.recognizers, RosterRecognizer([_PERSON], language)]


def _out_of_proportion(language: str, units: tuple[str, ...]) -> list[tuple[str, str]]:
    """Recognisers to which a text of twice the length is more than three times the work."""
    recognizers = _recognizers(language)
    halves, wholes = dict(adversaries(_HALF, units)), dict(adversaries(_WHOLE, units))
    slow = []
    for unit in units:
        half, whole = tokenise(halves[unit]), tokenise(wholes[unit])
        for recognizer in recognizers:
            # Twice, for other programs share the machine.
            if all(_out_of_step(recognizer, half, whole) for _ in range(2)):
                slow.append((recognizer.name, unit))
    return slow


def _out_of_step(recognizer: EntityRecognizer, half: Tokens, whole: Tokens) -> bool:
    long = _looking(recognizer, whole)
    return long > _LITTLE and long > _PROPORTION * _looking(recognizer, half)


def _looking(recognizer: EntityRecognizer, tokens: Tokens) -> float:
    artifacts = SimpleNamespace(tokens=tokens)
    return cost(lambda: recognizer.analyze(tokens.text, [], artifacts), _CAP)  # type: ignore[arg-type]


@pytest.mark.parametrize("units", [_UNITS, _VOCABULARY], ids=["shapes", "vocabulary"])
def test_every_recogniser_takes_time_in_proportion_to_the_text(units: tuple[str, ...]) -> None:
    assert _out_of_proportion("en", units) == []


@pytest.mark.parametrize("language", sorted(_ELSEWHERE))
def test_every_recogniser_of_another_language_does_too(language: str) -> None:
    assert _out_of_proportion(language, _ELSEWHERE[language]) == []
