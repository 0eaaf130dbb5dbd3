"""The commonest words of a language, from lists that spaCy (stop words) and Faker (filler text) ship; both MIT."""

import importlib
from functools import cache

from anonymizers.wordlists import word_set

_FILLER = {"en": "en_US", "fr": "fr_FR", "de": "de_DE", "es": "es_ES"}
_NAMES_AMONG_THEM = word_set(
    """
    antonio carlos felipe fernando francisco garcía gonzález jorge josé juan luis lópez madrid manuel marco martín
    maría miguel pablo pedro parís rafael rodríguez santiago barcelona andrés javier ernesto zedillo fidel josefina
    alberto eduardo ramón roberto ricardo jesús enrique
    """
)
"""The Spanish filler words are a newspaper's: these names of its time are not ordinary words."""


@cache
def common_words(language: str) -> frozenset[str]:
    """Function words and very common words, in lower case; empty for a language without lists."""
    if language not in _FILLER:
        return frozenset()
    stops = importlib.import_module(f"spacy.lang.{language}.stop_words").STOP_WORDS
    filler = importlib.import_module(f"faker.providers.lorem.{_FILLER[language]}").Provider.word_list
    return frozenset(word.casefold() for word in (*stops, *filler)) - _NAMES_AMONG_THEM
