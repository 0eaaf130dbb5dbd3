"""Presidio's `AnalyzerEngine.analyze` in a loop over the turns, with its own recognisers and a small spaCy model."""

import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import presidio_analyzer
import yaml
from presidio_analyzer import AnalyzerEngine
from presidio_analyzer.nlp_engine import NlpEngineProvider

import anonymizers.offline  # noqa: F401 - keeps Presidio off the network
import bench.lemmas  # noqa: F401 - a part of the model that is loaded
from bench.answering import Built, Session, answer

_DEFAULTS = Path(presidio_analyzer.__file__).parent / "conf" / "default.yaml"


def build() -> Built:
    """The engine as it comes, with the name of the model alone changed in its default configuration.

    The model is trained in a process of its own: training knows Lethe's recognisers, and Presidio takes a recogniser
    of its configuration from any class of that name.
    """
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-W", "ignore", "-m", "bench.small_model", folder]
        subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=sys.stderr)  # noqa: S603 - this Python
        configuration = yaml.safe_load(_DEFAULTS.read_text(encoding="utf-8"))
        configuration["models"] = [{"lang_code": "en", "model_name": folder}]
        nlp_engine = NlpEngineProvider(nlp_configuration=configuration).create_engine()
    training = resource.getrusage(resource.RUSAGE_CHILDREN)
    engine = AnalyzerEngine(nlp_engine=nlp_engine)
    strange = [
        type(one).__name__ for one in engine.registry.recognizers if not type(one).__module__.startswith("presidio_")
    ]
    if strange:
        raise SystemExit(f"these are not Presidio's own: {', '.join(strange)}")

    def find(session: Session) -> Iterator[tuple[int, int, int, str]]:
        for turn, text in enumerate(session.texts):
            for result in engine.analyze(text, "en"):
                yield turn, result.start, result.end, result.entity_type

    return Built(find, version("presidio-analyzer"), training.ru_utime + training.ru_stime)


if __name__ == "__main__":
    answer(build)
