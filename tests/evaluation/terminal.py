"""The figures as tables for the terminal; beside each figure how far it moved since the last run."""

from collections.abc import Iterator

from tests.evaluation.figures import BETTER_WHEN_MORE, KINDS, MEASURES, MORE, STYLES, Figures, value
from tests.evaluation.floor import Bound, bounds

_COLUMNS = [(kind, style) for kind in KINDS for style in (*STYLES, "all")]
_MOVED = 0.00005


def report(found: Figures, before: Figures | None) -> Iterator[str]:
    """All tables, line by line. `before` are the figures of the last run."""
    yield from _main_table(found, before)
    yield ""
    yield from _languages(found, before)
    yield ""
    yield from _groups("identifiers by type", found, before, "types")
    yield ""
    yield from _groups("names of third persons by origin (those left most)", found, before, "origins", most=14)
    yield ""
    yield from _forms(found, before)
    yield ""
    yield from _layers(found)


def public_report(public: Figures, before: Figures | None) -> Iterator[str]:
    """The public yardstick: its one figure, and precision and recall by kind."""
    was = f", was {before['f2']:.4f}" if before else ""
    yield ""
    yield (
        f"public yardstick: F2 {public['f2']:.4f}{was} (precision {public['precision']:.3f}, recall "
        f"{public['recall']:.3f}; with the right kind {public['f2_typed']:.4f}) on {public['texts']} texts"
    )
    for label, of in public["labels"].items():
        yield f"  {label:24}{of['annotated']:>6}  precision {of['precision']:.2f}  recall {of['recall']:.2f}"
    yield "  " + ", ".join(f"{pair} {number}" for pair, number in list(public["confused"].items())[:16])


def _main_table(found: Figures, before: Figures | None) -> Iterator[str]:
    floors = bounds()
    if before:
        yield "behind each figure: + so many points better than the last run, - worse"
    yield f"{'%':40}{'transcripts':^39}  {'answers':^39}"
    yield f"{'':40}" + "".join(f"{style:>13}" for _, style in _COLUMNS) + "   floor (goal)"
    for key, words in (*MEASURES, *MORE):
        cells = "".join(_cell(found, before, (kind, style, key), floors) for kind, style in _COLUMNS)
        yield f"{words:40}{cells}   {_floor_words(key, floors)}".rstrip()


def _floor_words(key: str, floors: list[Bound]) -> str:
    return " · ".join(
        f"{bound.style if bound.style != 'all' else ''} {bound.words}".strip()
        for bound in floors
        if bound.measure == key
    )


def _cell(found: Figures, before: Figures | None, path: tuple[str, ...], floors: list[Bound]) -> str:
    figure = value(found, *path)
    if figure is None:
        return f"{'-':>13}"
    mark = " "
    for bound in floors:
        if bound.measure == path[-1] and bound.style in path:
            mark = "✓" if bound.reached(figure) else "·" if bound.holds(figure) else "!"
    return f"{figure * 100:.2f}{mark}".rjust(7) + f"{_moved(figure, value(before or {}, *path), path[-1]):<6}"


def _moved(figure: float, was: float | None, key: str) -> str:
    if was is None or abs(figure - was) < _MOVED:
        return ""
    better = (figure > was) == (key in BETTER_WHEN_MORE)
    return f"{'+' if better else '-'}{abs(figure - was) * 100:.2f}"


def _languages(found: Figures, before: Figures | None) -> Iterator[str]:
    languages = list(found["languages"])
    yield f"{'% by language':40}" + "".join(
        f"{f'{language} {style}':>13}" for language in languages for style in STYLES
    )
    for key, words in MEASURES:
        cells = "".join(
            _cell(found, before, ("languages", language, style, key), []) for language in languages for style in STYLES
        )
        yield f"{words:40}{cells}".rstrip()


def _groups(title: str, found: Figures, before: Figures | None, of: str, most: int = 99) -> Iterator[str]:
    yield f"{title:40}{'left %':>13}{'cased':>13}{'asr':>13}{'count':>8}"
    groups = sorted(found[of].items(), key=lambda item: -(item[1]["all"]["left"] or 0) * item[1]["all"]["count"])
    for name, _ in groups[:most]:
        cells = "".join(_cell(found, before, (of, name, style, "left"), []) for style in ("all", *STYLES))
        yield f"{name:40}{cells}{found[of][name]['all']['count']:>8}"


def _forms(found: Figures, before: Figures | None) -> Iterator[str]:
    yield f"{'mentions of direct identifiers by form':40}{'left %':>13}{'count':>8}"
    for name in sorted(found["forms"], key=lambda name: -(found["forms"][name]["left"] or 0)):
        if found["forms"][name]["left"]:
            cell = _cell(found, before, ("forms", name, "left"), [])
            yield f"{name:40}{cell}{found['forms'][name]['count']:>8}"


def _layers(found: Figures) -> Iterator[str]:
    yield f"{'layer':12}{'identifiers':>13}{'alone':>8}{'wrong words':>13}{'phrases hurt':>14}   by whom"
    for layer, of in found["layers"].items():
        if of["identifiers"] or of["wrong_words"]:
            worst = ", ".join(f"{name} {number}" for name, number in list(of["worst"].items())[:6])
            counts = f"{of['identifiers']:>13}{of['alone']:>8}{of['wrong_words']:>13}{of['keeps_hurt']:>14}"
            yield f"{layer:12}{counts}   {worst}"
