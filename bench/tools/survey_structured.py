"""presidio-structured: `PandasAnalysisBuilder` says what each column holds, `StructuredEngine` replaces its cells."""

import os
from importlib.metadata import version

from presidio_anonymizer.entities import OperatorConfig
from presidio_structured import (  # type: ignore[import-not-found]  # it is in the environment of the peers
    PandasAnalysisBuilder,
    StructuredEngine,
)

from bench.survey_answering import FREE_TEXT, MODEL, Anonymised, Asked, Ready, answer
from bench.tools.presidio_engine import engine


def build() -> Ready:
    """The builder on the same analyser as the loop, everything else at its default."""
    builder, structured = PandasAnalysisBuilder(engine(os.environ[MODEL])), StructuredEngine()

    def run(asked: Asked) -> Anonymised:
        found = builder.generate_analysis(asked.frame)
        mark = {"DEFAULT": OperatorConfig("replace", {"new_value": "[replaced]"})}
        done = structured.anonymize(asked.frame.copy(), found, mark)
        return Anonymised(
            lambda: {column: [str(value) for value in done[column]] for column in FREE_TEXT},
            {"free_text_replaced": sum(column in found.entity_mapping for column in FREE_TEXT)},
        )

    return Ready(run, version("presidio-structured"))


if __name__ == "__main__":
    answer(build)
