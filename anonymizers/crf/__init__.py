"""The embedded name model: a linear-chain CRF that gives each word a probability, so that recall is a dial (P4.5).

A conditional random field after Lafferty, McCallum and Pereira (2001), run by CRFsuite (Okazaki, BSD licence). What it
was trained on, and how well it does, is in `models/README.md`.
"""

import re
from collections.abc import Iterator

from anonymizers.crf.features import turns
from anonymizers.crf.tagger import has_model, tagger
from anonymizers.layers import Finding, LayerRecognizer
from anonymizers.lexicon import lexicon
from anonymizers.lexicon.brands import AMBIGUOUS
from anonymizers.lexicon.digits import is_number_word
from anonymizers.tokens import Token, Tokens
from anonymizers.wordlists import word_set

__all__ = ["CrfRecognizer", "has_model"]

ENTITY_OF = {
    "PER": "PERSON",
    "EMP": "ORGANIZATION",
    "HOME": "LOCATION",
    "HEALTH": "HEALTH",
    "BELIEF": "BELIEF",
    "JOB": "OCCUPATION",
    "AGE": "AGE",
    "CODE": "NUMBER",
}
"""What each label is. `ORG` and `LOC`, the brands and places that people talk about, are nobody's: they stay."""

_ABOUT_NOBODY = {"ORG": "ORGANIZATION", "LOC": "LOCATION"}
_COUNTED = frozenset({"NUMBER", "AGE"})
_DIRECT = frozenset({"PER", "CODE"})
_QUASI = 0.35
_BRAND_LIKE = 5.0
_ORDINARY = 5.0
_DESCRIBING = frozenset({"HEALTH", "BELIEF", "OCCUPATION"})
_FUNCTION_WORD = 6.2
_LONGEST_TITLE = 4
_FEWEST_SIGNS = 3
_OLDEST = 119
_BEFORE_AMOUNT = ("£", "$", "€", "#", ".")
_UNITS = word_set(
    """
    second seconds minute minutes min mins hour hours day days week weeks month months percent per pound pounds quid
    euro euros pence pages times stars points seconde secondes heure heures jour jours semaine semaines mois pour
    fois sekunde sekunden minuten stunde stunden tag tage tagen woche wochen monat monate monaten prozent mal segundo
    segundos minuto minutos hora horas dia dias semanas mes meses por veces
    """
)
_KEPT = 100_000
_CAMEL = re.compile(r"(?!Mc|Mac|De|Di|Du|La|Le|Fitz|Van)[^\W\d_]*[^\W\d_A-ZÀ-Ý][A-ZÀ-Ý]\w*")
_INSIDE = frozenset({" ", "-", "'", "\n", ". ", " - ", "", "/"})


class CrfRecognizer(LayerRecognizer):
    """Finds names and what singles a person out, where rules and lists see nothing.

    `threshold` (0 to 1): a name or a number is masked when its chance is 1 - threshold or more, so that a higher one
    masks more; what singles out but names nobody must be likely besides. `every_label` also gives
    organisations and places that are tied to nobody, which the public yardsticks count.
    """

    LAYER = "model"
    ENTITIES = tuple(sorted(set(ENTITY_OF.values())))

    def __init__(self, language: str, threshold: float, *, every_label: bool = False) -> None:
        super().__init__(language)
        self._tagger = tagger(language)
        self._least = 1 - threshold
        self._lexicon = lexicon(language)
        self._doubts: dict[str, float] = {}
        self._entities = ENTITY_OF | _ABOUT_NOBODY if every_label else ENTITY_OF

    def find(self, tokens: Tokens) -> Iterator[Finding]:
        """Runs of words of one kind, scored by the surest of them."""
        for turn in turns(tokens):
            run: tuple[str, int, int, float] | None = None
            for index, chances in enumerate(self._tagger.labels(tokens, turn, self._floor), turn.first):
                entity, chance = self._verdict(chances, tokens.items[index]) if chances else ("", 0.0)
                if run and run[0] == entity and _goes_on(tokens, index):
                    run = entity, run[1], index, max(run[3], chance)
                    continue
                if run:
                    yield from self._findings(tokens, run)
                run = (entity, index, index, chance) if entity else None
            if run:
                yield from self._findings(tokens, run)

    def _counts(self, token: Token) -> bool:
        """Whether a word can be part of a number, a code or an age."""
        return (
            token.text[0].isdigit() or len(token.text) == 1 or is_number_word(token.key, str(self.supported_language))
        )

    def _may_be(self, tokens: Tokens, run: tuple[str, int, int, float]) -> bool:
        """Whether a run is long enough for a number of somebody's, or small enough for an age and no price or time."""
        entity, first, last, _ = run
        if entity not in _COUNTED:
            return True
        said = [token.text for token in tokens.items[first : last + 1]]
        if entity == "NUMBER":
            return sum(len(text) if text.isdecimal() else 1 for text in said) >= _FEWEST_SIGNS
        after = tokens.items[last + 1].key if last + 1 < len(tokens.items) else ""
        priced = tokens.gap(first).endswith(_BEFORE_AMOUNT) or after in _UNITS
        return not priced and not any(_is_past_every_age(text) for text in said)

    @property
    def _floor(self) -> float:
        return min(self._least, 0.5)

    def _verdict(self, chances: dict[str, float], token: Token) -> tuple[str, float]:
        """The kind of a word and how sure it is; no kind when it may stay."""
        masked = {label: chance for label, chance in chances.items() if label in self._entities}
        if not masked:
            return "", 0.0
        label = max(masked, key=lambda one: masked[one])
        entity = self._entities[label]
        if entity in _COUNTED and not self._counts(token):
            return "", 0.0
        needed = self._least if label in _DIRECT else max(self._least, _QUASI)
        if label == "PER":
            needed *= self._doubt(token.text)
        if sum(masked.values()) < min(needed, 0.5):
            return "", 0.0
        return entity, masked[label]

    def _doubt(self, text: str) -> float:
        """How much surer the model must be of this word: 1 for what may be a name, more for what hardly is one."""
        doubt = self._doubts.get(text)
        if doubt is None:
            if len(self._doubts) > _KEPT:
                self._doubts.clear()
            doubt = self._doubts[text] = self._judged(text)
        return doubt

    def _judged(self, text: str) -> float:
        lower = text.casefold()
        words = self._lexicon
        if words.calendar(lower):
            return _ORDINARY
        if lower in words.given or lower in words.family:
            return 1.0
        if lower in AMBIGUOUS or _CAMEL.fullmatch(text):
            return _BRAND_LIKE
        named = words.names.person(lower) and not words.plain(lower)
        return _ORDINARY if not named and words.ordinary(lower, 3.7) else 1.0

    def _findings(self, tokens: Tokens, run: tuple[str, int, int, float]) -> Iterator[Finding]:
        entity, first, last, chance = run
        while entity in _DESCRIBING and first <= last and self._says_nothing(tokens.items[first]):
            first += 1
        while entity in _DESCRIBING and first <= last and self._says_nothing(tokens.items[last]):
            last -= 1
        if first <= last and self._may_be(tokens, (entity, first, last, chance)):
            yield Finding(tokens.items[first].start, tokens.items[last].end, entity, round(chance, 3))

    def _says_nothing(self, token: Token) -> bool:
        """Whether a word at the edge of what describes somebody is an article, a pronoun or the like."""
        return self._lexicon.zipf(token.text.casefold()) >= _FUNCTION_WORD and not token.text.isupper()


def _goes_on(tokens: Tokens, index: int) -> bool:
    """Whether a word may go on with what stands before it; over a full stop only after an initial or a title."""
    gap = tokens.gap(index)
    return gap in _INSIDE and (gap != ". " or len(tokens.items[index - 1].text) <= _LONGEST_TITLE)


def _is_past_every_age(text: str) -> bool:
    return text.isdecimal() and (len(text) > 3 or int(text) > _OLDEST)
