"""The forms of what the panel holds beside the name: street, postcode, town, employer, occupation, and numbers."""

import re
from collections.abc import Iterator

import phonenumbers

from anonymizers.lexicon import Lexicon
from anonymizers.lexicon.places import known_places
from anonymizers.people import Person
from anonymizers.roster.forms import Form, atoms, joined, sequences
from anonymizers.wordlists import word_set

_COMPANY_ENDINGS = word_set("ltd limited plc llp inc llc co corp gmbh ag kg se sa sas sarl sl slu bv nv group")
_NO_EMPLOYER = word_set(
    """
    none self selfemployed unemployed retired student freelance freelancer various na n a own business
    """
)
_STREET_KINDS = {
    "road": "rd", "street": "st", "avenue": "ave", "lane": "ln", "drive": "dr", "close": "cl", "crescent": "cres",
    "court": "ct", "place": "pl", "gardens": "gdns", "terrace": "terr", "square": "sq", "boulevard": "bd",
    "strasse": "str", "calle": "c", "avenida": "avda", "chemin": "ch",
}  # fmt: skip
_STREET_WORDS = frozenset(_STREET_KINDS) | word_set("rue allee weg platz plaza paseo camino flat apartment the")
_UK_POSTCODE = re.compile(r"([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})", re.IGNORECASE)
_RARE = 4.0


def detail_forms(person: Person, words: Lexicon) -> Iterator[Form]:
    """The forms of one person's details for texts in one language; e-mails and dates have indexes of their own."""
    owner = person.participant_id
    yield from _street(person.street, owner, words)
    yield from _postcode(person.postcode, owner)
    yield from _town(person.city, owner, words)
    yield from _employer(person.employer, owner, words)
    for sequence in sequences(person.occupation):
        if len(sequence) > 1:
            yield Form(sequence, "OCCUPATION", owner)


def digit_runs(person: Person) -> Iterator[tuple[str, str]]:
    """The letters and digits of phone numbers, bank numbers and postcodes, without what stands between them.

    A phone number is given without country code and leading zero: what stands before it is masked with it.
    """
    national = _national(person.phone, person.country)
    if len(national) >= 6:
        yield national, "PHONE_NUMBER"
    postcode = "".join(atoms(person.postcode))
    if len(postcode) >= 5 and not postcode.isdigit():
        yield postcode, "POSTCODE"
    account = "".join(atoms(person.iban_or_sort_account))
    if len(account) >= 6:
        yield account, "BANK_ACCOUNT"
    for part in re.findall(r"\d+", "".join(sign for sign in person.iban_or_sort_account if sign not in " -")):
        if len(part) >= 6:
            yield part, "BANK_ACCOUNT"
            if len(part) == 14:
                # A British sort code and account number, written as one.
                yield from ((part[:6], "BANK_ACCOUNT"), (part[6:], "BANK_ACCOUNT"))
    if re.fullmatch(r"\d{2}-?\d{2}-?\d{2}\D+\d{6,10}", person.iban_or_sort_account.strip()):
        digits = "".join(atoms(person.iban_or_sort_account))
        yield from ((digits[:6], "BANK_ACCOUNT"), (digits[6:], "BANK_ACCOUNT"))


def _national(phone: str, country: str) -> str:
    digits = "".join(sign for sign in phone if sign.isdigit())
    try:
        parsed = phonenumbers.parse(phone, country.upper() if len(country) == 2 else "GB")
    except phonenumbers.NumberParseException:
        return digits.lstrip("0")
    return str(parsed.national_number)


def _street(street: str, owner: str, words: Lexicon) -> Iterator[Form]:
    # "Flat 2, 12 Sea View Road" is said without the flat.
    parts = {street, *street.split(",")}
    for sequence in {sequence for part in parts for sequence in sequences(part)}:
        named = tuple(word for word in sequence if not word.isdigit() and len(word) > 1)
        for whole in {sequence, named}:
            for spelled in {whole, tuple(_STREET_KINDS.get(word, word) for word in whole)}:
                if len(spelled) > 1 or (spelled and len(spelled[0]) > 6):
                    yield Form(spelled, "STREET_ADDRESS", owner)
        distinctive = tuple(word for word in named if word not in _STREET_WORDS)
        if len(distinctive) == 1 and len(distinctive[0]) > 3:
            yield Form(distinctive, "STREET_ADDRESS", owner, tied=words.zipf(distinctive[0]) >= _RARE)


def _postcode(postcode: str, owner: str) -> Iterator[Form]:
    for sequence in {atoms(postcode), joined(atoms(postcode))}:
        if len("".join(sequence)) >= 4:
            yield Form(sequence, "POSTCODE", owner)
    british = _UK_POSTCODE.fullmatch(postcode.strip())
    if british:
        outward = atoms(british.group(1))
        yield Form(outward, "POSTCODE", owner, tied=len("".join(outward)) < 4)


def _town(city: str, owner: str, words: Lexicon) -> Iterator[Form]:
    for sequence in sequences(city):
        # Counts of words hold names too: "edinburgh" is common and no word of everyday speech.
        ordinary = sequence[0] in words.everyday if sequence in known_places() else words.plain(sequence[0])
        yield Form(sequence, "LOCATION", owner, tied=len(sequence) == 1 and (ordinary or len(sequence[0]) < 3))


def _employer(employer: str, owner: str, words: Lexicon) -> Iterator[Form]:
    if set(atoms(employer)) <= _NO_EMPLOYER:
        return
    for sequence in sequences(employer):
        core = sequence
        while len(core) > 1 and core[-1] in _COMPANY_ENDINGS:
            core = core[:-1]
        for name in {sequence, core, core[1:] if core[0] == "the" and len(core) > 1 else core}:
            tied = len(name) == 1 and words.plain(name[0])
            yield Form(name, "ORGANIZATION", owner, tied=tied)
        if len(core) > 1:
            yield Form(joined(core), "ORGANIZATION", owner)
