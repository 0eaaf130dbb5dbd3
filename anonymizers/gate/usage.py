"""The signs by which an everyday word shows itself to be a name where it stands (Will, May, Grace, Klein)."""

import re

from anonymizers.gate.fragments import Style
from anonymizers.gate.page import Page
from anonymizers.gate.vocabulary import (
    ADDRESSED,
    DETERMINERS,
    KIN,
    MODALS,
    MONTH_CONTEXT,
    MONTHS,
    NAME_FIELDS,
    PARTICLES,
    POSSESSIVES,
    PRONOUNS,
    SAYING,
    TITLES,
    Lexicon,
)

_SENTENCE_START = re.compile(
    r"(?:^|[.!?\u2026:>|\u2022\u00b7][\"'\u201d\u2019)\]]{0,3}|\t|[ ]{2}|\n[ \t]*\n|\n[ \t]*[*\u2022\u2013\u2014-])"
    r"[\s\"'\u201c\u2018\u00ab\u2039(\[{*_\u2013\u2014\u2022-]*$"
)
_OPENING = "\"'\u201c\u201e\u2018\u00ab\u2039"
_CLOSING = "\"'\u201d\u201c\u2019\u00bb\u203a"
_SELF = {("m", "appelle"), ("ich", "heisse"), ("me", "llamo")}
_NAME_IS = {("name", "is"), ("name", "s"), ("name", "ist"), ("nombre", "es")}
_INTRODUCING = (
    TITLES | NAME_FIELDS | ADDRESSED | KIN | POSSESSIVES | {"appelle", "heisse", "llamo", "m", "ich", "me"}
    | {"name", "nombre", "is", "s", "ist", "es"}
)  # fmt: skip
# Words that are looked at on the two sides of one that may be a name.
_ANNOUNCED, _CONTEXT_BEFORE, _CONTEXT_AFTER = 3, 4, 2
_INFLECTED = re.compile(r"[^\W\d_]{3,}e[nmrs]")


def shows_name(page: Page, first: int, last: int, style: Style, lexicon: Lexicon) -> bool:
    """Whether an everyday word, or a phrase of them, is used as a name where it stands."""
    if style == "label" or page.is_label(first) or _introduced(page, first):
        return True
    if page.keys[last] in MODALS and page.keys[last] not in MONTHS and _is_possessive(page, last):
        return True
    raws = page.raws[first : last + 1]
    telling = [raw for raw, key in zip(raws, page.keys[first : last + 1], strict=True) if key not in PARTICLES] or raws
    if len(telling) > 1 and all(raw.isupper() for raw in telling):
        return not _in_heading(page, first, last)
    if not all(_is_capitalised(raw) for raw in telling) or _is_month(page, first, last):
        return False
    if style == "title" or len(telling) > 1:
        return True
    if starts_sentence(page, first):
        return page.near(last, 1) and page.keys[last + 1] in SAYING
    return not (_in_heading(page, first, last) or _opens_quotation(page, first, last) or _is_noun(page, first, lexicon))


def introduces(key: str) -> bool:
    """Whether a word may announce that a name follows."""
    return key in _INTRODUCING


def asks_before(page: Page, first: int, last: int) -> bool | None:
    """How what stands before and behind the page decides whether an everyday word is used as a name: by an announcement
    right before it (True), not at all (False), or in some other way (None)."""
    raws, keys = page.raws[first : last + 1], page.keys
    begins = first == last == 0 and keys[0] not in MONTHS and starts_sentence(page, 0)
    if begins or all(raw.islower() for raw in raws):
        if first == 0:
            return True
        return None if first < _ANNOUNCED and all(introduces(key) for key in keys[:first]) else False
    return False if first >= _CONTEXT_BEFORE and last + _CONTEXT_AFTER < len(page) else None


def starts_capital(raw: str) -> bool:
    """Whether a token begins with a capital."""
    return raw[:1].isupper()


def starts_sentence(page: Page, token: int) -> bool:
    """Whether the token's capital means nothing, because a sentence or a cell begins with it."""
    start = page.starts[token]
    return _SENTENCE_START.search(page.text[max(0, start - 48) : start]) is not None


def _introduced(page: Page, first: int) -> bool:
    """Whether the words before it announce a name: "Mrs", "my son", "Name:", "my name is"."""
    if first == 0 or not page.near(first - 1, 3):
        return False
    gap, word = page.gap(first - 1).strip(), page.keys[first]
    one, two, three = (page.keys[at] if at >= 0 else "" for at in (first - 1, first - 2, first - 3))
    if one in TITLES:
        # "Meine Frau will ...": a title's word is a wife's as well, and "will" then what she wants.
        verb = word in MODALS and page.raws[first].islower()
        return gap in {"", "."} and not two.isdigit() and not verb
    if gap in {":", "="}:
        return one in NAME_FIELDS
    if gap == "" and ((two, one) in _SELF or ((two, one) in _NAME_IS and three in POSSESSIVES)):
        return True
    if word in MODALS or gap not in {"", "."}:
        return False
    if one in ADDRESSED:
        return two not in PRONOUNS
    return gap == "" and one in KIN and two in POSSESSIVES


def _is_possessive(page: Page, last: int) -> bool:
    """Whether 's follows: a verb such as "will" takes none."""
    return page.near(last, 1) and page.keys[last + 1] == "s" and page.gap(last) in {"'", "\u2019"}


def _is_capitalised(raw: str) -> bool:
    return starts_capital(raw) and not (len(raw) > 1 and raw.isupper())


def _opens_quotation(page: Page, first: int, last: int) -> bool:
    """Whether it is the first of several quoted words, as a button's label would be."""
    before = page.text[max(0, page.starts[first] - 1) : page.starts[first]]
    after = page.text[page.ends[last] : page.ends[last] + 1]
    return before != "" and before in _OPENING and not (after and after in _CLOSING)


def _in_heading(page: Page, first: int, last: int) -> bool:
    """Whether all neighbours are capitalised too: then the capital says nothing."""
    around = [*page.raws[max(0, first - 2) : first], *page.raws[last + 1 : last + 3]]
    neighbours = [raw for raw in around if raw.isalpha()]
    return len(neighbours) >= 3 and all(starts_capital(raw) for raw in neighbours)


def _is_noun(page: Page, first: int, lexicon: Lexicon) -> bool:
    """Whether a German noun stands as nouns do, behind an article, adjective or number ("im kalten Winter")."""
    if first == 0 or not lexicon.takes_capital(page.keys[first]) or page.gap(first - 1).strip():
        return False
    before = page.keys[first - 1]
    if before == "am" and first > 1 and page.keys[first - 2] == "i":
        return False
    if before in DETERMINERS or before.isdigit() or _INFLECTED.fullmatch(page.raws[first - 1]):
        return True
    # "eine neue Art"; but "ich sehe Klein".
    return before.endswith("e") and first > 1 and page.keys[first - 2] in DETERMINERS


def _is_month(page: Page, first: int, last: int) -> bool:
    if first != last or page.keys[first] not in MONTHS:
        return False
    before = page.keys[first - 1] if first else ""
    after = page.keys[last + 1] if last + 1 < len(page) else ""
    return before in MONTH_CONTEXT or before.isdigit() or after.isdigit() or before in {"st", "nd", "rd", "th"}
