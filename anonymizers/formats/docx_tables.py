"""Tables in which a transcript is kept: a row a turn, with columns for the speaker, the time and the text."""

import re
from collections.abc import Sequence

from anonymizers.formats.cleaning import clean_cue, clean_text
from anonymizers.formats.labels import is_label, speaker_of
from anonymizers.formats.otter import read_blocks
from anonymizers.formats.timing import CLOCK, clock_ms
from anonymizers.formats.transcript import Cue

_TIMES = re.compile(rf"[\[(]?({CLOCK})[\])]?(?:\s*(?:-->|-|–|—|to|bis|à)\s*[\[(]?({CLOCK})[\])]?)?")  # noqa: RUF001 - an en dash is what people type
_HEADINGS = frozenset(
    {"speaker", "name", "who", "time", "timestamp", "start", "text", "transcript", "utterance", "speech"}
    | {"sprecher", "zeit", "heure", "locuteur", "texte", "hablante", "hora", "texto"}
)


def read_table(rows: Sequence[Sequence[str]]) -> list[Cue]:
    """The turns of a table, a row each; a table of one column is layout, and is read as paragraphs.

    The time column is the one where at least half of the cells are times (`0:03`, `00:00:03.5`, `0:03 - 0:07`).
    Of the others the one with the most text is the speech; the first besides it is the speaker if its cells, without
    the heading, are labels. Everything else, running numbers apart, is added to the speech, so that nothing escapes
    masking.
    """
    cells = [[clean_text(cell) for cell in row] for row in rows]
    width = max(map(len, cells), default=0)
    if width < 2:
        return read_blocks([cell.splitlines() for row in cells for cell in row])
    table = [[*row, *[""] * (width - len(row))] for row in cells if any(row)]
    if table and all(cell.casefold() in _HEADINGS or not cell for cell in table[0]):
        table = table[1:]
    columns = list(range(width))
    time = next((c for c in columns if sum(_time(row[c]) is not None for row in table) * 2 > len(table)), None)
    others = [c for c in columns if c != time]
    speech = max(others, key=lambda c: sum(len(row[c]) for row in table), default=None)
    rest = [c for c in others if c != speech and not all(row[c].isdecimal() or not row[c] for row in table)]
    speaker = rest[0] if rest and all(not row[rest[0]] or _labels(row[rest[0]]) for row in table) else None
    spoken = [c for c in others if c == speech or (c in rest and c != speaker)]
    cues: list[Cue] = []
    for row in table:
        start, end = _time(row[time]) or (None, None) if time is not None else (None, None)
        label = row[speaker].rstrip(": ") if speaker is not None else ""
        text = [row[c] for c in spoken]
        if time is not None and start is None:
            # A cell that is no time may hold anything.
            text.insert(0, row[time])
        cues.append(clean_cue("\n".join(text), speaker_of(label), start, end))
    return cues


def _time(cell: str) -> tuple[int, int | None] | None:
    match = _TIMES.fullmatch(cell)
    start = clock_ms(match[1]) if match else None
    if match is None or start is None:
        return None
    return start, clock_ms(match[2]) if match[2] else None


def _labels(cell: str) -> bool:
    return "\n" not in cell and is_label(cell.rstrip(": "))
