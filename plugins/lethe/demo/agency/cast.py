"""The people of the sample agency: its panel, its staff, and those who are only told of."""

import csv
import io
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from anonymizers.people import ROSTER_COLUMNS, Person, Role

_EDUCATION = ("GCSEs", "A levels", "Apprenticeship", "Bachelor's degree", "Master's degree", "Doctorate")
_STATUS = ("Full-time", "Part-time", "Self-employed", "Full-time", "Carer and part-time")
_SALARY = ("under £20,000", "£20,000 to £29,999", "£30,000 to £39,999", "£40,000 to £59,999", "£60,000 and more")
_OTHER_ACCOUNT_NAME = {"p-2249": "K M Zielińska-Nowak"}
"""Whose bank knows them by another name."""


@dataclass(frozen=True)
class Cast:
    """Everybody by role. `unlisted` took part in a session and stands in no roster."""

    participants: tuple[Person, ...]
    moderators: tuple[Person, ...]
    observer: Person
    unlisted: Person

    @property
    def roster(self) -> tuple[Person, ...]:
        """Whom the register knows: the panel and the staff."""
        return (*self.participants, *self.moderators, self.observer)


@dataclass(frozen=True)
class Others:
    """Names of people outside the roster."""

    women: tuple[str, ...]
    men: tuple[str, ...]
    surnames: tuple[str, ...]


def text_of(name: str) -> str:
    """One of the texts that come with this package."""
    return (files("lethe.demo.agency") / "texts" / name).read_text(encoding="utf-8")


@cache
def cast() -> Cast:
    """The people as `texts/people.csv` lists them, each with every detail a roster has."""
    by_role: dict[str, list[Person]] = {}
    for number, row in enumerate(csv.DictReader(io.StringIO(text_of("people.csv")), delimiter="|")):
        by_role.setdefault(row["role"], []).append(_person(row, number))
    return Cast(
        tuple(by_role["participant"]), tuple(by_role["moderator"]), by_role["observer"][0], by_role["unlisted"][0]
    )


@cache
def others() -> Others:
    """The names in `texts/others.txt`."""
    lines = dict(line.split(": ", 1) for line in text_of("others.txt").splitlines() if ": " in line)
    return Others(tuple(lines["f"].split()), tuple(lines["m"].split()), tuple(lines["last"].split()))


def roster_row(person: Person) -> dict[str, str]:
    """A person as a row of the research database."""
    return {name: getattr(person, name) for name in ROSTER_COLUMNS}


def full_name(person: Person) -> str:
    """First and last name; the first alone for somebody who has but one."""
    return f"{person.first_name} {person.last_name}".strip()


def _person(row: dict[str, str], number: int) -> Person:
    role: Role = "participant"
    if row["role"] == "moderator":
        role = "moderator"
    elif row["role"] == "observer":
        role = "observer"
    account = f"{10_000_000 + 137 * number:08d}"
    given: dict[str, Any] = {name: value for name, value in row.items() if name != "role"}
    pays_by_paypal = number % 7 == 3
    return Person(
        **given,
        role=role,
        education=_EDUCATION[number % len(_EDUCATION)],
        employment_status=_STATUS[number % len(_STATUS)],
        salary_band=_SALARY[number % len(_SALARY)],
        bank_account_name=_OTHER_ACCOUNT_NAME.get(
            row["participant_id"], f"{row['first_name']} {row['last_name']}".strip()
        ),
        iban_or_sort_account=_bank_number(row["country"], account),
        paypal_email=row["email"].replace("@", ".pay@") if pays_by_paypal else "",
    )


def _bank_number(country: str, account: str) -> str:
    """A number of the right shape at a bank that does not exist."""
    bbans = {
        "Germany": ("DE", f"00000000{account:0>10}"),
        "France": ("FR", f"0000000000{account:0>11}00"),
        "Spain": ("ES", f"0000000000{account:0>10}"),
    }
    if country not in bbans:
        return f"00-00-00 {account}"
    code, bban = bbans[country]
    digits = "".join(str(int(mark, 36)) for mark in f"{bban}{code}00")
    return f"{code}{98 - int(digits) % 97:02d}{bban}"
