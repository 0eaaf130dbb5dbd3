"""A Word document as a transcriber sends it: a title, one paragraph a turn, a header, a comment, properties.

Written part by part: what makes a document dangerous is outside its text, and a library would not put it there.
"""

import io
import zipfile
from xml.sax.saxutils import escape

from lethe.demo.agency.raw import Raw, Spoken
from lethe.demo.agency.truth import Planted

TRANSCRIBER = "Ottoline Penhallurick-Stroud"
"""Who typed it, as the document's properties tell."""

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = f"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>
<Override PartName="/word/header1.xml" ContentType="{_WORD}.header+xml"/>
<Override PartName="/word/comments.xml" ContentType="{_WORD}.comments+xml"/>
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
</Types>"""
_PACKAGE = f"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="{_R}/officeDocument" Target="word/document.xml"/>
<Relationship Id="rId2"
 Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
 Target="docProps/core.xml"/>
</Relationships>"""
_DOCUMENT_PARTS = f"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="{_R}/header" Target="header1.xml"/>
<Relationship Id="rId2" Type="{_R}/comments" Target="comments.xml"/>
</Relationships>"""


def docx(spoken: Spoken) -> Raw:
    """The document; deflated with fixed times, so that the same session gives the same bytes."""
    title, author = spoken.title.value, spoken.author.value
    comment = f"{title}: please check the spelling of the name. {author}"
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _PACKAGE,
        "word/_rels/document.xml.rels": _DOCUMENT_PARTS,
        "word/document.xml": _document(spoken),
        "word/header1.xml": f"<w:hdr {_W}>{_paragraph(f'Fernhollow Research, confidential: {title}')}</w:hdr>",
        "word/comments.xml": f'<w:comments {_W}><w:comment w:id="0" w:author="{escape(author)}" '
        f'w:date="2020-01-01T09:00:00Z" w:initials="X">{_paragraph(comment)}</w:comment></w:comments>',
        "docProps/core.xml": _properties(title, author),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name)  # its time is 1 January 1980
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + text)
    around = (
        *spoken.label_plants(),
        Planted(author, "author", spoken.author.whose),
        Planted(TRANSCRIBER, "author", "third-person"),
        Planted(title, "header", spoken.title.whose),
        Planted(title, "comment", spoken.title.whose),
    )
    return Raw(buffer.getvalue(), ".docx", around)


def _document(spoken: Spoken) -> str:
    body = [_paragraph("Interview transcript")]
    for number, turn in enumerate(spoken.turns):
        text = escape(turn.text)
        mark = '<w:r><w:commentReference w:id="0"/></w:r>' if number == 3 else ""
        body.append(
            f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{escape(spoken.labels[turn.voice])}:</w:t></w:r>"
            f'<w:r><w:t xml:space="preserve"> {text}</w:t></w:r>{mark}</w:p>'
        )
    section = f'<w:sectPr><w:headerReference w:type="default" xmlns:r="{_R}" r:id="rId1"/></w:sectPr>'
    return f"<w:document {_W}><w:body>{''.join(body)}{section}</w:body></w:document>"


def _paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def _properties(title: str, author: str) -> str:
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>Interview {escape(title)}</dc:title><dc:creator>{escape(author)}</dc:creator>"
        f"<cp:lastModifiedBy>{TRANSCRIBER}</cp:lastModifiedBy>"
        '<dcterms:created xsi:type="dcterms:W3CDTF">2020-01-01T09:00:00Z</dcterms:created></cp:coreProperties>'
    )
