"""Names that the words before them give away: "my name is ...", "my sister ...", "Dr ...", in any case."""

import re
from collections.abc import Iterator
from enum import IntEnum

from anonymizers.characters import key
from anonymizers.cues.words import CUE_WORDS, NEVER
from anonymizers.layers import Finding, LayerRecognizer
from anonymizers.lexicon import lexicon
from anonymizers.lexicon.places import known_places
from anonymizers.tokens import HARD, Token, Tokens
from anonymizers.wordlists import word_set

_MOST_WORDS = 5
_INSIDE_NAME = re.compile(r"(?: |\n|'|-|\. |\.\n)")
_PAUSE = rf"(?:\.{{3}}|[^\w{HARD}.!?]){{1,4}}"
_AFTER_CUE = re.compile(
    rf"{_PAUSE}(?:(?:u+h*m+|uh|er|erm|eh|euh|ähm?|este|well|actually|just){_PAUSE})?", re.IGNORECASE
)
_PARTICLES = word_set(
    """
    de la del della di da do dos van von der den ten ter bin ibn al el le du des mac mc st o y
    """
)
_NOT_AFTER_INTRODUCTION = 5.6
_LOOSE = 3.5
_SHORT = 3
"""Up to so many letters: common short words with a capital are surnames as often as labels ("Ng")."""

_INNER_CAPITAL = re.compile(r"^(?!Mc|Mac|De|Di|Le|La|Du|Van|Fitz|O)\w*[a-zà-ÿ][A-ZÀ-Þ]|^[a-z]+[A-Z]")
_INFINITIVES = {"fr": ("er", "ir"), "es": ("ar", "er", "ir")}
"""How the words on buttons end that follow "et" and "a": "le di a Pausar"."""

_NOT_A_NAME = word_set(
    """
    couldnt couldn didnt didn doesnt doesn dont wont wouldnt wouldn isnt isn wasnt wasn hasnt hasn havent haven cant
    shouldnt shouldn arent aren werent weren hadnt hadn
    """
)
_MISSUS = word_set("missus mister mr mrs ms dr madame monsieur mademoiselle mme mlle herr frau señor señora don doña")
_ADJECTIVES = frozenset({"frank", "rose", "rosa", "franc"})
_QUOTING = frozenset({"said", "says", "like", "is", "s", "est", "es", "ist"})
"""Names that are a taste or a colour after "it said" and "that's", when nothing else shows them."""

_HAILED = frozenset(
    {"will", "may", "april", "june", "hope", "joy", "drew", "cliff", "mark", "wolf", "max", "clara", "linda"}
)
"""Plain words that are names often enough straight after "hi" or "I'm"."""


class _Strength(IntEnum):
    """How much a cue says about the word after it."""

    GREETING = 1
    TIE = 2
    HAIL = 3
    TITLE = 4
    INTRODUCTION = 5


class CueRecognizer(LayerRecognizer):
    """Finds the names that people introduce, greet, and tie to themselves."""

    LAYER = "cues"
    ENTITIES = ("PERSON",)

    def __init__(self, language: str) -> None:
        super().__init__(language)
        self._lexicon = lexicon(language)
        self._never = NEVER.get(language, frozenset())
        self._cues: list[tuple[re.Pattern[str], _Strength]] = []
        self._subject: re.Pattern[str] | None = None
        words = CUE_WORDS.get(language)
        if words is None:
            return
        self._cues = [
            (_before(words.introductions), _Strength.INTRODUCTION),
            (_before(rf"(?:{words.ties})(?:,| who)?(?: |'s )?(?:{words.called})"), _Strength.INTRODUCTION),
            (_before(rf"(?:{words.titles})\.?"), _Strength.TITLE),
            (_before(words.ties), _Strength.TIE),
            (_before(words.hails), _Strength.HAIL),
            (_before(words.greetings), _Strength.GREETING),
        ]
        given = "|".join(sorted(self._lexicon.given))
        self._subject = re.compile(rf"\b({given})\b,? (?:{words.speaking})\b", re.IGNORECASE)

    def find(self, tokens: Tokens) -> Iterator[Finding]:
        """Names after a cue, and first names that are ordinary words where a sentence makes them its subject."""
        for pattern, strength in self._cues:
            for cue in pattern.finditer(tokens.text):
                yield from self._after(tokens, cue.end(), strength)
        for subject in self._subject.finditer(tokens.text) if self._subject else ():
            index = tokens.within(subject.start(1), subject.end(1)).start
            token = tokens.items[index]
            if token.text[0].isupper() and not tokens.shouted(index) and not self._lexicon.calendar(token.text.lower()):
                yield Finding(token.start, token.end, "PERSON", 0.7)

    def _after(self, tokens: Tokens, end: int, strength: _Strength) -> Iterator[Finding]:
        gap = _AFTER_CUE.match(tokens.text, end)
        if gap is None:
            return
        touched = tokens.within(gap.end(), gap.end() + 1)
        if not touched:
            return
        first = last = touched.start
        if not self._begins(tokens, first, strength):
            return
        while last + 1 < len(tokens.items) and last - first + 1 < _MOST_WORDS and self._continues(tokens, last + 1):
            last += 1
        while last > first and tokens.items[last].key in _PARTICLES:
            last -= 1
        yield Finding(tokens.items[first].start, tokens.items[last].end, "PERSON", 0.6 + strength / 25)

    def _begins(self, tokens: Tokens, index: int, strength: _Strength) -> bool:
        token = tokens.items[index]
        word = token.text.casefold()
        if not token.text[0].isalpha() or (len(word) == 1 and strength < _Strength.TITLE):
            return False
        if word in _NOT_A_NAME or word in _MISSUS:
            return False
        words = self._lexicon
        capital = token.text[0].isupper() and not tokens.shouted(index)
        if strength is _Strength.INTRODUCTION:
            return self._introduced(word, capital)
        if strength is _Strength.TITLE:
            if word in words.family or (word in words.names and not words.plain(word)):
                return True
            return (capital and words.zipf(word) < _NOT_AFTER_INTRODUCTION) or not words.ordinary(word, 3.5)
        if strength is _Strength.GREETING and capital and self._rather_a_label(token.text, word):
            return False
        if word in self._never and not capital and not (strength is _Strength.HAIL and word in _HAILED):
            return False
        quoted = index > 0 and tokens.items[index - 1].key in _QUOTING
        if strength is _Strength.GREETING and not capital and quoted and word in _ADJECTIVES:
            return False
        if word in words.given:
            if capital:
                return not words.calendar(word) or strength is not _Strength.GREETING
            return True
        if capital and self._noun_language:
            return word in words.names.first and not words.plain(word)
        return not words.ordinary(word, self._common_from(strength, capital, word)) and self._name_like(
            word, strength, capital
        )

    @staticmethod
    def _common_from(strength: _Strength, capital: bool, word: str) -> float:
        if strength is _Strength.GREETING and len(word) > _SHORT:
            return _LOOSE
        return 4.0 if capital else 3.5

    def _rather_a_label(self, written: str, word: str) -> bool:
        """Whether a capital after a loose cue is a brand's, a town's or a button's: "with ManyPets", "à Lisbonne"."""
        words = self._lexicon
        if word in words.given or word in words.names.first:
            return False
        if _INNER_CAPITAL.search(written) or (written.isupper() and len(written) > 2):
            return True
        if (key(word),) in known_places():
            return True
        return word.endswith(_INFINITIVES.get(self.language, ("\0",))) and word not in words.names.last

    @property
    def _noun_language(self) -> bool:
        """German writes every noun with a capital, so that a capital says nothing."""
        return self.language == "de"

    @property
    def language(self) -> str:
        """The language whose cues these are."""
        return str(self.supported_language)

    def _introduced(self, word: str, capital: bool) -> bool:
        words = self._lexicon
        if word in words.given or word in words.names.first:
            return word not in words.everyday or word in words.given
        if capital and not self._noun_language:
            return words.zipf(word) < _NOT_AFTER_INTRODUCTION
        return not words.ordinary(word, 3.5)

    def _name_like(self, word: str, strength: _Strength, capital: bool) -> bool:
        return capital or strength is _Strength.TIE or self._lexicon.names.person(word)

    def _continues(self, tokens: Tokens, index: int) -> bool:
        """Whether a word goes on with the name before it: a surname, a particle or an initial."""
        gap = tokens.gap(index)
        if not _INSIDE_NAME.fullmatch(gap):
            return False
        token = tokens.items[index]
        word = token.text.casefold()
        if gap.startswith(".") and len(tokens.items[index - 1].text) > 1:
            return False
        words = self._lexicon
        if not token.text[0].isalpha() or word in _NOT_A_NAME:
            return False
        if gap == "'":
            return len(word) > 2 and not words.plain(word)
        capital = token.text[0].isupper() and not tokens.shouted(index)
        if capital and not self._noun_language:
            return len(word) == 1 or words.zipf(word) < 6.2
        if word in _PARTICLES:
            return index + 1 < len(tokens.items) and self._surname(tokens.items[index + 1])
        return self._surname(token)

    def _surname(self, token: Token) -> bool:
        word = token.text.casefold()
        words = self._lexicon
        if len(word) == 1 or not word.isalpha():
            return False
        if word in words.family:
            return True
        return not words.ordinary(word, 3.5) and not words.plain(word)


def _before(alternatives: str) -> re.Pattern[str]:
    # A cue may stand at the end of one cue of a transcript and the name at the start of the next.
    spaced = alternatives.replace(" ", r"[ \n]")
    return re.compile(rf"(?<![\w'])(?:{spaced})(?![\w'])", re.IGNORECASE)
