"""`lethe anonymise` from end to end: real files in, real files out, with the gate in between."""

import csv
import hashlib
import io
import json
import os
import stat
from collections import Counter
from pathlib import Path

import docx
import openpyxl
import pytest

from anonymizers.formats import parse_transcript
from lethe.commands.folder import anonymising

# Everything of the people below that must be in no output, no message and no report.
DETAILS = ("Siobhan", "O'Neill", "ONeill", "Neill", "Tobiasz", "Wyrzyk", "example.org", "900123", "07700", "LS6")
ROSTER = """\
participant_id,first_name,last_name,email,phone,date_of_birth,postcode,city,country,role,speaker_label
p-17,Siobhan,O'Neill,siobhan.oneill@example.org,07700 900123,1984-03-07,LS6 2AB,Leeds,GB,participant,Siobhan
m-01,Tobiasz,Wyrzyk,,,,,,,moderator,Tobiasz
"""
SAID = (
    ("Tobiasz", "Thanks for coming in, Siobhan. How do you pay for your shopping on the website?"),
    ("Siobhan", "I use the app most days, and when it asks who I am I type Siobhan O'Neill, with the apostrophe."),
    ("Siobhan", "You can write to siobhan.oneill@example.org or call me on 07700 900123 if the page is slow."),
    ("Tobiasz", "And what would you change about the checkout, Mrs O'Neill?"),
)


def vtt() -> bytes:
    cues = [
        f"00:00:{number * 10:02}.000 --> 00:00:{number * 10 + 9:02}.000\n<v {who}>{text}</v>"
        for number, (who, text) in enumerate(SAID)
    ]
    return ("WEBVTT\n\n" + "\n\n".join(cues) + "\n").encode()


def srt() -> bytes:
    cues = [
        f"{number + 1}\n00:00:{number * 10:02},000 --> 00:00:{number * 10 + 9:02},000\n{who}: {text}"
        for number, (who, text) in enumerate(SAID)
    ]
    return ("\n\n".join(cues) + "\n").encode()


def txt() -> bytes:
    return (
        "\n\n".join(f"{who}  0:{number * 10:02}\n{text}" for number, (who, text) in enumerate(SAID)) + "\n"
    ).encode()


def whisper() -> bytes:
    segments = [
        {"id": number, "start": number * 10.0, "end": number * 10.0 + 9, "text": text}
        for number, (_, text) in enumerate(SAID)
    ]
    return json.dumps({"text": " ".join(text for _, text in SAID), "segments": segments, "language": "en"}).encode()


def word() -> bytes:
    document = docx.Document()
    document.core_properties.author = "Siobhan O'Neill"
    for who, text in SAID:
        document.add_paragraph(f"{who}: {text}")
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


SURVEY = (
    b"participant_id,ease,comment\r\n"
    b'p-17,4,"Siobhan here, the checkout is fine but Tobiasz was late"\r\n'
    b"p-17,5,Write to siobhan.oneill@example.org\r\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of one transcript a format and a survey, under names that are people's."""
    raw = tmp_path / "raw"
    (raw / "Siobhan O'Neill").mkdir(parents=True)
    (raw / "Siobhan O'Neill" / "Siobhan O'Neill 12 March.vtt").write_bytes(vtt())
    (raw / "Siobhan O'Neill" / "Tobiasz notes.TXT").write_bytes(txt())
    (raw / "siobhan.srt").write_bytes(srt())
    (raw / "siobhan.json").write_bytes(whisper())
    (raw / "siobhan.docx").write_bytes(word())
    (raw / "answers of Siobhan.csv").write_bytes(SURVEY)
    (tmp_path / "roster.csv").write_text(ROSTER, encoding="utf-8")
    return raw


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A folder of one transcript."""
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "siobhan.vtt").write_bytes(vtt())
    (tmp_path / "roster.csv").write_text(ROSTER, encoding="utf-8")
    return raw


@pytest.fixture
def anonymise(lethe, tmp_path):
    def run(*options: object, source: str = "raw", target: str = "out", roster: str = "roster.csv"):
        return lethe("anonymise", tmp_path / source, tmp_path / target, "--roster", tmp_path / roster, *options)

    return run


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def words_of(name: str, data: bytes) -> str:
    if name.endswith(".docx"):
        document = docx.Document(io.BytesIO(data))
        return "\n".join(paragraph.text for paragraph in document.paragraphs) + document.core_properties.author
    return data.decode()


def report_of(folder: Path) -> dict:
    return json.loads((folder / "report.json").read_bytes())


def test_every_format_comes_out_in_its_own_without_a_detail_of_anybody(anonymise, folder, tmp_path):
    ran = anonymise()
    assert ran.code == 0, ran.text
    written = contents(tmp_path / "out")
    assert sorted(Path(name).suffix for name in written) == [
        ".csv", ".docx", ".json", ".json", ".srt", ".txt", ".vtt"
    ]  # fmt: skip
    for name, data in written.items():
        text = words_of(name, data)
        assert not [detail for detail in DETAILS if detail.lower() in (name + text).lower()], name
        if name != "report.json":
            assert "checkout" in text, name
    assert not [detail for detail in DETAILS if detail in ran.text]
    assert "Anonymised 5 transcripts and 1 survey" in ran.out


def test_names_tell_nothing_and_folders_are_not_kept(anonymise, folder, tmp_path):
    anonymise()
    names = sorted(contents(tmp_path / "out"))
    assert all("/" not in name for name in names)
    kinds = {name.partition("-")[0] for name in names}
    assert kinds == {"transcript", "survey", "report.json"}


def test_the_report_counts_and_digests_what_is_there_and_names_no_id_of_the_roster(anonymise, folder, tmp_path):
    anonymise()
    out = tmp_path / "out"
    report = report_of(out)
    written = contents(out)
    assert {file["name"]: file["sha256"] for file in report["files"]} == {
        name: hashlib.sha256(data).hexdigest() for name, data in written.items() if name != "report.json"
    }
    # By the new names: the order of the old ones would tell who came when.
    assert [file["name"] for file in report["files"]] == sorted(file["name"] for file in report["files"])
    assert report["left_out"] == 0
    assert report["gate"]["passed"] is True
    assert all(file["counts"]["words"] > file["counts"]["words_masked"] > 0 for file in report["files"])
    text = written["report.json"].decode()
    assert "p-17" not in text
    assert "m-01" not in text


def test_survey_and_transcript_of_one_person_carry_one_pseudonym(anonymise, folder, tmp_path):
    anonymise()
    written = contents(tmp_path / "out")
    (survey,) = (data.decode() for name, data in written.items() if name.startswith("survey-"))
    rows = list(csv.DictReader(io.StringIO(survey)))
    code = rows[0]["participant_id"]
    assert {row["participant_id"] for row in rows} == {code}
    assert code != "p-17"
    (transcript,) = (data.decode() for name, data in written.items() if name.endswith(".vtt"))
    assert code in transcript


@pytest.mark.parametrize(("choice", "suffix"), [("txt", ".txt"), ("docx", ".docx")])
def test_format_writes_every_transcript_alike(anonymise, folder, tmp_path, choice, suffix):
    assert anonymise("--format", choice).code == 0
    suffixes = {Path(name).suffix for name in contents(tmp_path / "out") if name.startswith("transcript-")}
    assert suffixes == {suffix}


def test_the_same_key_file_gives_the_same_bytes_and_another_key_other_names(anonymise, folder, tmp_path):
    key = tmp_path / "key"
    assert anonymise("--key-file", key, target="one").code == 0
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert anonymise("--key-file", key, target="two").code == 0
    assert anonymise(target="three").code == 0
    one, two, three = (contents(tmp_path / name) for name in ("one", "two", "three"))
    assert one == two
    assert set(one) & set(three) == {"report.json"}


def test_a_key_file_that_others_can_read_or_that_holds_no_key_is_refused(anonymise, small, tmp_path):
    key = tmp_path / "key"
    key.write_text("c2hvcnQ=\n")
    key.chmod(0o600)
    assert anonymise("--key-file", key).code == 2
    key.chmod(0o644)
    ran = anonymise("--key-file", key)
    assert ran.code == 2
    assert "0600" in ran.err
    assert not (tmp_path / "out").exists()


def test_the_map_is_written_outside_for_the_owner_alone(anonymise, folder, tmp_path):
    ran = anonymise("--map", tmp_path / "map.csv")
    assert ran.code == 0
    assert stat.S_IMODE((tmp_path / "map.csv").stat().st_mode) == 0o600
    with (tmp_path / "map.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["output"]: row["input"] for row in csv.DictReader(file)}
    assert set(rows) == set(contents(tmp_path / "out")) - {"report.json"}
    assert set(rows.values()) == set(contents(folder))


@pytest.mark.parametrize("option", ["--map", "--key-file"])
@pytest.mark.parametrize("place", ["out/file.csv", "raw/file.csv", "missing/file.csv"])
def test_what_tells_who_is_who_never_lies_with_what_is_shared(anonymise, small, tmp_path, option, place):
    ran = anonymise(option, tmp_path / place)
    assert ran.code == 2
    assert not (tmp_path / "out").exists()
    assert set(contents(small)) == {"siobhan.vtt"}


def test_what_cannot_be_read_is_named_counted_and_never_copied(anonymise, small, tmp_path):
    (small / "empty.vtt").write_bytes(b"")
    (small / "broken.json").write_bytes(b'{"results":')
    (small / "picture.png").write_bytes(b"\x89PNG")
    (small / "late.docx").write_bytes(b"PK\x03\x04 not a zip")
    (small / "bad\x1b[2J.srt").write_bytes(b"\x00\x01")
    os.mkfifo(small / "pipe.txt")
    ran = anonymise()
    assert ran.code == 1
    for name in ("empty.vtt", "broken.json", "picture.png", "late.docx", "bad\\x1b[2J.srt", "pipe.txt"):
        assert f"left out: {name}: " in ran.err
    assert "\x1b" not in ran.err
    assert "left out: pipe.txt: not a regular file" in ran.err
    assert "6 files left out" in ran.err
    assert report_of(tmp_path / "out")["left_out"] == 6
    assert len(contents(tmp_path / "out")) == 2


def test_links_are_not_followed(anonymise, small, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "other.vtt").write_bytes(vtt())
    (small / "link.vtt").symlink_to(outside / "other.vtt")
    (small / "folder").symlink_to(outside, target_is_directory=True)
    (small / "again.vtt").symlink_to(small / "siobhan.vtt")
    (small / "gone.vtt").symlink_to(tmp_path / "nothing.vtt")
    ran = anonymise()
    assert ran.code == 1
    assert "left out: link.vtt: a link that leads out of the folder" in ran.err
    assert "left out: folder: a link that leads out of the folder" in ran.err
    assert "left out: gone.vtt: " in ran.err
    assert "again.vtt" not in ran.err
    assert len(contents(tmp_path / "out")) == 2


def test_a_file_swapped_for_a_link_after_the_listing_is_left_out(anonymise, small, tmp_path, monkeypatch):
    (tmp_path / "secret.vtt").write_bytes(vtt())
    (small / "second.vtt").write_bytes(vtt())
    real = anonymising.read_input

    def swap(file):
        if file.relative == "second.vtt":
            file.path.unlink()
            file.path.symlink_to(tmp_path / "secret.vtt")
        return real(file)

    monkeypatch.setattr(anonymising, "read_input", swap)
    ran = anonymise()
    assert ran.code == 1
    assert "left out: second.vtt: a link has taken its place" in ran.err


def test_what_systems_leave_lying_about_is_no_failure(anonymise, small, tmp_path):
    (small / ".DS_Store").write_bytes(b"x")
    (small / "~$siobhan.docx").write_bytes(b"Siobhan")
    ran = anonymise()
    assert ran.code == 0, ran.err
    assert len(contents(tmp_path / "out")) == 2


def test_a_roster_that_lies_in_the_folder_is_no_survey(anonymise, small, tmp_path):
    (tmp_path / "roster.csv").rename(small / "roster.csv")
    ran = anonymise(roster="raw/roster.csv")
    assert ran.code == 0, ran.err
    assert len(contents(tmp_path / "out")) == 2


@pytest.mark.parametrize("names", [[], ["empty.vtt", "picture.png"]])
def test_a_folder_with_nothing_to_anonymise_writes_nothing(anonymise, tmp_path, names):
    (tmp_path / "raw").mkdir()
    for name in names:
        (tmp_path / "raw" / name).write_bytes(b"")
    (tmp_path / "roster.csv").write_text(ROSTER, encoding="utf-8")
    ran = anonymise()
    assert ran.code == 1
    assert "nothing was written" in ran.err
    assert not (tmp_path / "out").exists()


def test_a_second_run_into_the_same_folder_is_refused_and_changes_nothing(anonymise, small, tmp_path):
    assert anonymise().code == 0
    before = contents(tmp_path / "out")
    ran = anonymise()
    assert ran.code == 2
    assert "not empty" in ran.err
    assert contents(tmp_path / "out") == before


def test_an_empty_folder_is_filled(anonymise, small, tmp_path):
    (tmp_path / "out").mkdir()
    assert anonymise().code == 0
    assert len(contents(tmp_path / "out")) == 2


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        ("raw", "raw", "OUT lies inside IN"),
        ("raw", "raw/out", "OUT lies inside IN"),
        ("raw/inner", "raw", "IN lies inside OUT"),
        ("none", "out", "IN is not a folder"),
        ("none.vtt", "out", "IN is not a folder, nor a file"),
        ("raw", "a/b", "the folder that OUT would lie in"),
        ("raw", "roster.csv", "OUT is there and not empty"),
    ],
)
def test_folders_that_lie_in_each_other_or_are_not_there_are_wrong_usage(
    anonymise, small, tmp_path, source, target, said
):
    (small / "inner").mkdir()
    ran = anonymise(source=source, target=target)
    assert ran.code == 2
    assert said in ran.err
    assert set(contents(small)) == {"siobhan.vtt"}


def test_a_link_does_not_hide_that_one_folder_lies_in_the_other(anonymise, small, tmp_path):
    (small / "inner").mkdir()
    (tmp_path / "link").symlink_to(small / "inner", target_is_directory=True)
    assert anonymise(target="link").code == 2


@pytest.fixture
def leaking(monkeypatch):
    """An anonymiser that lets a transcript through as it is."""
    real = anonymising.anonymise_transcript

    def leak(transcript, anonymiser, **options):
        return transcript, real(transcript, anonymiser, **options)[1]

    monkeypatch.setattr(anonymising, "anonymise_transcript", leak)


def test_a_hit_of_the_gate_writes_nothing_and_tells_kinds_counts_and_numbers(anonymise, folder, tmp_path, leaking):
    ran = anonymise("--key-file", tmp_path / "key", "--map", tmp_path / "map.csv")
    assert ran.code == 3
    assert sorted(path.name for path in tmp_path.iterdir()) == ["raw", "roster.csv"]
    assert "nothing was written" in ran.err
    assert "file 1: " in ran.err
    assert "full_name" in ran.err
    assert "roster line 2" in ran.err
    assert not [detail for detail in DETAILS if detail in ran.text]


def test_a_hit_leaves_an_empty_folder_empty(anonymise, small, tmp_path, leaking):
    (tmp_path / "out").mkdir()
    assert anonymise().code == 3
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize(("problem", "code"), [(OSError(28, "No space left on device"), 1), (KeyboardInterrupt(), 130)])
def test_what_stops_half_way_leaves_nothing(anonymise, small, tmp_path, monkeypatch, problem, code):
    real = Path.write_bytes

    def stop(path, data):
        if path.name == "report.json":
            raise problem
        return real(path, data)

    monkeypatch.setattr(Path, "write_bytes", stop)
    ran = anonymise("--key-file", tmp_path / "key", "--map", tmp_path / "map.csv")
    assert ran.code == code
    assert "OUT could not be written" in ran.err or code == 130
    assert sorted(path.name for path in tmp_path.iterdir()) == ["raw", "roster.csv"]


def test_a_study_keeps_its_words_and_gives_columns_their_roles(anonymise, small, tmp_path):
    (small / "survey.csv").write_bytes(SURVEY.replace(b"the checkout", b"the Brightwell checkout"))
    (tmp_path / "study.yaml").write_text(
        "title: Checkout\nclient: brightwell\nkeep: [Brightwell]\n"
        "survey:\n  columns:\n    participant_id: pseudonym\n    ease: measure\n    comment: free_text\n"
    )
    ran = anonymise("--study", tmp_path / "study.yaml")
    assert ran.code == 0, ran.err
    (survey,) = (data.decode() for name, data in contents(tmp_path / "out").items() if name.startswith("survey-"))
    assert "Brightwell" in survey
    assert [row["ease"] for row in csv.DictReader(io.StringIO(survey))] == ["4", "5"]
    assert "free text" not in ran.err


def test_a_column_the_study_does_not_know_leaves_the_survey_out(anonymise, small, tmp_path):
    (small / "survey.csv").write_bytes(SURVEY.replace(b"ease", b"maiden_name"))
    (tmp_path / "study.yaml").write_text(
        "title: Checkout\nclient: brightwell\n"
        "survey:\n  columns:\n    participant_id: pseudonym\n    ease: measure\n    comment: free_text\n"
    )
    ran = anonymise("--study", tmp_path / "study.yaml")
    assert ran.code == 1
    assert "left out: survey.csv: " in ran.err
    assert not [name for name in contents(tmp_path / "out") if name.startswith("survey-")]


def test_without_a_study_every_column_but_the_id_is_free_text_and_that_is_said(anonymise, small, tmp_path):
    (small / "survey.csv").write_bytes(SURVEY.replace(b"participant_id", b"Participant ID"))
    ran = anonymise()
    assert ran.code == 0, ran.err
    assert "all but participant_id are treated as free text" in ran.err


def test_a_study_with_mistakes_is_wrong_usage_told_by_line(anonymise, small, tmp_path):
    (tmp_path / "study.yaml").write_text("title: Checkout\nclient: brightwell\nkeeps: [Brightwell]\n")
    ran = anonymise("--study", tmp_path / "study.yaml")
    assert ran.code == 2
    assert "study.yaml, line 3" in ran.err
    assert "Did you mean 'keep'?" in ran.err


def test_a_roster_with_a_misspelt_column_is_wrong_usage_and_writes_nothing(anonymise, small, tmp_path):
    (tmp_path / "roster.csv").write_text(ROSTER.replace("first_name", "fist_name"), encoding="utf-8")
    ran = anonymise()
    assert ran.code == 2
    assert "Did you mean 'first_name'?" in ran.err
    assert not (tmp_path / "out").exists()


def test_each_transcript_is_taken_in_the_language_it_is_clearly_in(anonymise, small, tmp_path):
    (small / "deux.txt").write_text(
        "Siobhan: Je suis née en mars, et le paiement est trop lent.\n",
        encoding="utf-8",
    )
    ran = anonymise("--languages", "en,fr")
    assert ran.code == 0, ran.err
    languages = {file["name"][-3:]: file["language"] for file in report_of(tmp_path / "out")["files"]}
    assert languages == {"vtt": "en", "txt": "fr"}
    assert "1 in en, 1 in fr" in ran.out


@pytest.mark.parametrize("languages", ["", "english", "e1", "en,,francais"])
def test_languages_are_codes_of_two_letters(anonymise, small, languages):
    assert anonymise("--languages", languages).code == 2


def test_people_the_roster_does_not_know_are_counted_and_not_named(anonymise, small, tmp_path):
    (small / "survey.csv").write_bytes(SURVEY + b"maeve.okonjo,3,No more\r\n")
    ran = anonymise()
    assert ran.code == 0, ran.err
    assert "1 survey row of people who are not on the roster" in ran.err
    assert "okonjo" not in ran.text + (tmp_path / "out" / "report.json").read_text()


def test_a_survey_that_names_no_participant_is_left_out(anonymise, small, tmp_path):
    (small / "survey.csv").write_bytes(SURVEY.partition(b"\n")[2])
    ran = anonymise()
    assert ran.code == 1
    assert "left out: survey.csv: the table has no column 'participant_id'" in ran.err
    assert "Siobhan" not in ran.err


def test_a_person_the_roster_gives_nothing_of_is_told_by_line(anonymise, small, tmp_path):
    with (tmp_path / "roster.csv").open("a", encoding="utf-8") as file:
        file.write("maeve-okonjo,,,,,,,,,observer,\n")
    ran = anonymise()
    assert ran.code == 0, ran.err
    assert "nothing to look for on line 4" in ran.err
    assert "maeve" not in ran.text


def test_progress_is_for_a_terminal_alone(anonymise, small, monkeypatch):
    assert "1 of 1 file" not in anonymise().err
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert "1 of 1 file" in anonymise(target="other").err


def test_what_the_gate_counts_is_reported_under_the_new_name(anonymise, small, tmp_path):
    (small / "siobhan.vtt").write_bytes(vtt().replace(b"on the website", b"as a teacher"))
    (tmp_path / "roster.csv").write_text(ROSTER.replace("city", "occupation").replace("Leeds", "teacher"))
    ran = anonymise()
    assert ran.code == 0, ran.err
    report = report_of(tmp_path / "out")
    (finding,) = report["gate"]["findings"]
    assert (finding["kind"], finding["severity"], finding["count"]) == ("occupation", "count", 1)
    assert finding["file"] == report["files"][0]["name"]
    assert "1 quasi-identifier" in ran.out


def explanation(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


def test_one_file_is_anonymised_as_a_folder_of_it_would_be(anonymise, small, tmp_path):
    key = tmp_path / "key"
    assert anonymise("--key-file", key).code == 0
    assert anonymise("--key-file", key, source="raw/siobhan.vtt", target="alone").code == 0
    assert contents(tmp_path / "alone") == contents(tmp_path / "out")


def test_explain_tells_why_each_place_was_masked_and_not_what_it_said(anonymise, folder, tmp_path):
    assert anonymise("--explain", tmp_path / "why.jsonl").code == 0
    assert stat.S_IMODE((tmp_path / "why.jsonl").stat().st_mode) == 0o600
    text = (tmp_path / "why.jsonl").read_text(encoding="utf-8")
    lines = explanation(text)
    assert {line["file"] for line in lines} == set(contents(tmp_path / "out")) - {"report.json"}
    assert all(set(line) >= {"entity", "layer", "recogniser", "score", "replacement"} for line in lines)
    assert not [detail for detail in DETAILS if detail in text]


def test_explain_gives_the_places_in_the_source_and_in_the_result(anonymise, small, tmp_path):
    ran = anonymise("--explain")
    assert ran.code == 0
    assert "Anonymised 1 transcript" in ran.err
    (name,) = set(contents(tmp_path / "out")) - {"report.json"}
    shown = [cue.text for cue in parse_transcript((tmp_path / "out" / name).read_bytes(), ".vtt").cues]
    told = [line for line in explanation(ran.out) if line["part"] == "text"]
    assert {line["layer"] for line in told} >= {"roster", "patterns"}
    for line in told:
        said = SAID[line["source"]["cue"] - 1][1][line["source"]["start"] : line["source"]["end"]]
        assert any(detail.lower() in said.lower() for detail in DETAILS), line
        now = shown[line["candidate"]["cue"] - 1][line["candidate"]["start"] : line["candidate"]["end"]]
        assert now == line["replacement"]
    speakers = [line for line in explanation(ran.out) if line["part"] == "speaker"]
    assert [line["source"]["cue"] for line in speakers] == [1, 2]


def test_explain_without_a_folder_to_make_writes_nothing(lethe, small, tmp_path):
    before = sorted(tmp_path.rglob("*"))
    ran = lethe("anonymise", small / "siobhan.vtt", "--roster", tmp_path / "roster.csv", "--explain")
    assert ran.code == 0
    assert explanation(ran.out)
    assert sorted(tmp_path.rglob("*")) == before
    why = tmp_path / "why.jsonl"
    assert lethe("anonymise", small, "--roster", tmp_path / "roster.csv", "--explain", why).code == 0
    assert explanation(why.read_text()) != []
    assert sorted(tmp_path.rglob("*")) == sorted([*before, why])


def test_explain_tells_that_the_gate_would_hold_the_result_back(lethe, small, tmp_path, leaking):
    ran = lethe("anonymise", small, "--roster", tmp_path / "roster.csv", "--explain")
    assert ran.code == 3
    assert explanation(ran.out)
    assert "full_name" in ran.err


def test_a_hit_of_the_gate_writes_no_explanation_beside_a_result_that_is_none(anonymise, small, tmp_path, leaking):
    ran = anonymise("--explain", tmp_path / "why.jsonl")
    assert ran.code == 3
    assert not (tmp_path / "why.jsonl").exists()


@pytest.mark.parametrize("options", [(), ("--explain", "--map", "map.csv"), ("--explain", "--key-file", "key")])
def test_only_an_explanation_does_without_a_folder_to_make(lethe, small, tmp_path, monkeypatch, options):
    monkeypatch.chdir(tmp_path)
    ran = lethe("anonymise", small, "--roster", tmp_path / "roster.csv", *options)
    assert ran.code == 2
    assert "OUT" in ran.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["raw", "roster.csv"]


@pytest.mark.parametrize(
    ("options", "mode"), [((), "careful"), (("--mode", "strict"), "strict"), (("--mode", "normal"), "normal")]
)
def test_the_mode_is_careful_unless_another_is_asked_for(anonymise, small, tmp_path, options, mode):
    (small / "siobhan.vtt").write_bytes(vtt().replace(b"the checkout", b"the zblorkify checkout"))
    assert anonymise(*options).code == 0
    assert report_of(tmp_path / "out")["mode"] == mode
    (text,) = (data.decode() for name, data in contents(tmp_path / "out").items() if name.endswith(".vtt"))
    # Only strict masks a word for being on no list.
    assert ("zblorkify" in text) is (mode != "strict")


def test_the_mode_of_the_study_counts_unless_another_is_asked_for(anonymise, small, tmp_path):
    (tmp_path / "study.yaml").write_text("title: Checkout\nclient: brightwell\nmode: strict\n")
    assert anonymise("--study", tmp_path / "study.yaml", target="one").code == 0
    assert anonymise("--study", tmp_path / "study.yaml", "--mode", "normal", target="two").code == 0
    assert [report_of(tmp_path / name)["mode"] for name in ("one", "two")] == ["strict", "normal"]


def test_an_unknown_mode_is_wrong_usage(anonymise, small, tmp_path):
    ran = anonymise("--mode", "balanced")
    assert ran.code == 2
    assert "careful" in ran.err
    assert not (tmp_path / "out").exists()


def people_of_an_age(*ages: int) -> bytes:
    """A survey of the roster's participant and of strangers, in Excel's format."""
    book = openpyxl.Workbook()
    book.active.append(["participant_id", "age", "shift", "comment"])
    for number, age in enumerate(ages):
        shift = "night" if age > 40 else ("early", "late")[number % 2]
        book.active.append([f"q-{number}", age, shift, "Siobhan O'Neill was there"])
    book.create_sheet("Siobhan").sheet_state = "hidden"
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


STUDY = (
    "title: Checkout\nclient: brightwell\nsurvey:\n  columns:\n    participant_id: pseudonym\n    age: quasi\n"
    "    shift: quasi\n    comment: free_text\n  hierarchies: {shift: shifts}\n"
)


@pytest.fixture
def configured(tmp_path: Path) -> Path:
    """A study's file among the configuration, with a hierarchy of its own."""
    (tmp_path / "config" / "studies").mkdir(parents=True)
    (tmp_path / "config" / "hierarchies").mkdir()
    (tmp_path / "config" / "hierarchies" / "shifts.csv").write_text("early,day,any\nlate,day,any\nnight,night,any\n")
    study = tmp_path / "config" / "studies" / "checkout.yaml"
    study.write_text(STUDY)
    return study


def test_a_workbook_is_made_coarser_as_the_study_says_with_its_own_hierarchy(anonymise, small, tmp_path, configured):
    (small / "survey.xlsx").write_bytes(people_of_an_age(*range(31, 37), *range(41, 47)))
    ran = anonymise("--study", configured)
    assert ran.code == 0, ran.err
    written = contents(tmp_path / "out")
    (table,) = (data.decode() for name, data in written.items() if name.startswith("survey-"))
    rows = list(csv.DictReader(io.StringIO(table)))
    assert Counter((row["age"], row["shift"]) for row in rows) == {("30-39", "day"): 6, ("40-49", "night"): 6}
    assert "Siobhan" not in table
    assert report_of(tmp_path / "out")["gate"]["tables"] == [
        {"people": 12, "fewest_alike": 6, "with_too_few": 0, "undiverse": 0}
    ]
    (dictionary,) = (data.decode() for name, data in written.items() if name.startswith("dictionary-"))
    assert "10 years" in dictionary


def test_a_table_in_which_somebody_stands_out_is_held_back(anonymise, small, tmp_path, configured, monkeypatch):
    (small / "survey.xlsx").write_bytes(people_of_an_age(*range(31, 37), *range(41, 47)))

    real = anonymising.write_survey
    monkeypatch.setattr(
        anonymising,
        "write_survey",
        lambda frame: real(frame.assign(age=["71", *frame["age"][1:]]) if "age" in frame.columns else frame),
    )
    ran = anonymise("--study", configured)
    assert ran.code == 3
    assert "too_few_alike" in ran.err
    assert not (tmp_path / "out").exists()


def test_a_hierarchy_that_is_none_is_told_before_anything_is_read(anonymise, small, tmp_path, configured):
    (configured.parent.parent / "hierarchies" / "shifts.csv").write_text("early,day,any\nearly,night,any\n")
    ran = anonymise("--study", configured)
    assert ran.code == 2
    assert "hierarchies/shifts.csv" in ran.err


def test_what_a_workbook_held_beside_its_table_is_counted_in_report_and_words(anonymise, small, tmp_path, configured):
    book = openpyxl.load_workbook(io.BytesIO(people_of_an_age(*range(31, 37), *range(41, 47))))
    book.worksheets[0].row_dimensions[4].hidden = True
    book.save(small / "survey.xlsx")
    ran = anonymise("--study", configured)
    assert ran.code == 0, ran.err
    (survey,) = (file for file in report_of(tmp_path / "out")["files"] if file["kind"] == "survey")
    assert {"1 hidden sheet", "1 hidden row"} <= set(survey["not_read"])
    assert "1 hidden sheet, 1 hidden row" in ran.text
    assert "Siobhan" not in ran.text
