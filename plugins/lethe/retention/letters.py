"""The words of a notice: what must go, by when and why, and what to do. Ids, counts and dates; nobody is named."""

from dataclasses import dataclass
from html import escape

from lethe.retention.notices import Notice
from lethe.settings.policy import POLICY

NOUNS = {
    "recording": "recording",
    "transcript": "transcript",
    "upload": "upload",
    "survey": "survey table",
    "manifest": "list of files (manifest)",
}


@dataclass(frozen=True)
class Letter:
    """A message as plain paragraphs."""

    subject: str
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n\n".join(self.paragraphs) + "\n"

    @property
    def html(self) -> str:
        """The same for a mail program: paragraphs and nothing to load."""
        return "".join(f"<p>{escape(paragraph)}</p>\n" for paragraph in self.paragraphs)


def letter(notice: Notice, *, agency: str, client: str) -> Letter:
    """One notice in plain words; `agency` and `client` are the names that both go by."""
    due = notice.due.isoformat()
    subject = f"Please delete your copies by {due}"
    if notice.is_escalation:
        subject = f"OVERDUE: copies to be deleted by {due}, no answer yet"
    paragraphs = [
        f"To {client}, from {agency}.",
        _what_has_come(notice),
        f"What it is: {_counted(notice)}. Studies: {', '.join(notice.studies)}. "
        f"Our own names for it: {', '.join(notice.sources)}.",
        *(_why(clause) for clause in notice.clauses),
    ]
    if notice.moved_from:
        days = ", ".join(day.isoformat() for day in notice.moved_from)
        paragraphs.append(f"We wrote to you before with another day ({days}). The day in this message holds now.")
    paragraphs += [
        "What to do: delete every copy that you hold, those that you passed on or keep in your own backups included. "
        "What still lies in the bucket that we share is deleted by us.",
        f"Then answer this message with the code {notice.code} and one of: deleted; none held; partly, with what is "
        "left and when it goes.",
    ]
    return Letter(f"{subject} ({notice.code})", tuple(paragraphs))


def _what_has_come(notice: Notice) -> str:
    due = notice.due.isoformat()
    if notice.is_escalation:
        return (
            f"What we shared with you, listed below, was to be deleted by the end of {due}. That day has passed and "
            "you have not attested that no copy is left. Our data protection officer reads this message too; it "
            "comes again every week until you do."
        )
    when = {0: "today", 7: "within the next 7 days", 30: "within the next 30 days"}[notice.stage]
    return f"What we shared with you, listed below, must be deleted {when}: by the end of {due}."


def _counted(notice: Notice) -> str:
    return ", ".join(
        f"{number} {NOUNS.get(kind, kind)}{'' if number == 1 else 's'}" for kind, number in notice.kinds.items()
    )


def _why(clause_id: str) -> str:
    clause = POLICY.get(clause_id)
    promised = f": {clause.promise}, after {clause.window} at the latest" if clause else ""
    return f"Why: clause {clause_id} of our privacy policy{promised}, with us and with our clients."
