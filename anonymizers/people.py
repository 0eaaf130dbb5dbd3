"""The people a study knows: one record a person, as a panel's register holds it."""

from dataclasses import dataclass, fields
from typing import Literal

Role = Literal["participant", "moderator", "observer"]


@dataclass(frozen=True, slots=True, repr=False)
class Person:
    """One person of a study's roster; every detail is optional except the id.

    Dates are ISO 8601 (`1984-03-07`); `language` is an ISO 639-1 code. The repr shows the id and role alone.
    """

    participant_id: str
    role: Role = "participant"
    first_name: str = ""
    last_name: str = ""
    preferred_name: str = ""
    email: str = ""
    phone: str = ""
    date_of_birth: str = ""
    gender: str = ""
    occupation: str = ""
    education: str = ""
    employer: str = ""
    employment_status: str = ""
    salary_band: str = ""
    street: str = ""
    city: str = ""
    postcode: str = ""
    country: str = ""
    language: str = ""
    bank_account_name: str = ""
    iban_or_sort_account: str = ""
    paypal_email: str = ""
    speaker_labels: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"Person({self.participant_id!r}, {self.role!r})"


ROSTER_COLUMNS = tuple(f.name for f in fields(Person) if f.name not in {"role", "speaker_labels"})
"""The columns of a roster file, as a panel holds them."""
