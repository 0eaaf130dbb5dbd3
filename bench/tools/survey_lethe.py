"""Lethe: `anonymise_survey` in `careful`, the anonymiser and the register's forms made within what is measured."""

import sys
from importlib.metadata import version

from anonymizers.crf import has_model
from anonymizers.engine import Detection
from anonymizers.masking import Anonymiser
from anonymizers.people import Person
from anonymizers.pseudonyms import Pseudonyms
from anonymizers.survey import ColumnRole, anonymise_survey
from bench.survey_answering import FREE_TEXT, PARTICIPANT, Anonymised, Asked, Ready, answer

NO_REGISTER = "--no-register"
_KEY = b"the key of a study that is nowhere"
_ROLES = {
    PARTICIPANT: ColumnRole.PSEUDONYM,
    "age": ColumnRole.QUASI,
    "postcode": ColumnRole.QUASI,
    "ease": ColumnRole.MEASURE,
    **dict.fromkeys(FREE_TEXT, ColumnRole.FREE_TEXT),
}


def build() -> Ready:
    """Lethe; with `--no-register` it knows nobody."""
    if not has_model("en"):
        raise SystemExit("the embedded model is not there; Lethe without it is not Lethe")
    return Ready(_run, version("lethe"))


def _run(asked: Asked) -> Anonymised:
    people = () if NO_REGISTER in sys.argv else tuple(_person(one) for one in asked.register)
    anonymiser = Anonymiser(Detection(languages=("en",)), people, Pseudonyms(_KEY), mode="careful")
    table, report = anonymise_survey(asked.frame, _ROLES, anonymiser, languages=("en",), participant_column=PARTICIPANT)

    def free_text() -> dict[str, list[str]]:
        """In the order of the participants, which the export does not keep."""
        order = [anonymiser.pseudonym(one) for one in asked.frame[PARTICIPANT]]
        by_code = table.set_index(PARTICIPANT)
        return {column: list(by_code[column].loc[order]) for column in FREE_TEXT}

    return Anonymised(free_text, {"k": report.k, "loss": report.loss})


def _person(known: dict[str, str]) -> Person:
    return Person(
        known["participant_id"],
        first_name=known["first_name"],
        last_name=known["last_name"],
        email=known["email"],
        phone=known["phone"],
        country=known["country"],
        language=known["language"],
    )


if __name__ == "__main__":
    answer(build)
