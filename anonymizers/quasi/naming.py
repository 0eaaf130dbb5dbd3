"""Where the name of an organisation begins and ends, in cased speech and in speech without capitals."""

from collections.abc import Set

from anonymizers.lexicon.brands import AMBIGUOUS, every_brand, shops
from anonymizers.quasi.houses import GERMAN_ENDINGS, STREET_LIKE, HouseReader
from anonymizers.quasi.judging import COMMON, SAINTS, TOGETHER, Named, Words, key_of
from anonymizers.quasi.phrases import Phrases
from anonymizers.quasi.view import View
from anonymizers.wordlists import word_set

_MOST_WORDS = 6
_MOST_IN_SMALL_LETTERS = 4
_MOST_BEFORE_ITS_HOUSE = 3
_SHORTEST = 3
_MOST_TOLD = 3
_ARTICLES = word_set("the le la les l der die das dem den el los las")
_AND = word_set("and et und y")
_OF_FIRMS = word_set("at chez bei")
_BUSINESS = word_set("son sons co daughters partners brothers company fils sohne hijos hermanos cie")


class NameReader:
    """Reads the names of organisations in one language."""

    def __init__(self, language: str) -> None:
        self._words = Words(language)
        self._houses = HouseReader(self._words)
        self._brands = Phrases({"shop": _spelled(shops(language)), "brand": _spelled(every_brand(language))})

    def after(
        self, seen: View, word: int, kind: str, *, sure: bool, inside: bool = False, told: bool = False
    ) -> Named | None:
        """The name that stands at a word (an article may be before it) and its kind.

        A `sure` cue lets a brand be one, and one that is spoken of as a place (`inside`) a shop. Whatever stands behind
        a cue that has `told` a name is it.
        """
        if word < len(seen.words) and seen.words[word] in _ARTICLES and self._joined_to(seen, word + 1):
            word += 1
        if word >= len(seen.words) or seen.words[word].isdigit():
            return None
        brand = self._brand(seen, word)
        if brand is not None:
            last, shop = brand
            if sure or (inside and shop):
                return self._grown(seen, word, last, kind)
            house = self._houses.within(seen, word, kind)
            return house if house is not None and house[0][1] > last else None
        found = self._houses.within(seen, word, kind, free=True)
        if found is not None:
            return found
        if not sure and self._words.language == "de":
            return None
        found = self._capitals(seen, word, kind)
        if found is None and told:
            found = self._told(seen, word, kind)
        if found is None and (sure or kind != "employer"):
            found = self._unusual(seen, word, kind, sure=sure) or self._like_a_street(seen, word, kind)
        if (
            found is not None
            and not sure
            and (self._words.place(seen, *found[0]) or self._mere_word(seen, found, kind))
        ):
            return None
        return found

    def housed(self, seen: View, word: int, behind: Set[str]) -> Named | None:
        """A house with a name of its own whose noun (or saint) stands at a word, after one of the words `behind`."""
        if not self._houses.first and seen.words[word] in {"st", "saint"} and self._houses.stands(seen, word, behind):
            saint = self._capitals(seen, word, "school") or self._unusual(seen, word, "school", sure=True)
            return (
                saint if saint is not None and saint[0][1] > word and not self._words.place(seen, *saint[0]) else None
            )
        hit = self._houses.at(seen, word)
        if hit is None and not (self._words.language == "de" and seen.words[word].endswith(GERMAN_ENDINGS)):
            return None
        if self._houses.first:
            first = word
            while self._words.language == "de" and first > 0 and seen.tokens.gap(seen.index[first]) == "-":
                first -= 1
            found = self._houses.within(seen, first, "") if self._houses.stands(seen, first, behind) else None
            return found if found is not None and found[1] else None
        return self._houses.named_before(seen, word, behind)

    def shown(self, seen: View, word: int) -> Named | None:
        """A school or a surgery and its own name, wherever it stands, where capitals show both."""
        return self._houses.shown(seen, word)

    def _brand(self, seen: View, word: int) -> tuple[int, bool] | None:
        """The last word of a brand that stands here, and whether it is a shop."""
        hit = self._brands.at(seen, word)
        if hit is None:
            return None
        many, sort = hit
        key = seen.words[word]
        if many == 1:
            capital = seen.capital(word) and self._words.language != "de"
            weak = key in AMBIGUOUS or self._words.lexicon.zipf(key_of(seen, word)) > COMMON or len(key) < _SHORTEST
            if weak and not capital and not self._said_of_firms(seen, word):
                return None
            if key in self._words.never or (key in self._words.stops and not capital):
                return None
        return word + many - 1, sort == "shop"

    def _said_of_firms(self, seen: View, word: int) -> bool:
        return seen.words[word - 1] in _OF_FIRMS if word else False

    def _capitals(self, seen: View, word: int, kind: str) -> Named | None:
        """A run of words with capitals."""
        if not self._words.proper(seen, word) or seen.words[word] in self._words.never:
            return None
        if self._words.language == "de" and self._words.usual(seen, word):
            following = word + 1 < len(seen.words) and seen.sign(word + 1) == " " and self._words.proper(seen, word + 1)
            if not following or self._words.usual(seen, word + 1):
                return None
        last = word
        place = word + 1
        while place < len(seen.words) and place - word < _MOST_WORDS:
            sign = seen.sign(place)
            if sign not in TOGETHER:
                break
            key = seen.words[place]
            if (sign == "'" and key == "s") or self._words.proper(seen, place):
                last = place
            elif key in _AND:
                if place + 1 >= len(seen.words) or not self._joins(seen, place):
                    break
                last = place + 1
                place += 1
            elif key not in self._words.inner:
                break
            place += 1
        return self._grown(seen, word, last, kind)

    def _joins(self, seen: View, word: int) -> bool:
        """Whether "and" stands inside a name ("Nettle and Thorn") and not before a person ("Tesco and Maria")."""
        following = word + 1
        if seen.words[following] in _BUSINESS or "&" in seen.tokens.gap(seen.index[word]):
            return True
        return self._words.proper(seen, following) and not self._words.lexicon.names.person(key_of(seen, following))

    def _unusual(self, seen: View, word: int, kind: str, *, sure: bool) -> Named | None:
        """Words that no list knows as ordinary ones, in speech without capitals."""
        if not seen.small(word) or not self._words.nameable(seen, word):
            return None
        if seen.words[word] in self._words.inner - SAINTS:
            return None
        last = word
        place = word + 1
        while place < len(seen.words) and place - word < _MOST_IN_SMALL_LETTERS and seen.sign(place) in TOGETHER:
            key = seen.words[place]
            if key == "s" and seen.sign(place) == "'":
                last = place
            elif key in _AND and place + 1 < len(seen.words) and seen.words[place + 1] in _BUSINESS:
                last = place + 1
                place += 1
            elif self._words.nameable(seen, place) and key not in self._words.inner:
                last = place
            else:
                break
            place += 1
        if (
            not sure
            and last == word
            and self._words.lexicon.zipf(key_of(seen, word)) > 0
            and seen.words[word] not in SAINTS
        ):
            return None
        return self._grown(seen, word, last, kind)

    def _told(self, seen: View, word: int, kind: str) -> Named | None:
        """What somebody says that it is called: up to three words, in speech without capitals."""
        last = word - 1
        while last + 1 < min(word + _MOST_TOLD, len(seen.words)) and seen.words[last + 1] not in self._words.stops:
            if last >= word and seen.sign(last + 1) not in TOGETHER:
                break
            last += 1
        return self._grown(seen, word, last, kind) if last >= word and seen.small(word) else None

    def _like_a_street(self, seen: View, word: int, kind: str) -> Named | None:
        """Two or three ordinary words that a house may be called by: "mill lane"."""
        if not seen.small(word) or self._houses.first:
            return None
        for last in range(word, min(word + 3, len(seen.words))):
            key = seen.words[last]
            if (
                (last > word and seen.sign(last) not in TOGETHER)
                or key in self._words.stops
                or key in self._words.never
            ):
                return None
            if last > word and key in STREET_LIKE:
                return self._grown(seen, word, last, kind)
        return None

    def _grown(self, seen: View, first: int, last: int, kind: str) -> Named:
        """A name with the house that follows it: "Mill Lane surgery", "Tesco Extra"."""
        place = last + 1
        found = kind
        while place < len(seen.words) and place - last <= _MOST_BEFORE_ITS_HOUSE and seen.sign(place) in TOGETHER:
            if seen.words[place] == "s" and seen.sign(place) == "'":
                last = place
                place += 1
                continue
            hit = self._houses.at(seen, place)
            if hit is not None and self._houses.first and (hit[1] != "employer" or place > last + 1):
                hit = None
            if hit is None:
                if (
                    seen.words[place] in self._words.general
                    and not self._houses.first
                    and place + 1 < len(seen.words)
                    and self._houses.at(seen, place + 1)
                ):
                    place += 1
                    continue
                break
            many, house = hit
            last, found = place + many - 1, self._houses.kind(kind, house)
            place = last + 1
        return (first, last), found

    def _mere_word(self, seen: View, found: Named, kind: str) -> bool:
        """Whether a firm of a loose cue is but an ordinary word with a capital, as the parts of an interface are."""
        (first, last), what = found
        if kind != "employer" or what != kind:
            return False
        return all(self._words.usual(seen, one) for one in range(first, last + 1) if seen.words[one] != "s")

    def _joined_to(self, seen: View, word: int) -> bool:
        return word < len(seen.words) and seen.sign(word) in TOGETHER


def _spelled(phrases: Set[tuple[str, ...]]) -> list[str]:
    return [" ".join(words) for words in phrases]
