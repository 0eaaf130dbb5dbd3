"""The anonymiser: texts in, masked texts out, and for every masked span which layer found it (P4.5)."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from presidio_analyzer import RecognizerResult

from anonymizers.adjoining import adjoining
from anonymizers.continued import continued
from anonymizers.engine import Detection, analyzer, find, in_mode
from anonymizers.errors import AnonymizerError
from anonymizers.joining import HARD_BOUNDARY, SOFT_BOUNDARY, Joined, join
from anonymizers.keep import KeepWords, without_brands
from anonymizers.layers import LAYER, OWNERS, SAID
from anonymizers.lexicon import Lexicon, lexicon
from anonymizers.modes import DEFAULT_MODE, require_mode
from anonymizers.people import Person
from anonymizers.propagation import propagated
from anonymizers.pseudonyms import Pseudonyms
from anonymizers.replacements import Replacing, replace_all, word_for
from anonymizers.roster import RosterRecognizer
from anonymizers.roster.forms import NAME
from anonymizers.roster.misheard import MISHEARD
from anonymizers.spans import PEOPLE, Span, merged, united, whole_words
from anonymizers.tokens import tokenise

_WORD = re.compile(r"\w+(?:['’\-]\w+)*")  # noqa: RUF001 - the apostrophe that people type
_BLOCK = 400
_ROLE_ENTITY = {"moderator": "MODERATOR", "observer": "OBSERVER"}


@dataclass(frozen=True, slots=True, repr=False)
class MaskedSpan:
    """Characters `start` to `end` of the original text (end exclusive): what, found by whom, how surely, and what
    stands there now."""

    start: int
    end: int
    entity: str
    layer: str
    recogniser: str
    score: float
    replacement: str


@dataclass(frozen=True, slots=True, repr=False)
class Masked:
    """A masked text, its spans in order, and how many of its words were masked."""

    text: str
    spans: tuple[MaskedSpan, ...]
    words: int
    words_masked: int
    keep_clashes: int = 0


class Anonymiser:
    """One study's anonymiser: its people, its pseudonyms, its words to keep.

    Raises:
        AnonymizerError: an unknown mode, a language that cannot be judged, two people with one id.
    """

    def __init__(
        self,
        detection: Detection,
        people: Sequence[Person],
        pseudonyms: Pseudonyms,
        *,
        keep: Sequence[str] = (),
        mode: str = DEFAULT_MODE,
    ) -> None:
        self.people = tuple(people)
        self.mode = require_mode(mode)
        self.detection = detection = in_mode(detection, self.mode)
        self._by_id = {person.participant_id: person for person in self.people}
        if len(self._by_id) != len(self.people):
            raise AnonymizerError("two people of the roster have the same id; nothing was anonymised")
        self._pseudonyms = pseudonyms
        self._keep = KeepWords(keep)
        self._rosters: dict[str, RosterRecognizer] = {}
        analyzer(detection)

    def __repr__(self) -> str:
        return f"Anonymiser({len(self.people)} people)"

    def pseudonym(self, participant_id: str) -> str:
        """The pseudonym of an id, of the roster or not."""
        return self._pseudonyms.person(participant_id)

    def roster(self, language: str) -> RosterRecognizer:
        """The study's people as a recogniser for one language."""
        if language not in self._rosters:
            self._rosters[language] = RosterRecognizer(self.people, language)
        return self._rosters[language]

    def mask(
        self, texts: Sequence[str], *, language: str, one_session: bool = False, names: Collection[str] = ()
    ) -> list[Masked]:
        """Each text masked, in order. The same texts give the same bytes.

        Texts of `one_session` are speech that runs on: what is split over two of them is found, and a name found once
        is masked everywhere in them. `names` are further names to mask, such as speaker labels.
        """
        code = self.served(language)
        if one_session:
            return self._mask(texts, [code], SOFT_BOUNDARY, names)
        return self._in_blocks(texts, [code], names)

    def mask_any(self, texts: Sequence[str], *, languages: Sequence[str]) -> list[Masked]:
        """Each text masked as if it might be in any of the languages.

        Roster, patterns and cues of every language are united; default-deny and names that are only nearly one are
        judged in the language whose words a text has most of: an English list knows hardly a word of a French answer.
        """
        codes = [self.served(language) for language in languages]
        if not codes:
            raise AnonymizerError("no language is given to judge the answers by; nothing was anonymised")
        return self._in_blocks(texts, codes, ())

    def served(self, language: str) -> str:
        """The ISO 639-1 code of a language that is looked at; an AnonymizerError for any other."""
        code = language.strip().lower().replace("_", "-").partition("-")[0]
        lexicon(code)
        if code not in self.detection.languages:
            raise AnonymizerError(
                f"the language '{code}' is not one that is looked at ({', '.join(self.detection.languages)}); "
                "this goes to review by a person"
            )
        return code

    def _in_blocks(self, texts: Sequence[str], languages: Sequence[str], names: Collection[str]) -> list[Masked]:
        done: list[Masked] = []
        for start in range(0, len(texts), _BLOCK):
            done.extend(self._mask(texts[start : start + _BLOCK], languages, HARD_BOUNDARY, names))
        return done

    def _mask(
        self, texts: Sequence[str], languages: Sequence[str], boundary: str, names: Collection[str]
    ) -> list[Masked]:
        joined = join(texts, boundary)
        tokens = tokenise(joined.text)
        judges = _judges(joined, languages)
        spans: list[Span] = []
        for language in languages:
            roster = self.roster(language)
            results = find(self.detection, tokens, language, roster if "roster" in self.detection.layers else None)
            found = [_span(result) for result in results]
            found += adjoining(found, tokens, lexicon(language))
            found = without_brands(found, tokens, language)
            found += propagated(found, tokens, roster, lexicon(language), names, everywhere=boundary == SOFT_BOUNDARY)
            if boundary == SOFT_BOUNDARY:
                found += list(continued(found, tokens, language))
            spans += [one for one in found if not _depends(one) or judges[joined.part_at(one.start)] == language]
        kept, clashes = self._keep.applied(spans, tokens)
        whole = united(whole_words(kept, joined.text))
        whole = merged([self._named(span) for span in whole], joined.text, self._alike)
        return self._written(texts, joined, whole, clashes)

    def _named(self, span: Span) -> Span:
        """A name of the roster as what replaces it: a person, or the role of a moderator or observer."""
        if span.entity != NAME:
            return span
        roles = {self._by_id[owner].role for owner in span.owners}
        role = roles.pop() if len(roles) == 1 else "participant"
        return replace(span, entity=_ROLE_ENTITY.get(role, "PERSON"))

    def _alike(self, one: Span, other: Span) -> bool:
        people = {*PEOPLE, *_ROLE_ENTITY.values()}
        if one.entity not in people or other.entity not in people:
            return False
        return bool(one.owners & other.owners) or self._replacement(one) == self._replacement(other)

    def _pseudonym_of(self, span: Span) -> str:
        """The pseudonym of a participant's name; none for a name that two people share, and for everything else."""
        if span.entity != "PERSON" or len(span.owners) != 1:
            return ""
        return self.pseudonym(next(iter(span.owners)))

    def _replacement(self, span: Span) -> str:
        return self._pseudonym_of(span) or span.said or word_for(span.entity)

    def _written(
        self, texts: Sequence[str], joined: Joined, spans: Iterable[Span], clashes: Sequence[int]
    ) -> list[Masked]:
        by_text: list[list[tuple[MaskedSpan, Replacing]]] = [[] for _ in texts]
        for span in spans:
            said = (span.entity, span.layer, span.recogniser, span.score, self._replacement(span))
            for number, begin, end in joined.pieces(span.start, span.end):
                found = by_text[number]
                # One character of the original may be two of the plain form, one in each of two spans.
                start = max(begin, found[-1][0].end) if found else begin
                if start < end:
                    replacing = Replacing(start, end, span.entity, self._pseudonym_of(span), span.said)
                    found.append((MaskedSpan(start, end, *said), replacing))
        clashing = Counter(joined.part_at(position) for position in clashes)
        return [_masked(text, by_text[number], clashing[number]) for number, text in enumerate(texts)]


def _masked(text: str, found: Sequence[tuple[MaskedSpan, Replacing]], clashes: int) -> Masked:
    written = replace_all(text, [replacing for _, replacing in found])
    words = masked = 0
    spans = [span for span, _ in found]
    position = 0
    for word in _WORD.finditer(text):
        words += 1
        while position < len(spans) and spans[position].end <= word.start():
            position += 1
        masked += position < len(spans) and spans[position].start < word.end()
    return Masked(written, tuple(spans), words, masked, clashes)


def _span(result: RecognizerResult) -> Span:
    known = result.recognition_metadata or {}
    return Span(
        start=result.start,
        end=result.end,
        entity=result.entity_type,
        layer=known.get(LAYER, "patterns"),
        recogniser=known.get(RecognizerResult.RECOGNIZER_NAME_KEY, ""),
        score=float(result.score),
        owners=known.get(OWNERS, frozenset()),
        said=known.get(SAID, ""),
    )


def _depends(span: Span) -> bool:
    """Whether a finding holds in its own language alone: in any other one most words are unknown."""
    return span.layer in {"context", "model", "deny"} or (span.layer == "roster" and span.score == MISHEARD)


def _judges(joined: Joined, languages: Sequence[str]) -> list[str]:
    """The language that default-deny judges each text by."""
    if len(languages) == 1:
        return [languages[0]] * len(joined.parts)
    lexicons = [lexicon(language) for language in languages]
    return [_spoken(part.text, lexicons) for part in joined.parts]


def _spoken(text: str, lexicons: Sequence[Lexicon]) -> str:
    words = [word.casefold() for word in re.findall(r"[^\W\d_]+", text)]
    return max(lexicons, key=lambda one: sum(one.zipf(word) for word in words)).language
