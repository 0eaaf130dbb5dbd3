"""Rules against the policy and the places: every promise kept, nothing uncovered, no window longer than its clause."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from dateutil.relativedelta import relativedelta

from lethe.settings import SettingsError, load_settings
from lethe.settings.policy import FEWEST_DAYS, POLICY, REQUIRED, STARTS_AT
from lethe.settings.retention import ItemKind

AT = "config/retention.yaml, line {line}, rule "
RULES = "config/retention.yaml, line {line}: "
RECORDINGS = "starts_at: session\n    keep_months: 6\n  transcripts"

MISTAKES = {
    "a clause that the policy does not have": (
        "retention.yaml", "P4.3", "P4.9",
        ("P4.9", AT + "'survey-answers': unknown clause 'P4.9'; 'survey_answer' is deleted under 'P4.3'"),
    ),
    "recordings kept as long as answers": (
        "retention.yaml", "clause: P4.2\n    items: recording", "clause: P4.3\n    items: recording",
        ("clause: P4.3", AT + "'recordings': 'recording' is deleted under 'P4.2', not under P4.3"),
    ),
    "recordings kept a month too long": (
        "retention.yaml", RECORDINGS, RECORDINGS.replace("6", "7"),
        ("keep_months: 7", AT + "'recordings': 7 calendar months is longer than P4.2 allows: 6 calendar months "
         "at most"),
    ),
    "answers kept a month too long": (
        "retention.yaml", "keep_months: 12", "keep_months: 13",
        ("keep_months: 13", AT + "'survey-answers': 13 calendar months is longer than P4.3 allows: 12 calendar months "
         "at most"),
    ),
    "days that can be more than six months": (
        "retention.yaml", RECORDINGS, RECORDINGS.replace("keep_months: 6", "keep_days: 182"),
        ("keep_days: 182", AT + "'recordings': 182 days is longer than P4.2 allows: 6 calendar months (as few as 181 "
         "days) at most"),
    ),
    "candidates kept for three weeks": (
        "retention.yaml", "starts_at: export\n    keep_days: 14", "starts_at: export\n    keep_days: 15",
        ("keep_days: 15", AT + "'staged-exports': 'staged_export' is only on its way: keep_days must be 14 at most"),
    ),
    "quarantine kept for a month": (
        "retention.yaml", "starts_at: quarantine\n    keep_days: 14", "starts_at: quarantine\n    keep_months: 1",
        ("quarantine\n    keep_months: 1", AT + "'quarantine': 'quarantined' is only on "
         "its way: keep_days must be 14 at most"),
    ),
    "a window from the wrong event": (
        "retention.yaml", RECORDINGS, RECORDINGS.replace("session", "export"),
        ("starts_at: export", AT + "'recordings': the window of 'recording' counts from 'session', not from 'export'"),
    ),
    "an event that is none": (
        "retention.yaml", RECORDINGS, RECORDINGS.replace("session", "upload"),
        ("starts_at: upload", AT + "'recordings': 'starts_at' does not know 'upload'. Use one of: session, answer, "
         "export, quarantine."),
    ),
    "a place that does not exist": (
        "retention.yaml", "places: [staging]", "places: [stagging]",
        ("[stagging]", AT + "'staged-exports': unknown place 'stagging'. Did you mean 'staging'?"),
        ("[stagging]", AT + "'staged-exports': 'staging' can hold 'staged_export' too: name it here"),
    ),
    "candidates in the raw store": (
        "retention.yaml", "places: [staging]", "places: [staging, sessions]",
        ("[staging, s", AT + "'staged-exports': raw store 'sessions' does not hold 'staged_export'. It lies in "
         "staging."),
    ),
    "answers in a bucket": (
        "retention.yaml", "places: [research, banking-app-platform]",
        "places: [research, banking-app-platform, sessions]",
        ("places: [research", AT + "'survey-answers': raw store 'sessions' does not hold 'survey_answer'. It lies in "
         "research, banking-app-platform."),
    ),
    "recordings in the research database": (
        "retention.yaml", "recording\n    places: [sessions]", "recording\n    places: [sessions, research]",
        ("[sessions, research]", AT + "'recordings': the research database does not hold 'recording'. It lies in "
         "sessions."),
    ),
    "a table that no rule covers": (
        "retention.yaml", "places: [research, banking-app-platform]", "places: [research]",
        ("places: [research]", AT + "'survey-answers': 'banking-app-platform' can hold 'survey_answer' too: name it "
         "here"),
    ),
    "a second raw store that no rule covers": (
        "stores.yaml", "  staging:\n", "  archive: {role: raw, connection: lethe_storage, bucket: old}\n  staging:\n",
        ("recording\n    places:", AT + "'recordings': 'archive' can hold 'recording' too: name it here"),
        ("transcript\n    places:", AT + "'transcripts': 'archive' can hold 'transcript' too: name it here"),
    ),
    "clients' transcripts that nobody deletes": (
        "retention.yaml", "    client_copies: [transcript]\n", "",
        ("rules:", RULES + "no rule names 'transcript' in client_copies: what a client holds of it would never fall "
         "due"),
    ),
    "clients' transcripts deleted twice": (
        "retention.yaml", "client_copies: [recording]", "client_copies: [recording, transcript]",
        ("client_copies: [transcript]", AT + "'transcripts': rule 'recordings' already deletes clients' copies of kind "
         "'transcript'"),
    ),
    "clients' surveys deleted with the recordings": (
        "retention.yaml", "client_copies: [survey, manifest]", "client_copies: [recording, manifest]",
        ("rules:", RULES + "no rule names 'survey' in client_copies: what a client holds of it would never fall due"),
        ("[recording, manifest]", AT + "'survey-answers': a client's copy of kind 'recording' is deleted under 'P4.2', "
         "not under P4.3"),
        ("[recording, manifest]", AT + "'survey-answers': rule 'recordings' already deletes clients' copies of kind "
         "'recording'"),
    ),
    "two rules for one kind": (
        "retention.yaml", "items: transcript", "items: recording",
        ("rules:", RULES + "no rule covers 'transcript'; P4.2 (session recordings go) asks for one"),
        ("transcripts:\n    clause: P4.2\n    items:", AT + "'transcripts': rule 'recordings' already covers "
         "'recording'; name all its places there"),
    ),
    "a rule with a mistake brings no second message about what it covers": (
        "retention.yaml", "clause: P4.2\n    items: recording", "clause: P4.2\n    itmes: recording",
        ("itmes", AT + "'recordings': unknown key 'itmes'. Did you mean 'items'?"),
    ),
    "a store with a mistake brings no second message where it is used": (
        "stores.yaml", "role: raw", "role: row",
        ("role: row", "config/stores.yaml, line {line}, store 'sessions': 'role' does not know 'row'. Did you mean "
         "'raw'?"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES.keys())
def test_a_broken_promise_is_told_once_at_its_line(mistake: tuple[object, ...], refuses: Callable[..., None]) -> None:
    refuses(*mistake)


@pytest.mark.parametrize(
    ("rule", "kind"),
    [
        ("recordings", ItemKind.RECORDING),
        ("transcripts", ItemKind.TRANSCRIPT),
        ("survey-answers", ItemKind.SURVEY_ANSWER),
        ("staged-exports", ItemKind.STAGED_EXPORT),
        ("quarantine", ItemKind.QUARANTINED),
    ],
)
def test_every_kind_needs_its_rule(config: Path, rule: str, kind: ItemKind) -> None:
    path = config / "retention.yaml"
    head, *entries = path.read_text("utf-8").split("\n  ")
    # A blank after the split is the deeper indentation: it belongs to the rule above it.
    rules: list[str] = []
    for entry in entries:
        if entry.startswith(" "):
            rules[-1] += "\n  " + entry
        else:
            rules.append(entry)
    path.write_text("\n  ".join([head, *(one for one in rules if not one.startswith(rule + ":"))]), "utf-8")
    with pytest.raises(SettingsError, match=f"no rule covers '{kind}'; {REQUIRED[kind]} "):
        load_settings(config)


def test_uploads_with_a_rule_of_their_own_are_covered_in_every_raw_store(config: Path) -> None:
    stores, retention = config / "stores.yaml", config / "retention.yaml"
    added = "  archive: {role: raw, connection: lethe_storage, bucket: old}\n  staging:\n"
    stores.write_text(stores.read_text("utf-8").replace("  staging:\n", added, 1), "utf-8")
    rules = retention.read_text("utf-8").replace("[sessions]", "[sessions, archive]")
    upload = "  uploads: {clause: P4.2, items: upload, places: [sessions], starts_at: session, keep_months: 6}\n"
    retention.write_text(rules + upload, "utf-8")
    with pytest.raises(SettingsError) as caught:
        load_settings(config)
    line = rules.count("\n") + 1
    assert str(caught.value) == (
        f"config/retention.yaml, line {line}, rule 'uploads': 'archive' can hold 'upload' too: name it here"
    )


def test_a_shorter_window_than_promised_is_taken(config: Path) -> None:
    path = config / "retention.yaml"
    path.write_text(path.read_text("utf-8").replace("keep_months: 6", "keep_days: 181"), "utf-8")
    assert load_settings(config).retention.rules["recordings"].keep_days == 181


@pytest.mark.parametrize("months", FEWEST_DAYS)
def test_the_fewest_days_of_a_window_are_those_of_the_calendar(months: int) -> None:
    days = [date(2023, 1, 1) + timedelta(days=number) for number in range(366 * 5)]
    assert FEWEST_DAYS[months] == min((day + relativedelta(months=months) - day).days for day in days)


def test_every_window_in_months_has_its_fewest_days() -> None:
    assert {clause.months for clause in POLICY.values()} - {None} == set(FEWEST_DAYS)


def test_every_kind_has_its_event_and_a_clause() -> None:
    assert set(STARTS_AT) == set(ItemKind)
    assert {kind for clause in POLICY.values() for kind in clause.items} == set(ItemKind)
