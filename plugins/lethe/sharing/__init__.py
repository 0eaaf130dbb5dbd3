"""From a study's raw items to a client's bucket: select, anonymise, gate, approve, publish (P4.5).

`anonymise_batch` and `review_export` are imported from `anonymisation` and `review`: they bring Presidio and the gate
with them, which take seconds to load, and the other steps need neither.
"""

from lethe.sharing.approval import ask_approval, record_decision
from lethe.sharing.errors import ExportRefusedError, StillAtClientError
from lethe.sharing.examined import Review
from lethe.sharing.exports import export_of_run, is_published
from lethe.sharing.publication import Publication, publish_export
from lethe.sharing.selection import FORMATS, Selection, select_export

__all__ = [
    "FORMATS",
    "ExportRefusedError",
    "Publication",
    "Review",
    "Selection",
    "StillAtClientError",
    "ask_approval",
    "export_of_run",
    "is_published",
    "publish_export",
    "record_decision",
    "select_export",
]
