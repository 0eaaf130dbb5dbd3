"""What the gate looks for: every written form of the details of a study's people, in one index."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from anonymizers.gate.addresses import address_forms
from anonymizers.gate.folding import words
from anonymizers.gate.forms import Form, Strength
from anonymizers.gate.mail import MailTable
from anonymizers.gate.names import name_forms, unspaced_names
from anonymizers.gate.numeric import NumberTable
from anonymizers.gate.spelling import SpelledTable
from anonymizers.gate.vocabulary import Lexicon
from anonymizers.people import Person

_SHORTEST_EMBEDDED = 7
_SHORTEST_LOCAL_PART = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """One form of a detail: what kind it is, whose, and what an occurrence of it means."""

    kind: str
    people: frozenset[str] = field(repr=False)
    strength: Strength


class Index:
    """All forms of all people, looked up by the folded words of a text.

    `phrases` maps each known phrase (words joined by a space) to its entries and each beginning of one to nothing;
    `words` holds every word of them, `beginnings` what goes on, `longest` how many words the longest has. Digits,
    e-mail addresses, spelled-out names, names inside longer words and names in scripts without spaces have tables of
    their own. `keep` holds phrases that protect what lies in them.
    """

    def __init__(self, people: Sequence[Person], keep: Collection[str], lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.phrases: dict[str, tuple[Entry, ...]] = {}
        self.words: set[str] = set()
        self.beginnings: set[str] = set()
        self.longest = 0
        self.numbers = NumberTable()
        self.mail = MailTable()
        self.spelled = SpelledTable()
        self.embedded: dict[str, Entry] = {}
        self.unspaced: dict[str, Entry] = {}
        self._found: dict[tuple[str, str, Strength], set[str]] = defaultdict(set)
        self.unsearchable = tuple(sorted(person.participant_id for person in people if not self._add(person)))
        for value in keep:
            self._add_form(Form(tuple(words(value)), "keep", "keep"), "")
        self._freeze()

    def _add(self, person: Person) -> bool:
        """Take all of a person; whether anything of it could block."""
        ref = person.participant_id
        taken: set[tuple[str, Strength]] = set()
        searchable = False
        for form in self._forms(person):
            # Two fields with one name (a surname and the bank account's) are one thing to find.
            if (key := (" ".join(form.phrase), form.strength)) not in taken:
                taken.add(key)
                self._add_form(form, ref)
                searchable = searchable or form.strength not in {"review", "count"}
        for kind, text in unspaced_names(person):
            self.unspaced.setdefault(text, Entry(kind, frozenset({ref}), "certain"))
        self.numbers.add_phone(person.phone, person.country, ref)
        self.numbers.add_bank(person.iban_or_sort_account, ref)
        self.numbers.add_birth_date(person.date_of_birth, ref)
        digits = (person.phone, person.iban_or_sort_account, person.date_of_birth)
        return searchable or any(digits)

    def _forms(self, person: Person) -> Iterator[Form]:
        yield from name_forms(person, self.lexicon)
        for kind, value in (("email", person.email), ("paypal_email", person.paypal_email)):
            yield from self._mail_forms(kind, value, person.participant_id)
        yield from address_forms(person, self.lexicon)
        for kind, value in (("employer", person.employer), ("city", person.city), ("occupation", person.occupation)):
            yield Form(tuple(words(value)), kind, "count")

    def _mail_forms(self, kind: str, value: str, ref: str) -> Iterator[Form]:
        local = self.mail.add(kind, value, ref)
        if len("".join(local)) < _SHORTEST_LOCAL_PART:
            return
        for word in local:
            self.spelled.add_word(word, f"{kind}_local_part", ref)
        for form in dict.fromkeys((tuple(local), tuple(words("".join(local))))):
            if len(form) > 1:
                yield Form(form, f"{kind}_local_part", "glued")
            elif not self.lexicon.is_known(form[0]):
                yield Form(form, f"{kind}_local_part", "certain")

    def _add_form(self, form: Form, ref: str) -> None:
        if not form.phrase or not all(form.phrase):
            return
        self._found[" ".join(form.phrase), form.kind, form.strength].add(ref)
        word = form.phrase[0]
        if form.kind == "postcode" and form.strength == "certain":
            self.spelled.add_code("".join(form.phrase), form.kind, ref)
        if len(form.phrase) > 1 or not form.kind.endswith("_name") or form.strength not in {"certain", "common"}:
            return
        self.spelled.add_word(word, form.kind, ref)
        if form.strength == "certain" and len(word) >= _SHORTEST_EMBEDDED and not self.lexicon.is_known(word):
            self.embedded.setdefault(word, Entry(form.kind, frozenset({ref}), "review"))

    def _freeze(self) -> None:
        phrases: dict[str, list[Entry]] = defaultdict(list)
        for (phrase, kind, strength), refs in self._found.items():
            phrases[phrase].append(Entry(kind, frozenset(refs), strength))
        for phrase, entries in phrases.items():
            self.phrases[phrase] = tuple(entries)
            parts = phrase.split(" ")
            self.words.update(parts)
            for length in range(1, len(parts)):
                begun = " ".join(parts[:length])
                self.phrases.setdefault(begun, ())
                self.beginnings.add(begun)
            self.longest = max(self.longest, len(parts))
        self._found.clear()
