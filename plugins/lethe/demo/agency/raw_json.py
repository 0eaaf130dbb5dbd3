"""What speech recognisers give as JSON: word by word with speakers (as AWS Transcribe), or by segment (as Whisper)."""

import json
import re
from typing import Any

from lethe.demo.agency.raw import Raw, RawCue, Spoken, cut_in_cues
from lethe.demo.agency.spoken import in_ascii
from lethe.demo.agency.truth import Planted

_PUNCTUATION = ".,?!"


def aws(spoken: Spoken) -> Raw:
    """Items of words and punctuation, speaker labels `spk_0` and on, and the whole text; the job bears a name."""
    cues = cut_in_cues(spoken.turns, 30)
    items: list[dict[str, Any]] = []
    segments = []
    for cue in cues:
        speaker = spoken.labels[cue.voice]
        own = _items(cue, speaker, len(items))
        words = [item for item in own if item["type"] == "pronunciation"]
        segments.append(
            {
                "start_time": words[0]["start_time"],
                "end_time": words[-1]["end_time"],
                "speaker_label": speaker,
                "items": [{key: word[key] for key in ("speaker_label", "start_time", "end_time")} for word in words],
            }
        )
        items += own
    job = in_ascii(spoken.title.value).replace(" ", "-")
    document = {
        "jobName": f"{spoken.file_id}-{job}",
        "accountId": "000000000000",
        "status": "COMPLETED",
        "results": {
            "transcripts": [{"transcript": " ".join(cue.text for cue in cues)}],
            "speaker_labels": {"segments": segments, "channel_label": "ch_0", "speakers": len(spoken.labels)},
            "items": items,
        },
    }
    return Raw(_bytes(document), ".json", (Planted(job, "header", spoken.title.whose),))


def whisper(spoken: Spoken) -> Raw:
    """Segments with words and probabilities; it knows no speakers."""
    cues = cut_in_cues(spoken.turns, 18)
    segments = [
        {
            "id": number,
            "seek": cue.start_ms // 30_000 * 3_000,
            "start": cue.start_ms / 1000,
            "end": cue.end_ms / 1000,
            "text": f" {cue.text}",
            "temperature": 0.0,
            "avg_logprob": -0.2 - (number % 9) / 50,
            "compression_ratio": 1.5,
            "no_speech_prob": 0.01,
            "words": [
                {"word": f" {word}", "start": start / 1000, "end": end / 1000, "probability": 0.9 + (end % 9) / 100}
                for word, start, end in _timed_words(cue)
            ],
        }
        for number, cue in enumerate(cues)
    ]
    text = "".join(str(segment["text"]) for segment in segments)
    return Raw(_bytes({"text": text, "segments": segments, "language": spoken.language}), ".json")


def _items(cue: RawCue, speaker: str, first: int) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = []
    for word, start, end in _timed_words(cue):
        bare = word.rstrip(_PUNCTUATION) or word
        times = {"start_time": f"{start / 1000:.3f}", "end_time": f"{end / 1000:.3f}"}
        spoken_item = {"type": "pronunciation", "alternatives": [{"confidence": "0.998", "content": bare}], **times}
        items.append({"id": first + len(items), **spoken_item, "speaker_label": speaker})
        for mark in word[len(bare) :]:
            point = {"type": "punctuation", "alternatives": [{"confidence": "0.0", "content": mark}]}
            items.append({"id": first + len(items), **point, "speaker_label": speaker})
    return items


def _timed_words(cue: RawCue) -> list[tuple[str, int, int]]:
    words = re.findall(r"\S+", cue.text)
    share = (cue.end_ms - cue.start_ms) // max(1, len(words))
    return [(word, cue.start_ms + share * n, cue.start_ms + share * (n + 1) - 10) for n, word in enumerate(words)]


def _bytes(document: dict[str, Any]) -> bytes:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
