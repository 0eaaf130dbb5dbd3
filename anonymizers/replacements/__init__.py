"""What stands in the place of what was found: Presidio operators, one a file, and the engine that applies them."""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from presidio_anonymizer import AnonymizerEngine
from presidio_anonymizer.entities import OperatorConfig, RecognizerResult

from anonymizers.replacements.pseudonym import PSEUDONYM, PseudonymOperator
from anonymizers.replacements.word import WORD, WordOperator, word_for

__all__ = ["Replacing", "replace_all", "word_for"]

_OF_A_PERSON = "PARTICIPANT"
_SAID = "SAID"


class Replacing(NamedTuple):
    """Characters `start` to `end` are of a kind; a participant's name carries the pseudonym that replaces it, and what
    was made coarser (`said`) the words that do."""

    start: int
    end: int
    entity: str
    pseudonym: str = ""
    said: str = ""


@cache
def _engine() -> AnonymizerEngine:
    engine = AnonymizerEngine()  # type: ignore[no-untyped-call]  # Presidio leaves its constructor untyped
    engine.add_anonymizer(PseudonymOperator)
    engine.add_anonymizer(WordOperator)
    return engine


def replace_all(text: str, replacing: Iterable[Replacing]) -> str:
    """The text with every stretch replaced; stretches do not overlap."""
    operators = {"DEFAULT": OperatorConfig(WORD)}
    results = []
    for one in replacing:
        entity = one.entity
        if one.pseudonym:
            # Presidio chooses an operator by entity: each pseudonym is an entity of its own.
            entity = f"{_OF_A_PERSON} {one.pseudonym}"
            operators[entity] = OperatorConfig(PSEUDONYM, {PSEUDONYM: one.pseudonym})
        elif one.said:
            entity = f"{_SAID} {one.said}"
            operators[entity] = OperatorConfig("replace", {"new_value": one.said})
        results.append(RecognizerResult(entity_type=entity, start=one.start, end=one.end, score=1.0))
    if not results:
        return text
    done = _engine().anonymize(text, results, operators=operators, merge_entities_with_spaces=False)
    return str(done.text)
