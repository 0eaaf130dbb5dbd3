"""The second pass, without a roster: addresses and numbers that anybody's would block (P4.5, P4.7)."""

import re
from collections.abc import Iterator, Sequence

import phonenumbers
from stdnum import iban, luhn

from anonymizers.gate.folding import listed
from anonymizers.gate.hits import Hit, span_hit
from anonymizers.gate.numeric import number_rows
from anonymizers.gate.page import Page
from anonymizers.gate.spoken import Number
from anonymizers.gate.vocabulary import AT_WORDS, JOINERS

_DOMAIN = re.compile(r"(?:[\w-]{1,63}\.){1,8}(?P<top>[^\W\d_]{2,24})(?![\w-])")
_LOCAL_MARKS = frozenset(".+%'-_")
_LONGEST_LOCAL = 64
# What looks like an address and is a file: "logo@2x.png".
_FILE_ENDS = frozenset({"png", "jpg", "jpeg", "gif", "svg", "webp", "pdf", "ico", "js", "css"})
_MAIL_HOSTS = frozenset(
    listed("""
    gmail googlemail hotmail outlook yahoo icloud aol protonmail proton gmx web freenet btinternet orange wanadoo free
    laposte sfr telefonica live msn ymail me example
    """)
)
_IBAN = re.compile(r"(?<![^\W_])[A-Za-z]{2}[ -]?\d{2}(?:[ -]{0,2}[A-Za-z0-9]){11,32}")
_NI = re.compile(
    r"(?<![^\W_])(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
    r"(?P<gap>[ -]?)\d{2}(?P=gap)\d{2}(?P=gap)\d{2}[ -]?[A-D](?![^\W_])",
    re.IGNORECASE,
)
_CARD_ISSUERS = re.compile(
    r"4\d{12}(?:\d{3}){0,2}|(?:5[1-5]|2[2-7])\d{14}|3[47]\d{13}|6(?:011|4[4-9]\d|5\d{2})\d{12}|35\d{14}|3[068]\d{12}"
)
_PHONE_GAP = re.compile(r"\)?[ ]{0,2}[-./\u2010-\u2015]?[ ]{0,2}\(?(?:0\))?[ ]?")
_MOBILE = {44: re.compile(r"7\d{9}"), 33: re.compile(r"[67]\d{8}")}
_CARD_GAP = re.compile(r"[ -]?")
_DATE_GROUPS = ([2, 2, 4], [1, 2, 4], [2, 1, 4], [4, 2, 2])
# The row of all digits, and an American post code.
_NO_PHONE = re.compile(r"01234567890?|\d{5}-\d{4}")
_SPANISH_GROUPS = ([3, 3, 3], [3, 2, 2, 2], [2, 3, 2, 2], [2, 3, 4], [3, 6])
_GLUED = re.compile(r"[\w.,/\u2010-]")


def stranger_hits(page: Page, numbers: Sequence[Number]) -> Iterator[Hit]:
    """E-mail addresses, account, card, telephone and National Insurance numbers of people nobody knows."""
    yield from _emails(page)
    yield from _spoken_emails(page)
    for match in _IBAN.finditer(page.text):
        if length := _iban_length(match.group(), page.text[match.end() : match.end() + 1]):
            yield span_hit(page, match.start(), match.start() + length, "any_iban", "block")
    for match in _NI.finditer(page.text):
        yield span_hit(page, *match.span(), "any_ni_number", "block")
    written = [number for number in numbers if not number.spoken]
    yield from _cards(page, numbers, written)
    yield from _phones(page, written)


def _emails(page: Page) -> Iterator[Hit]:
    text, at = page.text, page.text.find("@")
    while at >= 0:
        start = at
        while start > max(0, at - _LONGEST_LOCAL) and (text[start - 1].isalnum() or text[start - 1] in _LOCAL_MARKS):
            start -= 1
        domain = _DOMAIN.match(text, at + 1) if start < at else None
        if domain and domain["top"].lower() not in _FILE_ENDS:
            yield span_hit(page, start, domain.end(), "any_email", "block")
        at = text.find("@", at + 1)


def _spoken_emails(page: Page) -> Iterator[Hit]:
    """ "... dot smith at gmail dot com": at a mail service, or behind a word joined by a spoken dot."""
    for at, key in enumerate(page.keys):
        if key not in AT_WORDS or at == 0 or at + 3 >= len(page) or page.keys[at + 2] not in JOINERS:
            continue
        joined = at > 2 and page.keys[at - 2] in JOINERS
        if page.keys[at + 1] in _MAIL_HOSTS or joined:
            yield Hit(at - 3 if joined else at - 1, at + 3, "any_email", "block")


def _iban_length(written: str, after: str) -> int:
    """How much of the text is a valid IBAN, 0 where none is."""
    compact = ""
    for length, char in enumerate(written, start=1):
        if not char.isalnum():
            continue
        compact += char.upper()
        following = written[length : length + 1] or after
        # Only where the run of letters and digits ends may the account number end.
        if len(compact) >= 15 and not following.isalnum() and iban.is_valid(compact, check_country=False):
            return length
    return 0


def _cards(page: Page, numbers: Sequence[Number], written: Sequence[Number]) -> Iterator[Hit]:
    for at in range(len(written)):
        digits = ""
        sizes: list[int] = []
        for number in written[at : at + 5]:
            if sizes and not _joined(page, written[at + len(sizes) - 1], number, _CARD_GAP):
                break
            digits += number.digits
            sizes.append(len(number.digits))
            if len(digits) > 19:
                break
            if _is_card_shape(sizes) and _is_card(digits) and _stands_alone(page, written[at], number):
                yield Hit(written[at].first, number.last, "any_card", "block")
    for row in number_rows(page, numbers):
        spoken = "".join(number.digits for number in row)
        if any(number.spoken for number in row) and len(row) > 2 and _is_card(spoken):
            yield Hit(row[0].first, row[-1].last, "any_card", "block")


def _is_card_shape(sizes: list[int]) -> bool:
    return len(sizes) == 1 or sizes in ([4, 6, 5], [4, 6, 4]) or set(sizes[:-1]) == {4}


def _is_card(digits: str) -> bool:
    return _CARD_ISSUERS.fullmatch(digits) is not None and luhn.is_valid(digits)


def _phones(page: Page, written: Sequence[Number]) -> Iterator[Hit]:
    done = 0
    for at, start in enumerate(written):
        if at < done:
            continue
        before = page.text[max(0, page.starts[start.first] - 3) : page.starts[start.first]].rstrip("(")
        plus = before.endswith("+")
        if not (plus or start.digits[0] == "0" or len(start.digits) in {2, 3}) or len(start.digits) > 15:
            continue
        if not plus and _GLUED.match(before[-1:]):
            continue
        best = 0
        sizes: list[int] = []
        for number in written[at : at + 9]:
            if sizes and not _joined(page, written[at + len(sizes) - 1], number, _PHONE_GAP):
                break
            sizes.append(len(number.digits))
            if sum(sizes) > 15:
                break
            text = page.text[page.starts[start.first] : page.ends[number.last]]
            if sum(sizes) >= 9 and _ends_alone(page, number) and _is_phone(text, sizes, plus=plus):
                best = len(sizes)
        if best:
            done = at + best
            yield Hit(start.first, written[done - 1].last, "any_phone", "block")


def _is_phone(text: str, sizes: list[int], *, plus: bool) -> bool:
    if plus or text.startswith("00"):
        return _is_valid("+" + (text if plus else text[2:]), None)
    if text.startswith("0"):
        # "0.99 12.50" is a price; a date has the groups of one.
        if sizes[0] == 1 or sizes[:3] in _DATE_GROUPS or _NO_PHONE.fullmatch(text) or text.count("/") > 1:
            return False
        return any(_is_valid(text, region) for region in ("GB", "FR", "DE"))
    # Without a first 0 the groups must be those of a telephone number, parted by more than thousands are.
    return text[0] in "6789" and sizes in _SPANISH_GROUPS and "." not in text and _is_valid(text, "ES")


def _is_valid(text: str, region: str | None) -> bool:
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return False
    # Ranges kept for films and tests are no valid numbers, yet a text that shows one shows a telephone number.
    plan = _MOBILE.get(number.country_code or 0)
    national = phonenumbers.national_significant_number(number)
    return phonenumbers.is_valid_number(number) or (plan is not None and plan.fullmatch(national) is not None)


def _joined(page: Page, before: Number, after: Number, gap: re.Pattern[str]) -> bool:
    return after.first == before.last + 1 and gap.fullmatch(page.gap(before.last)) is not None


def _stands_alone(page: Page, first: Number, last: Number) -> bool:
    before = page.text[max(0, page.starts[first.first] - 1) : page.starts[first.first]]
    return not _GLUED.match(before) and _ends_alone(page, last)


def _ends_alone(page: Page, last: Number) -> bool:
    after = page.text[page.ends[last.last] : page.ends[last.last] + 2]
    return not re.match(r"[\w\u2010-]|[.,/]\d", after)
