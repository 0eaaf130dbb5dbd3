"""Texts that nobody would write: a clear outcome, nothing leaked, nothing lost, and no more time than their length."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anonymizers.characters import fold
from anonymizers.engine import Detection
from anonymizers.errors import AnonymizerError, FormatError
from anonymizers.formats import parse_transcript
from anonymizers.joining import HARD_BOUNDARY, MOST_ALIKE, SOFT_BOUNDARY, join
from anonymizers.masking import Anonymiser
from anonymizers.people import Person
from anonymizers.pseudonyms import Pseudonyms
from anonymizers.tokens import HARD
from tests.anonymizers.robustness.costs import cost

ROSTER = (
    Person(
        "p-1", first_name="Siobhan", last_name="Abernathy", email="siobhan.abernathy@example.com", phone="07700 900123"
    ),
    Person("p-2", first_name="Thaddeus", last_name="Okonjo"),
)
_TURNS = 60_000
"""About five megabytes of WebVTT."""


@pytest.fixture(scope="module")
def careful() -> Anonymiser:
    return Anonymiser(Detection(("en", "fr", "de", "es")), ROSTER, Pseudonyms(bytes(32)), mode="careful")


def mask(anonymiser: Anonymiser, *texts: str, language: str = "en") -> list[str]:
    return [one.text for one in anonymiser.mask(texts, language=language, one_session=True)]


@pytest.mark.parametrize("language", ["en", "fr", "de", "es"])
@pytest.mark.parametrize("texts", [(), ("",), ("", "", ""), (" \n ",), ("\x00",), ("\u200b\u202e",), ("...", "-", "?")])
def test_nothing_said_stays_nothing_said(careful: Anonymiser, texts: tuple[str, ...], language: str) -> None:
    assert mask(careful, *texts, language=language) == list(texts)


@pytest.mark.parametrize(
    "disguise",
    [
        "Sio\x00bhan Aber\x00nathy", "\u200bSi\u200bob\u200chan\u200d Aber\u2060nathy\ufeff",
        "\u202eSiobhan\u202c Abernathy", "Sio\u200fbhan \u2067Abernathy\u2069", "Siobh\u0430n \u0410bernathy",
        "S\u0456\u043ebh\u0430n \u0391b\u0435rn\u0430thy", "Sio\u00adbhan Aber\u00adnathy", "Siobhan\u00a0Abernathy",
        "\uff33\uff49\uff4f\uff42\uff48\uff41\uff4e Abernathy", "Siobhan \U0001d468\U0001d483ernathy",
        "S\u0301iobhan Abernathy\u0301", "Siobhan\ud800 \udfffAbernathy", "Sio\ud83dbhan Aber\ude00nathy",
        "Siobhan\x85Abernathy", "Siobhan\U000e0041 Abernathy", "Siobhan\ufe0f Aber\ufe0fnathy", "SIOBHAN\tABERNATHY",
        "Siobhan" + " " * 5_000 + "Abernathy", "Siobhan" + "-" * 5_000 + "Abernathy", "Siobhan Aber\ue000nathy",
        "Siobhan\ue000Abernathy",
    ],
    ids=ascii,
)  # fmt: skip
def test_a_name_in_disguise_is_masked_whole(careful: Anonymiser, disguise: str) -> None:
    (masked,) = mask(careful, f"so then {disguise} clicked on the button")
    plain = fold(masked.encode("utf-8", "ignore").decode()).text.casefold()
    for part in ("siobh", "bhan", "aber", "nathy"):
        assert part not in plain, masked
    assert masked.startswith("so then ")
    assert masked.endswith(" clicked on the button")


def test_half_a_character_is_neither_an_error_nor_lost(careful: Anonymiser) -> None:
    for half in ("\ud800", "\udc00", "\ud83d"):
        assert mask(careful, f"so {half} it is fine{half}") == [f"so {half} it is fine{half}"]


@pytest.mark.parametrize("head", ["", "WEBVTT\n\n00:01.000 --> 00:02.000\n"])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-32", "cp1252", "cp037", "shift_jis"])
def test_a_file_in_another_encoding_is_refused_without_its_words(head: str, encoding: str) -> None:
    data = f"{head}Siobhan é 田 Abernathy".encode(encoding, "ignore")
    with pytest.raises(FormatError) as refused:
        parse_transcript(data, ".vtt")
    assert "Siobhan" not in str(refused.value)
    assert "Abernathy" not in str(refused.value)


@pytest.mark.parametrize("language", ["nl", "it", "xx", "", "tlh"])
def test_a_language_without_a_model_goes_to_review_and_is_told_what_to_do(careful: Anonymiser, language: str) -> None:
    with pytest.raises(AnonymizerError, match="review by a person"):
        careful.mask(["Hallo, ik ben Siobhan Abernathy"], language=language, one_session=True)
    if language in {"nl", "it"}:
        with pytest.raises(AnonymizerError, match=rf"in {language}; nothing was anonymised\. Add a model"):
            Anonymiser(Detection(("en", language)), ROSTER, Pseudonyms(bytes(32)), mode="careful")


@given(
    st.lists(
        st.text(st.sampled_from("ab \n\u200b.é\ue000"), max_size=40)
        | st.text(" \n", max_size=40)
        | st.text(".-", max_size=40),
        max_size=8,
    ),
    st.sampled_from([SOFT_BOUNDARY, HARD_BOUNDARY]),
)
@settings(max_examples=200, deadline=None)
def test_texts_are_joined_without_long_runs_of_spaces_and_each_place_leads_back(
    texts: list[str], boundary: str
) -> None:
    joined = join(texts, boundary)
    assert all(sign * (MOST_ALIKE + 1) not in joined.text for sign in " .-")
    assert all(HARD not in part.text for part in joined.parts), "nobody writes a boundary"
    texts = [text.replace(HARD, " ") for text in texts]
    for place, sign in enumerate(joined.text):
        for number, start, end in joined.pieces(place, place + 1):
            assert fold(texts[number][start:end]).text in {sign, ""} or sign in texts[number][start:end]
    told = [(number, sign) for number, text in enumerate(texts) for sign in fold(text).text if not sign.isspace()]
    seen = [
        (number, sign)
        for place, sign in enumerate(joined.text)
        if not sign.isspace()
        for number, _, _ in joined.pieces(place, place + 1)
    ]
    assert seen == told


@pytest.mark.parametrize("signs", [" ", "\n", "\u00a0", "-", ".", "'", "-a", "1-", "\x00", "\u200b"])
def test_what_stands_between_two_words_costs_no_more_than_its_length(careful: Anonymiser, signs: str) -> None:
    def look(length: int) -> float:
        between = (signs * length)[:length]
        text = (
            f"born on the 7{between}March, I'm 41{between}years old, at 12{between}Road, www.{between}.com, "
            f"me@{between}.com {between}@x.com AB1{between}"
        )
        return cost(lambda: mask(careful, text), 30)

    long = look(40_000)
    assert long < 0.7 or long < 3 * look(20_000)


def test_empty_cues_by_the_thousand_cost_nothing(careful: Anonymiser) -> None:
    texts = ["I was born on the 7", *[""] * 40_000, "March and Siobhan said so", *[" "] * 40_000, "Abernathy"]
    masked: list[str] = []
    assert cost(lambda: masked.extend(mask(careful, *texts)), 30) < 10
    assert len(masked) == len(texts)
    assert not any("Siobhan" in text or "Abernathy" in text for text in masked)


def _measured(*arguments: str) -> dict[str, float]:
    told = subprocess.run(
        [sys.executable, "-m", "tests.anonymizers.robustness.enormous", *arguments],
        cwd=Path(__file__).parents[3],
        check=True,
        capture_output=True,
        text=True,
    )
    figures: dict[str, float] = json.loads(told.stdout)
    return figures


@pytest.mark.parametrize(("kind", "size"), [("cue", 2_000_000), ("turns", _TURNS)])
def test_an_enormous_transcript_is_masked_in_bounded_time_and_memory(kind: str, size: int) -> None:
    figures = _measured(kind, str(size))
    assert figures["left"] == 0
    assert figures["cues"] == (1 if kind == "cue" else size)
    assert figures["cpu_s"] < 120
    assert figures["peak_mb"] - figures["before_mb"] < 120 * figures["megabytes"]
