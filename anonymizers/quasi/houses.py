"""Houses with a name of their own: "Mill Lane surgery", "lycée Victor Hugo", "Lindenschule"."""

from collections.abc import Set

from anonymizers.quasi.judging import SAINTS, TOGETHER, WIDELY_USED, Named, Words, key_of
from anonymizers.quasi.lexicons.organisations import ORGANISATION_WORDS
from anonymizers.quasi.phrases import Phrases, listed
from anonymizers.quasi.view import View
from anonymizers.wordlists import word_set

_MOST_WORDS = 6
_MOST_BEFORE = 4
_MOST_LINKS = 3
_LINKS = {
    "en": frozenset[str](),
    "fr": word_set("de du des la le les l d"),
    "de": word_set("der am an des im zum zur in st von auf"),
    "es": word_set("de del la el los las"),
}
_GERMAN = {
    "schule": "school", "gymnasium": "school", "kindergarten": "school", "kita": "school", "krankenhaus": "surgery",
    "klinik": "surgery", "klinikum": "surgery", "apotheke": "surgery", "spital": "surgery", "hospital": "surgery",
}  # fmt: skip
GERMAN_ENDINGS = tuple(_GERMAN)
_HARDLY_EVER = 2.0
_SHORT = 3
STREET_LIKE = word_set(
    """
    lane road street house park hill green view court gate bridge mill field fields wood woods farm grove cross side
    avenue close corner well wells brook common meadow meadows way valley heath vale moor lodge manor
    """
)
_WEAK = word_set("house hall court lodge grange manor gardens town united players band league society general")
_TOO_OPEN = word_set(
    """
    university uni college comp general practice clinic dental universite fac institut institution universitat
    hochschule haus universidad facultad instituto academia escuela cabinet laboratoire academie
    """
)
_NOT_BEFORE = word_set("of awards street road")


class HouseReader:
    """Reads the houses of one language. In some their noun stands before the name, in English behind it."""

    def __init__(self, words: Words) -> None:
        known = ORGANISATION_WORDS[words.language]
        self._words = words
        self.first = known.house_first
        self._houses = Phrases({kind: listed(text) for kind, text in known.houses.items()})

    def at(self, seen: View, word: int) -> tuple[int, str] | None:
        """How many words the noun for a house at a word has, and its kind."""
        return self._houses.at(seen, word)

    def kind(self, cue: str, house: str) -> str:
        """What a name is: as the house says, unless it is one that many things may be called."""
        return cue if house == "employer" or (cue == "care home" and house != "surgery") else house

    def named_before(self, seen: View, house: int, behind: Set[str]) -> Named | None:
        """A house that its name stands before, as in English."""
        if seen.words[house] in _WEAK:
            return None
        first = house
        while first > 0 and house - first < _MOST_BEFORE and seen.sign(first) in TOGETHER:
            before = seen.words[first - 1]
            if (
                before in behind
                or (before in self._words.stops and before != "s")
                or self._words.kin.fullmatch(before)
                or before.isdigit()
            ):
                break
            first -= 1
        if first == house or not self.stands(seen, first, behind):
            return None
        shown = any(
            seen.words[one] in STREET_LIKE | SAINTS or self._words.nameable(seen, one) or self._words.proper(seen, one)
            for one in range(first, house)
        )
        found = self.within(seen, first, "") if shown else None
        return found if found is not None and found[1] else None

    def stands(self, seen: View, first: int, behind: Set[str]) -> bool:
        """Whether one of these words stands before a place, an article between or not."""
        before = first - 1
        if before < 0 or seen.sign(first) not in {" ", "'"}:
            return False
        return seen.words[before] in behind

    def shown(self, seen: View, word: int) -> Named | None:
        """A school or a surgery and its own name, wherever it stands, where capitals show both: "Mill Lane Surgery"."""
        hit = self._houses.at(seen, word)
        if hit is None or hit[1] not in {"school", "surgery"} or seen.small(word):
            return None
        many, kind = hit
        last = word + many - 1
        following = seen.words[last + 1] if last + 1 < len(seen.words) and seen.sign(last + 1) == " " else ""
        if seen.words[last] in _TOO_OPEN or following in _NOT_BEFORE:
            return None
        if self.first:
            name = self._own_name_behind(seen, last + 1, cased=True)
            return None if name is None else ((word, name), kind)
        if not seen.capital(word):
            return None
        first = word
        while first > 0 and word - first < _MOST_BEFORE and self._part_of_name(seen, first - 1, first):
            first -= 1
        while first < word and (seen.words[first] in self._words.inner or seen.words[first] in self._words.stops):
            first += 1
        own = [seen.words[one] for one in range(first, word)]
        if not own or all(one in self._words.general or one in {"s", "of"} for one in own):
            return None
        return (first, last), kind

    def within(self, seen: View, word: int, kind: str, *, free: bool = False) -> Named | None:
        """A name with a noun for a house in it."""
        if self.first:
            hit = self._houses.at(seen, word)
            if hit is None:
                return self._compound(seen, word, kind)
            many, house = hit
            cased = not seen.small(word)
            last = self._own_name_behind(seen, word + many, cased=cased, free=free and house != "employer")
            return None if last is None else ((word, last), self.kind(kind, house))
        return self._behind_its_name(seen, word, kind)

    def _behind_its_name(self, seen: View, word: int, kind: str) -> Named | None:
        end: int | None = None
        found_kind = kind
        place = word
        while place < len(seen.words) and place - word < _MOST_WORDS:
            if place > word and seen.sign(place) not in TOGETHER:
                break
            hit = self._houses.at(seen, place) if place > word or end is not None else None
            if hit is not None:
                many, house = hit
                end, found_kind = place + many - 1, self.kind(kind, house)
                place += many
                continue
            key = seen.words[place]
            if end is not None or (key in self._words.stops and key not in self._words.inner):
                break
            if place == word and (key in self._words.inner - SAINTS or key in self._words.never):
                break
            place += 1
        if end is None:
            return None
        first_house = next(one for one in range(word, end + 1) if one > word and self._houses.at(seen, one))
        own = [key for key in seen.words[word:first_house] if key != "s"]
        if all(key in self._words.general or key in self._words.inner - SAINTS for key in own):
            return None
        if any(key in self._words.stops and key not in self._words.inner for key in own):
            return None
        return (word, end), found_kind

    def _own_name_behind(self, seen: View, word: int, *, cased: bool, free: bool = False) -> int | None:
        """The last word of the name that stands behind a house, as in "lycée Victor Hugo".

        German nouns have capitals: unless a tie leaves it `free`, an ordinary one is no name there.
        """
        place = word
        links = _LINKS[self._words.language]
        while (
            place < len(seen.words)
            and place - word < _MOST_LINKS
            and seen.sign(place) in TOGETHER
            and seen.words[place] in links
        ):
            place += 1
        last: int | None = None
        first = place
        while place < len(seen.words) and place - first < _MOST_BEFORE:
            key = seen.words[place]
            if seen.sign(place) not in TOGETHER or key.isdigit():
                break
            shown = seen.capital(place) if cased else key not in self._words.stops
            if self._words.language == "de" and cased and not free:
                shown = shown and (
                    not self._words.usual(seen, place)
                    or key_of(seen, place) in self._words.lexicon.names
                    or last is not None
                )
            if key in self._words.general and last is None:
                break
            if not cased and not self._words.behind_house(seen, place, below=WIDELY_USED if free else _HARDLY_EVER):
                break
            if not shown:
                if key in self._words.inner and last is not None and place + 1 < len(seen.words):
                    place += 1
                    continue
                break
            last = place
            place += 1
        return last

    def _compound(self, seen: View, word: int, kind: str) -> Named | None:
        """German names a house in one word too: "Lindenschule"."""
        if self._words.language != "de":
            return None
        key = seen.words[word]
        house = next((house for ending, house in _GERMAN.items() if key.endswith(ending) and key != ending), "")
        if house and self._words.lexicon.zipf(key_of(seen, word)) < _HARDLY_EVER:
            return (word, word), house
        last = word
        while last < word + 3 and last + 1 < len(seen.words) and seen.sign(last + 1) == " ":
            last += 1
            hit = self._houses.at(seen, last)
            if hit is not None and len(seen.words[last]) > _SHORT:
                own = seen.words[word:last]
                if self._hyphens(seen, word, last):
                    return (word, last), self.kind(kind, hit[1])
                if any(one in self._words.stops or one in self._words.general for one in own) or not all(
                    self._words.nameable(seen, one) for one in range(word, last)
                ):
                    return None
                return (word, last), self.kind(kind, hit[1])
            if seen.words[last] in self._words.stops:
                return None
        return None

    def _hyphens(self, seen: View, first: int, last: int) -> bool:
        return all(seen.tokens.gap(seen.index[one]) == "-" for one in range(first + 1, last + 1))

    def _part_of_name(self, seen: View, word: int, following: int) -> bool:
        if seen.sign(following) not in TOGETHER:
            return False
        key = seen.words[word]
        if key == "s":
            return True
        return (
            self._words.proper(seen, word) and not (seen.sign(word) not in TOGETHER and key in self._words.stops)
        ) or key in {
            "of",
            "s",
            "and",
        }
