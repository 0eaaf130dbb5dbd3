"""Who speaks: speaker labels replaced by what may be shown."""

from collections.abc import Mapping, Sequence

from anonymizers.characters import fold
from anonymizers.masking import Anonymiser
from anonymizers.people import Person
from anonymizers.propagation import is_generic
from anonymizers.roster.forms import atoms

_ROLE = {"moderator": "Moderator", "observer": "Observer"}


def shown_labels(
    labels: Sequence[str], anonymiser: Anonymiser, speakers: Mapping[str, Person], language: str
) -> dict[str, str]:
    """For each label of a transcript, in order of appearance, the label to show.

    A participant is shown by their pseudonym, a moderator or observer by the role, numbered where there are several,
    and everybody else as `Speaker 1`, `Speaker 2` ... in order of appearance.
    """
    order = list(dict.fromkeys(labels))
    people = {label: _person(label, anonymiser, speakers, language) for label in order}
    seats: dict[str, list[str]] = {"moderator": [], "observer": []}
    for person in people.values():
        if person is not None and person.role in seats and person.participant_id not in seats[person.role]:
            seats[person.role].append(person.participant_id)
    shown: dict[str, str] = {}
    unknown: dict[str, int] = {}
    for label in order:
        person = people[label]
        if person is None:
            number = unknown.setdefault(_plain(label), len(unknown) + 1)
            shown[label] = f"Speaker {number}"
        elif person.role in _ROLE:
            shown[label] = _ROLE[person.role]
            if len(seats[person.role]) > 1:
                shown[label] += f" {seats[person.role].index(person.participant_id) + 1}"
        else:
            shown[label] = anonymiser.pseudonym(person.participant_id)
    return shown


def names_in(labels: Sequence[str]) -> list[str]:
    """The labels that name somebody; they are names to mask in what is said."""
    return [label for label in dict.fromkeys(labels) if not is_generic(label)]


def _person(label: str, anonymiser: Anonymiser, speakers: Mapping[str, Person], language: str) -> Person | None:
    """Whose label it is: as the session says, else as the roster's labels and names say; nobody when in doubt."""
    given = {_plain(known): person for known, person in speakers.items()}
    if _plain(label) in given:
        return given[_plain(label)]
    if is_generic(label):
        return None
    by_label = {
        person.participant_id
        for person in anonymiser.people
        for known in person.speaker_labels
        if _plain(known) == _plain(label)
    }
    owners = by_label or anonymiser.roster(language).owners_of(" ".join(atoms(label)))
    if len(owners) != 1:
        return None
    return next(person for person in anonymiser.people if person.participant_id in owners)


def _plain(label: str) -> str:
    return " ".join(fold(label).text.casefold().split())
