"""File names and paths: they hold the names of people and projects."""

import re
from collections.abc import Iterator

from anonymizers.recognizers.regions import around, near
from anonymizers.recognizers.spans import CONTEXT, LIKELY, Found, TextRecognizer

_EXTENSION = (
    "(?:pdf|docx?|xlsx?|pptx?|odt|ods|odp|rtf|txt|csv|tsv|jpe?g|png|gif|heic|tiff?|bmp|svg|mov|mp4|m4a|m4v|mp3|wav|avi"
    "|mkv|webm"
    "|aac|ogg|flac|zip|rar|7z|pages|numbers|key|msg|eml|pst|vcf|ics|html?|json|xml|fig|sketch|psd|indd|sav|vtt|srt|mpp)"
)
_DOTTED = re.compile(rf"\.{_EXTENSION}(?!\w)", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"(?:(?:[A-ZÀ-Þ0-9][\w\-()'\u2019]*[ ]|[-\u2013&][ ]){1,6})?[\w\-()\[\]&+'\u2019%.]*[\w)\]]$")
_SAID = re.compile(rf"(?<!\w)(?:dot|point|punkt|punto)\s+{_EXTENSION}(?!\w)", re.IGNORECASE)
_SAID_BEFORE = re.compile(
    r"(?<!\w)\w+(?:\s+(?:underscore|dash|hyphen|unterstrich|tiret|gui[oó]n(?:\s+bajo)?)\s+\w+)*\s+$", re.IGNORECASE
)
_ROOT = re.compile(r":\\|\\\\|~/|/home/|/Users/|/users/")
_PATH = re.compile(
    r"(?:[A-Za-z]:\\|\\\\)[\w\-. ]+(?:\\[\w\-.() ]+)*\\?[\w\-.()]*|(?<![\w/])(?:~|/home|/Users|/users)/[\w\-./]+"
)


class FileNameRecognizer(TextRecognizer):
    """A name with a known extension, the capitalised words before it, home directories, names said with "dot"."""

    ENTITIES = ("FILE_NAME",)

    def find(self, text: str) -> Iterator[Found]:
        """A bare extension (".pdf", "a pdf") is not a name."""
        for known, before, score in ((_DOTTED, _NAME_BEFORE, LIKELY), (_SAID, _SAID_BEFORE, CONTEXT)):
            for extension in known.finditer(text):
                name = before.search(text, max(0, extension.start() - 100), extension.start())
                if name:
                    yield Found(name.start(), extension.end(), "FILE_NAME", score)
        yield from (Found(*hit.span(), "FILE_NAME", LIKELY) for hit in near(_PATH, text, around(_ROOT, text)))
