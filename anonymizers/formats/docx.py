"""Word documents: turns from paragraphs or tables, written into a document that is new down to its last part.

The writer makes the package itself, as python-docx's template brings a thumbnail, custom XML, an application's name
and 900 KB of styles along. Nothing in it depends on the clock, the machine or a library's version: members are stored
with one fixed time and without compression, so the same transcript gives the same bytes.
"""

import io
import zipfile
from itertools import groupby
from xml.sax.saxutils import escape

from anonymizers.errors import FormatError
from anonymizers.formats.docx_reading import NAME, Table, read_body
from anonymizers.formats.docx_tables import read_table
from anonymizers.formats.otter import Block, read_blocks, write_blocks
from anonymizers.formats.transcript import Cue, Transcript

_MEMBER_TIME = (1980, 1, 1, 0, 0, 0)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FIXED_PARTS = {
    "[Content_Types].xml": (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPES}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{_TYPES}.styles+xml"/>'
        '<Override PartName="/docProps/core.xml"'
        ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/relationships/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties"'
        ' Target="docProps/core.xml"/></Relationships>'
    ),
    "docProps/core.xml": (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>Transcript</dc:title>'
        "<dc:creator></dc:creator><cp:lastModifiedBy></cp:lastModifiedBy>"
        '<dcterms:created xsi:type="dcterms:W3CDTF">1980-01-01T00:00:00Z</dcterms:created>'
        '<dcterms:modified xsi:type="dcterms:W3CDTF">1980-01-01T00:00:00Z</dcterms:modified></cp:coreProperties>'
    ),
    "word/_rels/document.xml.rels": (
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/relationships/styles" Target="styles.xml"/></Relationships>'
    ),
    "word/styles.xml": (
        f'{_HEAD}<w:styles xmlns:w="{_WORD}"><w:docDefaults>'
        '<w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/>'
        "</w:rPr></w:rPrDefault>"
        '<w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Speaker"><w:name w:val="Speaker"/>'
        '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/>'
        '<w:pPr><w:keepNext/><w:spacing w:before="120" w:after="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
        "</w:styles>"
    ),
}
_PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"'
    ' w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
)


def parse(data: bytes) -> Transcript:
    """The turns of a Word document: `Name: text`, `Name  0:03` lines (see `otter`), or tables of speaker, time, text.

    Raises:
        FormatError: no Word document, one that is not safe to open, or one without text.
    """
    cues: list[Cue] = []
    for is_table, parts in groupby(read_body(data), key=lambda part: isinstance(part, Table)):
        if is_table:
            cues.extend(cue for part in parts if isinstance(part, Table) for cue in read_table(part.rows))
        else:
            cues.extend(read_blocks([part for part in parts if not isinstance(part, Table)]))
    if not cues:
        raise FormatError(NAME, "the document holds no text")
    return Transcript("docx", tuple(cues))


def write(transcript: Transcript) -> bytes:
    """A new Word document with the headings or labels of `otter`; times in whole seconds."""
    timed = any(cue.start_ms is not None for cue in transcript.cues)
    body = "".join(_turn(block, timed) for block in write_blocks(transcript))
    document = f'{_HEAD}<w:document xmlns:w="{_WORD}"><w:body>{body}{_PAGE}</w:body></w:document>'
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as package:
        for name, xml in {**_FIXED_PARTS, "word/document.xml": document}.items():
            member = zipfile.ZipInfo(name, _MEMBER_TIME)
            # Otherwise the system that runs this shows in the file.
            member.create_system = 3
            member.external_attr = 0o600 << 16
            package.writestr(member, xml.encode())
    return packed.getvalue()


def _turn(block: Block, timed: bool) -> str:
    if not timed:
        return _paragraph(block)
    heading, *said = block
    return _paragraph([heading], "Speaker") + (_paragraph(said) if said else "")


def _paragraph(lines: Block, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    text = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in lines)
    return f"<w:p>{properties}<w:r>{text}</w:r></w:p>"
