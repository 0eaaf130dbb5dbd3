"""What a store refused to delete, in numbers, and what to do about each kind."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from lethe.connectors.objects import DeleteOutcome

NEXT_STEP = {
    "governance": (
        "an object lock in governance mode keeps them{until}: whoever set it, or may use "
        "s3:BypassGovernanceRetention, can lift it; Lethe bypasses no lock"
    ),
    "compliance": "an object lock in compliance mode keeps them{until}: nobody can delete them before; try again then",
    "legal_hold": "a legal hold in the store keeps them: ask who set it to lift it (s3:PutObjectLegalHold)",
    "locked": (
        "an object lock or legal hold keeps them, or may: which, could not be read. Ask who set it, or wait until it "
        "ends; with s3:GetObjectRetention and s3:GetObjectLegalHold the connection can tell what keeps them, and "
        "where nothing does it lacks s3:DeleteObjectVersion"
    ),
    "mfa": "the bucket has MFA delete: its owner must turn that off, or delete them with the second factor",
    "denied": (
        "the connection may not delete there: give it s3:DeleteObjectVersion, and see that no bucket policy denies it"
    ),
    "archived": (
        "the store does not delete them in their archive class: restore them first (Amazon S3 itself deletes archived "
        "objects without that)"
    ),
    "credentials": (
        "the credentials of the connection have expired or are not known there, or this machine's clock is wrong: "
        "renew them and clear this task"
    ),
    "uploads": (
        "unfinished uploads could not be listed or aborted: the connection needs s3:ListBucketMultipartUploads and "
        "s3:AbortMultipartUpload"
    ),
    "failed": "the store answered with an error: clear this task to try again",
}
"""What to do about each outcome. `{until}` is the end of the longest lock, where the store tells."""

WITH_CODES = {"failed"}


@dataclass
class Refusals:
    """What one batch could not delete, over all its places."""

    outcomes: list[DeleteOutcome] = field(default_factory=list, repr=False)
    uploads: int = 0

    def add(self, outcomes: Iterable[DeleteOutcome]) -> None:
        """Take up what is not deleted; the rest is no refusal."""
        self.outcomes += [outcome for outcome in outcomes if outcome.outcome != "deleted"]

    def __bool__(self) -> bool:
        return bool(self.outcomes or self.uploads)

    def in_words(self) -> str:
        """How many of each kind, why, and what to do next: no key, no version."""
        kinds = sorted({outcome.outcome for outcome in self.outcomes})
        parts = [_kind(kind, [one for one in self.outcomes if one.outcome == kind]) for kind in kinds]
        if self.uploads:
            parts.append(f"at {self.uploads} place{'s' * (self.uploads > 1)} {NEXT_STEP['uploads']}")
        return "; ".join(parts)


def _kind(kind: str, outcomes: Sequence[DeleteOutcome]) -> str:
    codes = ", ".join(sorted({one.code for one in outcomes if one.code})) if kind in WITH_CODES else ""
    step = NEXT_STEP[kind].format(until=_until([one.until for one in outcomes]))
    return f"{len(outcomes)} {kind.replace('_', ' ')} ({codes}{': ' if codes else ''}{step})"


def _until(ends: Sequence[datetime | None]) -> str:
    known = [end for end in ends if end is not None]
    if not known:
        return ""
    last = max(known).strftime("%d %B %Y, %H:%M %Z").lstrip("0")
    return f" until {last}" if len(known) == len(ends) and len(set(known)) == 1 else f", the last until {last}"
