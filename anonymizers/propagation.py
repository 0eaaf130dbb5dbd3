"""A name found once in a session is a name everywhere in it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from anonymizers.lexicon import Lexicon
from anonymizers.roster import RosterRecognizer
from anonymizers.roster.forms import NAME, atoms
from anonymizers.spans import PEOPLE, Span
from anonymizers.tokens import Tokens
from anonymizers.wordlists import word_set

_SURE = 0.6
_LIKELY = 0.2
_RARE = 3.0
"""How sure the name model must be of a name for it to be looked for elsewhere; less sure for a rare word (Zipf)."""
_TIED = frozenset({"ORGANIZATION", "LOCATION"})

_LABEL_WORDS = word_set(
    """
    speaker participant moderator observer interviewer interviewee facilitator researcher host guest user respondent
    unknown unidentified spk sprecher sprecherin locuteur locutrice intervenant interlocuteur hablante participante
    teilnehmer teilnehmerin moderateur moderatrice moderadora moderador ux client team note taker notetaker me you
    """
)


def propagated(
    spans: Iterable[Span],
    tokens: Tokens,
    roster: RosterRecognizer,
    words: Lexicon,
    names: Collection[str],
    *,
    everywhere: bool,
) -> list[Span]:
    """Further spans: names of the roster that a cue showed, given names, and (`everywhere`) each name's other places.

    An everyday word in lower case stays: "Grace" introduced herself, yet "a grace period" is none of her.
    """
    spans = list(spans)
    found: list[Span] = []
    known: dict[str, Span | None] = {word: None for name in names for word in name_words(name)}
    covered: set[int] = set()
    for span in spans:
        if span.entity in PEOPLE:
            covered.update(tokens.within(span.start, span.end))
        if not _shows_a_name(span):
            continue
        for index in tokens.within(span.start, span.end):
            token = tokens.items[index]
            owners = roster.owners_of(token.text)
            if owners:
                found.append(Span(token.start, token.end, NAME, "roster", span.recogniser, span.score, owners))
            if everywhere and len(token.text) > 1 and (span.score >= _SURE or _rare(token.text, words)):
                known.setdefault(token.key, span)
    if known:
        found.extend(_everywhere(known, covered, tokens, roster, words))
    if everywhere:
        found.extend(_said_again([span for span in spans if span.layer == "context"], tokens, words))
    return found


def _shows_a_name(span: Span) -> bool:
    return span.layer == "cues" or (span.layer == "model" and span.entity == "PERSON" and span.score >= _LIKELY)


def _rare(text: str, words: Lexicon) -> bool:
    return words.zipf(text.casefold()) < _RARE


def name_words(name: str) -> set[str]:
    """The words of a speaker label that may be a name, as keys."""
    return {word for word in atoms(name) if len(word) > 1 and not word.isdigit() and word not in _LABEL_WORDS}


def is_generic(label: str) -> bool:
    """Whether a speaker label names nobody, such as `Speaker 1` or `spk_0`."""
    return all(word.isdigit() or len(word) == 1 or word in _LABEL_WORDS for word in atoms(label))


def _everywhere(
    known: Mapping[str, Span | None],
    covered: Collection[int],
    tokens: Tokens,
    roster: RosterRecognizer,
    words: Lexicon,
) -> Iterator[Span]:
    for index, token in enumerate(tokens.items):
        key = token.key
        if key not in known and key.endswith("s") and len(key) > 4:
            key = key[:-1]
        if key not in known or index in covered:
            continue
        lower = token.text.casefold()
        if (words.plain(lower) or words.zipf(lower) > 5.3) and not tokens.cased(index):
            continue
        shown = known[key]
        owners = roster.owners_of(token.text)
        if owners:
            yield Span(token.start, token.end, NAME, "roster", "propagation", 0.8, owners)
        else:
            layer = shown.layer if shown else "cues"
            yield Span(token.start, token.end, "PERSON", layer, "propagation", shown.score if shown else 0.8)


def _said_again(tied: Sequence[Span], tokens: Tokens, words: Lexicon) -> Iterator[Span]:
    """The other places of an employer or a home: all of its words, or one of them that is no ordinary word."""
    phrases: dict[str, dict[tuple[str, ...], Span]] = {}
    for span in tied:
        if span.entity not in _TIED:
            continue
        said = [tokens.items[index] for index in tokens.within(span.start, span.end)]
        keys = tuple(token.key for token in said)
        if len(keys) > 1:
            phrases.setdefault(keys[0], {}).setdefault(keys, span)
        for token in said:
            if len(token.key) > 3 and not words.ordinary(token.text.casefold(), 3.5):
                phrases.setdefault(token.key, {}).setdefault((token.key,), span)
    for index, token in enumerate(tokens.items):
        for keys, span in phrases.get(token.key, {}).items():
            window = tokens.items[index : index + len(keys)]
            if tuple(one.key for one in window) == keys:
                yield replace(span, start=token.start, end=window[-1].end, recogniser="propagation")
