"""A name in every corner of a file, from reading to writing: the written bytes hold it nowhere."""

import io
import json
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from anonymizers.engine import Detection
from anonymizers.formats import parse_transcript, write_transcript
from anonymizers.masking import Anonymiser
from anonymizers.people import Person
from anonymizers.pseudonyms import Pseudonyms
from anonymizers.transcript import anonymise_transcript

FIRST, LAST = "Siobhan", "Abernathy"
NAME = f"{FIRST} {LAST}"
ROSTER = (Person("p-1", first_name=FIRST, last_name=LAST),)

VTT = f"""WEBVTT - recorded by {NAME}
Kind: {NAME}

STYLE
::cue(v[voice="{NAME}"]) {{ color: red }}

NOTE interviewed: {NAME}

REGION
id:{FIRST}

1 "{NAME}" (4711)
00:00:01.000 --> 00:00:02.000 region:{FIRST} align:start
hello and welcome

{NAME}-guid-2
00:00:02.000 --> 00:00:03.000
<v.{FIRST} {NAME}>thank you <c.{LAST}>so</c> much</v>

NOTE
{NAME} asked to leave this out

3
00:00:03.000 --> 00:00:04.000
<v {FIRST} A.>you spoke with {FIRST}

4
00:00:04.000 --> 00:00:05.000
<v Ben>{LAST} <00:00:04.500>about the page
"""

SRT = f"""1
00:00:01,000 --> 00:00:02,000
<font color="{FIRST}">{NAME}: hello</font>

2
00:00:02,000 --> 00:00:03,000
then {FIRST}

3
00:00:03,000 --> 00:00:04,000
{LAST} said so
"""


def aws() -> bytes:
    """Word-level items, the name as two of them, in the job's name and in the labels too."""
    words = ["then", FIRST, LAST, "clicked"]
    items = [
        {
            "type": "pronunciation",
            "start_time": f"{number}.137",
            "end_time": f"{number}.913",
            "speaker_label": NAME,
            "alternatives": [{"confidence": "0.9", "content": word}, {"confidence": "0.1", "content": FIRST}],
        }
        for number, word in enumerate(words)
    ]
    segment = {"start_time": "0.137", "end_time": "3.913", "speaker_label": NAME, "items": []}
    results = {
        "transcripts": [{"transcript": " ".join(words)}],
        "items": items,
        "speaker_labels": {"speakers": 1, "segments": [segment]},
    }
    return json.dumps({"jobName": f"{FIRST}-{LAST}", "accountId": NAME, "results": results}).encode()


def word_document() -> bytes:
    """The name in text, header, footer, comment, tracked changes, a text box, alt text, a link and all metadata."""
    document = docx.Document()
    paragraph = document.add_paragraph(f"Anna: then {NAME} said so")
    document.sections[0].header.paragraphs[0].text = NAME
    document.sections[0].footer.paragraphs[0].text = NAME
    document.sections[0].first_page_header.paragraphs[0].text = NAME
    document.add_comment(paragraph.runs, NAME, author=NAME, initials=FIRST)
    properties = document.core_properties
    for field in ("author", "last_modified_by", "title", "subject", "keywords", "comments", "category"):
        setattr(properties, field, NAME)
    boxed = f"<w:txbxContent><w:p><w:r><w:t>{NAME} in a box</w:t></w:r></w:p></w:txbxContent>"
    body = parse_xml(
        f'<w:body {nsdecls("w", "wp", "r")}><w:p><w:bookmarkStart w:id="9" w:name="{FIRST}"/>'
        f'<w:ins w:id="1" w:author="{NAME}"><w:r><w:t>Ben: {NAME} came in</w:t></w:r></w:ins>'
        f'<w:del w:id="2" w:author="{NAME}"><w:r><w:delText>{NAME}</w:delText></w:r></w:del>'
        f'<w:hyperlink w:tooltip="{NAME}" w:anchor="{FIRST}"><w:r><w:t xml:space="preserve"> with {FIRST}</w:t></w:r>'
        "</w:hyperlink>"
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="{NAME}" descr="{NAME}"/></wp:inline></w:drawing></w:r>'
        f"<w:r>{boxed}</w:r></w:p></w:body>"
    )
    for element in list(body):
        document.element.body.insert(len(document.element.body) - 1, element)
    packed = io.BytesIO()
    document.save(packed)
    with zipfile.ZipFile(packed, "a") as package:
        package.comment = NAME.encode()
        package.writestr(f"customXml/{FIRST}.xml", f"<who>{NAME}</who>")
    return packed.getvalue()


def _all_text(data: bytes) -> str:
    """Everything that can be read in written bytes, packed parts and their names among it."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return data.decode()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = [package.read(name).decode(errors="replace") for name in package.namelist()]
        return "\n".join([*package.namelist(), *parts, package.comment.decode()])


@pytest.fixture(scope="module")
def anonymiser() -> Anonymiser:
    return Anonymiser(Detection(("en",)), ROSTER, Pseudonyms(bytes(32)), mode="careful")


@pytest.mark.parametrize("written_as", [None, "vtt", "srt", "docx", "transcribe", "whisper", "otter"])
@pytest.mark.parametrize(
    ("data", "extension"),
    [(VTT.encode(), ".vtt"), (SRT.encode(), ".srt"), (aws(), ".json"), (word_document(), ".docx")],
    ids=["vtt", "srt", "aws", "docx"],
)
def test_a_name_in_any_corner_of_a_file_is_nowhere_in_what_is_written(
    anonymiser: Anonymiser, data: bytes, extension: str, written_as: str | None
) -> None:
    assert _all_text(data).count(FIRST) >= 3
    transcript = parse_transcript(data, extension)
    assert any(FIRST in cue.text for cue in transcript.cues), "the name is in what is said as well"
    masked, _ = anonymise_transcript(transcript, anonymiser, language="en", speakers={})
    written, suffix = write_transcript(masked, written_as)
    text = _all_text(written).casefold()
    assert [part for part in (FIRST, LAST) if part.casefold() in text] == []
    again = parse_transcript(written, suffix)
    assert " ".join(cue.text for cue in again.cues).split() == " ".join(cue.text for cue in masked.cues).split()


def test_the_times_of_words_do_not_tell_how_long_a_name_took(anonymiser: Anonymiser) -> None:
    masked, _ = anonymise_transcript(parse_transcript(aws(), ".json"), anonymiser, language="en", speakers={})
    written = write_transcript(masked, None)[0].decode()
    assert [time for number in range(4) for time in (f"{number}.137", f"{number}.913") if time in written] == [
        "0.137",
        "3.913",
    ]
