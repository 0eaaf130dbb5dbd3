"""Amazon Transcribe's JSON in its shapes."""

import json
from typing import Any

import pytest

from anonymizers.errors import FormatError
from anonymizers.formats import Cue, Transcript, parse_transcript, write_transcript


def parsed(results: Any) -> Transcript:
    document = {"jobName": "quillon-interview", "accountId": "123456789012", "results": results}
    return parse_transcript(json.dumps(document).encode(), ".json")


def word(content: str, start: float, end: float, **more: str) -> dict[str, Any]:
    alternatives = [{"confidence": "0.99", "content": content}]
    return {
        **{"type": "pronunciation", "start_time": str(start), "end_time": str(end), "alternatives": alternatives},
        **more,
    }


def mark(content: str, **more: str) -> dict[str, Any]:
    return {"type": "punctuation", "alternatives": [{"confidence": "0.0", "content": content}], **more}


ITEMS = [
    *(word("Hello", 0.04, 0.5), mark(","), word("Anna", 0.5, 0.9), mark("."), word("Yes", 1.0, 1.4), mark(".")),
    word("Right", 2.0, 2.5),
]
TURNS = {
    "speakers": 2,
    "segments": [
        {"start_time": "0.0", "end_time": "0.95", "speaker_label": "spk_0", "items": []},
        {"start_time": "0.95", "end_time": "1.5", "speaker_label": "spk_1", "items": []},
        {"start_time": "1.9", "end_time": "2.6", "speaker_label": "spk_1", "items": []},
    ],
}


def test_speaker_segments_part_the_items() -> None:
    transcript = parsed({"language_code": "en-GB", "items": ITEMS, "speaker_labels": TURNS})
    assert transcript == Transcript(
        "transcribe",
        (
            Cue("Hello, Anna.", "spk_0", 40, 900),
            Cue("Yes.", "spk_1", 1_000, 1_400),
            Cue("Right", "spk_1", 2_000, 2_500),
        ),
        language="en-GB",
    )


def test_the_items_own_labels_part_them() -> None:
    items = [
        word("Hi", 0, 1, speaker_label="spk_0"),
        mark("!", speaker_label="spk_0"),
        word("Yo", 1, 2, speaker_label="spk_1"),
    ]
    assert parsed({"items": items}).cues == (Cue("Hi!", "spk_0", 0, 1_000), Cue("Yo", "spk_1", 1_000, 2_000))


def test_unlabelled_items_are_parted_by_sentence() -> None:
    assert [cue.text for cue in parsed({"items": ITEMS}).cues] == ["Hello, Anna.", "Yes.", "Right"]


def test_audio_segments_are_preferred() -> None:
    segments = [
        {
            "id": 0,
            "transcript": "Hello, Anna.",
            "start_time": "0.04",
            "end_time": "0.9",
            "speaker_label": "spk_0",
            "items": [0],
        }
    ]
    assert parsed({"audio_segments": segments, "items": ITEMS}).cues == (Cue("Hello, Anna.", "spk_0", 40, 900),)


@pytest.mark.parametrize("in_items", [True, False])
def test_channels_are_speakers(in_items: bool) -> None:
    left, right = word("Hi", 0, 1), word("Yo", 0.5, 2)
    channels = [{"channel_label": "ch_1", "items": [right]}, {"channel_label": "ch_0", "items": [left]}]
    items = [{**left, "channel_label": "ch_0"}, {**right, "channel_label": "ch_1"}] if in_items else [left, right]
    results = {"items": items, "channel_labels": {"channels": channels, "number_of_channels": 2}}
    assert parsed(results).cues == (Cue("Hi", "ch_0", 0, 1_000), Cue("Yo", "ch_1", 500, 2_000))


def test_turns_between_channels_are_kept() -> None:
    items = [word(said, at, at + 1, channel_label=f"ch_{at % 2}") for at, said in enumerate(("Hi", "Yo", "Well"))]
    channels = [{"channel_label": f"ch_{number}", "items": items[number::2]} for number in (0, 1)]
    cues = parsed({"items": items, "channel_labels": {"channels": channels}}).cues
    assert [(cue.speaker, cue.text) for cue in cues] == [("ch_0", "Hi"), ("ch_1", "Yo"), ("ch_0", "Well")]


def test_the_whole_transcript_is_the_last_resort() -> None:
    assert parsed({"transcripts": [{"transcript": "All of it."}], "items": []}).cues == (Cue("All of it."),)


@pytest.mark.parametrize(
    "results",
    [
        *(
            {},
            [],
            "x",
            {"items": {}},
            {"items": ["x"]},
            {"items": [word("x", -1, 2)]},
            {"transcripts": [{"transcript": 1.5}]},
        ),
        *({"items": [{**word("x", 0, 1), "start_time": value}]} for value in ("NaN", "inf", "soon", True)),
        {"items": [{"type": "pronunciation", "alternatives": {"content": "x"}}]},
    ],
)
def test_values_of_another_kind_are_refused(results: Any) -> None:
    with pytest.raises(FormatError):
        parsed(results)


def test_nothing_of_the_job_and_no_time_of_a_word_is_copied() -> None:
    items = [word("Hello", 0.0, 0.111), word("Bartholomew", 0.111, 3.777), word("bye", 3.777, 4.0)]
    transcript = parsed({"items": items})
    masked = Transcript("transcribe", tuple(Cue("Hello Name bye", "P1", c.start_ms, c.end_ms) for c in transcript.cues))
    written = write_transcript(masked, None)[0].decode()
    assert not [trace for trace in ("quillon", "123456789012", "0.111", "3.777", "0.99") if trace in written]
    results = json.loads(written)["results"]
    assert results["transcripts"] == [{"transcript": "Hello Name bye"}]
    assert [(item["start_time"], item["end_time"]) for item in results["items"]] == [
        ("0.000", "1.600"),
        ("1.600", "2.933"),
        ("2.933", "4.000"),
    ]
    assert results["speaker_labels"]["speakers"] == 1
    assert [len(segment["items"]) for segment in results["speaker_labels"]["segments"]] == [3]


def test_written_items_tell_words_from_punctuation_and_read_back_alone() -> None:
    cues = (Cue("Well, it is... fine!", "spk_0", 0, 4_000), Cue("Yes.", "spk_1", 4_000, 5_000))
    document = json.loads(write_transcript(Transcript("vtt", cues), "transcribe")[0])
    assert [item["alternatives"][0]["content"] for item in document["results"]["items"]] == [
        *("Well", ",", "it", "is", ".", ".", ".", "fine", "!"),
        *("Yes", "."),
    ]
    assert not [
        item for item in document["results"]["items"] if ("start_time" in item) == (item["type"] == "punctuation")
    ]
    del document["results"]["audio_segments"]
    assert parse_transcript(json.dumps(document).encode(), ".json").cues == cues
