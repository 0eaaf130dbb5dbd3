"""The dial: leak against survival at several places of it, and what each layer does when it is alone."""

from collections.abc import Sequence

from anonymizers.modes import DEFAULT_MODE
from tests.corpora.marks import Session
from tests.evaluation.figures import STYLES, Figures, summary
from tests.evaluation.running import Setting, runs
from tests.evaluation.scoring import Outcome

THRESHOLDS = (0.2, 0.5, 0.8, 0.9, 0.95, 0.98, 0.995)
LAYERS = ("roster", "patterns", "cues", "context", "model")


def dial(sessions: Sequence[Session], processes: int) -> Figures:
    """`dial`: transcripts' figures by style for each threshold and in strict mode; `alone`: for each layer."""
    transcripts = [one for one in sessions if one.kind == "session"]
    settings = [Setting(DEFAULT_MODE, threshold) for threshold in THRESHOLDS]
    settings.append(Setting("strict"))
    alone = [Setting(DEFAULT_MODE, layers=(layer,)) for layer in LAYERS]
    done = runs(transcripts, [*settings, *alone], processes)
    return {
        "dial": [
            {"mode": setting.mode, "threshold": setting.threshold, **_by_style(outcomes)}
            for setting, outcomes in zip(settings, done[: len(settings)], strict=True)
        ],
        "alone": {
            setting.layers[0]: summary(outcomes) for setting, outcomes in zip(alone, done[len(settings) :], strict=True)
        },
    }


def _by_style(outcomes: Sequence[Outcome]) -> Figures:
    return {style: summary([one for one in outcomes if one.session.style == style]) for style in STYLES}
