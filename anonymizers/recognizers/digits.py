"""Runs of digits as they are written or said: "07700 900 123", "oh seven seven double nine", "zéro six, douze"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from anonymizers.recognizers.numerals import numerals
from anonymizers.recognizers.regions import small_letters

# Between the groups of one number: spaces (a cue boundary too), dashes, dots, brackets, hesitation.
_GAP = re.compile(
    r"\s*[\u2010-\u2015\-./]\s*|\s*[()]{1,2}\s*|,?\s{1,3}|…\s*|\.{3}\s*|[\s,.\-\u2013…]+(?:um+|uh+|erm?|euh|ähm?"
    r"|eh)[\s,.\-\u2013…]+",
    re.IGNORECASE,
)
_SPOKEN_GAP = re.compile(
    r"[\s,.;\-\u2013—…]{1,5}|[\s,.\-\u2013…]+(?:este|and\s+then|then|puis|ensuite|dann|luego|dash|hyphen|space"
    r"|slash|tiret|espace"
    r"|strich|bindestrich|gui[oó]n|espacio|raya)[\s,.\-\u2013…]+",
    re.IGNORECASE,
)
_QUANTITY_AFTER = re.compile(
    r"\s*(?:%|€|£|\$|(?:euros?|eur|pounds?|quid|pence|dollars?|bucks|livres|pfund|libras|k\b|percent|per\s+cent"
    r"|prozent|pour\s?cents?|por\s+ciento|years?|ans|jahren?|años|months?|mois|monate|meses|weeks?|semaines|wochen"
    r"|semanas|days?|jours|tagen?|d[ií]as|hours?|heures|stunden|horas|minutes?|minuten|minutos|seconds?|secondes"
    r"|sekunden|segundos|uhr|km|kilometers?|kilometres?|miles|metres?|meters?|mètres|metros|kg|kilos?|grams?|px"
    r"|pixels?|mb|gb|people|users|customers|clients|kunden|nutzer|menschen|personnes|personas|clientes|usuarios"
    r"|points?|punkte|puntos|steps|words|times|plus|each|(?:a|per)\s+(?:month|year|week|day|head)|par\s+(?:mois|an|jour)"
    r"|(?:im|pro)\s+(?:monat|jahr|tag)|al\s+(?:mes|año|d[ií]a)|hundred|thousand|million|billion|cents?|mille|millions?"
    r"|milliards?|hundert|tausend|millionen?|milliarden?|mil|millones|cientos|out\s+of|or|oder|ou)\b)",
    re.IGNORECASE,
)
_MONEY_BEFORE = re.compile(r"[£€$]\s?$")
# "And Jane's one", "the other one": what a number in the next cue does not go on from.
_NO_NUMBER_BEFORE = re.compile(
    r"(?:['\u2019]s|\b(?:the|this|that|which|another|other|each|every|no|any|new))\s+$", re.I
)
_PLUS = re.compile(r"(?:\+\s?|\bplus\s+|\()+$", re.IGNORECASE)

_LONGEST_COUNT = 9
_LAST_YEAR = 2100


@dataclass(frozen=True, slots=True)
class Group:
    """One written group or one number word: where it stands and the digits it gives."""

    start: int
    end: int
    digits: str
    spoken: bool


@dataclass(frozen=True, slots=True)
class Run:
    """Groups that follow one another. `plus`: an international prefix; `quantity`: a sum, measure or count."""

    groups: tuple[Group, ...]
    start: int
    end: int
    plus: bool
    quantity: bool

    @property
    def digits(self) -> str:
        """All digits, in order."""
        return "".join(group.digits for group in self.groups)

    @property
    def spoken(self) -> bool:
        """Whether any of it is in words."""
        return any(group.spoken for group in self.groups)

    @property
    def shape(self) -> tuple[int, ...]:
        """The lengths of the groups."""
        return tuple(len(group.digits) for group in self.groups)

    @property
    def counts_up(self) -> bool:
        """Whether it counts in equal steps ("one two three four", "20, 30, 40") or lists years."""
        if max(self.shape) > _LONGEST_COUNT:
            return False
        values = [int(group.digits) for group in self.groups]
        if len(values) > 2 and len({after - before for before, after in pairwise(values)}) == 1:
            return values[0] != values[1]
        years = re.fullmatch(r"(?:(?:19|20)\d\d)+", self.digits) is not None
        return years and set(self.shape) <= {2, 4} and max(values) <= _LAST_YEAR

    def tail(self, first: int) -> "Run":
        """The run from one of its groups on."""
        return Run(self.groups[first:], self.groups[first].start, self.end, False, self.quantity)


@lru_cache(maxsize=2)
def digit_runs(text: str, language: str) -> tuple[Run, ...]:
    """The runs of a text in order. The last texts are remembered, since many recognisers ask for the same."""
    return tuple(_runs(text, digit_groups(text, language)))


@lru_cache(maxsize=2)
def digit_groups(text: str, language: str) -> tuple[Group, ...]:
    """Every written digit group and every number word of a text, with "double seven" as one."""
    words = numerals(language)
    groups = []
    for found in _token(language).finditer(small_letters(text)):
        # What is no number ("zero hundred") still stands for a digit among others.
        digits = found["digits"] or found["more"] or str(words.value(found["word"]) or 0)
        if found["multiple"]:
            digits *= words.multiples[found["multiple"]]
        groups.append(Group(found.start(), found.end(), digits, bool(found["word"] or found["multiple"])))
    return tuple(groups)


@lru_cache(maxsize=8)
def _token(language: str) -> re.Pattern[str]:
    words = numerals(language)
    double = rf"(?:(?P<multiple>{words.multiple_pattern})[\s\-]*(?:die\s+)?)?"
    word = rf"(?P<word>{words.whole_pattern})(?![\w'\u2019])"
    # Small letters and the first letters ahead make this pass five times as fast: it reads every word of every text.
    first = "".join({form[0] for form in (*words.values, *words.multiples)}) + "éctmhq"
    return re.compile(rf"(?<![\w'\u2019])(?=[0-9{first}]){double}(?:{word}|(?P<digits>[0-9]+))|(?P<more>[0-9]+)")


def _runs(text: str, groups: Sequence[Group]) -> Iterator[Run]:
    taken: list[Group] = []
    for group in groups:
        if taken and not _joined(text, taken[-1], group):
            yield _run(text, taken)
            taken = []
        taken.append(group)
    if taken:
        yield _run(text, taken)


def _joined(text: str, left: Group, right: Group) -> bool:
    gap = text[left.end : right.start]
    pronoun = "\n" in gap and text[left.start : left.end].lower() == "one"
    if pronoun and _NO_NUMBER_BEFORE.search(text, max(0, left.start - 12), left.start):
        return False
    if (left.spoken or right.spoken) and _SPOKEN_GAP.fullmatch(gap):
        return True
    return _GAP.fullmatch(gap) is not None


def _run(text: str, groups: Sequence[Group]) -> Run:
    start, end = groups[0].start, groups[-1].end
    before = text[max(0, start - 8) : start]
    prefix = _PLUS.search(before)
    if prefix:
        start -= len(before) - prefix.start()
    sign = prefix.group().lower() if prefix else ""
    round_sum = groups[-1].spoken and len(groups[-1].digits) > 3 and groups[-1].digits.endswith("000")
    quantity = bool(round_sum or _QUANTITY_AFTER.match(text, end) or _MONEY_BEFORE.search(before))
    return Run(tuple(groups), start, end, "+" in sign or "plus" in sign, quantity)
