"""One mistake in one value: its file, line and entry, the reason in plain words, and the nearest right spelling."""

from collections.abc import Callable

import pytest

RULE = "config/retention.yaml, line {line}, rule 'recordings': "
STORE = "config/stores.yaml, line {line}, store 'sessions': "
UNIT = "A window needs its unit: keep_months (calendar months) or keep_days"
RECORDINGS = "starts_at: session\n    keep_months: 6\n  transcripts"

MISTAKES = {
    "a misspelt key": (
        "retention.yaml", RECORDINGS, RECORDINGS.replace("months", "month"),
        ("keep_month:", RULE + "unknown key 'keep_month'. Did you mean 'keep_months'?"),
    ),
    "a window without a unit": (
        "retention.yaml", RECORDINGS, RECORDINGS.replace("keep_months", "keep"),
        ("keep:", RULE + f"unknown key 'keep'. {UNIT}"),
    ),
    "a window with its unit in the value": (
        "retention.yaml", RECORDINGS, RECORDINGS.replace("6", "6 weeks"),
        ("6 weeks", RULE + "'keep_months' must be a whole number of calendar months, not '6 weeks'. "
         f"{UNIT}, with the number alone"),
    ),
    "a window in quotes": (
        "retention.yaml", RECORDINGS, RECORDINGS.replace("6", '"6"'),
        ('"6"', RULE + "'keep_months' must be a whole number of calendar months, not '6'. "
         f"{UNIT}, with the number alone"),
    ),
    "a window of true": (
        "retention.yaml", RECORDINGS, RECORDINGS.replace("6", "true"),
        ("true", RULE + "'keep_months' must be a whole number of calendar months, not true. "
         f"{UNIT}, with the number alone"),
    ),
    "a window in parts of a month": (
        "retention.yaml", RECORDINGS, RECORDINGS.replace("6", "5.5"),
        ("5.5", RULE + "'keep_months' must be a whole number of calendar months, not 5.5. "
         f"{UNIT}, with the number alone"),
    ),
    "a window of nothing": (
        "retention.yaml", RECORDINGS, RECORDINGS.replace("6", "0"),
        ("session\n    keep_months: 0", RULE + "'keep_months' must be at least 1, not 0"),
    ),
    "a window that is empty": (
        "retention.yaml", RECORDINGS, RECORDINGS.replace(" 6", ""),
        ("session\n    keep_months:", RULE + "give the window as exactly one of keep_months (calendar months) and "
         "keep_days"),
    ),
    "both windows": (
        "retention.yaml", RECORDINGS, RECORDINGS.replace("6", "6\n    keep_days: 9"),
        ("keep_days: 9", RULE + "give the window as exactly one of keep_months (calendar months) and keep_days"),
    ),
    "neither window": (
        "retention.yaml", RECORDINGS, "starts_at: session\n  transcripts",
        ("  recordings:", RULE + "give the window as exactly one of keep_months (calendar months) and keep_days"),
    ),
    "a missing key": (
        "retention.yaml", "    items: recording\n", "",
        ("  recordings:", RULE + "the key 'items' is missing"),
    ),
    "a misspelt kind": (
        "retention.yaml", "items: recording", "items: recordings",
        ("items: recordings", RULE + "'items' does not know 'recordings'. Did you mean 'recording'?"),
    ),
    "a kind like no other": (
        "retention.yaml", "items: recording", "items: ZZZ",
        ("items: ZZZ", RULE + "'items' does not know 'ZZZ'. Use one of: recording, transcript, upload, survey_answer, "
         "staged_export, quarantined."),
    ),
    "a kind that is no word": (
        "retention.yaml", "items: recording", "items: [recording]",
        ("items: [", RULE + "'items' must be one of 'recording', 'transcript', 'upload', 'survey_answer', "
         "'staged_export' or 'quarantined'"),
    ),
    "a clause that is none": (
        "retention.yaml", "P4.3", "four three",
        ("four three", "config/retention.yaml, line {line}, rule 'survey-answers': 'clause' must be a clause of "
         "docs/policy.md, such as P4.2, not 'four three'"),
    ),
    "one place without brackets": (
        "retention.yaml", "places: [staging]", "places: staging",
        ("places: staging", "config/retention.yaml, line {line}, rule 'staged-exports': 'places' must be a list, such "
         "as [one, two], not 'staging'"),
    ),
    "a place named twice": (
        "retention.yaml", "places: [staging]", "places: [staging, staging]",
        ("[staging, staging]", "config/retention.yaml, line {line}, rule 'staged-exports': 'places' names 'staging' "
         "more than once"),
    ),
    "an empty list": (
        "retention.yaml", "places: [staging]", "places: []",
        ("places: []", "config/retention.yaml, line {line}, rule 'staged-exports': 'places' must not be empty"),
    ),
    "a rule that is a word": (
        "retention.yaml", "  recordings:\n", "  other: P4.2\n  recordings:\n",
        ("other:", "config/retention.yaml, line {line}, rule 'other': 'other' must be a mapping of keys, not 'P4.2'"),
    ),
    "an id with capitals": (
        "retention.yaml", "  recordings:", "  Recordings:",
        ("Recordings:", "config/retention.yaml, line {line}: 'Recordings' is not an id of lower-case letters, digits, "
         "'-' and '_', 63 at most"),
    ),
    "a misspelt role": (
        "stores.yaml", "role: raw", "role: row",
        ("role: row", STORE + "'role' does not know 'row'. Did you mean 'raw'?"),
    ),
    "an address in place of a connection's id is not quoted": (
        "stores.yaml", "lethe_survey_platform", '"mysql://reader:secret@db.example/x"',
        ("mysql:", "config/stores.yaml, line {line}, table 'banking-app-platform': 'connection' must be the id of an "
         "Airflow connection (letters, digits, '_', '-'); addresses and passwords belong in Airflow"),
    ),
    "a prefix without its last stroke": (
        "stores.yaml", "prefix: sessions/", "prefix: sessions",
        ("prefix: sessions", "config/stores.yaml, line {line}, store 'session-inbox': 'prefix' must end with '/': "
         "'sessions' would also hold what lies beside it"),
    ),
    "a prefix that climbs": (
        "stores.yaml", "prefix: sessions/", "prefix: ../sessions/",
        ("prefix: ..", "config/stores.yaml, line {line}, store 'session-inbox': 'prefix' must be a plain path of "
         "steps, such as research/exports/"),
    ),
    "a bucket with a path in it": (
        "stores.yaml", "bucket: fernhollow-sessions", "bucket: fernhollow/sessions",
        ("fernhollow/sessions", STORE + "'bucket' must be the plain name of a bucket; a path belongs in prefix, not "
         "'fernhollow/sessions'"),
    ),
    "a key template with an unknown field": (
        "stores.yaml", '"{study_id}/{any}"', '"{study}/{any}"',
        ("{study}", "config/stores.yaml, line {line}, store 'survey-inbox': 'key_template' has the unknown field "
         "{study}. Did you mean 'study_id'?"),
    ),
    "a key template with a field twice": (
        "stores.yaml", '"{study_id}/{any}"', '"{any}/{any}"',
        ("{any}/{any}", "config/stores.yaml, line {line}, store 'survey-inbox': 'key_template' names 'any' more than "
         "once"),
    ),
    "a key template without fields": (
        "stores.yaml", '"{study_id}/{any}"', '"study"',
        ('"study"', "config/stores.yaml, line {line}, store 'survey-inbox': 'key_template' must be a path of steps and "
         "fields, such as {study_id}/{session_id}/{any}"),
    ),
    "a database without a connection": (
        "stores.yaml", "research: {connection: lethe_research}", "research: {}",
        ("research: {}", "config/stores.yaml, line {line}: the key 'connection' is missing"),
    ),
    "an unknown time zone": (
        "agency.yaml", "Europe/London", "Europe/Londn",
        ("Londn", "config/agency.yaml, line {line}: 'time_zone' is the unknown time zone 'Europe/Londn'. Did you mean "
         "'Europe/London'?"),
    ),
    "a name that is a number": (
        "agency.yaml", "name: Fernhollow Research", "name: 247",
        ("name: 247", "config/agency.yaml, line {line}: 'name' must be a text, not 247"),
    ),
    "a name that is empty": (
        "agency.yaml", "name: Fernhollow Research", 'name: " "',
        ("name:", "config/agency.yaml, line {line}: 'name' must not be empty"),
    ),
    "a value without end is not quoted": (
        "studies/banking-app.yaml", "comment: free_text", "comment: " + "x" * 41,
        ("comment:", "config/studies/banking-app.yaml, line {line}: 'comment' does not know this text. Use one of: "
         "direct, pseudonym, quasi, sensitive, free_text, measure, ignored."),
    ),
    "a key by the name that pydantic gives to keys": (
        "agency.yaml", "name: Fernhollow Research", "name: Fernhollow Research\n'[key]': 1",
        ("[key]", "config/agency.yaml, line {line}: unknown key this text. Did you mean 'keys'?"),
    ),
    "a name without end": (
        "agency.yaml", "Fernhollow Research", "F" * 501,
        ("name:", "config/agency.yaml, line {line}: 'name' must have 500 characters at most"),
    ),
    "an id that would steer a terminal": (
        "retention.yaml", "  recordings:", '  "x\\n\\e[2J":',
        ("e[2J", "config/retention.yaml, line {line}: this text is not an id of lower-case letters, digits, '-' and "
         "'_', 63 at most"),
    ),
    "an entry whose id would steer a terminal": (
        "sources.yaml", "  session-files:\n    kind: session_files", '  "x\\n\\e[2J":\n    kind: session_file',
        ("e[2J", "config/sources.yaml, line {line}: this text is not an id of lower-case letters, digits, '-' and "
         "'_', 63 at most"),
        ("kind: session_file", "config/sources.yaml, line {line}, source 'x\\n\\x1b[2J': 'kind' does not know "
         "'session_file'. Did you mean 'session_files'?"),
    ),
    "a key that nobody knows": (
        "agency.yaml", "evidence: evidence", "evidence: evidence\nzzz: 1",
        ("zzz", "config/agency.yaml, line {line}: unknown key 'zzz'. Use one of: name, time_zone, evidence, anchors, "
         "keys, dpo, sender."),
    ),
    "a threshold out of range": (
        "anonymisation.yaml", "3.5", "7.5",
        ("7.5", "config/anonymisation.yaml, line {line}: 'deny_below_zipf' must be at most 6, not 7.5"),
    ),
    "a threshold in words": (
        "anonymisation.yaml", "3.5", "high",
        ("high", "config/anonymisation.yaml, line {line}: 'deny_below_zipf' must be a number, not 'high'"),
    ),
    "a mode that does not exist": (
        "anonymisation.yaml", "mode: careful", "mode: strikt",
        ("strikt", "config/anonymisation.yaml, line {line}: 'mode' does not know 'strikt'. Did you mean 'strict'?"),
    ),
    "a misspelt layer": (
        "anonymisation.yaml", "[roster, patterns, cues,", "[roaster, patterns, cues,",
        ("roaster", "config/anonymisation.yaml, line {line}: 'layers' does not know 'roaster'. Did you mean 'roster'?"),
    ),
    "a misspelt engine": (
        "anonymisation.yaml", "- engine: embedded", "- {engine: spacey, models: {en: en_core_web_lg}}",
        ("spacey", "config/anonymisation.yaml, line {line}: 'engine' does not know 'spacey'. Did you mean 'spacy'?"),
    ),
    "an engine without a model": (
        "anonymisation.yaml", "- engine: embedded", "- engine: embedded\n  - engine: stanza",
        ("stanza", "config/anonymisation.yaml, line {line}: the engine 'stanza' needs models, one a language, such as "
         "{en: a_model}"),
    ),
    "the embedded engine with a model": (
        "anonymisation.yaml", "- engine: embedded", "- engine: embedded\n    models: {en: en_core_web_lg}",
        ("- engine: embedded", "config/anonymisation.yaml, line {line}: the engine 'embedded' brings its own models "
         "and takes neither models nor entities"),
    ),
    "a misspelt key of an engine": (
        "anonymisation.yaml", "- engine: embedded", "- engine: embedded\n  - {engine: spacy, model: {en: x}}",
        ("model: {en: x}", "config/anonymisation.yaml, line {line}: unknown key 'model'. Did you mean 'models'?"),
    ),
    "a model for a language by its name": (
        "anonymisation.yaml", "- engine: embedded", "- engine: embedded\n  - {engine: spacy, models: {English: x}}",
        ("English: x", "config/anonymisation.yaml, line {line}: 'English' is not a language code of two lower-case "
         "letters, such as en"),
    ),
    "an entity that no engine is asked for": (
        "anonymisation.yaml", "- engine: embedded",
        "- engine: embedded\n  - {engine: spacy, models: {en: x}, entities: [PERSONS]}",
        ("PERSONS", "config/anonymisation.yaml, line {line}: 'entities' does not know 'PERSONS'. Did you mean "
         "'PERSON'?"),
    ),
    "no engine at all": (
        "anonymisation.yaml", "nlp_engines:\n  - engine: embedded", "nlp_engines: []",
        ("nlp_engines:", "config/anonymisation.yaml, line {line}: 'nlp_engines' must not be empty"),
    ),
    "a model for a language that is not anonymised": (
        "anonymisation.yaml", "- engine: embedded", "- engine: embedded\n  - {engine: spacy, models: {it: x}}",
        ("it: x", "config/anonymisation.yaml, line {line}: 'it' is not among the languages (en, fr, de, es): its model "
         "would never be asked. Known: de, en, es, fr."),
    ),
    "a language that no engine looks at": (
        "anonymisation.yaml", "- engine: embedded", "- {engine: spacy, models: {en: x, fr: y, de: z}}",
        ("nlp_engines:", "config/anonymisation.yaml, line {line}: no engine looks for names in 'es'. Give it a model, "
         "name the engine 'embedded', or take 'es' out of the languages"),
    ),
    "a misspelt column role": (
        "studies/banking-app.yaml", "comment: free_text", "comment: free text",
        ("free text", "config/studies/banking-app.yaml, line {line}: 'comment' does not know 'free text'. Did you mean "
         "'free_text'?"),
    ),
    "a word to keep of one letter": (
        "studies/banking-app.yaml", "Monzo", "M",
        ("keep: [", "config/studies/banking-app.yaml, line {line}: 'keep' must be words of two letters or more; a "
         "single letter would let too much through"),
    ),
    "a language by its name": (
        "studies/banking-app.yaml", "languages: [en]", "languages: [English]",
        ("English", "config/studies/banking-app.yaml, line {line}: 'languages' must be a language code of two "
         "lower-case letters, such as en, not 'English'"),
    ),
    "a list where nothing is known": (
        "clients.yaml", "requesters: [rita, omar]", "requesters: {rita: yes}",
        ("requesters: {", "config/clients.yaml, line {line}, client 'brightwell': 'requesters' must be a list, such as "
         "[one, two], not a mapping"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES.keys())
def test_one_mistake_is_told_once_at_its_line(mistake: tuple[object, ...], refuses: Callable[..., None]) -> None:
    refuses(*mistake)
