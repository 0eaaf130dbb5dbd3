"""Names to fill slots with: of many origins, half of them changed so that no list knows them."""

import importlib
import pkgutil
import random
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

import faker.providers.person

from anonymizers.lexicon.names import known_names

_HOME = {"en": ("en_",), "fr": ("fr_",), "de": ("de_",), "es": ("es",)}
_AT_HOME = 0.55
_HEARD_WRONG = 0.22
_INVENTED = 0.10
_SOUNDS = (
    ("ph", "f"), ("f", "ph"), ("c", "k"), ("k", "c"), ("y", "i"), ("i", "y"), ("ie", "y"), ("ee", "i"), ("ei", "ie"),
    ("sh", "ch"), ("th", "t"), ("t", "th"), ("s", "z"), ("z", "s"), ("v", "w"), ("w", "v"), ("ou", "u"), ("u", "oo"),
    ("h", ""), ("ck", "k"), ("x", "ks"), ("a", "e"), ("e", "a"), ("o", "u"), ("j", "y"), ("g", "j"), ("b", "p"),
    ("d", "t"), ("q", "k"), ("qu", "kw"), ("ll", "l"), ("nn", "n"), ("l", "ll"), ("n", "nn"), ("r", "rr"),
)  # fmt: skip


@dataclass(frozen=True)
class Names:
    """The first and last names of a language's people: those at home there, and those of everywhere."""

    first: tuple[str, ...]
    last: tuple[str, ...]
    all_first: tuple[str, ...]
    all_last: tuple[str, ...]

    def pick(self, kind: str, chance: random.Random) -> str:
        """A `first` or `last` name."""
        home, everywhere = (self.first, self.all_first) if kind == "first" else (self.last, self.all_last)
        name = chance.choice(home if chance.random() < _AT_HOME else everywhere)
        dice = chance.random()
        if dice < _HEARD_WRONG:
            name = _heard_wrong(name, chance)
        elif dice < _HEARD_WRONG + _INVENTED:
            name = _invented(name, chance.choice(everywhere))
        if chance.random() < 0.05:
            name = f"{name}-{chance.choice(home)}"
        return name


@cache
def names(language: str, without: frozenset[str]) -> Names:
    """The names of Faker's lists (MIT licence) in a language and in all others, none of those `without` (lower
    case)."""
    home: dict[str, set[str]] = {"first": set(), "last": set()}
    everywhere: dict[str, set[str]] = {"first": set(), "last": set()}
    for module in pkgutil.iter_modules(faker.providers.person.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for kind in ("first", "last"):
            found = _listed(provider, kind, without)
            everywhere[kind] |= found
            if module.name.startswith(_HOME[language]):
                home[kind] |= found
    return Names(*(tuple(sorted(pool[kind])) for pool in (home, everywhere) for kind in ("first", "last")))


def _listed(provider: type, kind: str, without: Collection[str]) -> set[str]:
    known = known_names()
    group = known.first if kind == "first" else known.last
    found = set()
    for attribute in sorted(dir(provider)):
        if not attribute.startswith(f"{kind}_name"):
            continue
        value = getattr(provider, attribute)
        if isinstance(value, (list, tuple, dict)):
            entries = (entry for entry in value if isinstance(entry, str))
            found |= {entry for entry in entries if entry.casefold() in group and not _touches(entry, without)}
    return found


def _touches(name: str, without: Collection[str]) -> bool:
    return any(part in without for part in name.casefold().replace("-", " ").replace("'", " ").split())


def _heard_wrong(name: str, chance: random.Random) -> str:
    for _ in range(chance.choice((1, 1, 2))):
        lower = name.casefold()
        possible = [(old, new) for old, new in _SOUNDS if old in lower[1:] or (old and lower.startswith(old))]
        if not possible:
            return name
        old, new = chance.choice(possible)
        at = lower.rindex(old)
        name = lower[:at] + new + lower[at + len(old) :]
        if len(name) < 2:
            return lower.capitalize()
    return name.capitalize()


def _invented(one: str, other: str) -> str:
    cut = max(2, len(one) // 2)
    return (one[:cut] + other[len(other) // 2 :].casefold()).replace(" ", "")
