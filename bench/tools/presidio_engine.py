"""Presidio's `AnalyzerEngine` as it comes, with the name of the model alone changed in its default configuration."""

import subprocess
import sys
from pathlib import Path

import presidio_analyzer
import yaml
from presidio_analyzer import AnalyzerEngine
from presidio_analyzer.nlp_engine import NlpEngineProvider

import anonymizers.offline  # noqa: F401 - keeps Presidio off the network
import bench.lemmas  # noqa: F401 - a part of the model that is loaded

_DEFAULTS = Path(presidio_analyzer.__file__).parent / "conf" / "default.yaml"


def train(folder: str) -> None:
    """Trains the small model into a folder, in a process of its own.

    Training knows Lethe's recognisers, and Presidio takes a recogniser of its configuration from any class of that
    name.
    """
    command = [sys.executable, "-W", "ignore", "-m", "bench.small_model", folder]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=sys.stderr)  # noqa: S603 - this Python


def engine(folder: str) -> AnalyzerEngine:
    """The engine with the model of a folder and nothing but Presidio's own recognisers."""
    configuration = yaml.safe_load(_DEFAULTS.read_text(encoding="utf-8"))
    configuration["models"] = [{"lang_code": "en", "model_name": folder}]
    built = AnalyzerEngine(nlp_engine=NlpEngineProvider(nlp_configuration=configuration).create_engine())
    strange = [
        type(one).__name__ for one in built.registry.recognizers if not type(one).__module__.startswith("presidio_")
    ]
    if strange:
        raise SystemExit(f"these are not Presidio's own: {', '.join(strange)}")
    return built
