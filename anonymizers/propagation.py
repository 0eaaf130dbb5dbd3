"""A name found once in a session is a name everywhere in it."""

from collections.abc import Collection, Iterable, Iterator

from anonymizers.lexicon import Lexicon
from anonymizers.roster import RosterRecognizer
from anonymizers.roster.forms import NAME, atoms
from anonymizers.spans import Span
from anonymizers.tokens import Tokens
from anonymizers.wordlists import word_set

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
    found: list[Span] = []
    known: dict[str, frozenset[str]] = {word: roster.owners_of(word) for name in names for word in name_words(name)}
    for span in spans:
        if span.layer != "cues":
            continue
        for index in tokens.within(span.start, span.end):
            token = tokens.items[index]
            owners = roster.owners_of(token.text)
            if owners:
                found.append(Span(token.start, token.end, NAME, "roster", span.recogniser, span.score, owners))
            if everywhere and len(token.text) > 1:
                known[token.key] = owners
    if known:
        found.extend(_everywhere(known, tokens, words))
    return found


def name_words(name: str) -> set[str]:
    """The words of a speaker label that may be a name, as keys."""
    return {word for word in atoms(name) if len(word) > 1 and not word.isdigit() and word not in _LABEL_WORDS}


def is_generic(label: str) -> bool:
    """Whether a speaker label names nobody, such as `Speaker 1` or `spk_0`."""
    return all(word.isdigit() or len(word) == 1 or word in _LABEL_WORDS for word in atoms(label))


def _everywhere(known: dict[str, frozenset[str]], tokens: Tokens, words: Lexicon) -> Iterator[Span]:
    for index, token in enumerate(tokens.items):
        owners = known.get(token.key)
        if owners is None and token.key.endswith("s") and len(token.key) > 4:
            owners = known.get(token.key[:-1])
        if owners is None:
            continue
        lower = token.text.casefold()
        if (words.plain(lower) or words.zipf(lower) > 5.3) and not tokens.cased(index):
            continue
        entity, layer = (NAME, "roster") if owners else ("PERSON", "cues")
        yield Span(token.start, token.end, entity, layer, "propagation", 0.8, owners)
