"""Jobs that single somebody out: rare ones, the only one of a place, and titles beside the employer's name."""

import re
from collections.abc import Iterator
from functools import lru_cache

from anonymizers.layers import Finding, LayerRecognizer
from anonymizers.quasi.lexicons.jobs import COMMON_TITLES, RARE_JOBS, SAID
from anonymizers.quasi.lexicons.jobs.grammar import AT, BE, BEFORE, ENDING, HEAD, ONLY, SOFT, WHERE
from anonymizers.quasi.lexicons.organisations import SAID as NAMED
from anonymizers.quasi.naming import NameReader
from anonymizers.quasi.phrases import Phrases, listed
from anonymizers.quasi.scanner import Scanner
from anonymizers.quasi.speech import PART, SPEECH, beginning_with, ending_in
from anonymizers.quasi.view import View, view
from anonymizers.tokens import Tokens

_A_JOB = "[a job]"


class JobRecognizer(LayerRecognizer):
    """Rare jobs, made as coarse as their sector; common ones stay, for they tell nobody apart."""

    LAYER = "context"
    ENTITIES = ("OCCUPATION", "ORGANIZATION")

    def __init__(self, language: str) -> None:
        super().__init__(language)
        self._known = language in RARE_JOBS
        if not self._known:
            return
        self._jobs = Phrases({sector: listed(text) for sector, text in RARE_JOBS[language].items()})
        self._tie = ending_in(rf"(?:{BE[language]})(?:{PART}{SOFT[language]}){{0,6}}{PART}")
        self._head = beginning_with(rf" {HEAD[language]}")
        self._before = BEFORE[language]
        self._names = NameReader(language)

    @property
    def size(self) -> int:
        """How many phrases the list has."""
        return self._jobs.size if self._known else 0

    def find(self, tokens: Tokens) -> Iterator[Finding]:
        """Rare jobs of the list, the only one of a place, and titles that a name of an employer follows."""
        if not self._known:
            return
        language = str(self.supported_language)
        seen = view(tokens, language)
        taken: set[int] = set()
        for first, last, said in self._rare(seen):
            taken.update(range(first, last + 1))
            yield self._finding(seen, first, last, said)
            yield from self._where(seen, last)
        only, titled = _patterns(language)
        for found in only.all(seen):
            first, last = seen.word_at(found.start("job")), seen.word_at(found.end("job")) - 1
            if taken.isdisjoint(range(first, last + 1)):
                taken.update(range(first, last + 1))
                yield self._finding(seen, first, last, _A_JOB)
        for found in titled.all(seen):
            first, last = seen.word_at(found.start("job")), seen.word_at(found.end("job")) - 1
            if (
                last > first
                and taken.isdisjoint(range(first, last + 1))
                and self._names.after(seen, seen.word_at(found.end()), "employer", sure=True)
            ):
                yield self._finding(seen, first, last, _A_JOB)

    def _where(self, seen: View, last: int) -> Iterator[Finding]:
        """The firm or the place that a rare job is done at."""
        at = _where(str(self.supported_language)).match(seen.right(last))
        if at is None:
            return
        word = seen.word_at(seen.at[last] + len(seen.words[last]) + at.end())
        found = self._names.after(seen, word, "employer", sure=True)
        if found is not None:
            (first, end), kind = found
            yield Finding(*seen.span(first, end), "ORGANIZATION", 0.6, said=NAMED[kind])

    def _rare(self, seen: View) -> Iterator[tuple[int, int, str]]:
        word = 0
        while word < len(seen.words):
            hit = self._jobs.at(seen, word)
            if hit is None:
                word += 1
                continue
            many, sector = hit
            last = word + many - 1
            if self._tie.search(seen.left(word)) and not self._head.match(seen.right(last)):
                first = word
                while first > 0 and seen.words[first - 1] in self._before and seen.sign(first) == " ":
                    first -= 1
                yield first, last, SAID[sector]
            word = last + 1

    def _finding(self, seen: View, first: int, last: int, said: str) -> Finding:
        return Finding(*seen.span(first, last), "OCCUPATION", 0.7, said=said)


@lru_cache(maxsize=4)
def _where(language: str) -> re.Pattern[str]:
    return re.compile(rf" (?:(?:down|up|over|out|here|there) )?(?:{WHERE[language]}) ")


@lru_cache(maxsize=4)
def _patterns(language: str) -> tuple[Scanner, Scanner]:
    """The only one of a place, and a title with its employer."""
    only = ONLY[language].format(kin=SPEECH[language].kin, ending=ENDING[language])
    article = {
        "en": "(?:a|an|the|our|their) ",
        "fr": "(?:une?|le|la|l) ",
        "de": "(?:eine?|der|die) ",
        "es": "(?:una?|el|la) ",
    }[language]
    title = COMMON_TITLES[language]
    more = {
        "en": (
            rf"(?!only |one )(?:[a-z]+ ){{0,3}}?{title}(?: {title})?(?: of (?!the )[a-z]+(?: (?!at |for |with "
            rf"|in )[a-z]+){{0,3}}?)?"
        ),
        "fr": rf"{title}(?: (?!chez |a |au )[a-z']+){{0,3}}?",
        "de": (
            rf"(?:(?:stellvertretende|leitende|kaufmannische|technische|wissenschaftliche|erste)[rn]? "
            rf")?[a-z]*{title}(?: (?:der|des|fur|vom) (?!firma|stadt)[a-z]+)?"
        ),
        "es": rf"{title}(?: (?!en )[a-z]+){{0,3}}?",
    }[language]
    titled = (
        rf"(?:{BE[language]}) (?:{article})?(?P<job>{more})[ '](?:{AT[language]})(?: the| la| le| l| el| "
        rf"der| dem)?[ ']"
    )
    return Scanner(only), Scanner(titled)
