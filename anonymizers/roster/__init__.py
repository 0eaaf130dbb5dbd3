"""The known people of a study: every form of their names and details, found in any text (P4.5)."""

from collections.abc import Iterator, Sequence

from anonymizers.layers import Finding, LayerRecognizer
from anonymizers.lexicon import lexicon
from anonymizers.people import Person
from anonymizers.roster.dates import DateIndex
from anonymizers.roster.details import detail_forms, digit_runs
from anonymizers.roster.digits import DigitIndex
from anonymizers.roster.emails import EmailIndex
from anonymizers.roster.forms import NAME, atoms
from anonymizers.roster.index import FormIndex
from anonymizers.roster.misheard import MISHEARD, MisheardNames
from anonymizers.roster.names import name_forms, name_words
from anonymizers.tokens import Tokens

__all__ = ["RosterRecognizer"]


class RosterRecognizer(LayerRecognizer):
    """A study's people as a Presidio recogniser for texts in one language.

    It comes with each call and is never registered: Presidio's engine is shared, people are one study's own.
    """

    LAYER = "roster"
    ENTITIES = (
        NAME,
        "EMAIL_ADDRESS",
        "PHONE_NUMBER",
        "BANK_ACCOUNT",
        "DATE_OF_BIRTH",
        "STREET_ADDRESS",
        "POSTCODE",
        "LOCATION",
        "ORGANIZATION",
        "OCCUPATION",
    )

    def __init__(self, people: Sequence[Person], language: str) -> None:
        super().__init__(language)
        words = lexicon(language)
        self._index = FormIndex(
            (form for person in people for forms in (name_forms, detail_forms) for form in forms(person, words)),
            words,
            (
                DateIndex(person.date_of_birth for person in people),
                EmailIndex(address for person in people for address in (person.email, person.paypal_email)),
            ),
        )
        self._digits = DigitIndex((run for person in people for run in digit_runs(person)), language)
        self._misheard = MisheardNames(
            ((word, person.participant_id) for person in people for word in name_words(person)), words
        )

    def owners_of(self, name: str) -> frozenset[str]:
        """The ids of those whose name this is; ordinary words included, so ask only for what is known to be a name."""
        return self._index.owners_of(atoms(name))

    def find(self, tokens: Tokens) -> Iterator[Finding]:
        """Everything in the text that gives one of the study's people away."""
        known: set[int] = set()
        for match in self._index.matches(tokens):
            known.update(range(match.first, match.last + 1))
            start, end = tokens.items[match.first].start, tokens.items[match.last].end
            yield Finding(start, end, match.entity, 1.0, match.owners)
        yield from self._digits.find(tokens)
        for finding in self._misheard.find(tokens):
            if finding.score > MISHEARD or known.isdisjoint(tokens.within(finding.start, finding.end)):
                yield finding
