"""The people of a corpus, and who of them plays which part in a script."""

import random
import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import yaml

from tests.corpora.scripts import Script, ScriptError


@dataclass(frozen=True, slots=True)
class Name:
    """One fictional person: the name, how a speech recogniser writes it wrong, and where such names come from."""

    first: str
    last: str
    nick: str
    gender: str
    origin: str
    heard_first: tuple[str, ...]
    heard_last: tuple[str, ...]

    @property
    def full(self) -> str:
        """First and last name."""
        return f"{self.first} {self.last}"


def read_people(path: Path) -> tuple[Name, ...]:
    """The people of a file.

    Raises:
        ScriptError: a field that is missing, unknown or of the wrong kind.
    """
    people = []
    for number, entry in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), start=1):
        where = f"{path.name}, person {number}"
        required = {"first", "last", "gender", "origin", "heard_first", "heard_last"}
        if not isinstance(entry, dict) or not required <= set(entry) <= required | {"nick"}:
            raise ScriptError(f"{where}: needs {', '.join(sorted(required))}, may have nick, and nothing else")
        if entry["gender"] not in ("f", "m", "n") or not entry["heard_first"] or not entry["heard_last"]:
            raise ScriptError(f"{where}: gender is f, m or n; heard_first and heard_last have one form or more")
        people.append(
            Name(
                first=str(entry["first"]),
                last=str(entry["last"]),
                nick=str(entry.get("nick") or ""),
                gender=entry["gender"],
                origin=str(entry["origin"]),
                heard_first=tuple(str(form) for form in entry["heard_first"]),
                heard_last=tuple(str(form) for form in entry["heard_last"]),
            )
        )
    return tuple(people)


def chosen(script: Script, people: Sequence[Name], taken: Collection[str], rng: random.Random) -> dict[str, Name]:
    """Somebody for each role: of the gender asked for, of different origins, and nobody who shares a word of a name.

    `taken` are full names that may not be chosen, such as the people of the other rendering.
    """
    cast: dict[str, Name] = {}
    nicked = script.nicked()
    words = {word for name in people if name.full in taken for word in name_words(name)}
    for role in script.roles:
        free = [
            name
            for name in people
            if name.full not in taken and name not in cast.values() and _of_gender(name, script.genders.get(role))
        ]
        apart = [name for name in free if not words & name_words(name)] or free
        pool = [name for name in apart if name.nick] if role in nicked else []
        pool = pool or apart
        if not pool:
            raise ScriptError(f"{script.name}: nobody is left in the people of '{script.language}' for '{role}'")
        cast[role] = _one(pool, {name.origin for name in cast.values()}, rng)
        words |= name_words(cast[role])
    for role, other in script.same_last.items():
        if role in cast:
            cast[role] = replace(cast[role], last=cast[other].last, heard_last=cast[other].heard_last)
    return cast


def others(people: Sequence[Name], taken: Collection[str], number: int, rng: random.Random) -> list[Name]:
    """People of the same study who do not appear."""
    return rng.sample([name for name in people if name.full not in taken], number)


@lru_cache(maxsize=4096)
def name_words(name: Name) -> frozenset[str]:
    """The words of a name in plain letters: two people who share one would be one to any reader."""
    return frozenset(re.findall(r"\w{2,}", plain_letters(f"{name.first} {name.last}").casefold()))


def plain_letters(text: str) -> str:
    """Latin letters without accents, with the strokes and dots that Unicode does not take apart."""
    strokes = str.maketrans("łŁøØđĐıİæÆœŒðÐ", "lLoOdDiIaAoOdD")
    decomposed = unicodedata.normalize("NFKD", text.replace("ß", "ss").translate(strokes))
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def _of_gender(name: Name, gender: str | None) -> bool:
    return gender in (None, "n") or name.gender in (gender, "n")


def _one(pool: Sequence[Name], seen: Collection[str], rng: random.Random) -> Name:
    # Half of the time an origin is drawn first, so that the rare ones appear as well.
    fresh = sorted({name.origin for name in pool} - set(seen))
    if fresh and rng.random() < 0.5:
        origin = rng.choice(fresh)
        pool = [name for name in pool if name.origin == origin]
    return rng.choice(list(pool))
