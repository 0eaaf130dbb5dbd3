"""Whether an approved export may still go: days pass between its selection and the answer."""

from collections.abc import Sequence

from lethe.agency import Agency
from lethe.research.people import canonical, people_of
from lethe.sharing.errors import ExportRefusedError
from lethe.sharing.exports import Candidate, Export
from lethe.sharing.selection import no_longer_sharable, roster_digest


def require_sharable(agency: Agency, export: Export, files: Sequence[Candidate]) -> None:
    """Refuse an export that would not be selected and examined as it was, were it started now (P4.5).

    Raises:
        ExportRefusedError: a file fell due, something may no longer be shared, or what is known of the study's people
            changed: the gate looked for the names of then.
    """
    if files and min(file.due for file in files) <= agency.today():
        raise ExportRefusedError(
            f"export '{export.export_id}' holds a file that fell due while it waited; start a new export"
        )
    barred = no_longer_sharable(agency, export)
    if barred:
        raise ExportRefusedError(
            f"export '{export.export_id}': {barred} of its transcripts and answers may no longer be shared (withdrawn, "
            "due or gone since the selection); start a new export. The client's bucket is as it was."
        )
    with agency.research.connect() as connection:
        roster = canonical(people_of(connection, export.study_id))
    if roster_digest(agency, roster) != export.roster_digest:
        raise ExportRefusedError(
            f"export '{export.export_id}': what is known of the study's people changed since the gate looked for them; "
            "start a new export. The client's bucket is as it was."
        )
