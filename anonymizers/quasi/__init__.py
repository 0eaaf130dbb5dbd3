"""What singles a person out without naming them: health, belief, employer, job, place and age, tied to them (P4.5).

One recogniser a topic, all of the layer "context". What a word is tied by is said in `speech` and in the grammars of
`lexicons/`; every pattern there runs over a `view` of the text: plain words, one sign between two of them.
"""

from collections.abc import Callable, Collection

from presidio_analyzer import EntityRecognizer

from anonymizers.layers import LayerRecognizer
from anonymizers.quasi.ages import AgeRecognizer
from anonymizers.quasi.belief import BeliefRecognizer
from anonymizers.quasi.health import HealthRecognizer
from anonymizers.quasi.jobs import JobRecognizer
from anonymizers.quasi.organisations import OrganisationRecognizer
from anonymizers.quasi.origin import OriginRecognizer
from anonymizers.quasi.places import PlaceRecognizer

__all__ = ["ENTITIES", "SPECIAL", "context_recognizers"]

_RECOGNIZERS: tuple[Callable[[str], LayerRecognizer], ...] = (
    AgeRecognizer,
    BeliefRecognizer,
    HealthRecognizer,
    JobRecognizer,
    OrganisationRecognizer,
    OriginRecognizer,
    PlaceRecognizer,
)

ENTITIES = frozenset({"AGE", "BELIEF", "HEALTH", "LOCATION", "OCCUPATION", "ORGANIZATION", "ORIGIN"})
"""Everything that the context layer finds."""

SPECIAL = frozenset({"BELIEF", "HEALTH", "OCCUPATION", "ORGANIZATION", "ORIGIN"})
"""What even the mode `normal` takes out: the special categories of Art. 9 GDPR, rare jobs and employers."""


def context_recognizers(language: str, entities: Collection[str] = ENTITIES) -> list[EntityRecognizer]:
    """The recognisers of a language (ISO 639-1 code) for these entities; in a language not served they find nothing."""
    wanted = frozenset(entities)
    recognizers = (build(language) for build in _RECOGNIZERS)
    return [recognizer for recognizer in recognizers if wanted.intersection(recognizer.supported_entities)]
