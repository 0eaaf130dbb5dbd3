"""File names and paths, spoken ones too; a bare extension is none."""

import pytest

NAME = "FileNameRecognizer"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "sent Jane Doe CV final.docx to", ("FILE_NAME", "Jane Doe CV final.docx")),
        ("en", "report_2024.pdf", ("FILE_NAME", "report_2024.pdf")),
        ("en", "cv underscore doe dot pdf", ("FILE_NAME", "cv underscore doe dot pdf")),
        ("en", "C:\\Users\\jdoe\\Desktop", ("FILE_NAME", "C:\\Users\\jdoe\\Desktop")),
        ("en", "/Users/jdoe/notes", ("FILE_NAME", "/Users/jdoe/notes")),
        ("de", "lebenslauf punkt pdf", ("FILE_NAME", "lebenslauf punkt pdf")),
    ],
)
def test_finds(language, text, expected, found):
    assert expected in found(NAME, language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I got a pdf and a jpg"),
        ("en", ".pdf"),
        ("en", "key points, numbers and pages"),
        ("en", "e.g. this"),
    ],
)
def test_leaves_alone(language, text, found):
    assert found(NAME, language, text) == set()
