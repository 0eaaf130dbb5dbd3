"""Sending the notices of a day, and noting each one once a mail server has taken it for everybody it is for.

Sent first, noted after: a process killed in between sends a notice twice, and never not at all.
"""

import hashlib
from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace

import rfc8785

from lethe.agency import Agency
from lethe.ledger import Entry
from lethe.ledger.notices import Told, all_told, note_recipient, note_told, notices_taken
from lethe.retention.errors import RetentionError
from lethe.retention.holdings import holdings
from lethe.retention.letters import Letter, letter
from lethe.retention.notices import Notice, notices_due
from lethe.retention.stop import refuse_if_stopped

NOTIFIED = "client_notified"
ESCALATED = "client_escalated"

Post = Callable[[str, Letter], None]
"""Hands a letter for one address to a mail server, or raises `MailRefusedError` or `MailAwayError`."""


class MailRefusedError(RetentionError):
    """The mail server did not take a letter for an address; it may later where it said so. Other letters may pass."""

    def __init__(self, message: str, *, may_pass: bool) -> None:
        super().__init__(message)
        self.may_pass = may_pass


class MailAwayError(RetentionError):
    """There is no mail server to send through, or it does not answer."""


class NoticesUnsentError(RetentionError):
    """Some notices of the day were not sent to everybody: how many and why, never to whom."""

    def __init__(self, message: str, *, may_pass: bool) -> None:
        super().__init__(message)
        self.may_pass = may_pass


@dataclass(frozen=True)
class Sent:
    """What was sent and noted, in numbers."""

    notices: int = 0
    escalations: int = 0


def notices_of_today(agency: Agency) -> list[Notice]:
    """What is to be sent now; nothing is touched."""
    told = {(row.item_id, row.due, row.stage) for row in all_told(agency.ledger)}
    return notices_due(holdings(agency), told, agency.today())


def send_notices(agency: Agency, mail: Callable[[], AbstractContextManager[Post]]) -> Sent:
    """Send what is due today; `mail` is opened only when there is something to send.

    An address is told once of a thing at each stage, though another address was refused and the notice comes again with
    more in it.

    Raises:
        DeletionsStoppedError: nobody is asked to delete anything meanwhile.
        NoticesUnsentError: some were not sent; they are not noted, and the next run sends them.
        MailAwayError: the server could not be reached; what was sent before that is noted.
    """
    pending = notices_of_today(agency)
    if pending:
        refuse_if_stopped(agency)
    unsent: Counter[str] = Counter()
    ready = []
    for notice in pending:
        recipients, lack = _recipients(agency, notice)
        if lack:
            unsent[lack] += 1
        else:
            ready.append((notice, recipients))
    done: Counter[bool] = Counter()
    may_pass = False
    if ready:
        with mail() as post:
            for notice, recipients in ready:
                refused = _send(agency, notice, recipients, post)
                for error in refused:
                    may_pass |= error.may_pass
                if refused:
                    unsent[f"the mail server refused an address that client '{notice.client_id}' is told at"] += 1
                else:
                    _note(agency, notice)
                    done[notice.is_escalation] += 1
    if unsent:
        raise NoticesUnsentError(_in_words(unsent, len(pending)), may_pass=may_pass)
    return Sent(done[False], done[True])


def _recipients(agency: Agency, notice: Notice) -> tuple[list[str], str]:
    """Who is told, each once; or, in words, who is missing from the settings."""
    client = agency.settings.clients.clients.get(notice.client_id)
    contacts = list(client.contacts) if client else []
    if notice.is_escalation:
        if agency.settings.agency.dpo is None:
            return [], "config/agency.yaml names no dpo to escalate to"
        contacts = [agency.settings.agency.dpo, *contacts]
    elif not contacts:
        return [], f"client '{notice.client_id}' has no contacts in config/clients.yaml"
    return list({address.casefold(): address for address in contacts}.values()), ""


def _send(agency: Agency, notice: Notice, recipients: list[str], post: Post) -> list[MailRefusedError]:
    """Send to each what it has not been told of yet; the refusals, one an address that was not taken."""
    client = agency.settings.clients.clients.get(notice.client_id)
    ids = notice.ids_by_item
    refused = []
    for address in recipients:
        known_as = agency.ledger.references("notice to", address.casefold())
        taken = notices_taken(agency.ledger, [notice.notice_id, *ids.values()], known_as)
        if notice.notice_id in taken:
            continue  # all of it at once
        fresh = tuple(held for held in notice.holdings if ids[held.item_id] not in taken)
        if not fresh:
            continue
        rest = replace(notice, holdings=fresh)
        words = letter(rest, agency=agency.settings.agency.name, client=client.name if client else notice.client_id)
        try:
            post(address, words)
        except MailRefusedError as error:
            refused.append(error)
            continue
        told = [ids[held.item_id] for held in fresh]
        note_recipient(agency.ledger, told, agency.ledger.reference("notice to", address.casefold()))
    return refused


def _note(agency: Agency, notice: Notice) -> None:
    item_ids = [held.item_id for held in notice.holdings]
    details = {
        "client_id": notice.client_id,
        "due": notice.due.isoformat(),
        "stage": notice.stage,
        "kinds": notice.kinds,
        "clauses": list(notice.clauses),
        "items": hashlib.sha256(rfc8785.dumps(item_ids)).hexdigest(),
    }
    event = ESCALATED if notice.is_escalation else NOTIFIED
    sent_at = agency.now()
    rows = [
        Told(item_id, notice.due, notice.stage, notice.client_id, notice.notice_id, sent_at) for item_id in item_ids
    ]
    line = Entry(event, notice.notice_id, notice.code, "sent", details)
    agency.ledger.append([line], also=lambda connection: note_told(connection, rows))


def _in_words(unsent: Counter[str], pending: int) -> str:
    reasons = "; ".join(f"{number} because {why}" for why, number in sorted(unsent.items()))
    return (
        f"{unsent.total()} of {pending} notices to clients were not sent to everybody: {reasons}. They are not noted "
        "as sent: put it right in config/ and clear this task, or the run of tomorrow sends them; whoever was told "
        "of a thing is not told of it again"
    )
