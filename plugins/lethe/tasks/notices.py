"""Telling clients what they must delete. Addresses come from the settings inside the task and stay there."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from smtplib import SMTPDataError, SMTPRecipientsRefused
from typing import TYPE_CHECKING

from airflow.sdk import task

from lethe.tasks.agency import current_agency
from lethe.tasks.guard import guarded

if TYPE_CHECKING:
    from airflow.providers.smtp.hooks.smtp import SmtpHook

    from lethe.retention.letters import Letter
    from lethe.retention.telling import Post

MAIL = "lethe_smtp"
"""The Airflow connection that mail is sent through."""

CLOSING = 421
"""The SMTP code of a server that is about to go away (RFC 5321, 4.2.2)."""

PERMANENT = 500
"""SMTP codes from here on stay as they are when one tries again (RFC 5321, 4.2.1)."""


@task
@guarded
def tell_clients() -> dict[str, int]:
    """Send the notices and escalations of today; how many. Fails when some could not be sent, never saying to whom."""
    from lethe.retention.telling import send_notices

    agency = current_agency()
    return asdict(send_notices(agency, lambda: mail_server(agency.settings.agency.sender)))


@contextmanager
def mail_server(sender: str | None) -> "Iterator[Post]":
    """Airflow's mail hook, logged in: what hands over one letter to one address. Its errors keep no text.

    The hook and not the notifier: this is the task's work and no callback, and what a notifier is made with are
    template fields. One address a message: the hook says nothing when a server takes some of several and refuses
    others.

    Raises:
        MailAwayError: no such connection, or a server that does not answer or does not let us in.
    """
    from airflow.providers.smtp.hooks.smtp import SmtpHook

    from lethe.retention.telling import MailAwayError

    hook = SmtpHook(smtp_conn_id=MAIL)
    problem = _problem(hook.get_conn)
    if problem:
        raise MailAwayError(
            f"notices to clients are due, and no mail server could be reached through the connection `{MAIL}` "
            f"({problem}); nothing was sent and nothing is noted as sent. Make it in Airflow: type smtp, host, port, "
            "login, password, and from_email where config/agency.yaml names no sender. Then clear this task"
        )
    with hook:
        if not (sender or hook.from_email):
            raise MailAwayError(
                "notices to clients are due, and nobody is named whom they come from; nothing was sent. Set sender in "
                f"config/agency.yaml, or from_email in the connection `{MAIL}`. Then clear this task"
            )
        yield lambda address, letter: _hand_over(hook, sender, address, letter)


def _hand_over(hook: "SmtpHook", sender: str | None, address: str, letter: "Letter") -> None:
    from lethe.retention.telling import MailAwayError, MailRefusedError

    def send() -> None:
        hook.send_email_smtp(to=[address], from_email=sender, subject=letter.subject, html_content=letter.html)

    problem = _problem(send)
    if problem and problem.refused:
        may_pass = all(code < PERMANENT for code in problem.codes)
        raise MailRefusedError(f"the mail server did not take a letter for an address ({problem})", may_pass=may_pass)
    if problem:
        raise MailAwayError(
            f"the mail server behind the connection `{MAIL}` did not take a notice ({problem}); what was sent before "
            "it is noted, the rest is not. Look at the server, then clear this task"
        )


@dataclass(frozen=True)
class _Problem:
    """An exception of the mail library by its type and SMTP codes: its text quotes addresses and passwords."""

    kind: str
    codes: tuple[int, ...]
    refused: bool

    def __str__(self) -> str:
        return " ".join([self.kind, *(str(code) for code in self.codes)])


def _problem(call: Callable[[], object]) -> _Problem | None:
    """What went wrong, if anything. The exception ends here, so that no later one carries it along as its context."""
    try:
        call()
    except SMTPRecipientsRefused as error:
        return _Problem(type(error).__name__, tuple(sorted({code for code, _ in error.recipients.values()})), True)
    except SMTPDataError as error:
        # After the address: a full mailbox or a filter of its server. The next letter may pass.
        return _Problem(type(error).__name__, (error.smtp_code,), error.smtp_code != CLOSING)
    except Exception as error:
        code = getattr(error, "smtp_code", None)
        return _Problem(type(error).__name__, (code,) if isinstance(code, int) else (), False)
    return None
