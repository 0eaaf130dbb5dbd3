"""Known first names, family names and towns of many origins, from the lists that Faker ships (MIT licence)."""

import importlib
import pkgutil
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from types import ModuleType

import faker.providers.address
import faker.providers.person

from anonymizers.wordlists import word_set

_MARKS = frozenset("'’-. ")  # noqa: RUF001 - the apostrophe of names
_MORE_FIRST = word_set(
    """
    mo jo al ed bo vi ty cy sy baz gaz shaz daz priya siobhan aoife niamh saoirse caoimhe oisin cian ciaran eoin
    padraig sinead roisin grainne orla declan kwame kofi ama abena chidi chinedu ngozi ifeoma amara emeka tunde
    yetunde folake adaeze obinna zainab aisha amina fatima fatou mamadou ousmane aminata moussa mohammed muhammad
    mohamed ahmed ahmad hassan hussein yusuf ibrahim omar khalid tariq imran bilal zara leila layla yasmin nadia
    samira rania farah wei jing xin yan ming ling mei jun hui hiroshi kenji yuki sakura haruto aiko minh linh thuy
    huong anh nguyen jiho minjun soyeon hyun arjun rohan rahul anjali deepa kavita sunita lakshmi ravi sanjay vijay
    anil suresh ramesh divya pooja neha aditya ishaan oleksandr oksana olena dmytro svitlana volodymyr iryna agnieszka
    katarzyna malgorzata krzysztof wojciech
    """
)
"""Names of origins that the lists cover thinly; compiled by hand for this project."""


@dataclass(frozen=True, slots=True, repr=False)
class KnownNames:
    """Lower-case names by kind. A name of several words is there by its words of four letters and more."""

    first: frozenset[str]
    last: frozenset[str]
    towns: frozenset[str]

    def person(self, word: str) -> bool:
        """Whether a word is a known first or family name."""
        return word in self.first or word in self.last

    def __contains__(self, word: str) -> bool:
        return word in self.first or word in self.last or word in self.towns


@cache
def known_names() -> KnownNames:
    """The lists of every locale that writes names in Latin letters."""
    people = list(_providers(faker.providers.person))
    places = list(_providers(faker.providers.address))
    return KnownNames(
        first=frozenset(_words(_entries(people, "first_name"))) | _MORE_FIRST,
        last=frozenset(_words(_entries(people, "last_name"))),
        towns=frozenset(entry for entry in _entries(places, "cit") if len(entry) > 2 and entry.isalpha()),
    )


def _providers(package: ModuleType) -> Iterator[type]:
    for module in pkgutil.iter_modules(package.__path__):
        yield importlib.import_module(f"{package.__name__}.{module.name}").Provider


def _entries(providers: Iterable[type], prefix: str) -> Iterator[str]:
    """Every entry of the providers' lists whose attribute begins with a prefix, in lower case."""
    for provider in providers:
        for attribute in sorted(dir(provider)):
            if not attribute.startswith(prefix) or "suffix" in attribute or "prefix" in attribute:
                continue
            value = getattr(provider, attribute)
            if isinstance(value, (str, property)) or callable(value) or not isinstance(value, Iterable):
                continue
            yield from (entry.casefold() for entry in value if isinstance(entry, str) and _latin(entry))


def _words(entries: Iterable[str]) -> Iterator[str]:
    for entry in entries:
        if len(entry) < 2 or "{" in entry:
            continue
        yield entry
        parts = entry.replace("-", " ").replace("'", " ").split()
        if len(parts) > 1:
            yield from (part for part in parts if len(part) > 3)


def _latin(entry: str) -> bool:
    return all(letter in _MARKS or "LATIN" in unicodedata.name(letter, "") for letter in entry)
