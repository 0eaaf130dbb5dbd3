"""Conditions, states, treatments and events of health, in four languages. Compiled by hand for this project.

`grave` words are hardly ever said of anything but a person's health; `condition` and `event` are nouns, `state` what
somebody is, `aid` what somebody takes, uses or is given. One phrase a comma.
"""

from anonymizers.quasi.lexicons.health.english import ENGLISH
from anonymizers.quasi.lexicons.health.french import FRENCH
from anonymizers.quasi.lexicons.health.german import GERMAN
from anonymizers.quasi.lexicons.health.spanish import SPANISH

HEALTH_WORDS: dict[str, dict[str, str]] = {
    "en": ENGLISH,
    "fr": FRENCH,
    "de": GERMAN,
    "es": SPANISH,
}
