"""# Share a study with its client

Takes the transcripts and survey answers of **one study**, anonymises them, has the result examined and approved, and
copies exactly the approved bytes into that client's bucket with a manifest (P4.5). The client follows from the study.

| task | what it does | when it is red |
|---|---|---|
| `select` | freezes the ids of what is shared; leaves out who withdrew, objected or is restricted, what is due, undated or has somebody without a roster entry | the message names the reason; nothing was shared |
| `anonymise` | writes candidate files to the staging store | clear it: the same bytes come again |
| `gate` | reads the candidate back with a second implementation | something of a person was still in it: the candidate is in quarantine, the client's bucket is as it was. Correct the roster or the study, then start a **new** run |
| `approve` | waits for a second person (Required Actions) | a rejection is green here and skips `publish`; red, it could not take back what a publication had sent before it was cut short: clear it when the client's store answers |
| `publish` | looks the decision up in the ledger, copies, writes the manifest last | without a proper approval it refuses; otherwise clear it: what arrived is not sent twice |

How much is masked is the mode's: `normal` masks what the layers are sure of, `careful` also what the name model only
suspects, `strict` also every word that no list knows. The approver sees it, with how many places each layer masked;
why each place was masked lies in the staging store beside the candidate and is never sent.

Any task may be cleared and repeated: the same run gives the same bytes. A new run is a new version of the export.
"""

from airflow.sdk import Param, dag

from anonymizers.modes import MODES
from lethe.tasks.agency import settings
from lethe.tasks.approval import ExportApproval
from lethe.tasks.sharing import AS_THE_STUDY_SAYS, anonymise, gate, publish, select

studies = settings().studies

FORM = {
    "study": Param(
        min(studies),
        type="string",
        title="Study",
        enum=sorted(studies),
        values_display={name: f"{study.title} ({study.client})" for name, study in studies.items()},
        description_md="The study to share. Its client, and so its bucket, follow from `config/studies`.",
    ),
    "formats": Param(
        ["same"],
        type="array",
        title="Transcript formats",
        examples=["same", "txt", "docx"],
        values_display={"same": "as it came in", "txt": "plain text", "docx": "Word document"},
        description_md="`same` gives each transcript in the format family it came in, written afresh.",
    ),
    "mode": Param(
        AS_THE_STUDY_SAYS,
        type="string",
        title="Mode",
        enum=[AS_THE_STUDY_SAYS, *MODES],
        values_display={AS_THE_STUDY_SAYS: "as the study says"},
        description_md=(
            "**as the study says**: the mode in `config/studies`, else that of `config/anonymisation.yaml`.\n\n"
            "**normal**: masks what the layers of `config/anonymisation.yaml` are sure of; reads best, and a misheard "
            "name of somebody outside the roster may stay.\n\n"
            "**careful**: also masks what the name model only suspects; meant for what leaves the house.\n\n"
            "**strict**: also masks every word that no list knows as an ordinary word; for the most delicate studies, at "
            "the price of brands and rare words.\n\n"
            "A mode whose layers `config/anonymisation.yaml` leaves out is refused."
        ),
    ),
}


@dag(schedule=None, params=FORM, doc_md=__doc__, tags=["share", "P4.5"], is_paused_upon_creation=False)
def client_share_export() -> None:
    """Select, anonymise, gate, approve, publish."""
    candidates = anonymise.expand(batch=select())
    candidates >> gate() >> ExportApproval(task_id="approve") >> publish()


client_share_export()
