"""A study of fictional people, and the anonymiser of it."""

from collections.abc import Callable

import pytest

from anonymizers.engine import Detection
from anonymizers.masking import Anonymiser
from anonymizers.people import Person
from anonymizers.pseudonyms import Pseudonyms

LANGUAGES = ("en", "fr", "de", "es")

PEOPLE = (
    Person(
        "p-001",
        first_name="Siobhán",
        last_name="Abernathy",
        preferred_name="Shiv",
        email="siobhan.abernathy@example.com",
        paypal_email="sugarcraft.lass@example.net",
        phone="07700 900123",
        date_of_birth="1984-03-07",
        street="12 Sea View Road",
        city="Harrogate",
        postcode="HG1 2QF",
        employer="Quillfeather Ltd",
        occupation="Pastry chef",
        iban_or_sort_account="12-34-56 12345678",
        country="GB",
        language="en",
    ),
    Person("p-002", first_name="Will", last_name="Okonkwo", email="w.okonkwo@example.org", country="GB"),
    Person("p-003", first_name="Robert", last_name="O'Brien", country="GB"),
    Person("p-004", first_name="Jürgen", last_name="Müller", city="Tübingen", country="DE", language="de"),
    Person("p-005", first_name="Jane", last_name="Doe"),
    Person("p-006", first_name="Jane", last_name="Castellane", iban_or_sort_account="GB29 NWBK 6016 1331 9268 19"),
    Person("p-007", first_name="Grace", last_name="Ramanathan"),
    Person("m-001", role="moderator", first_name="Maya", last_name="Lindqvist"),
    Person("o-001", role="observer", first_name="Tobias", last_name="Quist"),
)


@pytest.fixture(scope="session")
def people() -> tuple[Person, ...]:
    return PEOPLE


@pytest.fixture(scope="session")
def pseudonyms() -> Pseudonyms:
    return Pseudonyms(b"0123456789abcdef0123456789abcdef")


@pytest.fixture(scope="session")
def anonymiser(people: tuple[Person, ...], pseudonyms: Pseudonyms) -> Anonymiser:
    keep = ("Brightwell", "Orchard Lane", "Monzo", "Apple Pay")
    return Anonymiser(Detection(LANGUAGES), people, pseudonyms, keep=keep, mode="strict")


@pytest.fixture(scope="session")
def masked(anonymiser: Anonymiser) -> Callable[..., str]:
    """One text of a session, masked."""

    def mask(text: str, language: str = "en") -> str:
        return anonymiser.mask([text], language=language, one_session=True)[0].text

    return mask
