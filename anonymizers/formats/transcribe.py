"""Amazon Transcribe's JSON: read in any of the shapes it comes in, written afresh with times of its own.

Speech is read from `audio_segments` where a file has them; else from `items`, a new cue at every turn that
`speaker_labels` or the items' own labels show (channels likewise), or at every sentence where nobody is labelled;
else from `transcripts`.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from anonymizers.errors import FormatError
from anonymizers.formats import json_text
from anonymizers.formats.cleaning import clean_cue, cleaned, language_code
from anonymizers.formats.transcript import Cue, Transcript

NAME = "Transcribe JSON"
_SENTENCE_ENDS = (".", "?", "!", "\u3002", "\uff1f", "\uff01")
_PUNCTUATION = ".,?!"


def parse(document: Mapping[str, Any]) -> Transcript:
    """The speech of a Transcribe result in its order.

    Raises:
        FormatError: no speech in any of the known places, or a value of another kind than expected.
    """
    results = json_text.mapping(document.get("results"), "results")
    known = [name for name in ("audio_segments", "items", "transcripts", "channel_labels") if name in results]
    if not known:
        raise FormatError(NAME, "results hold neither audio_segments nor items nor transcripts")
    cues = (
        [_audio_segment(segment) for segment in json_text.objects(results.get("audio_segments"), "audio_segments")]
        or _from_channels(results)
        or _turns(json_text.objects(results.get("items"), "items"), _Turns(results))
        or [
            clean_cue(json_text.string(version.get("transcript"), "transcript"))
            for version in json_text.objects(results.get("transcripts"), "transcripts")
            if version.get("transcript")
        ]
    )
    return Transcript("transcribe", tuple(cues), language=language_code(results.get("language_code")))


def write(transcript: Transcript) -> bytes:
    """Fresh Transcribe JSON with a neutral job and account.

    `items` are made from the text alone: the times of words are spread over their cue by length, as the recogniser's
    own times would tell how long a masked word was. A time that is not known is left out.
    """
    cues = cleaned(transcript)
    items: list[dict[str, Any]] = []
    audio_segments: list[dict[str, Any]] = []
    speaker_segments: list[dict[str, Any]] = []
    for number, cue in enumerate(cues):
        own = [{"id": len(items) + position, **item} for position, item in enumerate(_items(cue))]
        items.extend(own)
        head = {**_times(cue.start_ms, cue.end_ms), **_label(cue)}
        audio_segments.append({"id": number, "transcript": cue.text, **head, "items": [item["id"] for item in own]})
        if cue.speaker:
            words = [item for item in own if item["type"] == "pronunciation"]
            kept = ("start_time", "end_time", "speaker_label")
            speaker_segments.append({**head, "items": [{k: item[k] for k in kept if k in item} for item in words]})
    whole = " ".join(" ".join(cue.text.split()) for cue in cues if cue.text)
    results: dict[str, Any] = {"transcripts": [{"transcript": whole}]}
    if speaker_segments:
        speakers = {cue.speaker for cue in cues if cue.speaker}
        results["speaker_labels"] = {"speakers": len(speakers), "segments": speaker_segments}
    if language := language_code(transcript.language):
        results["language_code"] = language
    results |= {"items": items, "audio_segments": audio_segments}
    return json_text.dump({"jobName": "transcript", "accountId": "", "status": "COMPLETED", "results": results})


class _Turns:
    """Who speaks at a time, by `speaker_labels`: the number of the segment and its label."""

    def __init__(self, results: Mapping[str, Any]) -> None:
        labels = json_text.mapping(results.get("speaker_labels"), "speaker_labels")
        self._starts: list[int] = []
        self._labels: list[str] = []
        segments = [
            (_time(segment, "start_time") or 0, json_text.string(segment.get("speaker_label"), "speaker_label"))
            for segment in json_text.objects(labels.get("segments"), "segments")
        ]
        for start, label in sorted(segments, key=lambda segment: segment[0]):
            self._starts.append(start)
            self._labels.append(label)

    def at(self, ms: int | None) -> tuple[int, str]:
        """The segment that began last at or before this time; `(-1, "")` where there is none."""
        number = -1 if ms is None else bisect_right(self._starts, ms) - 1
        return (number, self._labels[number]) if number >= 0 else (-1, "")


class _Turn:
    """A stretch of speech while its items come in."""

    def __init__(self, key: tuple[int, str]) -> None:
        self.key = key
        self.start_ms: int | None = None
        self.end_ms: int | None = None
        self._text: list[str] = []

    def say(self, content: str, start_ms: int | None, end_ms: int | None) -> None:
        self._text.append(f" {content}")
        self.start_ms = start_ms if self.start_ms is None else self.start_ms
        self.end_ms = end_ms if end_ms is not None else self.end_ms

    def punctuate(self, content: str) -> None:
        self._text.append(content)

    def is_sentence(self) -> bool:
        return bool(self._text) and self._text[-1].endswith(_SENTENCE_ENDS)

    def cue(self) -> Cue:
        return clean_cue("".join(self._text), self.key[1], self.start_ms, self.end_ms)


def _turns(items: Sequence[Mapping[str, Any]], turns: _Turns) -> list[Cue]:
    done: list[_Turn] = []
    for item in items:
        content = _content(item)
        start = _time(item, "start_time")
        if item.get("type") == "punctuation" and done:
            done[-1].punctuate(content)
            continue
        number, label = turns.at(start)
        own = json_text.string(item.get("speaker_label") or item.get("channel_label"), "speaker_label")
        key = (number, own or label)
        unlabelled = key == (-1, "")
        if not done or done[-1].key != key or (unlabelled and done[-1].is_sentence()):
            done.append(_Turn(key))
        done[-1].say(content, start, _time(item, "end_time"))
    return [turn.cue() for turn in done]


def _from_channels(results: Mapping[str, Any]) -> list[Cue]:
    """The turns of each channel, by their start; nothing where the items bring their channel themselves."""
    items = json_text.objects(results.get("items"), "items")
    if any(item.get("channel_label") or item.get("speaker_label") for item in items):
        return []
    cues: list[Cue] = []
    for channel in json_text.objects(
        json_text.mapping(results.get("channel_labels"), "channel_labels").get("channels"), "channels"
    ):
        label = json_text.string(channel.get("channel_label"), "channel_label")
        for cue in _turns(json_text.objects(channel.get("items"), "items"), _Turns({})):
            cues.append(clean_cue(cue.text, label, cue.start_ms, cue.end_ms))
    return sorted(cues, key=lambda cue: cue.start_ms or 0)


def _audio_segment(segment: Mapping[str, Any]) -> Cue:
    return clean_cue(
        json_text.string(segment.get("transcript"), "transcript"),
        json_text.string(segment.get("speaker_label") or segment.get("channel_label"), "speaker_label"),
        _time(segment, "start_time"),
        _time(segment, "end_time"),
    )


def _content(item: Mapping[str, Any]) -> str:
    alternatives = json_text.objects(item.get("alternatives"), "alternatives")
    return json_text.string(alternatives[0].get("content"), "content") if alternatives else ""


def _time(entry: Mapping[str, Any], key: str) -> int | None:
    return json_text.milliseconds(entry.get(key), key)


def _items(cue: Cue) -> Iterator[dict[str, Any]]:
    words = cue.text.split()
    length = sum(len(word) + 1 for word in words)
    spoken = 0
    for word in words:
        bare = word.rstrip(_PUNCTUATION) or word
        if cue.start_ms is None or cue.end_ms is None:
            times = _times(None, None)
        else:
            span = cue.end_ms - cue.start_ms
            begin = cue.start_ms + span * spoken // length
            spoken += len(word) + 1
            times = _times(begin, cue.start_ms + span * spoken // length)
        yield {"type": "pronunciation", "alternatives": _alternatives(bare), **times, **_label(cue)}
        for mark in word[len(bare) :]:
            yield {"type": "punctuation", "alternatives": _alternatives(mark), **_label(cue)}


def _alternatives(content: str) -> list[dict[str, str]]:
    return [{"confidence": "0.0", "content": content}]


def _times(start_ms: int | None, end_ms: int | None) -> dict[str, str]:
    times = {"start_time": start_ms, "end_time": end_ms}
    return {key: f"{ms // 1000}.{ms % 1000:03}" for key, ms in times.items() if ms is not None}


def _label(cue: Cue) -> dict[str, str]:
    return {"speaker_label": cue.speaker} if cue.speaker else {}
