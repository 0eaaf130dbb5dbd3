"""The details of one person of a rendering, and how they are written and said."""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from num2words import num2words

from anonymizers.people import Person
from tests.corpora.cast import Name, plain_letters
from tests.corpora.countries import english, french, german, spanish
from tests.corpora.countries.country import Bank, Country, Number, card, listed
from tests.corpora.marks import Chunk
from tests.corpora.speaking import cardinal, digit_by_digit, said_address, said_groups, year

COUNTRIES: dict[str, Country] = {
    "en": english.COUNTRY,
    "fr": french.COUNTRY,
    "de": german.COUNTRY,
    "es": spanish.COUNTRY,
}
MONTHS = {
    "en": listed("January February March April May June July August September October November December"),
    "fr": listed("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    "de": listed("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
    "es": listed("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
}
_TODAY = date(2026, 5, 1)
_EXAMPLES = ("example.com", "example.org", "example.net")
_DATE_WORDS = {"en": "of ", "fr": "", "de": "", "es": "de "}


@dataclass(frozen=True, slots=True)
class Details:
    """Everything about one person but the name."""

    email: str
    handle: str
    employer: str
    city: str
    born: date
    house: int
    street: tuple[str, str, str]
    bank: Bank
    numbers: dict[str, Number]

    @property
    def age(self) -> int:
        """Full years on the day when every session of the corpus takes place."""
        return _TODAY.year - self.born.year - ((_TODAY.month, _TODAY.day) < (self.born.month, self.born.day))


def details_of(name: Name, language: str, half: int, rng: random.Random) -> Details:
    """Details for a person; `half` (0 or 1) chooses which of the invented streets, towns and firms may appear."""
    country = COUNTRIES[language]
    born = date(1944, 1, 1) + timedelta(days=rng.randrange(61 * 365))
    town, area = rng.choice(country.towns[half::2])
    gender = name.gender if name.gender in "fm" else "f"
    bank = country.bank(rng)
    return Details(
        email=_email(name, born, country, rng),
        handle=f"@{_local(name, born, rng, handle=True)}",
        employer=rng.choice(country.employers[half::2]),
        city=town,
        born=born,
        house=rng.randrange(2, 180),
        street=rng.choice(country.streets[half::2]),
        bank=bank,
        numbers={
            "phone": country.phone(rng),
            "postcode": country.postcode(area, rng),
            "nationalid": country.national_id(gender, born, rng),
            "health_id": country.health_id(gender, born, rng),
            "plate": country.plate(rng),
            "passport": country.passport(rng),
            "card": card(rng),
            "account": bank.account,
            "sortcode": bank.sortcode,
            "iban": bank.iban,
        },
    )


def registered(role: str, name: Name, details: Details, language: str, rng: random.Random) -> Person:
    """What the agency's register holds of somebody; of its own staff the name and the e-mail alone."""
    if role == "m":
        return Person("m", "moderator", first_name=name.first, last_name=name.last, email=details.email)
    country = COUNTRIES[language]
    phone = details.numbers["phone"].written
    return Person(
        participant_id=role,
        first_name=name.first,
        last_name=name.last,
        preferred_name=name.nick if rng.random() < 0.5 else "",
        email=details.email,
        phone=rng.choice(phone),
        date_of_birth=details.born.isoformat(),
        gender=name.gender,
        employer=details.employer,
        street=_address(details, country),
        city=details.city,
        postcode=details.numbers["postcode"].written[0],
        country=country.code,
        language=language,
        bank_account_name=name.full,
        iban_or_sort_account=details.bank.registered,
        paypal_email=details.email if rng.random() < 0.3 else "",
    )


def written(what: str, details: Details, language: str, rng: random.Random) -> list[Chunk]:
    """A detail as it is written."""
    if what == "email":
        local, _, domain = details.email.partition("@")
        return [(local, True), (f"@{domain}", False)]
    if what == "street":
        return _street(details, str(details.house), language)
    if what == "dob":
        return [(_written_date(details.born, language, rng), True)]
    if what == "age":
        return [(str(details.age), True)]
    if what in details.numbers:
        return [(rng.choice(details.numbers[what].written), True)]
    return [(str(getattr(details, what)), True)]


def spoken(what: str, details: Details, language: str, rng: random.Random) -> list[list[Chunk]]:
    """A detail as it is said, in the groups in which it is said."""
    if what == "email":
        local, _, domain = details.email.partition("@")
        before, after = said_address(f"{local}@", language, rng), said_address(domain, language, rng)
        name, _, sign = before.rpartition(" ")
        return [[(name, True), (f" {sign} {after}", False)]]
    if what == "handle":
        return [[(said_address(details.handle, language, rng), True)]]
    if what == "street":
        house = cardinal(details.house, language)
        if details.house > 100 and language == "en" and rng.random() < 0.6:
            house = digit_by_digit(str(details.house), language, rng)
        return [_street(details, house, language)]
    if what == "dob":
        return [[(_said_date(details.born, language, rng), True)]]
    if what == "age":
        return [[(cardinal(details.age, language), True)]]
    if what in details.numbers:
        return [[(group, True)] for group in said_groups(details.numbers[what].groups, language, rng)]
    return [[(str(getattr(details, what)), True)]]


def _street(details: Details, house: str, language: str) -> list[Chunk]:
    before, name, after = details.street
    street: list[Chunk] = [(before, False), (name, True), (after, False)]
    country = COUNTRIES[language]
    if country.number_first:
        return [(house, True), (" ", False), *street]
    return [*street, (", " if language == "es" else " ", False), (house, True)]


def _address(details: Details, country: Country) -> str:
    street = "".join(details.street)
    return f"{details.house} {street}" if country.number_first else f"{street} {details.house}"


def _written_date(born: date, language: str, rng: random.Random) -> str:
    form = rng.choice(COUNTRIES[language].dates)
    month = MONTHS[language][born.month - 1]
    ordinal = str(num2words(born.day, to="ordinal_num", lang="en"))
    return born.strftime(form.replace("{m}", month).replace("{o}", ordinal))


def _said_date(born: date, language: str, rng: random.Random) -> str:
    month = MONTHS[language][born.month - 1]
    if rng.random() < 0.3:
        short = f"{born:%y}" if language != "en" or rng.random() < 0.6 else f"{born:%Y}"
        parts = [cardinal(born.day, language), cardinal(born.month, language)]
        tail = year(born.year, language) if len(short) == 4 else _two_digits(short, language)
        if language == "de":
            parts = [_ordinal(born.day, "de"), _ordinal(born.month, "de")]
        return (" del " if language == "es" else " ").join([*parts, tail])
    full = year(born.year, language)
    if language == "en":
        day = _ordinal(born.day, "en")
        return rng.choice((f"the {day} of {month} {full}", f"{day} of {month} {full}", f"{month} the {day}, {full}"))
    if language == "de":
        return f"{_ordinal(born.day, 'de')} {month} {full}"
    if language == "fr":
        return f"{'premier' if born.day == 1 else cardinal(born.day, 'fr')} {month} {full}"
    return f"{cardinal(born.day, 'es')} de {month} de {full}"


def _ordinal(number: int, language: str) -> str:
    said = str(num2words(number, to="ordinal", lang=language))
    return f"{said}r" if language == "de" else said


def _two_digits(pair: str, language: str) -> str:
    return cardinal(int(pair), language) if pair[0] != "0" else digit_by_digit(pair, language, random.Random(pair))


def _email(name: Name, born: date, country: Country, rng: random.Random) -> str:
    domain = rng.choice(_EXAMPLES) if rng.random() < 0.35 else rng.choice(country.mail)
    return f"{_local(name, born, rng)}@{domain}"


_HOBBIES = ("kite", "teapot", "badger", "lune", "pixel", "velo", "rabe", "wolke", "sirena", "cometa", "luna", "maple")


def _local(name: Name, born: date, rng: random.Random, *, handle: bool = False) -> str:
    first = _words(name.first)
    last = _words(name.last)
    year_, number = f"{born:%y}", str(rng.randrange(1, 100))
    joint = "_" if handle else rng.choice((".", ".", "_", "-"))
    return rng.choice(
        (
            f"{first[0]}{joint}{''.join(last)}",
            f"{first[0]}{joint}{''.join(last)}",
            f"{''.join(first)}{joint}{last[-1]}",
            f"{first[0][0]}{''.join(last)}",
            f"{first[0][0]}{joint}{''.join(last)}{number}",
            f"{''.join(last)}{joint}{first[0]}",
            f"{first[0]}{year_}",
            f"{first[0]}{last[-1]}{born:%Y}",
            f"{first[0]}{last[0][0]}{number}",
            f"{_words(name.nick or name.first)[0]}{joint}{last[0]}",
            f"{rng.choice(_HOBBIES)}{joint}{first[0]}",
            f"{rng.choice(_HOBBIES)}{number}",
        )
    )


def _words(text: str) -> Sequence[str]:
    return re.findall(r"[a-z]+", plain_letters(text).casefold().replace("'", "")) or ["x"]
