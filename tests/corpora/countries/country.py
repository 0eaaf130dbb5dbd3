"""What a country's details look like: a number with its written forms and the groups it is read in, and the rest."""

import random
import string
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from stdnum import luhn


@dataclass(frozen=True, slots=True)
class Number:
    """A number: how it may be written, and the groups of signs in which it is read out."""

    written: tuple[str, ...]
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bank:
    """A bank account: its own number, the bank's, the IBAN, and what a register holds of it."""

    account: Number
    sortcode: Number
    iban: Number
    registered: str


@dataclass(frozen=True, slots=True)
class Country:
    """Where the people of a corpus live.

    `streets` are (before, name, after) and `towns` (town, post area). `mail` are domains people have addresses at.
    """

    code: str
    number_first: bool
    streets: tuple[tuple[str, str, str], ...]
    towns: tuple[tuple[str, str], ...]
    employers: tuple[str, ...]
    mail: tuple[str, ...]
    phone: Callable[[random.Random], Number]
    postcode: Callable[[str, random.Random], Number]
    bank: Callable[[random.Random], Bank]
    national_id: Callable[[str, date, random.Random], Number]
    health_id: Callable[[str, date, random.Random], Number]
    plate: Callable[[random.Random], Number]
    passport: Callable[[random.Random], Number]
    dates: tuple[str, ...]
    """Formats of a date of birth, where `{m}` stands for the month's name."""


def listed(words: str) -> list[str]:
    """The words of a list that people add words to."""
    return words.split()


def digits(number: int, rng: random.Random) -> str:
    """That many digits, the first of them no zero."""
    return str(rng.randrange(1, 10)) + "".join(str(rng.randrange(10)) for _ in range(number - 1))


def letters(number: int, rng: random.Random, of: str = string.ascii_uppercase) -> str:
    """That many letters."""
    return "".join(rng.choice(of) for _ in range(number))


def in_groups(text: str, *sizes: int) -> tuple[str, ...]:
    """The text cut in pieces of these sizes; the last size goes on to the end."""
    found: list[str] = []
    position = 0
    while position < len(text):
        size = sizes[min(len(found), len(sizes) - 1)]
        found.append(text[position : position + size])
        position += size
    return tuple(found)


def plain(groups: tuple[str, ...]) -> Number:
    """A number that is written with spaces between its groups or without any."""
    return Number((" ".join(groups), " ".join(groups), "".join(groups)), groups)


def card(rng: random.Random) -> Number:
    """A payment card's number in the ranges that payment firms give out for tests, with a valid check digit."""
    body = rng.choice(("400000", "510510", "411111", "555555")) + "".join(str(rng.randrange(10)) for _ in range(9))
    groups = in_groups(body + luhn.calc_check_digit(body), 4)
    return Number((" ".join(groups), " ".join(groups), "-".join(groups), "".join(groups)), groups)


def order(rng: random.Random) -> Number:
    """An order number."""
    shape = rng.randrange(4)
    if shape == 0:
        groups = (letters(2, rng), digits(6, rng))
        return Number(("-".join(groups), "".join(groups)), groups)
    if shape == 1:
        three = (digits(3, rng), digits(4, rng), digits(3, rng))
        return Number(("-".join(three), "".join(three)), three)
    number = digits(7 + rng.randrange(3), rng)
    return Number((number, f"#{number}", number), in_groups(number, 3))


def customer(rng: random.Random) -> Number:
    """A customer number."""
    if rng.random() < 0.3:
        groups = (letters(1 + rng.randrange(2), rng), digits(6, rng))
        return Number(("".join(groups), "-".join(groups)), groups)
    number = digits(6 + rng.randrange(4), rng)
    return Number((number, " ".join(in_groups(number, 3))), in_groups(number, 2 + rng.randrange(2)))


def code(rng: random.Random) -> Number:
    """A booking code or reference, as short as people can bear."""
    shape = rng.randrange(3)
    if shape == 0:
        found = "".join(rng.choice("ABCDEFGHJKLMNPQRTUVWXYZ2346789") for _ in range(5)) + digits(1, rng)
        return Number((found,), in_groups(found, 3))
    if shape == 1:
        groups = (letters(2, rng), digits(4, rng))
        return Number(("".join(groups), "-".join(groups)), groups)
    number = digits(4 + 2 * rng.randrange(2), rng)
    return Number((number,), in_groups(number, 2))
