"""The forms of a name: in full, with a title, as initials, letter by letter, and as a recogniser hears it wrong."""

import random
import re
from collections.abc import Mapping

from tests.corpora.cast import Name
from tests.corpora.countries.country import listed
from tests.corpora.marks import Chunk
from tests.corpora.speaking import spelled

_TITLES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "en": {"f": ("Mrs", "Ms", "Miss", "Dr", "Mrs"), "m": ("Mr", "Mr", "Mr", "Dr"), "n": ("Mx", "Dr")},
    "fr": {"f": ("Madame", "Mme", "Docteur"), "m": ("Monsieur", "M.", "Docteur"), "n": ("Docteur",)},
    "de": {"f": ("Frau", "Frau", "Frau Dr."), "m": ("Herr", "Herr", "Herr Dr."), "n": ("Dr.",)},
    "es": {"f": ("doña", "señora", "doctora"), "m": ("don", "señor", "doctor"), "n": ("doctor",)},
}
_WITH_FIRST = {"don", "doña"}
_ARTICLE = {"señora": "la", "doctora": "la", "señor": "el", "doctor": "el"}
_ARTICLE_BEFORE = re.compile(r"(?:\b(?:la|el|del|al|una|un|tal|mi|su|esta|este)|[¡¿«,:] ?)\s*$", re.IGNORECASE)
# Words of a surname that tell nothing of themselves.
PARTICLES = frozenset(
    listed(
        """
    al as auf bin ben da das de del della der des di do dos du el i ibn la las le les lo los mac mc ní ó san st sainte
    saint ten ter van von vom y zu zum zur
        """
    )
)


def title_of(name: Name, language: str, rng: random.Random) -> str:
    """The title somebody goes by through a whole rendering."""
    return rng.choice(_TITLES[language][name.gender])


def name_form(
    what: str, name: Name, title: str, language: str, rng: random.Random, *, before: str, heard: bool
) -> list[Chunk]:
    """A form of a name; `before` is the text in front of it, `heard` asks for the name as it is heard wrong."""
    first = _parts(name.first)
    last = _parts(name.last)
    if heard:
        wrong = rng.choice(("both", "first", "last"))
        if wrong in ("both", "first") or what in ("first",):
            first = [(rng.choice(name.heard_first), True)]
        if wrong in ("both", "last") or what in ("last", "titled"):
            last = [(rng.choice(name.heard_last), True)]
    if what == "first":
        return first
    if what == "last":
        return last
    if what == "full":
        return [*first, (" ", False), *last]
    if what == "titled":
        return _titled(title, first, last, language, before)
    if what == "nick":
        return _parts(name.nick) if name.nick else first
    if what == "initials":
        letters = [word[0].upper() for word in re.findall(r"[^\W\d_]+", name.full)]
        return [(rng.choice(("", ".", ". ")).join([*letters, ""]).strip(), True)]
    return [(spelled(name.first if what == "spelled_first" else name.last, language, rng), True)]


def _titled(title: str, first: list[Chunk], last: list[Chunk], language: str, before: str) -> list[Chunk]:
    if language == "es":
        if title in _WITH_FIRST:
            return [(f"{title} ", False), *first]
        # Spoken to, nobody has an article; spoken of, everybody has one.
        article = "" if _ARTICLE_BEFORE.search(before) else f"{_ARTICLE[title]} "
        return [(f"{article}{title} ", False), *last]
    return [(f"{title} ", False), *last]


def _parts(name: str) -> list[Chunk]:
    """The words of a name; of "O'Rourke" and "d'Hauteville" the long part tells, of "van der Berg" the last."""
    words = re.findall(r"[^\W\d_]+|[\W\d_]+", name)
    letters = [word for word in words if word[0].isalpha()]
    telling = [word for word in letters if word.casefold() not in PARTICLES and len(word) > 1] or letters
    return [(word, word in telling) for word in words]
