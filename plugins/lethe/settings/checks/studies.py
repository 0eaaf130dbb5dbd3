"""Studies: a client that exists, languages that can be anonymised, and a role for every column that is pulled."""

from collections.abc import Iterator

from anonymizers.hierarchies import KINDS
from lethe.settings.draft import Draft, Read
from lethe.settings.errors import Problem
from lethe.settings.models import Study
from lethe.settings.places import Table
from lethe.settings.survey import ColumnRole
from lethe.settings.words import nearest

PARTICIPANT = "participant_id"


def check_studies(draft: Draft) -> Iterator[Problem]:
    """`studies/*.yaml` against the clients, the languages, and the tables that hold their answers."""
    tables = draft.places.value.tables if draft.places.value else {}
    for table_id, table in tables.items():
        if table.study not in draft.studies:
            yield draft.places.problem(
                ("tables", table_id, "study"),
                f"unknown study '{table.study}': there is no studies/{table.study}.yaml."
                f"{nearest(table.study, draft.studies)}",
            )
    for study_id, read in draft.studies.items():
        if read.value is None:
            continue
        yield from _client(draft, read, read.value)
        yield from _languages(draft, read, read.value)
        yield from _person(read, read.value)
        yield from _hierarchies(draft, read, read.value)
        for table_id, table in tables.items():
            if table.study == study_id:
                yield from _columns(draft, read, read.value, table_id, table)


def _client(draft: Draft, read: Read[Study], study: Study) -> Iterator[Problem]:
    known = draft.clients.ids("clients")
    if draft.clients.document is not None and study.client not in known:
        yield read.problem(("client",), f"unknown client '{study.client}'.{nearest(study.client, known)}")


def _languages(draft: Draft, read: Read[Study], study: Study) -> Iterator[Problem]:
    if draft.anonymisation.value is None:
        return
    known = draft.anonymisation.value.languages
    for number, language in enumerate(study.languages):
        if language not in known:
            yield read.problem(
                ("languages", number),
                f"'{language}' is not among the languages of anonymisation.yaml ({', '.join(known)}): "
                "it would not be anonymised",
            )


def _person(read: Read[Study], study: Study) -> Iterator[Problem]:
    if study.survey is None:
        return
    role = study.survey.columns.get(PARTICIPANT)
    if role is None:
        message = f"the survey needs the column '{PARTICIPANT}: pseudonym': it is how answers meet transcripts"
        yield read.problem(("survey", "columns"), message)
    elif role is not ColumnRole.PSEUDONYM:
        message = f"'{PARTICIPANT}' must have the role 'pseudonym', not '{role}': no id leaves as it is"
        yield read.problem(("survey", "columns", PARTICIPANT), message)


def _hierarchies(draft: Draft, read: Read[Study], study: Study) -> Iterator[Problem]:
    if study.survey is None:
        return
    known = {*KINDS, *draft.hierarchies}
    for column, name in study.survey.hierarchies.items():
        role = study.survey.columns.get(column)
        place = ("survey", "hierarchies", column)
        if role is not ColumnRole.QUASI:
            says = f"has the role '{role}'" if role else "has no role"
            yield read.problem(place, f"column '{column}' {says}; only a 'quasi' column is made coarser")
        if name not in known:
            yield read.problem(
                place,
                f"unknown hierarchy '{name}': neither a kind ({', '.join(KINDS)}) nor a file of config/hierarchies."
                f"{nearest(name, known)}",
            )


def _columns(draft: Draft, read: Read[Study], study: Study, table_id: str, table: Table) -> Iterator[Problem]:
    if study.survey is None:
        yield read.problem((), f"table '{table_id}' holds its answers; say under 'survey' what each column is")
        return
    columns = study.survey.columns
    for number, answer in enumerate(table.answers):
        if answer not in columns:
            guess = nearest(answer, set(columns) - {PARTICIPANT, *table.answers})
            yield draft.places.problem(
                ("tables", table_id, "answers", number),
                f"column '{answer}' has no role in {read.name}.{guess}",
            )
    for column in columns:
        if column != PARTICIPANT and column not in table.answers:
            yield read.problem(
                ("survey", "columns", column),
                f"column '{column}' is not among the answers of table '{table_id}'."
                f"{nearest(column, set(table.answers) - set(columns))}",
            )
