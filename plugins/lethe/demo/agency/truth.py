"""What was planted in the sample data: every personal value, by the session or answer that holds it."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import NamedTuple

THIRD_PERSON = "third-person"
"""`Planted.whose` of somebody who is told of and stands in no roster."""


class Planted(NamedTuple):
    """One personal value exactly as it stands in the raw file.

    `kind` is one of name, spelled, email, phone, date_of_birth, age, street, city, postcode, employer for what is
    said or written as an answer; label, note, author, header, comment for what a file carries around its speech.
    `whose` is a participant's id, or `third-person`.
    """

    value: str
    kind: str
    whose: str

    @property
    def third_person(self) -> bool:
        """Whether it tells of somebody who stands in no roster."""
        return self.whose == THIRD_PERSON


@dataclass(frozen=True)
class SampleAgency:
    """The planted truth of one sample agency.

    `truth` holds, by session id (its transcript) and by answer id (as in the research database, whether it is there
    already or still waits at its source), what was planted. `survive` holds what must not be masked, by session.
    `canaries` are strings that occur nowhere but in personal data. `counts` says how much of what there is.
    """

    truth: Mapping[str, tuple[Planted, ...]]
    survive: Mapping[str, tuple[str, ...]]
    canaries: tuple[str, ...]
    counts: Mapping[str, int]

    def save_truth(self, path: Path) -> None:
        """Write it as JSON."""
        text = json.dumps(asdict(self), ensure_ascii=False, indent=1, sort_keys=True)
        path.write_text(text + "\n", encoding="utf-8")

    @classmethod
    def load_truth(cls, path: Path) -> "SampleAgency":
        """What `save_truth` wrote."""
        held = json.loads(path.read_text(encoding="utf-8"))
        return cls(
            truth={key: tuple(Planted(*value) for value in values) for key, values in held["truth"].items()},
            survive={key: tuple(values) for key, values in held["survive"].items()},
            canaries=tuple(held["canaries"]),
            counts=held["counts"],
        )
