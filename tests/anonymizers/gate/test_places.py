"""Every place of a candidate in which a person could still be named."""

import io
import json
import zipfile

import docx
import pytest

THUMBNAIL = "docProps/thumbnail.jpeg"


def _docx(write) -> bytes:
    document = docx.Document()
    write(document)
    whole = io.BytesIO()
    document.save(whole)
    # The library's template holds a picture, which would block by itself.
    kept = io.BytesIO()
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(kept, "w") as target:
        for member in source.infolist():
            if member.filename != THUMBNAIL:
                target.writestr(member, source.read(member))
    return kept.getvalue()


def _zip(**members: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return packed.getvalue()


@pytest.mark.parametrize(
    "name", ["siobhan.txt", "Siobhan Abernathy 12 March.vtt", "p/abernathy/a.vtt", "Will-session.vtt", "will_brown.vtt",
             "will-brown.vtt", "siobhan.ab42@example.com.csv", "call 07700900123.vtt", "SessionWithSiobhan.docx"]
)  # fmt: skip
def test_file_names_are_read(ask, name):
    report = ask("hello", name)
    assert {(finding.severity, finding.where) for finding in report.findings} == {("block", "file_name")}


@pytest.mark.parametrize(
    "metadata", [{"author": "Siobhan"}, {"x-amz-meta-siobhan": "1"}, {"by": "grace"}, {"t": "Will"}]
)
def test_metadata_keys_and_values_are_read(ask, metadata):
    (finding,) = ask("hello", metadata=metadata).findings
    assert (finding.severity, finding.where) == ("block", "metadata")


def _author(document):
    document.core_properties.author = "Grace"


def _title(document):
    document.core_properties.title = "Call with Abernathy"


def _comment(document):
    run = document.add_paragraph().add_run("hello")
    document.add_comment(run, text="ask Siobhan", author="", initials="")


def _comment_author(document):
    run = document.add_paragraph().add_run("hello")
    document.add_comment(run, text="ask again", author="Mark", initials="")


def _header(document):
    document.sections[0].header.paragraphs[0].text = "Siobhan, session 2"


def _table(document):
    document.add_table(1, 2).cell(0, 1).text = "Abernathy"


def _runs(document):
    paragraph = document.add_paragraph("said Sio")
    paragraph.add_run("b").bold = True
    paragraph.add_run("han again")


def _runs_without_space(document):
    document.add_paragraph("so").add_run("abernathy")


def _speaker_in_table(document):
    document.add_paragraph("Grace: I pressed it")


def _hidden(document):
    document.add_paragraph().add_run("Siobhan").font.hidden = True


@pytest.mark.parametrize(
    "write",
    [
        _author,
        _title,
        _comment,
        _comment_author,
        _header,
        _table,
        _runs,
        _runs_without_space,
        _speaker_in_table,
        _hidden,
    ],
)
def test_all_parts_of_a_word_file_are_read(ask, write):
    report = ask(_docx(write), "a.docx")
    assert report.counts["block"] == 1


def test_word_file_without_names_passes_with_no_finding(ask):
    report = ask(_docx(lambda document: document.add_paragraph("I pressed [name] and it went away.")), "a.docx")
    assert report.findings == ()


def test_tracked_deletion_in_a_word_file_is_read(ask):
    body = b"""<?xml version="1.0"?><w:document xmlns:w="w"><w:p><w:del w:author="x"><w:r><w:delText>Siobhan</w:delText>
    </w:r></w:del><w:r><w:t>hello</w:t></w:r></w:p><!-- Abernathy --></w:document>"""
    kinds = {finding.kind for finding in ask(_zip(word__document_dot_xml=body), "a.docx").findings}
    assert kinds == {"first_name", "last_name"}


def _items(*contents: str) -> str:
    return json.dumps({"results": {"items": [{"start_time": "0.04", "content": content} for content in contents]}})


@pytest.mark.parametrize(
    "text",
    [
        _items("so", "Will", "Brown", "said"),
        _items("it", "is", "s", "i", "o", "b", "h", "a", "n"),
        _items("oh", "seven", "seven", "double", "oh", "nine", "hundred", "one", "two", "three"),
        _items("w", "dot", "brown", "at", "example", "dot", "net"),
        _items("5577", "9911"),
        _items("born", "seventh", "march", "nineteen", "eighty", "four"),
        json.dumps({"speaker": "Will", "text": "hello"}),
        json.dumps({"segments": [{"text": "and Siobhan"}]}),
        json.dumps({"Siobhan": {"n": 1}}),
        json.dumps({"speakers": {"siobhan": []}}),
        json.dumps({"account": 55779911}),
        json.dumps({"contact": 447700900123}),
        json.dumps({"contact": 447700900123.0}),
        '{"contact": 4.47700900123E+11}',
        json.dumps({"a": 1, "note": "hello"})[:-1] + ', "note": "Siobhan"}',
    ],
)  # fmt: skip
def test_json_is_read_down_to_its_words_keys_and_numbers(ask, text):
    assert not ask(text, "a.json").passed


def test_lines_of_json_are_read_one_by_one(ask):
    assert not ask('{"text": "hello"}\n{"text": "Siobhan"}\n', "a.jsonl").passed


@pytest.mark.parametrize(
    "text",
    [
        "code,comment\nP-7K2Q4W9M,asked Siobhan\n",
        "code;comment\nP-7K2Q4W9M;asked Siobhan\n",
        "code\tcomment\nP-7K2Q4W9M\tasked Siobhan\n",
        "code,Siobhan's score\nP-7K2Q4W9M,4\n",
        "What is your name?,score\nGrace,4\n",
        "first_name,last_name\nwill,brown\n",
        "home_postcode,score\n10115,4\n",
        'code,comment\nP-7K2Q4W9M,"one\nSiobhan, two"\n',
        "code,comment\nP-7K2Q4W9M,ok,Siobhan\n",
    ],
)
def test_csv_cells_and_headers_are_read(ask, text):
    assert not ask(text, "a.csv").passed


@pytest.mark.parametrize(
    "text",
    [
        "WEBVTT\n\nNOTE with Siobhan\n\n00:01.000 --> 00:02.000\nhello\n",
        "WEBVTT\n\nsiobhan-1\n00:01.000 --> 00:02.000\nhello\n",
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Will>hello\n",
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v.loud Grace>hello</v>\n",
        "WEBVTT\n\nSTYLE\n::cue(v[voice=Siobhan]) {}\n\n00:01.000 --> 00:02.000\nhello\n",
        "WEBVTT\n\n00:01.000 --> 00:02.000\nso it was Will\n\n00:02.000 --> 00:03.000\nBrown again\n",
        "1\n00:00:01,000 --> 00:00:02,000\n07700\n\n2\n00:00:02,000 --> 00:00:03,000\n900123\n",
    ],
)
def test_cues_notes_and_voices_are_read(ask, text):
    assert not ask(text, "a.vtt").passed


def test_archives_are_opened_down_to_names_and_comments(ask):
    kinds = {(f.kind, f.where) for f in ask(_zip(abernathy__a_dot_txt=b"said Siobhan"), "a.zip").findings}
    assert kinds == {("last_name", "file_name"), ("first_name", "content")}


@pytest.mark.parametrize("shift", range(0, 24, 5))
def test_value_at_the_seam_of_two_windows_counts_once(ask, shift):
    before = " " * ((1 << 20) - shift)
    (finding,) = ask(before + "Siobhan Abernathy" + " so" * 400).findings
    assert (finding.kind, finding.count) == ("full_name", 1)


def test_column_of_things_with_names_holds_no_names_of_people(ask):
    assert ask("product name,score\nRose,4\n", "a.csv").passed
    assert not ask("participant name,score\nRose,4\n", "a.csv").passed
