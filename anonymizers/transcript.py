"""A transcript of one session, anonymised: what is said, and who says it (P4.5)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from anonymizers.formats.transcript import Transcript
from anonymizers.labels import names_in, shown_labels
from anonymizers.masking import Anonymiser, Masked
from anonymizers.people import Person
from anonymizers.reasons import Reason, reasons_of, whole


@dataclass(frozen=True, slots=True)
class TranscriptReport:
    """What was done to one transcript, in numbers; spans are counted by entity, layer and recogniser."""

    cues: int
    speakers: int
    words: int
    words_masked: int
    by_entity: dict[str, int]
    by_layer: dict[str, int]
    by_recogniser: dict[str, int]
    keep_clashes: int


def anonymise_transcript(
    transcript: Transcript,
    anonymiser: Anonymiser,
    *,
    language: str,
    speakers: Mapping[str, Person],
    reasons: list[Reason] | None = None,
) -> tuple[Transcript, TranscriptReport]:
    """A transcript without its people, and what was masked; why each place was is added to `reasons`.

    `language` is the session's (ISO 639-1, a region is ignored); `speakers` says which label is whose. Format,
    dialect and times stay. The cues are looked at together: a name split over two of them is found, and one found
    once is masked everywhere in the session.

    Raises:
        AnonymizerError: a language that cannot be judged; a person must look at it.
    """
    labels = [cue.speaker for cue in transcript.cues if cue.speaker]
    masked = anonymiser.mask(
        [cue.text for cue in transcript.cues],
        language=language,
        one_session=True,
        names=names_in([*labels, *speakers]),
    )
    shown = shown_labels(labels, anonymiser, speakers, anonymiser.served(language))
    cues = tuple(
        replace(cue, text=one.text, speaker=shown[cue.speaker] if cue.speaker else None)
        for cue, one in zip(transcript.cues, masked, strict=True)
    )
    if reasons is not None:
        reasons.extend(_reasons(transcript, masked, shown))
    report = TranscriptReport(
        cues=len(cues),
        speakers=len(set(shown.values())),
        words=sum(one.words for one in masked),
        words_masked=sum(one.words_masked for one in masked),
        **counts(masked),
        keep_clashes=sum(one.keep_clashes for one in masked),
    )
    return replace(transcript, cues=cues), report


def _reasons(transcript: Transcript, masked: Sequence[Masked], shown: Mapping[str, str]) -> Iterator[Reason]:
    """Cue by cue; a speaker label once, where it stands first."""
    told: set[str] = set()
    for number, (cue, one) in enumerate(zip(transcript.cues, masked, strict=True), 1):
        label = cue.speaker
        if label and label not in told:
            told.add(label)
            now = shown[label]
            yield whole("speaker", number, number, label, now, entity="SPEAKER", layer="labels", rule="speaker label")
        yield from reasons_of(one, "text", number, number)


def counts(masked: Iterable[Masked]) -> dict[str, dict[str, int]]:
    """Spans by entity, by layer and by recogniser, in alphabetical order."""
    entities: Counter[str] = Counter()
    layers: Counter[str] = Counter()
    recognisers: Counter[str] = Counter()
    for one in masked:
        for span in one.spans:
            entities[span.entity] += 1
            layers[span.layer] += 1
            recognisers[span.recogniser] += 1
    return {
        "by_entity": dict(sorted(entities.items())),
        "by_layer": dict(sorted(layers.items())),
        "by_recogniser": dict(sorted(recognisers.items())),
    }
