"""Every form of a person's names: full, first, last, preferred and pet names, initials, any order, as one word."""

from collections.abc import Iterator

from anonymizers.lexicon import Lexicon
from anonymizers.people import Person
from anonymizers.roster.forms import NAME, Form, atoms, joined, sequences
from anonymizers.roster.nicknames import nicknames
from anonymizers.wordlists import word_set

_PARTICLES = word_set(
    """
    de la del della di da do dos das van von der den ten ter bin ibn al el le les du des mac mc st san santa o d y e
    zu af av the
    """
)
_TITLES = word_set("mr mrs ms miss mx dr prof sir dame lady lord rev jr sr ii iii herr frau mme mlle")
_FUNCTION_WORD = 5.3
_SHORT_AND_COMMON = 4.3
_WORDS_TOO = {
    "en": word_set(
        "frank grace rose violet ivy daisy holly olive hazel heather poppy randy rich pearl ruby amber faith"
    ),
    "fr": word_set("constant clément juste prudence fleur marguerite franc"),
    "de": word_set("lupe ernst wolf reich stark kurz rosa"),
    "es": word_set("luz sol paz blanca clara justo alegría dulce"),
}
"""Names that are words of everyday speech, though lists of words take them for names."""

_MOST_COMBINED = 48
"""So many first names and last names of one person are put together; beyond that each is still found alone."""

Sequence = tuple[str, ...]


def name_forms(person: Person, words: Lexicon) -> Iterator[Form]:
    """The forms of one person's names for texts in one language.

    A single word that is an ordinary word of the language ("Will", "Grace", "Do") is `tied`; longer forms never are.
    The form of a possessive without its apostrophe ("Siobhans") is left to the index.
    """
    found: set[Sequence] = set()
    own = _parts(person.first_name) | _parts(person.preferred_name)
    first = own | {(short,) for sequence in own for word in sequence[:1] for short in nicknames(word)}
    last = _parts(person.last_name)
    found |= first | last
    for given in sorted(first)[:_MOST_COMBINED]:
        for family in sorted(last)[:_MOST_COMBINED]:
            found |= {given + family, family + given, joined(given + family), (given[0][0], *family)}
            found |= {(*given, family[0][0]), joined((given[0][0], *family)), joined((*given, family[0][0]))}
    account = tuple(word for word in atoms(person.bank_account_name) if word not in _TITLES)
    if len(account) > 1:
        found.add(account)
    for sequence in sorted(found):
        form = _form(sequence, person.participant_id, words, given=sequence in own)
        if form is not None:
            yield form


def name_words(person: Person) -> set[str]:
    """The single words of a person's names long enough to be recognised when misspelled or spelled out."""
    values = (person.first_name, person.last_name, person.preferred_name)
    single = {word for value in values for sequence in sequences(value) for word in (*sequence, *joined(sequence))}
    return {word for word in single if len(word) > 2 and word not in _PARTICLES | _TITLES}


def _parts(value: str) -> set[Sequence]:
    """A name as a whole, as one word, and each word of it."""
    found: set[Sequence] = set()
    for sequence in sequences(value):
        found |= {sequence, joined(sequence)}
        found |= {(word,) for word in sequence if word not in _PARTICLES | _TITLES}
    return found


def _form(sequence: Sequence, owner: str, words: Lexicon, *, given: bool) -> Form | None:
    if len("".join(sequence)) < 2 or all(word in _PARTICLES | _TITLES for word in sequence):
        return None
    if len(sequence) == 1:
        # A pet name that nobody is known to use ("Art", "Dot") is not looked for in small letters.
        tied = is_plain(sequence[0], words)
        common = words.zipf(sequence[0]) if given and tied else None
        return Form(sequence, NAME, owner, tied=tied, common=common)
    # "A. Long" and "Will D." are ordinary words beside a letter: they count where a capital shows them.
    tied = any(len(word) == 1 for word in sequence) and all(len(w) == 1 or is_plain(w, words) for w in sequence)
    return Form(sequence, NAME, owner, tied=tied)


def is_plain(word: str, words: Lexicon) -> bool:
    """Whether a name is an ordinary word of the language in lower case."""
    if word in _WORDS_TOO.get(words.language, ()):
        return True
    return words.plain(word) or words.zipf(word) >= (_FUNCTION_WORD if len(word) > 2 else _SHORT_AND_COMMON)
