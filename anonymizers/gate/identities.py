"""What the gate looks for: every written form of the details of a study's people, in one index."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from anonymizers.gate import numeric
from anonymizers.gate.folding import TOKEN, clean, key_readings, words
from anonymizers.gate.vocabulary import (
    GENERIC_LABELS,
    PARTICLES,
    TITLES,
    Lexicon,
    number_words,
)
from anonymizers.people import Person

# certain: blocks wherever it stands. common: blocks where its use shows a name. initialled: blocks with capitals
# or written as a handle. glued: blocks written without spaces. review, count: never block. keep: protects.
Strength = Literal["certain", "common", "initialled", "glued", "review", "count", "keep"]

_CJK = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_STREET_TYPES = (
    ("street", "st", "str"),
    ("road", "rd"),
    ("avenue", "ave", "av"),
    ("lane", "ln"),
    ("drive", "dr"),
    ("close", "cl"),
    ("court", "ct"),
    ("crescent", "cres"),
    ("gardens", "gdns"),
    ("place", "pl"),
    ("square", "sq"),
    ("terrace", "terr", "ter"),
    ("boulevard", "blvd", "bd"),
    ("grove", "gr"),
    ("rue",),
    ("strasse", "str", "strase"),
    ("weg",),
    ("platz",),
    ("calle", "c"),
    ("plaza", "pza"),
)
_TYPE_FORMS = {form: forms for forms in _STREET_TYPES for form in forms}
_STREET_EXTRAS = frozenset({"flat", "apartment", "apt", "unit", "floor", "suite", "room", "no", "house", "block"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One form of a detail: what kind it is, whose, and what an occurrence of it means."""

    kind: str
    people: frozenset[str] = field(repr=False)
    strength: Strength


class Index:
    """All forms of all people, looked up by the folded words of a text.

    `phrases` maps each known phrase (words joined by a space) to its entries and each beginning of one to nothing.
    Digits, dates, e-mail addresses, spelled names and names inside longer words have tables of their own.
    """

    def __init__(self, people: Sequence[Person], keep: Collection[str], lexicon: Lexicon) -> None:
        self._found: dict[tuple[str, str, Strength], set[str]] = defaultdict(set)
        self.phrases: dict[str, tuple[Entry, ...]] = {}
        self.words: set[str] = set()
        self.numbers = numeric.NumberTable()
        self.emails: dict[str, dict[str, Entry]] = defaultdict(dict)
        self.spelled: dict[str, Entry] = {}
        self.embedded: dict[str, Entry] = {}
        self.unsegmented: dict[str, Entry] = {}
        self.lexicon = lexicon
        self.unsearchable = tuple(sorted(person.participant_id for person in people if not self._add_person(person)))
        for value in keep:
            self._add_phrase(words(value), "keep", "keep", "")
        self._freeze()

    @cached_property
    def spelled_beginnings(self) -> frozenset[str]:
        """Every beginning of a name that could be spelled out letter by letter."""
        return frozenset(name[:length] for name in self.spelled for length in range(1, len(name) + 1))

    def _add_person(self, person: Person) -> bool:
        before = len(self._found) + self.numbers.forms
        ref = person.participant_id
        self._add_names(person, ref)
        for kind, value in (("email", person.email), ("paypal_email", person.paypal_email)):
            self._add_email(kind, value, ref)
        self.numbers.add_phone(person.phone, person.country, ref)
        self.numbers.add_bank(person.iban_or_sort_account, ref)
        self.numbers.add_birth_date(person.date_of_birth, ref)
        self._add_street(person.street, ref)
        self._add_postcode(person.postcode, person.city, ref)
        searchable = len(self._found) + self.numbers.forms > before or self._shares_all(person)
        for kind, value in (("employer", person.employer), ("city", person.city), ("occupation", person.occupation)):
            self._add_phrase(words(value), kind, "count", ref)
        return searchable

    def _shares_all(self, person: Person) -> bool:
        return any((person.first_name, person.last_name, person.preferred_name, person.email, person.phone))

    # --- names

    def _add_names(self, person: Person, ref: str) -> None:
        given = [value for value in (person.first_name, person.preferred_name) if words(value)]
        if words(person.last_name):
            for first in given:
                self._add_full_name(first, person.last_name, ref)
        for kind, value in (
            ("last_name", person.last_name),
            ("first_name", person.first_name),
            ("preferred_name", person.preferred_name),
            ("bank_name", person.bank_account_name),
        ):
            self._add_name(kind, value, ref)
        for label in person.speaker_labels:
            named = [word for word in words(label) if word.isalpha() and word not in GENERIC_LABELS]
            # A label that is an everyday word ("Customer") or a code names nobody by itself.
            if any(len(word) >= 3 and not self.lexicon.is_common(word) for word in named) or len(named) > 1:
                self._add_name("speaker_label", " ".join(named), ref)

    def _add_full_name(self, first: str, last: str, ref: str) -> None:
        for given in _spellings(first):
            for family in _spellings(last):
                self._add_phrase([*given, *family], "full_name", "certain", ref)
                self._add_phrase([*family, *given], "full_name", "certain", ref)
                one, other = "".join(given), "".join(family)
                self._add_phrase([one[0], *family], "full_name", "initialled", ref)
                self._add_phrase([*given, other[0]], "full_name", "initialled", ref)
                for handle in (one + other, other + one, one[0] + other, other + one[0], one + other[0]):
                    if len(handle) >= 4 and not self.lexicon.is_known(handle):
                        self._add_phrase([handle], "handle", "certain", ref)

    def _add_name(self, kind: str, value: str, ref: str) -> None:
        if _CJK.search(clean(value)):
            self._add_unsegmented(kind, value, ref)
        for spelling in _spellings(value):
            naming = [word for word in spelling if word not in PARTICLES and word not in TITLES and len(word) > 1]
            if not naming:
                naming = [word for word in spelling if len(word) > 1]
            if len(spelling) > 1 and naming:
                sure = len(naming) > 1 or any(not self._weak(word) for word in naming)
                self._add_phrase(spelling, kind, "certain" if sure else "common", ref)
                # "Aber-nathy" at the end of a line, "OBrien" for O'Brien.
                self._add_word("".join(spelling), kind, ref)
            for word in naming:
                self._add_word(word, kind, ref)

    def _add_word(self, word: str, kind: str, ref: str) -> None:
        if word.isdigit():
            return
        weak = self._weak(word)
        self._add_phrase([word], kind, "common" if weak else "certain", ref)
        if len(word) >= 3 and not _CJK.search(word):
            self.spelled.setdefault(word, Entry("spelled_name", frozenset({ref}), "certain"))
        # "the Abernathys", "Siobhans": a plural or a possessive without its apostrophe.
        if not weak and not self.lexicon.is_common(word + "s"):
            self._add_phrase([word + "s"], kind, "certain", ref)
        if not weak and len(word) >= 7 and not self.lexicon.is_known(word):
            self.embedded.setdefault(word, Entry("embedded_name", frozenset({ref}), "review"))

    def _add_unsegmented(self, kind: str, value: str, ref: str) -> None:
        plain = "".join(words(value))
        if len(plain) >= 2:
            self.unsegmented.setdefault(plain, Entry(kind, frozenset({ref}), "certain"))

    def _weak(self, word: str) -> bool:
        return len(word) < 3 or self.lexicon.is_common(word)

    # --- addresses

    def _add_email(self, kind: str, value: str, ref: str) -> None:
        local, at, domain = clean(value).strip().partition("@")
        if not at:
            return
        local_words, labels = words(local), [words(label) for label in domain.split(".")]
        if not local_words or not domain:
            return
        entry = Entry(kind, frozenset({ref}), "certain")
        domain_key = ""
        for label in labels:
            domain_key += "".join(label)
            known = self.emails[domain_key].get("".join(local_words))
            both = known.people | entry.people if known else entry.people
            self.emails[domain_key]["".join(local_words)] = Entry(kind, both, "certain")
        self._add_phrase([*local_words, *(word for label in labels for word in label)], kind, "review", ref)
        if len("".join(local_words)) < 5:
            return
        if len(local_words) > 1:
            self._add_phrase(local_words, f"{kind}_local_part", "glued", ref)
        elif not self.lexicon.is_known(local_words[0]):
            self._add_phrase(local_words, f"{kind}_local_part", "certain", ref)

    def _add_street(self, value: str, ref: str) -> None:
        for line in re.split(r"[,;\n/]", clean(value)):
            tokens = [key_readings(found.group())[0] for found in TOKEN.finditer(line)]
            while len(tokens) > 2 and tokens[0] in _STREET_EXTRAS:
                tokens = tokens[2:]
            number, name = _house(tokens)
            if not name or all(word in _STREET_EXTRAS for word in name):
                continue
            typed = len(name) > 1 or name[0].endswith(("strasse", "strase", "weg", "platz", "gasse"))
            rare = any(len(word) >= 4 and not self.lexicon.is_common(word) for word in name)
            for form in _street_forms(name):
                if number:
                    for written in (number, list(number_words(int(number[0]))) if len(number[0]) < 3 else []):
                        if written:
                            self._add_phrase([*written, *form], "street", "certain", ref)
                            self._add_phrase([*form, *written], "street", "certain", ref)
                alone: Strength = "certain" if rare and typed else "count" if number else "common"
                self._add_phrase(form, "street_name", alone, ref)

    def _add_postcode(self, value: str, city: str, ref: str) -> None:
        spaced = words(value)
        # "M1 1AA" without its space has other tokens: M, 11, AA.
        unspaced = words("".join(spaced))
        if not spaced or len("".join(spaced)) < 3:
            return
        if "".join(spaced).isdigit():
            # Five digits alone may be any measure: with its town it is an address.
            self._add_phrase(spaced, "postcode", "review", ref)
            if words(city):
                self._add_phrase([*spaced, *words(city)], "postcode", "certain", ref)
                self._add_phrase([*words(city), *spaced], "postcode", "certain", ref)
            return
        for written in (spaced, unspaced):
            self._add_phrase(written, "postcode", "certain", ref)
        outward, _, inward = value.strip().partition(" ")
        if not inward and re.fullmatch(r"\w{2,4}\d[A-Za-z]{2}", outward):
            outward = outward[:-3]
        if len(outward) < len(value.strip()):
            self._add_phrase(words(outward), "postcode_area", "count", ref)

    # --- the table itself

    def _add_phrase(self, phrase: Sequence[str], kind: str, strength: Strength, ref: str) -> None:
        if phrase and all(phrase):
            self._found[" ".join(phrase), kind, strength].add(ref)

    def _freeze(self) -> None:
        phrases: dict[str, list[Entry]] = defaultdict(list)
        for (phrase, kind, strength), refs in self._found.items():
            phrases[phrase].append(Entry(kind, frozenset(refs), strength))
        for phrase, entries in phrases.items():
            self.phrases[phrase] = tuple(_without_repeats(entries))
            parts = phrase.split(" ")
            self.words.update(parts)
            for length in range(1, len(parts)):
                self.phrases.setdefault(" ".join(parts[:length]), ())
        self._found.clear()


_RANK = [
    "full_name",
    "last_name",
    "first_name",
    "preferred_name",
    "bank_name",
    "speaker_label",
    "handle",
    "email",
    "paypal_email",
    "email_local_part",
    "paypal_email_local_part",
]


def _without_repeats(entries: Iterable[Entry]) -> Iterator[Entry]:
    """One entry a person and phrase where several fields hold the same name (a certain one before a weaker)."""
    taken: dict[str, set[str]] = defaultdict(set)
    order = ("certain", "common")
    for entry in sorted(
        entries, key=lambda e: (e.strength not in order, _RANK.index(e.kind) if e.kind in _RANK else 99)
    ):
        group = entry.strength if entry.kind in _RANK else entry.kind
        rest = entry.people - taken[group]
        if rest:
            taken[group] |= rest
            yield Entry(entry.kind, rest, entry.strength)
