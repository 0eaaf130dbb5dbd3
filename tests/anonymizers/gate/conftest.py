"""A study of five fictional people, and the gate asked about one text."""

from collections.abc import Callable, Mapping

import pytest

from anonymizers.gate import CandidateFile, GateReport, examine
from anonymizers.people import Person

LANGUAGES = ("en", "fr", "de", "es")

Ask = Callable[..., GateReport]


@pytest.fixture(scope="session")
def people() -> tuple[Person, ...]:
    """Rare names, names that are everyday words, a German address, an Irish apostrophe."""
    return (
        Person(
            "p-rare",
            first_name="Siobhán",
            last_name="Abernathy",
            preferred_name="Shiv",
            email="siobhan.ab42@example.com",
            paypal_email="sunflower77@example.org",
            phone="07700 900123",
            date_of_birth="1984-03-07",
            street="Flat 2, 12 Acacia Avenue",
            city="Leeds",
            postcode="LS6 2AB",
            country="GB",
            iban_or_sort_account="20-00-00 55779911",
            bank_account_name="Ms S Abernathy",
            employer="Brightwell Bank",
            occupation="nurse",
            speaker_labels=("Participant 1", "Shiv A"),
        ),
        Person(
            "p-word",
            first_name="Will",
            last_name="Brown",
            email="w.brown@example.net",
            phone="+44 20 7946 0123",
            date_of_birth="1990-11-23",
            postcode="M1 1AA",
            iban_or_sort_account="GB29 NWBK 6016 1331 9268 19",
        ),
        Person(
            "p-german",
            first_name="May",
            last_name="Klein",
            phone="030 23125 123",
            date_of_birth="2003-08-21",
            street="Hauptstraße 5",
            postcode="10115",
            city="Berlin",
            country="Germany",
            iban_or_sort_account="DE89 3704 0044 0532 0130 00",
        ),
        Person("p-irish", first_name="Grace", last_name="O'Brien", street="8 rue de la Paix", country="France"),
        Person("p-short", role="moderator", first_name="Mark", last_name="Rose", speaker_labels=("Moderator",)),
    )


@pytest.fixture
def ask(people: tuple[Person, ...]) -> Ask:
    """Examine one text (or bytes) under a file name; the study's people and four languages unless told otherwise."""

    def asked(
        content: str | bytes,
        name: str = "a.txt",
        *,
        metadata: Mapping[str, str] | None = None,
        of: tuple[Person, ...] = people,
        keep: tuple[str, ...] = (),
        languages: tuple[str, ...] = LANGUAGES,
    ) -> GateReport:
        data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
        return examine([CandidateFile(name, data, metadata or {})], of, keep=keep, languages=languages)

    return asked


Kinds = Callable[..., set[tuple[str, str]]]


@pytest.fixture
def blocked(ask: Ask) -> Kinds:
    """(kind, person) of everything that blocks; the arguments of `ask`."""

    def kinds(*args: object, **options: object) -> set[tuple[str, str]]:
        report = ask(*args, **options)
        return {(finding.kind, finding.person_ref) for finding in report.findings if finding.severity == "block"}

    return kinds
