"""Word documents read without their trappings and written without any."""

import io
import re
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from anonymizers.errors import FormatError
from anonymizers.formats import Cue, Transcript, parse_transcript, write_transcript

SECRET = "Quillon"
TRANSCRIPT = Transcript("vtt", (Cue("Hello & <you>\nagain", "Anna", 3_000, 4_000), Cue("", None, 5_000, 6_000)))


def saved(document: Document) -> bytes:
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def turns(data: bytes) -> list[tuple[str | None, int | None, str]]:
    return [(cue.speaker, cue.start_ms, cue.text) for cue in parse_transcript(data, ".docx").cues]


def with_body(xml: str) -> bytes:
    """A document whose body is this XML."""
    document = docx.Document()
    compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    body = parse_xml(f'<w:body {nsdecls("w")} xmlns:mc="{compatibility}">{xml}</w:body>')
    for element in body:
        document.element.body.insert(len(document.element.body) - 1, element)
    return saved(document)


def repacked(data: bytes, change: Callable[[str, bytes], bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w", packing) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return packed.getvalue()


def test_labelled_paragraphs_and_headings() -> None:
    document = docx.Document()
    for text in ("Anna: hello", "Ben: hi", "and more", "Anna: bye"):
        document.add_paragraph(text)
    assert turns(saved(document)) == [("Anna", None, "hello"), ("Ben", None, "hi\nand more"), ("Anna", None, "bye")]
    document = docx.Document()
    # Teams puts heading and speech into one paragraph.
    for text in ("A meeting", "Anna Example   0:03\nhello", "Ben  1:02:03", "hi", "there"):
        document.add_paragraph(text)
    assert turns(saved(document)) == [
        (None, None, "A meeting"),
        ("Anna Example", 3_000, "hello"),
        ("Ben", 3_723_000, "hi\nthere"),
    ]


@pytest.mark.parametrize("heading", [True, False])
@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (1, 2, 0)])
def test_a_table_is_read_by_its_columns(heading: bool, order: tuple[int, ...]) -> None:
    rows = [
        *([("Speaker", "Time", "Text")] if heading else []),
        ("Anna:", "0:03 - 0:07", "Hello there, how do you do"),
        ("Ben", "00:00:08.5", "Fine, said he, and went on"),
        ("", "", "nobody knows who said that"),
    ]
    document = docx.Document()
    document.add_paragraph("A title of the talk")
    table = document.add_table(len(rows), 3)
    for number, row in enumerate(rows):
        for column, place in enumerate(order):
            table.cell(number, column).text = row[place]
    cues = parse_transcript(saved(document), ".docx").cues
    assert cues == (
        Cue("A title of the talk"),
        Cue("Hello there, how do you do", "Anna", 3_000, 7_000),
        Cue("Fine, said he, and went on", "Ben", 8_500, None),
        Cue("nobody knows who said that"),
    )


def test_a_table_keeps_what_it_cannot_place_and_drops_running_numbers() -> None:
    document = docx.Document()
    table = document.add_table(2, 4)
    for number, row in enumerate([("1", "Anna", "what she said at length", "a remark"), ("2", "Ben", "no", "")]):
        for column, text in enumerate(row):
            table.cell(number, column).text = text
    assert turns(saved(document)) == [("Anna", None, "what she said at length\na remark"), ("Ben", None, "no")]


def test_a_time_that_cannot_be_read_stays_in_the_text() -> None:
    document = docx.Document()
    table = document.add_table(3, 2)
    for number, row in enumerate([("0:03", "hello to all"), ("0:05", "yes"), ("then Anna", "no")]):
        table.cell(number, 0).text, table.cell(number, 1).text = row
    assert turns(saved(document))[2] == (None, None, "then Anna\nno")


def test_a_table_of_one_column_is_read_as_paragraphs() -> None:
    document = docx.Document()
    table = document.add_table(2, 1)
    table.cell(0, 0).text, table.cell(1, 0).text = "Anna: hello", "Ben: hi"
    assert turns(saved(document)) == [("Anna", None, "hello"), ("Ben", None, "hi")]


def test_insertions_are_text_and_deletions_and_hidden_runs_are_not() -> None:
    data = with_body(
        "<w:p><w:r><w:t>one</w:t></w:r>"
        '<w:ins w:id="1" w:author="A"><w:r><w:t xml:space="preserve"> two</w:t></w:r></w:ins>'
        '<w:del w:id="2" w:author="A"><w:r><w:delText>gone</w:delText><w:t>gone</w:t></w:r></w:del>'
        '<w:moveFrom w:id="3" w:author="A"><w:r><w:t>gone</w:t></w:r></w:moveFrom>'
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t xml:space="preserve"> three</w:t></w:r>'
        "<w:r><w:instrText>HYPERLINK gone</w:instrText></w:r>"
        "<w:hyperlink><w:r><w:tab/><w:t>four</w:t><w:br/><w:t>five</w:t></w:r></w:hyperlink></w:p>"
        "<w:sdt><w:sdtContent><w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>six</w:t></w:r></w:p>"
        "</w:sdtContent></w:sdt>"
    )
    assert turns(data) == [(None, None, "one two three four\nfive"), (None, None, "six")]


def test_a_text_box_is_read_once() -> None:
    # The tab stop of the box is no tab of the text around it.
    stops = "<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>"
    box = f"<w:txbxContent><w:p>{stops}<w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent>"
    data = with_body(
        f'<w:p><w:r><w:t>a</w:t><mc:AlternateContent><mc:Choice Requires="wps">{box}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent><w:t>round</w:t></w:r></w:p>"
    )
    assert turns(data) == [(None, None, "boxed"), (None, None, "around")]


def test_headers_footers_comments_and_properties_are_never_copied() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Anna: hello")
    document.sections[0].header.paragraphs[0].text = SECRET
    document.sections[0].footer.paragraphs[0].text = SECRET
    document.add_comment(paragraph.runs, SECRET, author=SECRET, initials="Q")
    document.core_properties.author = document.core_properties.title = document.core_properties.comments = SECRET
    transcript = parse_transcript(saved(document), ".docx")
    assert transcript.cues == (Cue("hello", "Anna"),)
    assert SECRET.encode() not in write_transcript(transcript, None)[0]


def test_a_written_document_is_the_same_whenever_and_from_whatever_it_is_written() -> None:
    first, suffix = write_transcript(TRANSCRIPT, "docx")
    assert suffix == ".docx"
    assert write_transcript(TRANSCRIPT, "docx")[0] == first
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {(member.create_system, member.compress_type, member.extra) for member in package.infolist()} == {
            (3, zipfile.ZIP_STORED, b"")
        }


def test_a_written_document_names_nobody_and_no_program() -> None:
    data = write_transcript(TRANSCRIPT, "docx")[0]
    properties = docx.Document(io.BytesIO(data)).core_properties
    assert (properties.author, properties.last_modified_by, properties.comments, properties.keywords) == (
        "",
        "",
        "",
        "",
    )
    assert properties.created == properties.modified
    assert not re.search(rb"python|docx\b|thumbnail|customXml|Microsoft|Word\b", data.replace(b"wordprocessingml", b""))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert sorted(package.namelist()) == [
            *("[Content_Types].xml", "_rels/.rels", "docProps/core.xml"),
            *("word/_rels/document.xml.rels", "word/document.xml", "word/styles.xml"),
        ]


def test_another_reader_opens_what_is_written() -> None:
    document = docx.Document(io.BytesIO(write_transcript(TRANSCRIPT, "docx")[0]))
    paragraphs = [
        (paragraph.style.name if paragraph.style else "", paragraph.text) for paragraph in document.paragraphs
    ]
    assert paragraphs == [
        ("Speaker", "Anna  0:03"),
        ("Normal", "Hello & <you>\nagain"),
        ("Speaker", "Unknown Speaker  0:05"),
    ]


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    document = saved(docx.Document())
    packed = io.BytesIO(document)
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/media/zeros.bin", b"\0" * (65 * 2**20))
    with pytest.raises(FormatError, match="64 MiB"):
        parse_transcript(packed.getvalue(), ".docx")


def test_a_zip_of_too_many_parts_is_refused() -> None:
    packed = io.BytesIO(saved(docx.Document()))
    with zipfile.ZipFile(packed, "a") as package:
        for number in range(5_001):
            package.writestr(f"word/{number}", b"")
    with pytest.raises(FormatError, match="5000 parts"):
        parse_transcript(packed.getvalue(), ".docx")


@pytest.mark.parametrize("part", ["word/document.xml", "_rels/.rels"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_an_entity_bomb_is_refused(part: str, encoding: str) -> None:
    def with_entities(name: str, xml: bytes) -> bytes:
        if name != part:
            return xml
        text = re.sub(r"^<\?xml.*?\?>", "", xml.decode()).replace(
            "<w:body>", "<w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p>"
        )
        doctype = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
        return f'<?xml version="1.0" encoding="{encoding}"?>{doctype}{text}'.encode(encoding)

    with pytest.raises(FormatError, match="entities"):
        parse_transcript(repacked(saved(docx.Document()), with_entities), ".docx")


def test_what_is_no_document_is_refused() -> None:
    document = docx.Document()
    document.add_paragraph("hello")
    whole = saved(document)
    workbook = io.BytesIO()
    with zipfile.ZipFile(workbook, "w") as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
    damaged = repacked(whole, lambda name, xml: xml[:-40] if name == "word/document.xml" else xml)
    encoded = repacked(
        whole, lambda name, xml: b'<?xml version="1.0" encoding="klingon"?><a/>' if "doc" in name else xml
    )
    halved, empty = whole[: len(whole) // 2], saved(docx.Document())
    packed = (workbook.getvalue(), damaged, encoded)
    for data in (b"", b"hello", halved, whole[:-1], empty, *packed):
        with pytest.raises(FormatError):
            parse_transcript(data, ".docx")


def test_a_document_without_a_body_is_refused() -> None:
    whole = saved(docx.Document())
    bodiless = repacked(whole, lambda name, xml: b"<document/>" if name == "word/document.xml" else xml)
    with pytest.raises(FormatError, match="no Word document"):
        parse_transcript(bodiless, ".docx")


def test_a_document_packed_as_word_does_not_pack_is_refused() -> None:
    document = docx.Document()
    document.add_paragraph("hello")
    with pytest.raises(FormatError, match="packed"):
        parse_transcript(repacked(saved(document), lambda _, xml: xml, zipfile.ZIP_LZMA), ".docx")


def test_speech_kept_from_being_a_heading_keeps_its_space_in_word() -> None:
    data = write_transcript(Transcript("vtt", (Cue("Ben  0:05: x\nBen (0:05)", "Anna", 0, 1),)), "docx")[0]
    assert b'<w:t xml:space="preserve"> Ben (0:05)</w:t>' in data


def test_the_document_is_found_by_its_relationship() -> None:
    document = docx.Document()
    document.add_paragraph("hello")
    whole = saved(document)
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            part = old.read(name).replace(b'"word/document.xml"', b'"/word/document2.xml"')
            new.writestr(name.replace("word/document.xml", "word/document2.xml"), part)
    assert turns(packed.getvalue()) == [(None, None, "hello")]
