"""Ages in figures and in words, made ten years coarse. Years of use or waiting are no ages: "for ten years"."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from re import Pattern

from anonymizers.layers import Finding, LayerRecognizer
from anonymizers.quasi.lexicons.ages import AGE_WORDS
from anonymizers.quasi.numbers import Number, numbers
from anonymizers.quasi.scanner import Scanner
from anonymizers.quasi.speech import SPEECH, beginning_with, ending_in
from anonymizers.quasi.view import View, view
from anonymizers.recognizers.numerals import numerals
from anonymizers.tokens import Tokens

_BAND = 10
_OLDEST = 90
_GROWN = range(13, 100)
_TO = "\u2013"
_SMALL = range(2, 13)
_LATE = 25
_FIRST_BIRTHDAYS = 9
_ADULT = 18
_REPEAT_REACH = 60
"""How many words after an age the same number is that age again."""
_ANSWER_REACH = 80
_LINK_REACH = 60
_YOUNG_UNITS = (" month", " week", " monat", " woche", " mois", " mes")


def said(years: int) -> str:
    """What is written in the place of an age.

    >>> said(9), said(93)
    ('[age under 18]', '[age 90+]')
    """
    if years < _ADULT:
        return f"[age under {_ADULT}]"
    return f"[age {age_band(years).replace('-', _TO)}]"


class AgeRecognizer(LayerRecognizer):
    """The number alone is replaced, so that "I'm [age 40-49] years old" still reads as speech."""

    LAYER = "context"
    ENTITIES = ("AGE",)

    def find(self, tokens: Tokens) -> Iterator[Finding]:
        """Numbers by the words around them: ages said, asked for, said again, and listed."""
        language = str(self.supported_language)
        if language not in AGE_WORDS:
            return
        seen = view(tokens, language)
        reading = _reading(language)
        questions = _Questions(seen, reading)
        taken: dict[int, int] = {}
        no_age = 0
        before: Number | None = None
        before_is_age = False
        for number in numbers(seen, language):
            is_age = reading.holds(seen, number)
            if not is_age and before is not None and before_is_age:
                is_age = reading.goes_on(seen, before, number)
            elif not is_age and before is not None:
                is_age = reading.closes(seen, before, number)
            if not is_age:
                is_age = questions.answer(number, no_age) or reading.repeats(seen, number, taken)
            if is_age and before is not None and not before_is_age and reading.leads(seen, before, number):
                yield self._finding(seen, before)
            if is_age:
                taken[number.value] = number.last
                yield self._finding(seen, number)
            elif number.value:
                no_age = seen.at[number.last]
            before, before_is_age = number, is_age
        if language == "de":
            yield from self._joined(seen)

    def _finding(self, seen: View, number: Number) -> Finding:
        right = seen.right(number.last, 12)
        young = right.startswith(_YOUNG_UNITS)
        return Finding(*seen.span(number.first, number.last), "AGE", 0.8, said=said(0 if young else number.value))

    def _joined(self, seen: View) -> Iterator[Finding]:
        """German says "Neunjährige" in one word."""
        values = numerals("de").values
        for word, key in enumerate(seen.words):
            cut = key.find("jahrig")
            if cut > 1 and key[:cut] in values and _of_a_person(seen, word):
                yield Finding(*seen.span(word, word), "AGE", 0.8, said=said(values[key[:cut]]))


def _of_a_person(seen: View, word: int) -> bool:
    """Whether "43-jährige" is said of a person and not of a contract: written as a noun, or before a word for one."""
    right = seen.right(word, 30)
    if seen.written(word)[0].isupper() and not seen.opens(word):
        return True
    if seen.small(word):
        return not _CONTRACT.match(right)
    following = word + 1
    noun = following < len(seen.words) and seen.sign(following) == " " and seen.written(following)[0].isupper()
    return not noun or bool(_PERSON.match(right))


_PERSON = beginning_with(
    rf" (?:{SPEECH['de'].kin}|frau|mann|junge|person|patientin|patient|kundin|kunde|dame|herr|teenager"
    rf"|rentner|rentnerin)"
)
_CONTRACT = beginning_with(
    r" (?:garantie|laufzeit|ausbildung|vertrag\w*|mitgliedschaft|erfahrung|studium|bindung|jubilaum"
    r"|beziehung|ehe|pause"
    r"|frist|zusammenarbeit|abo\w*|mindest\w*)"
)


@dataclass(frozen=True)
class _Reading:
    """How one language says an age: what stands on the left and the right of the number."""

    old: Pattern[str]
    years: Pattern[str]
    before_years: Pattern[str]
    grown: Pattern[str]
    child: Pattern[str]
    measure: Pattern[str]
    thing: Pattern[str]
    birthday: Pattern[str]
    asked: Scanner
    asked_child: Scanner
    both: tuple[tuple[Pattern[str], Pattern[str]], ...]
    late: tuple[tuple[Pattern[str], Pattern[str]], ...]
    small: tuple[Pattern[str], Pattern[str]]
    link: Pattern[str]

    def holds(self, seen: View, number: Number) -> bool:
        """Whether the words beside a number say that it is an age."""
        left = seen.left(number.first)
        right = seen.right(number.last)
        if number.value == 0:
            return False
        if number.ordinal:
            return bool(self.birthday.match(right))
        if self.birthday.match(right):
            return number.value > _FIRST_BIRTHDAYS
        if self.thing.search(left):
            return False
        if self.old.match(right):
            german = number.last + 1 < len(seen.words) and seen.words[number.last + 1].startswith("jahrig")
            return _of_a_person(seen, number.last + 1) if german else not _THING_BEHIND.search(right)
        if self.years.match(right) and self.before_years.search(left):
            return True
        if any(before.search(left) and behind.match(right) for before, behind in self.both):
            return True
        if number.value > _LATE and any(before.search(left) and behind.match(right) for before, behind in self.late):
            return True
        if self.measure.match(right) or _number_follows(seen, number):
            return False
        if self.child.search(left):
            return number.value > 1 or not right.startswith((" of", " who", " that"))
        if number.value in _GROWN:
            return bool(self.grown.search(left))
        return number.value in _SMALL and bool(self.small[1].match(right) and self.small[0].search(left))

    def closes(self, seen: View, before: Number, number: Number) -> bool:
        """Whether a number ends a list that began as one of ages: "enfants de neuf et onze ans"."""
        if not self.years.match(seen.right(number.last)) or not self.leads(seen, before, number):
            return False
        return bool(self.before_years.search(seen.left(before.first)))

    def goes_on(self, seen: View, before: Number, number: Number) -> bool:
        """Whether a number goes on with a list of ages: "nine and eleven"."""
        between = seen.text[seen.at[before.last] + len(seen.words[before.last]) : seen.at[number.first]]
        linked = len(between) < _LINK_REACH and (between == " " or self.link.fullmatch(between) is not None)
        return linked and number.value > 1 and not self.measured(seen, number)

    def leads(self, seen: View, before: Number, number: Number) -> bool:
        """Whether a number stands before an age in one list: "nine and eleven years old"."""
        between = seen.text[seen.at[before.last] + len(seen.words[before.last]) : seen.at[number.first]]
        return before.value > 0 and not before.ordinal and between in _LISTED

    def repeats(self, seen: View, number: Number, taken: dict[int, int]) -> bool:
        """Whether the same age was said not far before, and this is no measure."""
        last = taken.get(number.value)
        if last is None or number.value not in _GROWN or number.first - last > _REPEAT_REACH or number.ordinal:
            return False
        if " | " in seen.text[seen.at[last] : seen.at[number.first]]:
            return False
        return not self.measured(seen, number)

    def measured(self, seen: View, number: Number) -> bool:
        right = seen.right(number.last)
        if self.old.match(right):
            return False
        return bool(self.measure.match(right) and not self.years.match(right)) or _number_follows(seen, number)


class _Questions:
    """Where a text asks for an age, and whether a number answers."""

    def __init__(self, seen: View, reading: "_Reading") -> None:
        self._seen = seen
        self._reading = reading
        self._grown = [found.end() for found in reading.asked.all(seen)]
        self._children = [found.end() for found in reading.asked_child.all(seen)]

    def answer(self, number: Number, no_age: int) -> bool:
        """Whether a question stands before a number, with no number that is no age (up to `no_age`) between."""
        asked = [ends for ends in (self._children, self._grown) if self._open(ends, number, no_age)]
        if not asked or number.ordinal or self._reading.measured(self._seen, number):
            return False
        return number.value > 0 if asked[0] is self._children else number.value in _GROWN

    def _open(self, ends: list[int], number: Number, no_age: int) -> bool:
        place = self._seen.at[number.first]
        before = bisect_right(ends, place) - 1
        if before < 0 or ends[before] < max(no_age, place - _ANSWER_REACH):
            return False
        return " | " not in self._seen.text[ends[before] : place]


_LISTED = frozenset(
    {" and ", ", ", " or ", " et ", " ou ", " und ", " oder ", " y ", " e ", " o ", ", and ", " and a ", " and an "}
)
_THING_BEHIND = beginning_with(
    r" (?:year|years|yr) olds? (?:phone|laptop|car|boiler|house|account|tv|tablet|computer|building"
    r"|machine|app|printer|router"
    r"|ipad|iphone|contract|version|system|browser|bug|mac|samsung|kettle|fridge|email|post|review|data)"
)


def _number_follows(seen: View, number: Number) -> bool:
    """Whether digits come right behind, as in "43.5" or "10/12"."""
    after = number.last + 1
    if after >= len(seen.words) or not seen.words[after].isdigit():
        return False
    gap = seen.tokens.gap(seen.index[after])
    return gap in {".", ",", ":", "/", "-", " - ", "", " "}


@lru_cache(maxsize=4)
def _reading(language: str) -> _Reading:
    words = AGE_WORDS[language]

    return _Reading(
        old=beginning_with(words.old),
        years=beginning_with(words.years),
        before_years=_before(words.before_years),
        grown=_before(words.grown),
        child=_before(words.child),
        measure=beginning_with(words.measure),
        thing=_before(words.thing),
        birthday=beginning_with(words.birthday),
        asked=Scanner(rf"(?:{words.asked})(?![a-z0-9])"),
        asked_child=Scanner(rf"(?:{words.asked_child})(?![a-z0-9])"),
        both=_pairs(words.both),
        late=_pairs(words.late),
        small=_pairs((words.small,))[0],
        link=beginning_with(
            rf"(?: (?:years? old|years?|ans|anos|jahre(?: alt)?))?(?:,? (?:{words.links}) |, |,? "
            rf"(?:{words.links}),? )"
        ),
    )


def _pairs(pairs: tuple[tuple[str, str], ...]) -> tuple[tuple[Pattern[str], Pattern[str]], ...]:
    return tuple((_before(before), beginning_with(behind)) for before, behind in pairs)


def _before(pattern: str) -> Pattern[str]:
    return ending_in(rf"(?:{pattern})(?: |,? )?(?<=[ '])")


def age_band(age: int) -> str:
    """Ten years of age; all from 90 on are one band, since few people are that old."""
    if age >= _OLDEST:
        return f"{_OLDEST}+"
    start = age // _BAND * _BAND
    return f"{start}-{start + _BAND - 1}"
