"""What the searches find in a page, counted by kind."""

import re
from collections import Counter

from anonymizers.gate.fragments import Style
from anonymizers.gate.hits import counted
from anonymizers.gate.identities import Index
from anonymizers.gate.page import Page, pages
from anonymizers.gate.report import Severity, Where
from anonymizers.gate.search import known_hits
from anonymizers.gate.spoken import numbers
from anonymizers.gate.strangers import stranger_hits

_EMBEDDED = re.compile(r"data:(?:image|audio|video|font|application)/[\w.+-]{1,80}(?:;[\w=-]{1,40}){0,3};base64,")

Found = Counter[tuple[str, Severity, str]]
"""Occurrences by (kind, severity, participant id)."""


def found_in_text(text: str, where: Where, style: Style, index: Index) -> Found:
    """Occurrences in one reading of a text of any length."""
    found: Found = Counter()
    for page in pages(text, index.words):
        found.update(found_in_page(page, where, style, index))
    return found


def found_in_page(page: Page, where: Where, style: Style, index: Index) -> Found:
    """Occurrences that the page counts."""
    said = numbers(page)
    hits = known_hits(page, index, said, style, keeps=where == "content")
    return Counter((hit.kind, hit.severity, hit.ref) for hit in counted(page, [*hits, *stranger_hits(page, said)]))


def embedded_media(text: str) -> int:
    """Pictures, sounds and the like that are written out in the text as given."""
    return len(_EMBEDDED.findall(text)) if "data:" in text else 0
