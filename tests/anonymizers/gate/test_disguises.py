"""The same value written so that a plain search does not see it."""

import html
import json
import unicodedata
from urllib.parse import quote

import pytest

from anonymizers.people import Person

VALUES = {
    "Siobhán": "first_name",
    "Abernathy": "last_name",
    "siobhan.ab42@example.com": "email",
    "sunflower77@example.org": "paypal_email",
    "12 Acacia Avenue": "street",
    "LS6 2AB": "postcode",
    "07700 900123": "phone",
}

# Cyrillic and other letters of the same look.
LOOKALIKES = str.maketrans(
    "aeopcxyisjAEOPCXBHKMT",
    "\u0430\u0435\u043e\u0440\u0441\u0445\u0443\u0456\u0455\u0458"
    "\u0410\u0415\u041e\u0420\u0421\u0425\u0412\u041d\u041a\u041c\u0422",
)


def _between(text: str, mark: str) -> str:
    return mark.join(text)


DISGUISES = {
    "as it is": str,
    "lower case": str.lower,
    "upper case": str.upper,
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "full width": lambda text: "".join(chr(ord(c) + 0xFEE0) if 0x21 <= ord(c) < 0x7F else c for c in text),
    "lookalikes": lambda text: text.translate(LOOKALIKES),
    "zero-width spaces": lambda text: _between(text, "\u200b"),
    "zero-width joiners": lambda text: _between(text, "\u200d"),
    "soft hyphens": lambda text: _between(text, "\u00ad"),
    "byte order marks": lambda text: _between(text, "\ufeff"),
    "combining marks": lambda text: _between(text, "\u0336") if text.isalpha() else text,
    "direction marks": lambda text: f"\u202e{text}\u202c",
    "zero-width space for a space": lambda text: text.replace(" ", "\u200b"),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "html entities": lambda text: "".join(f"&#{ord(c)};" for c in text),
    "hex entities": lambda text: "".join(f"&#x{ord(c):x};" for c in text),
    "named entities": lambda text: html.escape(text).replace("á", "&aacute;"),
    "entities twice": lambda text: "".join(f"&#{ord(c)};" for c in text).replace("&", "&amp;"),
    "unicode escapes": lambda text: "".join(f"\\u{ord(c):04x}" for c in text),
    "byte escapes": lambda text: "".join(f"\\x{ord(c):02x}" for c in text),
    "percent": quote,
    "all percent": lambda text: "".join(f"%{byte:02X}" for byte in text.encode()),
    "json in json": lambda text: json.dumps(json.dumps(text)),
    "tags inside": lambda text: text[:2] + "<b>" + text[2:4] + "</b>" + text[4:],
    "cue timestamp inside": lambda text: text[:2] + "<00:01.250>" + text[2:],
    "underscores around": lambda text: f"_{text}_",
    "glued to figures": lambda text: f"{text}_2024" if text.isalpha() else text,
}


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("disguise", DISGUISES)
def test_disguised_value_blocks(blocked, value, disguise):
    text = f"and then {DISGUISES[disguise](value)} came up"
    assert "p-rare" in {ref for _, ref in blocked(text)}


@pytest.mark.parametrize(
    "text",
    [
        "S-i-o-b-h-a-n",
        "S I O B H A N",
        "s. i. o. b. h. a. n.",
        "that's S, I, O, B, H, A, N",
        "S for sugar I for India O B H A N",
        "S as in sugar, I, O, B, H, A, N",
        "S wie Siegfried I O B H A N",
        "Sierra India Oscar Bravo Hotel Alpha November",
        "A B E R N A T H Y",
        "S\nI\nO\nB\nH\nA\nN",
    ],
)
def test_name_spelled_letter_by_letter_blocks(blocked, text):
    assert {ref for _, ref in blocked(text)} == {"p-rare"}


def test_doubled_letters_are_spelled_too(blocked):
    assert blocked("it's P E double R E double T", of=(Person("p", last_name="Perrett"),))


def test_short_name_is_spelled_only_where_it_is_all_that_is_spelled(ask):
    assert not ask("that's M-A-Y").passed
    assert ask("the options X-M-A-Y-Q").passed


def test_word_broken_at_the_end_of_a_line_is_one_word(blocked):
    assert {ref for _, ref in blocked("so Aber-\nnathy left")} == {"p-rare"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_encodings_with_a_mark_are_read(blocked, encoding):
    assert {ref for _, ref in blocked("Siobhán".encode(encoding))} == {"p-rare"}
