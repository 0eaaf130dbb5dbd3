"""Text made comparable: one spelling for all the ways in which the same letters can be written."""

import html
import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote

# Characters nobody sees: soft hyphen, zero-width and direction marks, variation selectors, tags, control codes.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u115f\u1160\u17b4"
    "\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\U000e0000-\U000e0fff]+"
)
# Accents and vowel points of alphabets; the vowel signs of Indic scripts are letters of a word and stay.
_ACCENTS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
_WORD_MARKS = "\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u0980-\u0dff\u0e31-\u0e3a\u0e47-\u0e4e"
TOKEN = re.compile(rf"(?:[^\W\d_]++[{_WORD_MARKS}]*+)++|\d+")
"""A run of letters or a run of digits: `jdoe42` is two tokens, `O'Brien` is two."""

_CAMEL = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
_ESCAPE = re.compile(r"\\{1,8}(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))")
_PERCENT = re.compile(r"(?:%[0-9a-fA-F]{2})+")
# A pseudonym or session code holds at least one digit. With four letters in a row it is read like any other text:
# "P-JANE42" may be a name, and a true code of that look names nobody.
_CODE = re.compile(
    r"(?<![0-9A-Za-z])[PS](?:-(?=[A-Z]*\d)(?![0-9A-Z]*[A-Z]{4})[0-9A-HJKMNP-TV-Z]{4,8}){1,2}(?![0-9A-Za-z])"
)
_TAG = re.compile(r"</?[A-Za-z0-9][^<>\n]{0,200}>")
_BROKEN = re.compile(r"(?<=[^\W\d_])[-\u2010][ \t]*\n[ \t]*(?=[^\W\d_])")

# Letters that no decomposition reaches, lower case (stroked and joined letters, phonetic lookalikes).
_LATIN = {
    "a": "\u0251", "ae": "\u00e6", "d": "\u0111\u00f0", "e": "\u0259", "g": "\u0261", "h": "\u0127",
    "i": "\u0131\u0269\u026a", "l": "\u0142\u029f", "n": "\u014b\u0274", "o": "\u00f8\u1d0f", "oe": "\u0153",
    "r": "\u0280", "ss": "\u00df", "t": "\u0167", "th": "\u00fe", "y": "\u028f",
}  # fmt: skip
# Lookalikes of other alphabets (Cyrillic, Greek, Armenian), lower case, read by the shape of their capital ...
_BY_CAPITAL = {
    "a": "\u0430\u03b1", "b": "\u0432\u03b2", "c": "\u0441\u03f2", "d": "\u0501", "e": "\u0435\u03b5",
    "g": "\u050d\u0581", "h": "\u043d\u04bb\u03b7\u0570", "i": "\u0456\u03b9", "j": "\u0458\u03f3",
    "k": "\u043a\u03ba", "l": "\u04cf", "m": "\u043c\u03bc", "n": "\u03bd\u0578", "o": "\u043e\u03bf",
    "p": "\u0440\u03c1", "q": "\u051b", "s": "\u0455", "t": "\u0442\u03c4", "u": "\u057d", "v": "\u0475",
    "w": "\u051d", "x": "\u0445\u03c7", "y": "\u0443\u03c5", "z": "\u03b6",
}  # fmt: skip
# ... and by the shape of the small letter, where it differs.
_BY_SMALL = {
    "h": "\u043d", "k": "\u03ba", "n": "\u03b7\u043f", "r": "\u0433", "t": "\u0442", "u": "\u03bc\u03c5\u0438",
    "v": "\u03bd", "w": "\u03c9", "y": "\u03b3",
}  # fmt: skip


def _table(lookalikes: dict[str, str]) -> dict[int, str]:
    return {ord(char): letter for letter, chars in lookalikes.items() for char in chars}


_LATIN_TABLE = _table(_LATIN)
_CAPITAL_TABLE = _table(_BY_CAPITAL)
_SMALL_TABLE = _table(_BY_SMALL)


def clean(text: str) -> str:
    """The text with escapes decoded, accents and invisible characters gone, pseudonym codes blanked; case kept."""
    return _visible(_decode(text), "")


def readings(text: str) -> list[str]:
    """Cleaned text in every way it may be meant, the plainest first.

    Further readings exist where invisible characters part words, where tags cut a word into pieces
    (`<b>Ja</b>ne`), and where a hyphen breaks a word at the end of a line.
    """
    return list(dict.fromkeys(all_readings(text)))


def all_readings(text: str) -> tuple[str, str, str, str]:
    """The cleaned text plain, with invisible characters as spaces, without tags, and with broken words made whole.

    Equal ones are not left out: so the readings of texts with an empty line between them are those of the whole, part
    by part.
    """
    decoded = _decode(text)
    plain = _visible(decoded, "")
    return (
        plain,
        _visible(decoded, " "),
        _TAG.sub("", plain) if "<" in plain else plain,
        _BROKEN.sub("", plain) if "-" in plain or "\u2010" in plain else plain,
    )


def _visible(text: str, invisible: str) -> str:
    if not text.isprintable():
        text = _INVISIBLE.sub(invisible, text)
    if not text.isascii():
        text = _ACCENTS.sub("", unicodedata.normalize("NFKD", text))
        text = _INVISIBLE.sub(invisible, text)
    return _CODE.sub("\u00a4", text)


def key_readings(token: str) -> tuple[str, ...]:
    """The keys under which a token of cleaned text may be known, the plainest first.

    >>> key_readings("Doe")
    ('doe',)
    """
    if token.isascii():
        return (token.lower(),)
    if token.isdigit():
        return ("".join(str(unicodedata.digit(char)) for char in token),)
    folded = token.casefold().translate(_LATIN_TABLE)
    if folded.isascii():
        return (folded,)
    readings = dict.fromkeys(
        (folded.translate(_CAPITAL_TABLE), folded.translate(_SMALL_TABLE).translate(_CAPITAL_TABLE), folded)
    )
    return tuple(readings)


def listed(text: str) -> tuple[str, ...]:
    """The words of a table that is written as running text."""
    return tuple(text.split())


def words(text: str) -> list[str]:
    """The folded tokens of a roster's value."""
    return [key_readings(match.group())[0] for match in TOKEN.finditer(clean(text))]


def camel_parts(token: str) -> list[str]:
    """`JaneDoe` as `Jane`, `Doe`; a single part where the token has no inner capital."""
    return _CAMEL.split(token)


def windows(text: str, size: int = 1 << 20, margin: int = 512) -> Iterator[tuple[str, int, int]]:
    """A long text in overlapping pieces: (piece, low, high), where matches that end in (low, high] are counted.

    Each piece sees `margin` characters more on both sides, so that a match and its neighbours are never cut.
    """
    for start in range(0, max(len(text), 1), size):
        before = max(0, start - margin)
        stop = min(len(text), start + size)
        piece = text[before : stop + margin]
        yield piece, start - before, stop - before


def _decode(text: str) -> str:
    for _ in range(3):
        decoded = _decode_escapes(text)
        if decoded == text:
            break
        text = decoded
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _decode_escapes(text: str) -> str:
    if "\\u" in text or "\\x" in text:
        text = _ESCAPE.sub(lambda found: chr(int(found.group(1) or found.group(2), 16)), text)
        # Two halves of one character, escaped one by one.
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if "&" in text:
        text = html.unescape(text)
    if "%" in text:
        text = _PERCENT.sub(lambda found: unquote(found.group(), errors="replace"), text)
    return text
