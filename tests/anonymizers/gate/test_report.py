"""The interface: what `examine` refuses, what cannot be read, what a report says."""

import hashlib
import io
import json
import zipfile

import pytest

from anonymizers.gate import CandidateFile, GateError, examine
from anonymizers.people import Person


def test_nothing_to_examine_is_an_error_and_not_a_pass():
    with pytest.raises(GateError, match="nothing that could pass"):
        examine([], [])


def test_two_files_of_one_name_are_an_error():
    with pytest.raises(GateError, match="1 files share a name"):
        examine([CandidateFile("a.txt", b"1"), CandidateFile("a.txt", b"2")], [])


def test_report_names_the_bytes_it_examined(people):
    files = [CandidateFile("b.txt", b"hello"), CandidateFile("a.txt", b"Siobhan")]
    report = examine(files, people)
    assert report.sha256 == tuple(hashlib.sha256(file.data).hexdigest() for file in files)
    assert (report.files, report.people) == (2, 5)
    assert [finding.file_no for finding in report.findings] == [2]
    assert examine(files[::-1], people).candidate_digest == report.candidate_digest
    assert examine([files[0], CandidateFile("a.txt", b"siobhan")], people).candidate_digest != report.candidate_digest
    assert examine([files[0], CandidateFile("c.txt", b"Siobhan")], people).candidate_digest != report.candidate_digest


def test_report_as_json_is_plain_and_complete(people):
    report = examine([CandidateFile("a.txt", b"Siobhan in Leeds will go")], people)
    told = json.loads(json.dumps(report.to_json()))
    assert told["passed"] is False
    assert told["counts"] == {"block": 1, "review": 1, "count": 1}
    assert [finding["kind"] for finding in told["findings"]] == ["city", "first_name", "first_name"]


def test_people_without_anything_to_search_for_are_named():
    people = [Person("p-nothing", city="Leeds", employer="Brightwell"), Person("p-born", date_of_birth="1984-03-07")]
    assert examine([CandidateFile("a.txt", b"hello")], people).unsearchable == ("p-nothing",)


def _packed(content: bytes, name: str = "a.txt") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return packed.getvalue()


def _encrypted() -> bytes:
    data = bytearray(_packed(b"hello"))
    # The flag that says "encrypted", in the member's header and in the directory.
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    return bytes(data)


UNREADABLE = [
    ("a.txt", "Siobhán".encode("latin-1"), "unreadable"),
    ("a.txt", "hello".encode("utf-16-le"), "unreadable"),
    ("a.txt", b"hello\x00", "unreadable"),
    ("a.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF", "unreadable"),
    ("a.pdf", b"%PDF-1.7 ascii", "unreadable"),
    ("a.rtf", b"{\\rtf1 hello}", "unreadable"),
    ("a.json", b'{"a": ', "unreadable"),
    ("a.json", b"[" * 100_000, "unreadable"),
    ("a.html", b'<img src="data:image/png;base64,AAAA">', "embedded_media"),
    ("a.zip", _encrypted(), "encrypted"),
    ("a.zip", _packed(b"hello")[:-30], "unreadable"),
    ("a.docx", _packed(b"\x89PNG\r\n\x1a\n\x00", "word/media/image1.png"), "embedded_media"),
    ("a.docx", _packed(b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "word/document.xml"), "xml_doctype"),
    ("a.docx", _packed(b"<a><b></a>", "word/document.xml"), "unreadable"),
    ("a.zip", _packed(_packed(_packed(b"hello"))), "nested_archive"),
    ("a.zip", _packed(b"a" * (257 * 2**20)), "too_large"),
]


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    UNREADABLE,
    ids=[f"{number}-{name}-{kind}" for number, (name, _, kind) in enumerate(UNREADABLE)],
)
def test_what_cannot_be_read_blocks_with_its_kind(name, data, kind):
    report = examine([CandidateFile(name, data)], [])
    assert {(finding.kind, finding.severity) for finding in report.findings} == {(kind, "block")}


def test_error_texts_and_reprs_show_no_content(people):
    file = CandidateFile("siobhan.txt", b"Siobhan", {"a": "Siobhan"})
    report = examine([file], people)
    assert "iobhan" not in repr(file) + repr(report) + json.dumps(report.to_json())
