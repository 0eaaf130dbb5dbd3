"""Deletion on time, and the proof: find what is due, freeze a plan, delete, verify by a fresh listing, certify."""

from lethe.retention.certify import Certified, certify_plan
from lethe.retention.due import due_date
from lethe.retention.errors import RetentionError, StillPresentError
from lethe.retention.freezing import freeze_plan
from lethe.retention.inventory import Held, inventory, standing
from lethe.retention.plan import Plan, load_plan, plan_id_of
from lethe.retention.purge import BatchOutcome, delete_batch
from lethe.retention.verification import Verification, verify_plan

__all__ = [
    "BatchOutcome",
    "Certified",
    "Held",
    "Plan",
    "RetentionError",
    "StillPresentError",
    "Verification",
    "certify_plan",
    "delete_batch",
    "due_date",
    "freeze_plan",
    "inventory",
    "load_plan",
    "plan_id_of",
    "standing",
    "verify_plan",
]
