"""What files say about each other: stores, clients, sources, studies and the agency."""

from collections.abc import Callable
from pathlib import Path

import pytest

from lethe.settings import SettingsError, load_settings

STORES = "config/stores.yaml, line {line}, "
CLIENTS = "config/clients.yaml, line {line}, "
SOURCES = "config/sources.yaml, line {line}, "
STUDY = "config/studies/banking-app.yaml, line {line}: "
REPLICA = """
  abroad:
    role: replica
    connection: lethe_storage
    bucket: abroad
    replica_of: sessions

tables:"""

MISTAKES = {
    "evidence in a store that does not exist": (
        "agency.yaml", "evidence: evidence", "evidence: evidense",
        ("evidense", "config/agency.yaml, line {line}: unknown store 'evidense'. Did you mean 'evidence'?"),
    ),
    "evidence in a client's store": (
        "agency.yaml", "evidence: evidence", "evidence: brightwell",
        ("evidence:", "config/agency.yaml, line {line}: store 'brightwell' has the role 'client'; evidence needs the "
         "role 'evidence'"),
    ),
    "a store by the name of a database": (
        "stores.yaml", "  evidence:\n    role", "  ledger:\n    role",
        ("evidence:", "config/agency.yaml, line {line}: unknown store 'evidence'. Known: ledger."),
        ("  ledger:", STORES + "store 'ledger': this id is taken: it names the product's own database"),
    ),
    "a table by the id of a store": (
        "stores.yaml", "tables:\n", "tables:\n  sessions: {role: raw, connection: c, table: t, study: banking-app, "
        "columns: {id: i, participant: p, answered_at: a}, answers: [age_band, device, ease, trust, nps, comment, "
        "improve]}\n",
        ("tables:\n  sessions:", STORES + "table 'sessions': a store has this id already; places need ids of "
         "their own"),
        ("places: [research, b", "config/retention.yaml, line {line}, rule 'survey-answers': 'sessions' can hold "
         "'survey_answer' too: name it here"),
    ),
    "backups that are kept for no day": (
        "stores.yaml", "bucket: fernhollow-staging", "bucket: fernhollow-staging\n    backups_kept_days: 0",
        ("backups_kept_days: 0", STORES + "store 'staging': 'backups_kept_days' must be at least 1, not 0"),
    ),
    "backups that are kept for ever": (
        "stores.yaml", "    time_zone: Europe/London", "    time_zone: Europe/London\n    backups_kept_days: 3651",
        ("backups_kept_days: 3651", STORES + "table 'banking-app-platform': 'backups_kept_days' must be at most 3650, "
         "not 3651"),
    ),
    "backups of the ledger for a text": (
        "stores.yaml", "ledger: {connection: lethe_ledger}", "ledger: {connection: lethe_ledger, "
        "backups_kept_days: 30 days}",
        ("ledger: {", STORES[:-2] + ": 'backups_kept_days' must be a whole number, not '30 days'"),
    ),
    "two staging stores": (
        "stores.yaml", "role: evidence", "role: staging",
        ("evidence:", "config/agency.yaml, line {line}: store 'evidence' has the role 'staging'; evidence needs the "
         "role 'evidence'"),
        ("evidence:\n    role:", STORES + "store 'evidence': there is one staging store already, 'staging'; exactly "
         "one is possible"),
        ("places: [staging]", "config/retention.yaml, line {line}, rule 'staged-exports': 'evidence' can hold "
         "'staged_export' too: name it here"),
    ),
    "no quarantine store": (
        "stores.yaml", "role: quarantine", "role: evidence",
        ("\nstores:", "config/stores.yaml, line {line}: no store has the role 'quarantine'; exactly one is needed"),
        ("places: [quarantine]", "config/retention.yaml, line {line}, rule 'quarantine': evidence store 'quarantine' "
         "does not hold 'quarantined'."),
    ),
    "a client's store over the raw one": (
        "stores.yaml", "bucket: brightwell-research", "bucket: fernhollow-sessions\n    prefix: brightwell/",
        ("role: client\n    connection: lethe_storage\n    verify_connection: lethe_storage_reader\n    bucket: fern",
         STORES + "store 'brightwell': this place is, holds or lies in that of raw store 'sessions'; a place has one "
         "store, and this one is a client store"),
    ),
    "the same place by the connection that verifies it": (
        "stores.yaml", "evidence\n    connection: lethe_storage\n    bucket: fernhollow-evidence",
        "evidence\n    connection: lethe_storage_reader\n    bucket: fernhollow-staging",
        ("evidence\n    connection: lethe_storage_reader\n    bucket", STORES + "store 'evidence': this place is, "
         "holds or lies in that of staging store 'staging'; a place has one store, and this one is an evidence store"),
    ),
    "two drops, one in the other": (
        "stores.yaml", "prefix: surveys/", "prefix: sessions/surveys/",
        ("survey-inbox:\n    role: inbound\n    connection: lethe_storage\n    bucket", STORES + "store "
         "'survey-inbox': this place is, holds or lies in that of inbound store 'session-inbox'; a place has "
         "one store, and this one is an inbound store"),
    ),
    "an answer that is the time of the answer": (
        "stores.yaml", "answers: [age_band,", "answers: [submitted_at, age_band,",
        ("answers: [", STORES + "table 'banking-app-platform': 'submitted_at' is no answer: it tells who answered, or "
         "when, and is read by itself"),
        ("answers: [", STORES + "table 'banking-app-platform': column 'submitted_at' has no role in "
         "config/studies/banking-app.yaml."),
    ),
    "one column for two things": (
        "stores.yaml", "participant: participant_ref", "participant: response_id",
        ("columns: {", STORES + "table 'banking-app-platform': id, participant and answered_at must differ"),
    ),
    "a replica of nothing": (
        "stores.yaml", "role: evidence", "role: replica",
        ("evidence:", "config/agency.yaml, line {line}: store 'evidence' has the role 'replica'; evidence needs the "
         "role 'evidence'"),
        ("role: replica", STORES + "store 'evidence': a replica has both: `role: replica`, and in `replica_of` the "
         "store it copies"),
    ),
    "a replica by another role": (
        "stores.yaml", "role: quarantine", "role: quarantine\n    replica_of: sessions",
        ("replica_of", STORES + "store 'quarantine': a replica has both: `role: replica`, and in `replica_of` the "
         "store it copies"),
    ),
    "a replica of an unknown store": (
        "stores.yaml", "\ntables:", REPLICA.replace("sessions", "session"),
        ("replica_of", STORES + "store 'abroad': unknown store 'session'. Did you mean 'sessions'?"),
    ),
    "a replica of a drop": (
        "stores.yaml", "\ntables:", REPLICA.replace("sessions", "session-inbox"),
        ("replica_of", STORES + "store 'abroad': no rule would ever empty a replica of an inbound store: only raw, "
         "staging, quarantine, client stores may have one; turn the replication off there"),
    ),
    "a replica of a replica": (
        "stores.yaml", "\ntables:", REPLICA.replace("tables:", "") + REPLICA.replace("abroad", "further").replace(
            "sessions", "abroad").lstrip("\n"),
        ("replica_of: abroad", STORES + "store 'further': no rule would ever empty a replica of a replica store: only "
         "raw, staging, quarantine, client stores may have one; turn the replication off there"),
    ),
    "a replica with keys of its own": (
        "stores.yaml", "\ntables:", REPLICA.replace("bucket: abroad", "bucket: abroad\n    key_template: "
        "'{study_id}/{any}'"),
        ("abroad\n    key_template", STORES + "store 'abroad': a replica's keys are its primary's; leave it out"),
    ),
    "a child that is the table itself": (
        "stores.yaml", "time_zone: Europe/London", "children: [{table: responses_banking_app, column: a}]",
        ("children:", STORES + "table 'banking-app-platform': 'responses_banking_app' is the table itself, or is named "
         "twice"),
    ),
    "a child named twice": (
        "stores.yaml", "time_zone: Europe/London", "children: [{table: a, column: b}, {table: a, column: b}]",
        ("children:", STORES + "table 'banking-app-platform': 'a' is the table itself, or is named twice"),
    ),
    "a client without its store": (
        "clients.yaml", "    store: brightwell\n", "",
        ("  brightwell:", CLIENTS + "client 'brightwell': the key 'store' is missing"),
    ),
    "a client in a store that does not exist": (
        "clients.yaml", "store: brightwell", "store: brightwel",
        ("\n  brightwell:", STORES + "store 'brightwell': no client in clients.yaml uses this client store"),
        ("store:", CLIENTS + "client 'brightwell': unknown store 'brightwel'. Did you mean 'brightwell'?"),
    ),
    "a client in the raw store": (
        "clients.yaml", "store: brightwell", "store: sessions",
        ("\n  brightwell:", STORES + "store 'brightwell': no client in clients.yaml uses this client store"),
        ("store:", CLIENTS + "client 'brightwell': store 'sessions' has the role 'raw'; a client receives in a store "
         "of role 'client'"),
    ),
    "two clients in one place": (
        "clients.yaml", "store: orchard-lane", "store: brightwell\n    prefix: orchard/",
        ("\n  orchard-lane:", STORES + "store 'orchard-lane': no client in clients.yaml uses this client store"),
        ("prefix: orchard/", CLIENTS + "client 'orchard-lane': its place is, holds or lies in that of client "
         "'brightwell': one would see what the other is sent"),
    ),
    "nobody else to approve": (
        "clients.yaml", "approvers: [omar]", "approvers: [rita]",
        ("    requesters: [rita]", CLIENTS + "client 'orchard-lane': nobody else could approve what 'rita' asks for; "
         "name an approver who is another person"),
    ),
    "an approver who is the requester in other letters": (
        "clients.yaml", "approvers: [omar]", "approvers: [Rita, RITA]",
        ("    requesters: [rita]", CLIENTS + "client 'orchard-lane': nobody else could approve what 'rita' asks for "
         "(upper and lower case make no other person); name an approver who is another person"),
    ),
    "an approver who is there twice": (
        "clients.yaml", "approvers: [omar]", "approvers: [omar, omar]",
        ("omar, omar", CLIENTS + "client 'orchard-lane': 'approvers' names 'omar' more than once"),
    ),
    "session files without a store to go to": (
        "sources.yaml", "    to: sessions\n", "",
        ("  session-files:", SOURCES + "source 'session-files': session files need 'to', the raw store they are moved "
         "to. Known: sessions."),
    ),
    "session files into the staging store": (
        "sources.yaml", "to: sessions", "to: staging",
        ("to: staging", SOURCES + "source 'session-files': store 'staging' has the role 'staging'; session files are "
         "moved to a 'raw' store"),
    ),
    "session files into a store that does not exist": (
        "sources.yaml", "to: sessions", "to: session",
        ("to: session", SOURCES + "source 'session-files': unknown store 'session'. Did you mean 'sessions'?"),
    ),
    "session files from a table": (
        "sources.yaml", "from: session-inbox", "from: banking-app-platform",
        ("\n  session-inbox:", STORES + "store 'session-inbox': no source in sources.yaml pulls from this inbound "
         "store: what is dropped there would stay for ever"),
        ("from: banking", SOURCES + "source 'session-files': 'banking-app-platform' is a table; kind 'session_files' "
         "pulls from a store"),
        ("survey_table\n    from:", SOURCES + "source 'banking-app-survey': source 'session-files' already pulls from "
         "'banking-app-platform'"),
    ),
    "a table's answers from a store": (
        "sources.yaml", "kind: survey_files", "kind: survey_table",
        ("from: survey-inbox", SOURCES + "source 'survey-files': 'survey-inbox' is a store; kind 'survey_table' pulls "
         "from a table"),
    ),
    "files from the raw store": (
        "sources.yaml", "from: survey-inbox", "from: sessions",
        ("\n  survey-inbox:", STORES + "store 'survey-inbox': no source in sources.yaml pulls from this inbound "
         "store: what is dropped there would stay for ever"),
        ("from: sessions", SOURCES + "source 'survey-files': store 'sessions' has the role 'raw'; files are pulled "
         "from an 'inbound' store"),
    ),
    "survey files that go somewhere": (
        "sources.yaml", "from: survey-inbox", "from: survey-inbox\n    to: sessions",
        ("survey-inbox\n    to:", SOURCES + "source 'survey-files': kind 'survey_files' writes to the research "
         "database; leave 'to' out"),
    ),
    "survey files that do not tell their study": (
        "stores.yaml", '    key_template: "{study_id}/{any}"\n', "",
        ("from: survey-inbox", SOURCES + "source 'survey-files': store 'survey-inbox' needs a key_template with "
         "{study_id}: it tells a survey file's study"),
    ),
    "a time that never comes": (
        "sources.yaml", '"20 * * * *"', '"0 0 30 2 *"',
        ("30 2", SOURCES + "source 'survey-files': '0 0 30 2 *' is not a time that comes; write five cron fields, such "
         "as '5 * * * *'"),
    ),
    "a table of an unknown study": (
        "stores.yaml", "study: banking-app", "study: banking",
        ("study: banking", STORES + "table 'banking-app-platform': unknown study 'banking': there is no "
         "studies/banking.yaml. Did you mean 'banking-app'?"),
    ),
    "a study of an unknown client": (
        "studies/banking-app.yaml", "client: brightwell", "client: brightwel",
        ("client:", STUDY + "unknown client 'brightwel'. Did you mean 'brightwell'?"),
    ),
    "a language that is not anonymised": (
        "studies/banking-app.yaml", "languages: [en]", "languages: [en, it]",
        ("languages:", STUDY + "'it' is not among the languages of anonymisation.yaml (en, fr, de, es): it would not "
         "be anonymised"),
    ),
    "a survey without people": (
        "studies/banking-app.yaml", "    participant_id: pseudonym\n", "",
        ("columns:", STUDY + "the survey needs the column 'participant_id: pseudonym': it is how answers meet "
         "transcripts"),
    ),
    "a survey that shows ids": (
        "studies/banking-app.yaml", "participant_id: pseudonym", "participant_id: measure",
        ("participant_id", STUDY + "'participant_id' must have the role 'pseudonym', not 'measure': no id leaves as it "
         "is"),
    ),
    "a column that the table lacks": (
        "studies/banking-app.yaml", "improve: free_text", "improve: free_text\n    salary: quasi",
        ("salary", STUDY + "column 'salary' is not among the answers of table 'banking-app-platform'."),
    ),
    "a misspelt column": (
        "studies/banking-app.yaml", "age_band: quasi", "age_bnad: quasi",
        ("answers:", STORES + "table 'banking-app-platform': column 'age_band' has no role in "
         "config/studies/banking-app.yaml. Did you mean 'age_bnad'?"),
        ("age_bnad", STUDY + "column 'age_bnad' is not among the answers of table 'banking-app-platform'. Did you mean "
         "'age_band'?"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES.keys())
def test_a_contradiction_is_told_once_at_its_line(mistake: tuple[object, ...], refuses: Callable[..., None]) -> None:
    refuses(*mistake)


def test_answers_of_a_study_without_a_survey_are_refused(config: Path) -> None:
    study = config / "studies" / "banking-app.yaml"
    study.write_text(study.read_text("utf-8").split("survey:")[0], "utf-8")
    with pytest.raises(SettingsError) as caught:
        load_settings(config)
    assert str(caught.value) == (
        "config/studies/banking-app.yaml, line 1: table 'banking-app-platform' holds its answers; "
        "say under 'survey' what each column is"
    )


CLIENT_PLACES = {
    "steps that only begin alike": ("shared/", "a", "ab", True),
    "neighbours": ("", "a/", "b/", True),
    "equal": ("", "a/", "a", False),
    "one in the other": ("", "a", "a/b", False),
    "one in the other from above": ("x/", "a/b/c", "a/b", False),
    "the whole store": ("", "", "a", False),
}


@pytest.mark.parametrize(("prefix", "one", "other", "apart"), CLIENT_PLACES.values(), ids=CLIENT_PLACES.keys())
def test_clients_may_share_a_bucket_only_with_parts_of_their_own(
    config: Path, prefix: str, one: str, other: str, apart: bool
) -> None:
    stores, clients = config / "stores.yaml", config / "clients.yaml"
    text = stores.read_text("utf-8").replace("orchard-lane-insights", "brightwell-research")
    stores.write_text(text.replace("bucket: brightwell-research", f'bucket: shared\n    prefix: "{prefix}"'), "utf-8")
    text = clients.read_text("utf-8").replace("store: brightwell", f'store: brightwell\n    prefix: "{one}"')
    clients.write_text(text.replace("store: orchard-lane", f'store: orchard-lane\n    prefix: "{other}"'), "utf-8")
    if apart:
        assert load_settings(config).clients.clients["orchard-lane"].prefix == other
    else:
        with pytest.raises(SettingsError, match=r"clients.yaml, line 14, client 'orchard-lane': its place is, holds"):
            load_settings(config)


@pytest.mark.parametrize("schedule", ["* * * *", "* * * * * *", "@daily", "61 * * * *", "R * * * *", "H * * * *", "x"])
def test_a_schedule_is_five_cron_fields_that_name_a_time(config: Path, schedule: str) -> None:
    sources = config / "sources.yaml"
    sources.write_text(sources.read_text("utf-8").replace("20 * * * *", schedule), "utf-8")
    with pytest.raises(
        SettingsError, match=r"sources.yaml, line 12, source 'survey-files': .* is not a time that comes"
    ):
        load_settings(config)


@pytest.mark.parametrize("schedule", ["*/5 6-22 * * mon-fri", "0 0 29 2 *", "15 0,6,12,18 * * *", "0 0 l * *"])
def test_a_schedule_that_comes_is_taken(config: Path, schedule: str) -> None:
    sources = config / "sources.yaml"
    sources.write_text(sources.read_text("utf-8").replace("20 * * * *", schedule), "utf-8")
    assert load_settings(config).sources.sources["survey-files"].schedule == schedule


EXCLUDED = {
    "of a connection that reaches nothing": (
        "{connection: lethe_storge, bucket: logs, reason: r}",
        "no store is reached by 'lethe_storge'. Did you mean 'lethe_storage'?",
    ),
    "of a table by a store's connection": (
        "{connection: lethe_storage, table: logs, reason: r}",
        "no table is reached by 'lethe_storage'.",
    ),
    "of a bucket and a table": ("{connection: lethe_storage, bucket: logs, table: t, reason: r}", "name exactly one"),
    "of nothing": ("{connection: lethe_storage, reason: r}", "name exactly one of bucket"),
    "of half a step": ("{connection: lethe_storage, bucket: logs, prefix: a, reason: r}", "must end with '/'"),
    "without a reason": ("{connection: lethe_storage, bucket: logs}", "reason"),
}


@pytest.mark.parametrize("mistake", EXCLUDED.values(), ids=EXCLUDED.keys())
def test_an_exclusion_names_one_thing_that_is_reached_and_why(config: Path, mistake: tuple[str, str]) -> None:
    path = config / "stores.yaml"
    path.write_text(f"{path.read_text('utf-8')}excluded:\n  - {mistake[0]}\n", "utf-8")
    with pytest.raises(SettingsError, match=r"stores\.yaml, line") as caught:
        load_settings(config)
    assert len(caught.value.problems) == 1
    assert mistake[1] in str(caught.value)


def test_exclusions_that_hold_are_taken(config: Path) -> None:
    path = config / "stores.yaml"
    excluded = [
        "{connection: lethe_storage, bucket: logs, reason: no recordings}",
        "{connection: lethe_storage, bucket: fernhollow-inbox, prefix: old/, reason: the archive of 2019}",
        "{connection: lethe_research, table: finance.invoices, reason: kept by finance}",
    ]
    lines = "".join(f"  - {one}\n" for one in excluded)
    path.write_text(f"{path.read_text('utf-8')}excluded:\n{lines}", "utf-8")
    assert len(load_settings(config).places.excluded) == 3


def test_no_rule_takes_the_name_of_the_audits_dag(config: Path) -> None:
    path = config / "retention.yaml"
    path.write_text(path.read_text("utf-8").replace("  recordings:\n", "  audit:\n"), "utf-8")
    with pytest.raises(SettingsError, match="`retention_audit` is the audit's DAG"):
        load_settings(config)
