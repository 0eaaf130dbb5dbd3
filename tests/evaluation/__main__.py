"""`python -m tests.evaluation`: the anonymiser measured on a corpus written for it. See `--help`."""

import argparse
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from anonymizers.layers import AUTHORITY
from anonymizers.modes import DEFAULT_MODE, MODES
from tests.corpora.corpus import CORPORA, digest, load
from tests.corpora.marks import LANGUAGES, Session
from tests.evaluation.curve import dial
from tests.evaluation.figures import KINDS, STYLES, Figures, figures
from tests.evaluation.floor import below, bounds
from tests.evaluation.misses import misses
from tests.evaluation.page import page
from tests.evaluation.public import public_figures
from tests.evaluation.running import Setting, run
from tests.evaluation.scoring import Outcome
from tests.evaluation.terminal import public_report, report

ROOT = Path(__file__).resolve().parent.parent.parent
_LAST = ROOT / ".lethe" / "evaluation"
_DOCS = ROOT / "docs" / "evaluation"


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; 1 when a figure of the whole test corpus is below its floor in the default mode."""
    asked = _parser().parse_args(arguments)
    sessions = _chosen(load(asked.corpus), asked)
    if not sessions:
        print("nothing of the corpus is left to measure; ask for less", file=sys.stderr)
        return 2
    layers = tuple(asked.layers.split(",")) if asked.layers else AUTHORITY
    setting = Setting(asked.mode, asked.threshold, layers, asked.keep_words)
    whole = len(sessions) == len(load(asked.corpus))
    official = whole and asked.corpus == "test" and setting == Setting()
    started = time.monotonic()
    outcomes = run(sessions, setting, asked.processes)
    found = figures(outcomes)
    print(
        f"{setting.name}, {asked.corpus} corpus: {sum(one.kind == 'session' for one in sessions)} sessions, "
        f"{sum(len(one.turns) for one in sessions if one.kind == 'answer')} answers, "
        f"{sum(len(one.spans) for one in sessions)} spans, {time.monotonic() - started:.0f} s"
    )
    stored = _DOCS / "figures.json" if official else _LAST / f"{asked.corpus}-{setting.name}.json"
    before = _read(stored)
    for line in report(found, before.get("figures") if whole else None):
        print(line)
    now = {**before, "corpus": digest(asked.corpus), "setting": setting.name, "figures": found}
    if asked.data:
        now["public"] = public_figures(asked.data)
        for line in public_report(now["public"], before.get("public")):
            print(line)
    if asked.curve:
        now |= dial(sessions, asked.processes)
    if asked.misses:
        for line in misses(outcomes, asked.type.split(",") if asked.type else ()):
            print(line)
    if whole:
        _write(stored, now, outcomes)
    failing = list(below(found, bounds())) if official else []
    for line in failing:
        print(f"below the floor: {line}", file=sys.stderr)
    return 1 if failing else 0


def _chosen(sessions: Sequence[Session], asked: argparse.Namespace) -> list[Session]:
    return [
        one
        for one in sessions
        if (not asked.language or one.language in asked.language.split(","))
        and (not asked.style or one.style == asked.style)
        and (not asked.kind or one.kind == KINDS[asked.kind])
        and asked.only in one.id
    ]


def _read(path: Path) -> Figures:
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else {}


def _write(path: Path, now: Figures, outcomes: Sequence[Outcome]) -> None:
    """The figures, to compare with next time, and the page beside them."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(now, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    place = path.with_name("index.html") if path.parent == _DOCS else path.with_suffix(".html")
    place.write_text(page(now, outcomes), encoding="utf-8")
    print(f"\nfigures: {path.relative_to(ROOT)}, page: {place.relative_to(ROOT)}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation", description=__doc__)
    parser.add_argument("--corpus", choices=list(CORPORA), default="test")
    parser.add_argument("--mode", choices=MODES, default=DEFAULT_MODE)
    parser.add_argument("--threshold", type=float, help="the dial of the name model, in place of the mode's")
    parser.add_argument("--layers", help=f"only these, with commas between: {','.join(AUTHORITY)}")
    parser.add_argument("--keep-words", action="store_true", help="give each study the words it is about")
    parser.add_argument("--data", type=Path, help="the folder of presidio_synth.jsonl, to run the public yardstick too")
    parser.add_argument("--curve", action="store_true", help="the whole dial and each layer alone, for the page (slow)")
    parser.add_argument("--misses", action="store_true", help="print everything left, lost or masked for nothing")
    parser.add_argument("--type", default="", help="with --misses: only what is left of these types (name,health,...)")
    parser.add_argument("--language", help=f"only these, with commas between: {','.join(LANGUAGES)}")
    parser.add_argument("--style", choices=STYLES)
    parser.add_argument("--kind", choices=list(KINDS))
    parser.add_argument("--only", default="", help="only sessions whose id has this in it")
    parser.add_argument("--processes", type=int, default=2)
    return parser


if __name__ == "__main__":
    sys.exit(main())
