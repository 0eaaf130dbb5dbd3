"""The page that people look at: figures against floor and goal, the curve, bars, and what leaks, in one file."""

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from tests.evaluation.drawing import bars, curve
from tests.evaluation.examples import left_examples, lost_examples
from tests.evaluation.figures import KINDS, MEASURES, MORE, STYLES, Figures, value
from tests.evaluation.floor import Bound, bounds
from tests.evaluation.scoring import Outcome

_STYLE = (Path(__file__).with_name("page.css")).read_text(encoding="utf-8")
_NAMES = {"en": "English", "fr": "French", "de": "German", "es": "Spanish"}
_PUBLISHED = (("spaCy en_core_web_lg, published", 0.618), ("Stanford transformer and recognisers, published", 0.845))


def page(stored: Figures, outcomes: Sequence[Outcome]) -> str:
    """The page as one HTML file, from the stored figures and the outcomes they were made of."""
    return "\n".join(_page(stored, outcomes)) + "\n"


def _page(stored: Figures, outcomes: Sequence[Outcome]) -> Iterator[str]:
    found = stored["figures"]
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>Lethe: what is left, what is lost</title>\n<style>\n{_STYLE}</style>\n</head>\n<body>\n<main>"
    yield "<h1>What is left, what is lost</h1>"
    yield (
        f'<p class="lead">Mode <b>careful</b>, without the words of any study, on speech and answers written for this '
        f"project: {escape(stored['corpus']['counts'])}, four languages, a third as a speech recogniser writes it. An "
        "identifier counts as left when it, or a part that tells who it is, stands at any of its mentions.</p>"
    )
    yield from _goals(found)
    if stored.get("dial"):
        yield from _curves(stored)
    yield from _bars(found)
    yield from _layers(stored)
    if stored.get("public"):
        yield from _public(stored["public"])
    yield from _examples(outcomes)
    yield "<h2>How it is measured</h2>"
    yield (
        "<p>Scripts with slots are filled with invented people of many origins, each script twice. The register of "
        "each study knows its speakers and eight others; third persons are in none. <i>Known</i> is what the register "
        "holds, <i>unknown</i> every other direct identifier, <i>quasi</i> what singles out without naming: age, "
        "employer, small place, health, belief, union, rare job. The corpus is frozen; its digest is "
        f"<code>{stored['corpus']['sessions'][:16]}</code>. <code>make evaluate</code> draws this page anew.</p>"
    )
    yield "</main>\n</body>\n</html>"


def _goals(found: Figures) -> Iterator[str]:
    floors = bounds()
    yield '<div class="scroll"><table>\n<thead><tr><th></th><th colspan="3">transcripts</th>'
    yield '<th colspan="3">answers</th><th></th></tr>'
    yield "<tr><th>%</th>" + "".join(f"<th>{s}</th>" for _ in KINDS for s in (*STYLES, "all"))
    yield "<th>floor (goal)</th></tr></thead>\n<tbody>"
    for key, words in (*MEASURES, *MORE):
        cells = "".join(_goal_cell(found, (kind, style, key), floors) for kind in KINDS for style in (*STYLES, "all"))
        said = " · ".join(f"{'' if b.style == 'all' else b.style} {b.words}" for b in floors if b.measure == key)
        yield f"<tr><th>{escape(words)}</th>{cells}<td class='floor'>{escape(said)}</td></tr>"
    yield "</tbody></table></div>"
    yield '<p class="key"><b class="goal">✓</b> at the goal · <b class="below">!</b> below the floor</p>'


def _goal_cell(found: Figures, path: tuple[str, ...], floors: Sequence[Bound]) -> str:
    figure = value(found, *path)
    if figure is None:
        return "<td>-</td>"
    mark = ""
    for bound in floors:
        if bound.measure == path[-1] and bound.style in path:
            reached, holds = bound.reached(figure), bound.holds(figure)
            mark = ' <b class="goal">✓</b>' if reached else "" if holds else ' <b class="below">!</b>'
    return f"<td>{figure * 100:.2f}{mark}</td>"


def _curves(stored: Figures) -> Iterator[str]:
    goals = {(bound.measure, bound.style): bound.goal for bound in bounds()}
    yield "<h2>The dial</h2>"
    yield (
        "<p>Leak and survival are one dial. Each dot is a place of it, in transcripts; down and to the right is "
        "better; the shaded corner is the goal. The ring is where <i>careful</i> stands.</p>"
    )
    yield _key()
    yield '<div class="two">'
    for measure, title in (("known", "known identifiers left"), ("unknown", "unknown identifiers left")):
        of = {style: goals[measure, style] for style in STYLES}
        now = stored["figures"]["transcripts"]
        yield f"<figure>{curve(stored['dial'], measure, of, title, now)}</figure>"
    yield "</div>"


def _key() -> str:
    return '<p class="key"><span class="swatch cased"></span> cased <span class="swatch asr"></span> as recognised</p>'


def _bars(found: Figures) -> Iterator[str]:
    yield "<h2>By language, kind and origin</h2>"
    yield _key()
    yield '<div class="two">'
    for measure, title in (("unknown", "Unknown identifiers left, %"), ("quasi", "Quasi-identifiers left, %")):
        rows = [
            (_NAMES[language], {style: of[style][measure] for style in STYLES}, f"{_count(of, measure)}")
            for language, of in found["languages"].items()
        ]
        yield f"<figure><figcaption>{title}</figcaption>{bars(rows, title)}</figure>"
    yield "</div>"
    yield '<div class="two">'
    for group, title in (("types", "Left by kind, %"), ("origins", "Names of third persons left by origin, %")):
        ordered = sorted(found[group].items(), key=lambda item: -(item[1]["all"]["left"] * item[1]["all"]["count"]))
        rows = [
            (name, {style: of.get(style, {}).get("left") for style in STYLES}, f"{of['all']['count']}")
            for name, of in ordered
            if of["all"]["count"] >= 10
        ][:24]
        yield f"<figure><figcaption>{title}</figcaption>{bars(rows, title)}</figure>"
    yield "</div>"


def _count(of: Figures, measure: str) -> int:
    return sum(of[style]["counts"][measure] for style in STYLES)


def _layers(stored: Figures) -> Iterator[str]:
    yield "<h2>Layer by layer</h2>"
    yield "<p>Where layers agree, the one with most authority is credited. Alone means with every other one off.</p>"
    yield '<div class="scroll"><table>\n<thead><tr><th>layer</th><th>identifiers</th>'
    yield "<th>words for nothing</th><th>phrases hurt</th><th>alone: known left</th><th>unknown left</th>"
    yield "<th>words for nothing</th></tr></thead>\n<tbody>"
    for layer, of in stored["figures"]["layers"].items():
        alone = stored.get("alone", {}).get(layer)
        cells = [f"{of['identifiers']}", f"{of['wrong_words']}", f"{of['keeps_hurt']}"]
        for measure in ("known", "unknown", "wrong_words"):
            cells.append(f"{alone[measure]:.1%}" if alone else "-")
        yield f"<tr><th>{layer}</th>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
    yield "</tbody></table></div>"


def _public(public: Figures) -> Iterator[str]:
    yield "<h2>The public yardstick</h2>"
    yield (
        "<p>presidio-research's synthetic set, version 2, spans that overlap by nine tenths, F2. A profile of its own, "
        "with organisations and places of nobody in particular switched on.</p>"
    )
    rows = (("this profile", public["f2"]), *_PUBLISHED)
    yield '<div class="scroll"><table>\n<thead><tr><th></th><th>F2</th></tr></thead><tbody>'
    yield "".join(f"<tr><th>{escape(name)}</th><td>{figure:.3f}</td></tr>" for name, figure in rows)
    yield "</tbody></table></div>"


def _examples(outcomes: Sequence[Outcome]) -> Iterator[str]:
    yield "<h2>What leaks</h2>\n<p>Up to three of each kind. Everybody in them is invented.</p>"
    for kind, examples in left_examples(outcomes).items():
        yield f"<details><summary>{escape(kind)}</summary><ul>"
        for id_, before, words, after in examples:
            yield (f"<li><code>{escape(id_)}</code> {escape(before)}<mark>{escape(words)}</mark>{escape(after)}…</li>")
        yield "</ul></details>"
    yield "<h2>What is lost</h2>\n<p>Phrases that must survive and did not, some of them.</p>\n<ul>"
    for id_, before, words, after in lost_examples(outcomes):
        yield f"<li><code>{escape(id_)}</code> {escape(before)}<mark>{escape(words)}</mark>{escape(after)}…</li>"
    yield "</ul>"
