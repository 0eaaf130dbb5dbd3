"""From a study's raw items to a client's bucket: select, anonymise, gate, approve, publish (P4.5)."""

from lethe.sharing.anonymisation import BatchCounts, anonymise_batch
from lethe.sharing.approval import ask_approval, record_decision
from lethe.sharing.errors import ExportRefusedError
from lethe.sharing.exports import export_of_run, is_published
from lethe.sharing.publication import Publication, publish_export
from lethe.sharing.review import Review, review_export
from lethe.sharing.selection import FORMATS, Selection, select_export

__all__ = [
    "FORMATS",
    "BatchCounts",
    "ExportRefusedError",
    "Publication",
    "Review",
    "Selection",
    "anonymise_batch",
    "ask_approval",
    "export_of_run",
    "is_published",
    "publish_export",
    "record_decision",
    "review_export",
    "select_export",
]
