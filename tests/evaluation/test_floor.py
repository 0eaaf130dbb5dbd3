"""Detection is not below its floor on the frozen corpus, in the default mode, with no tuning to a study."""

from pathlib import Path

from tests.corpora.corpus import load
from tests.evaluation.figures import figures
from tests.evaluation.floor import below, bounds
from tests.evaluation.running import Setting, run


def test_no_figure_of_the_frozen_corpus_is_below_its_floor() -> None:
    found = figures(run(load("test"), Setting()))
    assert list(below(found, bounds())) == []


def test_figure_below_its_floor_is_told_with_kind_and_style(tmp_path: Path) -> None:
    path = tmp_path / "floor.yaml"
    path.write_text("known: {asr: {most: 0.06, goal: 0.02}}\nkeep_whole: {all: {least: 0.85, goal: 0.95}}\n")
    found = {
        "transcripts": {"asr": {"known": 0.07}, "all": {"keep_whole": 0.84}},
        "answers": {"asr": {"known": 0.06}, "all": {"keep_whole": 0.85}},
    }
    told = list(below(found, bounds(path)))
    assert told == [
        "known, transcripts, asr: 7.00%, floor ≤ 6 (2)",
        "keep_whole, transcripts, all: 84.00%, floor ≥ 85 (95)",
    ]
