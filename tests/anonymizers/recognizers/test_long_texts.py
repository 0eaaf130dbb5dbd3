"""Long and odd texts: nothing raises, and no pattern takes time that grows out of hand."""

import time

import pytest

REPEATED = {
    "dots": "a.", "at signs": "a@a.", "digits": "1 2 3 ", "one number": "7", "number words": "one two ",
    "hyphens": "ab-", "spoken dots": "at jane dot ", "letters": "b c 1 ", "plates": "AB12 ",
    "streets": "flat 3 Oak Street ",
    "slashes": "12/", "colons": "a:", "spaces": " ", "rues": "12 rue de la ", "calles": "calle de la 3 ",
}  # fmt: skip
SECONDS = 5
"""Far above what any takes (well under one), far below what a pattern that runs away takes."""


@pytest.mark.parametrize("part", REPEATED.values(), ids=REPEATED)
def test_a_long_text_is_read_in_time(part, results):
    text = (part * 5000)[:5000]
    started = time.process_time()
    results("en", text)
    assert time.process_time() - started < SECONDS


def test_a_code_late_in_a_long_spelled_run_is_found(found):
    text = "b c d 1 " * 30 + "n w one six x e"
    assert ("POSTCODE", "n w one six x e") in found("SpelledRecognizer", "en", text)
