"""Notices of a real ledger: what a client holds, who is told, what is noted, and what a failure leaves."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from lethe.agency import Agency
from lethe.ledger import schema as ledger_schema
from lethe.ledger.notices import all_told
from lethe.ledger.recipients import all_copies, register_copies
from lethe.retention.attestation import AttestationRefusedError, Statement, attest, awaited
from lethe.retention.handovers import HandoverRefusedError, hand_over
from lethe.retention.holdings import holdings
from lethe.retention.holds import end_hold, place_hold
from lethe.retention.letters import Letter
from lethe.retention.stop import DeletionsStoppedError, resume_deletions, stop_deletions
from lethe.retention.telling import MailAwayError, MailRefusedError, NoticesUnsentError, Post, Sent, send_notices

CONTACT, DPO = "insights@orchard-lane.example", "dpo@fernhollow.example"
SECOND = "archive@orchard-lane.example"
DUE = "2026-12-24"


@dataclass
class Mailbox:
    """A mail server of a test: what came, whom it refuses, whether it is there at all."""

    letters: list[tuple[str, Letter]] = field(default_factory=list)
    refuses: set[str] = field(default_factory=set)
    goes_away_after: int | None = None
    opened: int = 0

    @contextmanager
    def __call__(self) -> Iterator[Post]:
        self.opened += 1
        yield self.take

    def take(self, address: str, words: Letter) -> None:
        if self.goes_away_after is not None and len(self.letters) >= self.goes_away_after:
            raise MailAwayError("the mail server is away")
        if address in self.refuses:
            raise MailRefusedError("the mail server refused an address", may_pass=False)
        self.letters.append((address, words))

    def received(self) -> list[tuple[str, str]]:
        """Who got which subject, and the box is empty again."""
        taken = [(address, words.subject) for address, words in self.letters]
        self.letters.clear()
        return taken


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


def with_client(agency: Agency, **changes: object) -> Agency:
    """The agency with other settings for the client that keeps copies."""
    clients = agency.settings.clients
    client = clients.clients["orchard-lane"].model_copy(update=changes)
    changed = clients.model_copy(update={"clients": {**clients.clients, "orchard-lane": client}})
    return replace(agency, settings=agency.settings.model_copy(update={"clients": changed}))


def with_profile(agency: Agency, **changes: object) -> Agency:
    profile = agency.settings.agency.model_copy(update=changes)
    return replace(agency, settings=agency.settings.model_copy(update={"agency": profile}))


@pytest.fixture
def shared(world) -> Agency:  # type: ignore[no-untyped-def]
    """Two copies in the bucket of a client that keeps copies, due a month from now; one at a client that keeps none."""
    world.copy("grocery-delivery/e-1/transcript-1.vtt", DUE, store_id="orchard-lane")
    world.copy("grocery-delivery/e-1/recordings/Siobhan Farrell.mp4", DUE, "recording", store_id="orchard-lane")
    world.copy("banking-app/e-2/transcript-1.vtt", DUE)
    agency: Agency = world.agency
    return agency


def lines(agency: Agency, event: str) -> list[tuple[str, int]]:
    return [(line.reference, line.details["stage"]) for line in agency.ledger.entries(event=event)]


def go_on(clock, day: str) -> None:  # type: ignore[no-untyped-def]
    clock.advance(days=(date.fromisoformat(day) - clock().date()).days)


def test_the_whole_way_from_the_first_notice_to_the_attestation(shared: Agency, mailbox: Mailbox, clock) -> None:
    assert send_notices(shared, mailbox) == Sent(1, 0)
    code = "orchard-lane-20261224"
    assert mailbox.received() == [(CONTACT, f"Please delete your copies by {DUE} ({code})")]
    for day, told in (
        ("2026-12-16", []),
        ("2026-12-17", [(CONTACT, f"Please delete your copies by {DUE} ({code})")]),
        ("2026-12-24", [(CONTACT, f"Please delete your copies by {DUE} ({code})")]),
        (
            "2026-12-25",
            [(who, f"OVERDUE: copies to be deleted by {DUE}, no answer yet ({code})") for who in (DPO, CONTACT)],
        ),
        ("2026-12-31", []),
        (
            "2027-01-01",
            [(who, f"OVERDUE: copies to be deleted by {DUE}, no answer yet ({code})") for who in (DPO, CONTACT)],
        ),
    ):
        go_on(clock, day)
        send_notices(shared, mailbox)
        send_notices(shared, mailbox)
        assert mailbox.received() == told, day
    assert lines(shared, "client_notified") == [(code, 30), (code, 7), (code, 0)]
    assert lines(shared, "client_escalated") == [(code, -1), (code, -8)]
    assert attest(shared, "orchard-lane", date(2026, 12, 24), by="archivist").closed == 2
    go_on(clock, "2027-02-01")
    assert send_notices(shared, mailbox) == Sent()
    assert awaited(shared) == []
    assert shared.ledger.verify_chain() == []


def test_without_anything_to_tell_no_mail_server_is_asked_for(agency: Agency, mailbox: Mailbox) -> None:
    assert send_notices(agency, mailbox) == Sent()
    assert mailbox.opened == 0


def test_no_key_no_address_and_nobody_in_mail_ledger_or_tables(shared: Agency, mailbox: Mailbox, tmp_path) -> None:
    send_notices(shared, mailbox)
    attest(shared, "orchard-lane", date.fromisoformat(DUE), by="Odile Marchetti", statement=Statement.PARTLY)
    ((_, words),) = mailbox.letters
    assert "1 recording, 1 transcript. Studies: banking-app. Our own names for it: e-1." in words.text
    for hidden in ("Siobhan", "transcript-1", "vtt"):
        assert hidden not in words.text + words.subject
    written = [str(line) for line in shared.ledger.entries()]
    for hidden in ("Siobhan", "Odile", "@", "transcript-1"):
        assert not [line for line in written if hidden in line]
    shared.ledger.engine.dispose()
    assert CONTACT.encode() not in (tmp_path / "ledger.sqlite").read_bytes()


def test_what_retention_took_from_the_bucket_may_still_be_held(shared: Agency, mailbox: Mailbox, world, clock) -> None:
    send_notices(shared, mailbox)
    go_on(clock, DUE)
    for rule_id in ("recordings", "transcripts"):
        world.run(rule_id)
    assert all(copy.deleted_at for copy in all_copies(shared.ledger))
    assert {held.due for held in holdings(shared)} == {date.fromisoformat(DUE)}
    assert send_notices(shared, mailbox) == Sent(1, 0)


def test_a_copy_that_went_on_an_earlier_day_keeps_that_day(shared: Agency, world, clock) -> None:
    """What dated it anew is deleted with it; its notices must not fall back to the day once registered."""
    copy = all_copies(shared.ledger)[0]
    with shared.ledger.engine.begin() as connection:
        table = ledger_schema.recipient_copy
        gone = {"deleted_at": shared.now(), "gone_due": date(2026, 11, 20)}
        connection.execute(sa.update(table).where(table.c.store_id == "orchard-lane").values(**gone))
    assert copy.due == date.fromisoformat(DUE)
    assert {held.due for held in holdings(shared)} == {date(2026, 11, 20)}


def test_a_missed_month_is_caught_up_with_the_latest_stage_alone(shared: Agency, mailbox: Mailbox, clock) -> None:
    go_on(clock, "2026-12-20")
    assert send_notices(shared, mailbox) == Sent(1, 0)
    assert lines(shared, "client_notified") == [("orchard-lane-20261224", 7)]


def test_a_server_that_goes_away_leaves_nothing_noted_and_the_next_run_sends(shared: Agency, mailbox: Mailbox) -> None:
    mailbox.goes_away_after = 0
    with pytest.raises(MailAwayError) as caught:
        send_notices(shared, mailbox)
    assert caught.value.may_pass
    assert all_told(shared.ledger) == []
    assert shared.ledger.entries() == []
    mailbox.goes_away_after = None
    assert send_notices(shared, mailbox) == Sent(1, 0)


def test_a_refused_address_is_told_by_number_and_the_others_are_not_told_twice(
    shared: Agency, mailbox: Mailbox, clock
) -> None:
    shared = with_client(shared, contacts=(CONTACT, SECOND))
    mailbox.refuses = {CONTACT}
    for _ in range(2):
        with pytest.raises(NoticesUnsentError) as caught:
            send_notices(shared, mailbox)
        assert "1 of 1 notices" in str(caught.value)
        assert "client 'orchard-lane'" in str(caught.value)
        assert "@" not in str(caught.value)
        assert caught.value.__context__ is None
        assert all_told(shared.ledger) == []
    assert [address for address, _ in mailbox.received()] == [SECOND]
    mailbox.refuses = set()
    clock.advance(days=1)
    shared.keys.rotate_reference_key()
    assert send_notices(shared, mailbox) == Sent(1, 0)
    assert [address for address, _ in mailbox.received()] == [CONTACT]


def test_what_comes_to_a_day_after_a_refusal_is_all_that_the_good_address_hears_of(
    shared: Agency, mailbox: Mailbox
) -> None:
    shared = with_client(shared, contacts=(CONTACT, SECOND))
    mailbox.refuses = {CONTACT}
    with pytest.raises(NoticesUnsentError):
        send_notices(shared, mailbox)
    ((address, words),) = mailbox.letters
    assert address == SECOND
    assert "e-1" in words.text
    mailbox.letters.clear()
    hand_over(
        shared,
        "orchard-lane",
        study_id="grocery-delivery",
        kind="recording",
        reference="disk-1",
        due=date.fromisoformat(DUE),
    )
    with pytest.raises(NoticesUnsentError):
        send_notices(shared, mailbox)
    ((address, words),) = mailbox.letters
    assert address == SECOND
    assert "disk-1" in words.text
    assert "e-1" not in words.text
    mailbox.letters.clear()
    mailbox.refuses = set()
    assert send_notices(shared, mailbox) == Sent(1, 0)
    ((address, words),) = mailbox.letters
    assert address == CONTACT
    assert "disk-1" in words.text
    assert "e-1" in words.text
    assert len({row.item_id for row in all_told(shared.ledger)}) == 3


def test_a_process_killed_between_sending_and_noting_sends_again(
    shared: Agency, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    from lethe.retention import telling

    class Killed(BaseException):
        pass

    def killed(*_: object) -> None:
        raise Killed

    monkeypatch.setattr(telling, "note_recipient", killed)
    with pytest.raises(Killed):
        send_notices(shared, mailbox)
    monkeypatch.undo()
    assert send_notices(shared, mailbox) == Sent(1, 0)
    assert len(mailbox.received()) == 2


LACKS: dict[str, tuple[Callable[[Agency], Agency], str, str]] = {
    "contacts": (
        lambda agency: with_client(agency, contacts=()),
        "2026-12-17",
        "has no contacts in config/clients.yaml",
    ),
    "a dpo": (lambda agency: with_profile(agency, dpo=None), "2026-12-25", "config/agency.yaml names no dpo"),
}


@pytest.mark.parametrize(("change", "day", "said"), LACKS.values(), ids=LACKS.keys())
def test_nobody_to_tell_is_an_error_and_keeps_waiting(
    shared: Agency, mailbox: Mailbox, clock, change, day: str, said: str
) -> None:
    go_on(clock, day)
    with pytest.raises(NoticesUnsentError, match=said):
        send_notices(change(shared), mailbox)
    assert (mailbox.opened, all_told(shared.ledger)) == (0, [])
    assert sum(vars(send_notices(shared, mailbox)).values()) == 1


def test_one_client_without_contacts_keeps_no_other_from_its_notice(shared: Agency, mailbox: Mailbox) -> None:
    hand_over(shared, "brightwell", study_id="banking-app", kind="recording", reference="disk-1", due=date(2026, 12, 1))
    with pytest.raises(NoticesUnsentError, match=r"1 of 2 notices.*'brightwell' has no contacts"):
        send_notices(shared, mailbox)
    assert [address for address, _ in mailbox.received()] == [CONTACT]
    assert len(all_told(shared.ledger)) == 2


def test_a_client_that_keeps_no_copies_hears_of_handovers_alone(shared: Agency, mailbox: Mailbox) -> None:
    quiet = with_client(shared, keeps_copies=False)
    assert holdings(quiet) == []
    hand_over(
        quiet, "orchard-lane", study_id="grocery-delivery", kind="upload", reference="disk-9", due=date(2026, 12, 1)
    )
    assert send_notices(quiet, mailbox) == Sent(1, 0)
    assert "1 upload. Studies: grocery-delivery. Our own names for it: disk-9." in mailbox.letters[0][1].text


def test_handover_of_a_session_is_dated_by_its_rule_and_moves_with_it(shared: Agency, world, mailbox: Mailbox) -> None:
    world.session("s-7", "2026-05-31T23:30+01:00", "grocery-delivery")
    given = {"study_id": "grocery-delivery", "kind": "recording", "reference": "link-7", "session_id": "s-7"}
    entry = hand_over(shared, "orchard-lane", **given)
    assert (entry.due, entry.clause) == (date(2026, 11, 30), "P4.2")
    assert hand_over(shared, "orchard-lane", **given) == entry
    assert len(shared.ledger.entries(event="handed_over")) == 1

    def day() -> set[date]:
        return {held.due for held in holdings(shared) if held.source == "link-7"}

    send_notices(shared, mailbox)
    mailbox.letters.clear()
    world.redate("s-7", "2026-05-26T10:00+01:00")
    assert day() == {date(2026, 11, 26)}
    send_notices(shared, mailbox)
    ((_, words),) = mailbox.letters
    assert "We wrote to you before with another day (2026-11-30)" in words.text
    # Nothing puts off what was promised with the handover.
    world.redate("s-7", "2026-08-01T10:00+01:00")
    assert day() == {date(2026, 11, 30)}
    # Nor does a time that cannot be right bring it forward.
    world.redate("s-7", "1970-01-01T00:00+00:00")
    assert day() == {date(2026, 11, 30)}
    world.redate("s-7", "2026-08-01T10:00+01:00")
    # The client answers with the code it was given first.
    assert attest(shared, "orchard-lane", date(2026, 11, 26), by="archivist").closed == 1
    assert day() == set()


REFUSED = {
    "an unknown client": ({"client_id": "nobody"}, "no such client; known: brightwell, orchard-lane"),
    "another client's study": ({"study_id": "banking-app"}, "has no such study; it has: grocery-delivery"),
    "an unknown kind": ({"kind": "film"}, "the kind must be one of recording, transcript, upload, survey"),
    "a name for a reference": ({"reference": "siobhan-farrell"}, "a figure in it, such as disk-0042; never a name"),
    "a file's name": ({"reference": "Siobhan 1.mp4"}, "an id of your own"),
    "a day later than the promise": ({"due": date(2027, 5, 25)}, "later than 2027-05-24: P4.2 allows no later one"),
    "neither day nor session": ({"due": None}, "either the due day or the session"),
    "both": ({"session_id": "s-1"}, "either the due day or the session"),
    "an unknown session": ({"due": None, "session_id": "s-x"}, "study 'grocery-delivery' has no such session"),
    "another study's session": ({"due": None, "session_id": "s-b"}, "has no such session"),
    "a session without a date": ({"due": None, "session_id": "s-n"}, "the session has no date yet"),
    "answers by a session": ({"due": None, "session_id": "s-n", "kind": "survey"}, "give the due day"),
}


@pytest.mark.parametrize(("changes", "said"), REFUSED.values(), ids=REFUSED.keys())
def test_a_handover_that_cannot_be_right_is_refused_with_the_reason(world, changes, said: str) -> None:
    world.session("s-n", None, "grocery-delivery")
    world.session("s-b", "2026-10-01T10:00+01:00", "banking-app")
    whole = {
        "client_id": "orchard-lane",
        "study_id": "grocery-delivery",
        "kind": "recording",
        "reference": "disk-1",
        "due": date(2026, 12, 24),
    }
    with pytest.raises(HandoverRefusedError) as caught:
        hand_over(world.agency, **{**whole, **changes})
    assert said in str(caught.value)
    assert str(caught.value).endswith("Nothing was registered")
    assert "Siobhan" not in str(caught.value)
    assert "farrell" not in str(caught.value)
    assert world.agency.ledger.entries() == []


def test_a_reference_stands_for_one_thing(agency: Agency) -> None:
    given = {"study_id": "grocery-delivery", "kind": "recording", "reference": "disk-1", "due": date(2026, 12, 24)}
    hand_over(agency, "orchard-lane", **given)
    with pytest.raises(HandoverRefusedError, match="stands for something else already, due on 2026-12-24"):
        hand_over(agency, "orchard-lane", **{**given, "due": date(2026, 12, 25)})


def test_attested_in_part_is_asked_again_and_escalated(shared: Agency, mailbox: Mailbox, clock) -> None:
    send_notices(shared, mailbox)
    day = date.fromisoformat(DUE)
    said = attest(shared, "orchard-lane", day, by="archivist", statement=Statement.PARTLY, note="one disk left")
    assert (said.closed, said.waiting) == (0, 2)
    go_on(clock, "2026-12-25")
    assert send_notices(shared, mailbox) == Sent(0, 1)
    (waiting,) = awaited(shared)
    assert (waiting.code, waiting.things, waiting.told_at, waiting.partly) == ("orchard-lane-20261224", 2, -1, True)
    assert attest(shared, "orchard-lane", day, by="archivist", statement=Statement.NONE_HELD).closed == 2
    outcomes = [line.outcome for line in shared.ledger.entries(event="client_attested")]
    assert outcomes == ["partly", "none-held"]


def test_an_attestation_covers_what_was_told_and_nothing_that_came_since(
    shared: Agency, mailbox: Mailbox, world, clock
) -> None:
    send_notices(shared, mailbox)
    clock.advance(days=3)
    later = replace(all_copies(shared.ledger)[0], copy_id="late", key="grocery-delivery/e-3/x.vtt", export_id="e-3")
    register_copies(shared.ledger, [replace(later, store_id="orchard-lane", client_id="orchard-lane")])
    said = attest(shared, "orchard-lane", date.fromisoformat(DUE), by="archivist")
    assert (said.closed, said.waiting) == (2, 1)
    assert [held.source for held in holdings(shared)] == ["e-3"]
    assert send_notices(shared, mailbox) == Sent(1, 0)


def test_an_attestation_may_come_before_any_notice(shared: Agency, mailbox: Mailbox) -> None:
    assert attest(shared, "orchard-lane", date.fromisoformat(DUE), by="archivist").closed == 2
    assert send_notices(shared, mailbox) == Sent()


@pytest.mark.parametrize("told_before", [True, False])
def test_an_answer_entered_again_does_not_cover_what_came_since(
    shared: Agency, mailbox: Mailbox, told_before: bool
) -> None:
    day = date.fromisoformat(DUE)
    if told_before:
        send_notices(shared, mailbox)
    attest(shared, "orchard-lane", day, by="archivist")
    later = replace(all_copies(shared.ledger)[0], copy_id="late", key="grocery-delivery/e-3/x.vtt", export_id="e-3")
    register_copies(shared.ledger, [replace(later, store_id="orchard-lane", client_id="orchard-lane")])
    with pytest.raises(AttestationRefusedError, match="what came to that day since is attested once a notice has told"):
        attest(shared, "orchard-lane", day, by="archivist")
    assert [held.source for held in holdings(shared)] == ["e-3"]
    assert send_notices(shared, mailbox) == Sent(1, 0)
    assert attest(shared, "orchard-lane", day, by="archivist").closed == 1


def test_an_attestation_of_nothing_names_the_days_that_wait(shared: Agency) -> None:
    with pytest.raises(AttestationRefusedError, match="nothing to attest for 2026-12-01; days that await: 2026-12-24"):
        attest(shared, "orchard-lane", date(2026, 12, 1), by="archivist")
    attest(shared, "orchard-lane", date.fromisoformat(DUE), by="archivist")
    with pytest.raises(AttestationRefusedError, match="it was attested on 2026-11-24; it has nothing to attest"):
        attest(shared, "orchard-lane", date.fromisoformat(DUE), by="archivist")


@pytest.mark.parametrize(("by", "note"), [("", ""), ("a\nb", ""), ("x" * 64, ""), ("ok", "a\nb"), ("ok", "x" * 501)])
def test_who_attests_and_the_note_are_one_line_each(shared: Agency, by: str, note: str) -> None:
    with pytest.raises(AttestationRefusedError, match="Nothing was written"):
        attest(shared, "orchard-lane", date.fromisoformat(DUE), by=by, note=note)


def test_what_was_told_to_a_client_that_left_the_settings_still_waits(shared: Agency, mailbox: Mailbox, clock) -> None:
    send_notices(shared, mailbox)
    mailbox.letters.clear()
    clients = {"brightwell": shared.settings.clients.clients["brightwell"]}
    gone = shared.settings.clients.model_copy(update={"clients": clients})
    left = replace(shared, settings=shared.settings.model_copy(update={"clients": gone}))
    go_on(clock, "2026-12-25")
    assert send_notices(left, mailbox) == Sent(0, 1)
    assert [address for address, _ in mailbox.received()] == [DPO]


def test_far_days_do_not_wait_yet(shared: Agency, clock) -> None:
    clock.advance(days=-1)
    assert awaited(shared) == []
    clock.advance(days=1)
    assert [item.told_at for item in awaited(shared)] == [None]
    assert awaited(shared)[0].due - shared.today() == timedelta(days=30)


HOLDS = ("client:orchard-lane", "study:banking-app", "place:orchard-lane", "rule:transcripts", "session:s-held")


@pytest.mark.parametrize("scope", HOLDS)
def test_nobody_is_asked_to_delete_what_a_hold_keeps(shared: Agency, mailbox: Mailbox, world, scope: str) -> None:
    world.session("s-held", "2026-06-24T10:00+01:00")
    until = shared.today() + timedelta(days=20)
    hold = place_hold(shared, kind="legal", scope=scope, reason="claim 7", by="dpo", until=until)
    held_back = {held.kind for held in holdings(shared) if held.on_hold}
    # Nothing tells whose recordings these are: a hold on a session of their study may mean them.
    assert held_back == ({"transcript"} if scope.startswith("rule:") else {"recording", "transcript"})
    assert sum(item.on_hold for item in awaited(shared)) == 1
    send_notices(shared, mailbox)
    assert {row.item_id for row in all_told(shared.ledger)} == {
        held.item_id for held in holdings(shared) if not held.on_hold
    }
    end_hold(shared, hold.hold_id, by="dpo")
    assert send_notices(shared, mailbox) == Sent(1, 0)


def test_a_handover_is_held_with_its_session_and_freed_with_it(shared: Agency, world) -> None:
    world.session("s-1", "2026-06-24T10:00+01:00", "grocery-delivery")
    world.session("s-2", "2026-06-24T10:00+01:00", "grocery-delivery")
    for session_id, reference in (("s-1", "disk-1"), ("s-2", "disk-2")):
        given = {"study_id": "grocery-delivery", "kind": "recording", "session_id": session_id}
        hand_over(shared, "orchard-lane", **given, reference=reference)
    place_hold(shared, kind="legal", scope="session:s-1", reason="claim 7", by="dpo", until=shared.today())
    assert {held.source: held.on_hold for held in holdings(shared) if held.source.startswith("disk")} == {
        "disk-1": True,
        "disk-2": False,
    }


def test_while_deletions_are_stopped_nobody_is_asked_to_delete(shared: Agency, mailbox: Mailbox) -> None:
    stop_deletions(shared, by="omar", reason="looking into dates")
    with pytest.raises(DeletionsStoppedError):
        send_notices(shared, mailbox)
    assert (mailbox.opened, all_told(shared.ledger)) == (0, [])
    resume_deletions(shared, by="omar")
    assert send_notices(shared, mailbox) == Sent(1, 0)
