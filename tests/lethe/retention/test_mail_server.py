"""What a mail server says of one letter, told apart from a server that is not there; under Airflow's own imports."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[3]

LETTERS = """
import json, smtplib
import airflow.providers.smtp.hooks.smtp as smtp
from lethe.retention.letters import Letter
from lethe.retention.telling import MailAwayError, MailRefusedError
from lethe.tasks.notices import mail_server

ANSWERS = {
    "full": smtplib.SMTPDataError(552, b"mailbox of full@orchard-lane.example is full"),
    "filtered": smtplib.SMTPDataError(554, b"5.7.1 rejected"),
    "busy": smtplib.SMTPDataError(452, b"4.2.2 try later"),
    "closing": smtplib.SMTPDataError(421, b"closing"),
    "unknown": smtplib.SMTPRecipientsRefused({"unknown@orchard-lane.example": (550, b"no such user")}),
    "away": smtplib.SMTPServerDisconnected("gone"),
}

class Hook:
    from_email = "dpo@fernhollow.example"
    def __init__(self, **_): pass
    def get_conn(self): return self
    def __enter__(self): return self
    def __exit__(self, *_): pass
    def send_email_smtp(self, to, **_):
        if to[0] in ANSWERS:
            raise ANSWERS[to[0]]

smtp.SmtpHook = Hook
told = {}
with mail_server(None) as post:
    for address in [*ANSWERS, "good"]:
        try:
            post(address, Letter("subject", ("words",)))
            told[address] = "taken"
        except (MailAwayError, MailRefusedError) as error:
            told[address] = [type(error).__name__, error.may_pass, str(error)]
print(json.dumps(told))
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[object]]:
    """What became of a letter, by what the server answered."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("AIRFLOW", "LETHE"))}
    environment |= {
        "AIRFLOW_HOME": str(tmp_path_factory.mktemp("airflow")),
        "PYTHONPATH": os.pathsep.join([str(PROJECT / "plugins"), str(PROJECT)]),
    }
    ran = subprocess.run(
        [sys.executable, "-c", LETTERS], env=environment, capture_output=True, text=True, timeout=240, check=False
    )
    assert ran.returncode == 0, ran.stderr[-2000:]
    return json.loads(ran.stdout.splitlines()[-1])  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("answer", "may_pass"), [("full", False), ("filtered", False), ("busy", True), ("unknown", False)]
)
def test_a_letter_that_is_not_taken_is_a_refusal_of_its_address(
    told: dict[str, list[object]], answer: str, may_pass: bool
) -> None:
    kind, later, words = told[answer]
    assert (kind, later) == ("MailRefusedError", may_pass)
    assert "@" not in str(words)


@pytest.mark.parametrize("answer", ["closing", "away"])
def test_a_server_that_goes_ends_the_run(told: dict[str, list[object]], answer: str) -> None:
    assert told[answer][0] == "MailAwayError"


def test_the_next_letter_passes(told: dict[str, list[object]]) -> None:
    assert told["good"] == "taken"
