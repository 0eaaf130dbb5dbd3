"""NLP engines: each language has one, and what each needs is on this machine."""

from collections.abc import Iterator

from anonymizers.nlp_choice import lacking, unserved
from lethe.settings.draft import Draft
from lethe.settings.errors import Problem
from lethe.settings.words import nearest


def check_engines(draft: Draft) -> Iterator[Problem]:
    """`nlp_engines` of `anonymisation.yaml` against its languages."""
    anonymisation = draft.anonymisation.value
    if anonymisation is None or "model" not in anonymisation.layers:
        return
    for number, engine in enumerate(anonymisation.nlp_engines):
        for language in engine.models:
            if language not in anonymisation.languages:
                yield draft.anonymisation.problem(
                    ("nlp_engines", number, "models", language),
                    f"'{language}' is not among the languages ({', '.join(anonymisation.languages)}): its model would "
                    f"never be asked.{nearest(language, anonymisation.languages)}",
                )
    for language in unserved(anonymisation.engines, anonymisation.languages):
        yield draft.anonymisation.problem(
            ("nlp_engines",),
            f"no engine looks for names in '{language}'. Give it a model, name the engine 'embedded', or take "
            f"'{language}' out of the languages",
        )


def check_installed(draft: Draft) -> Iterator[Problem]:
    """Engines and models that are not on this machine, with the command that installs each.

    Apart from the other checks: a machine that only schedules or deletes needs no model.
    """
    anonymisation = draft.anonymisation.value
    if anonymisation is None or "model" not in anonymisation.layers:
        return
    for number, engine in enumerate(anonymisation.nlp_engines):
        for lack in lacking(engine.choice):
            steps = ("models", lack.language) if lack.language else ("engine",)
            yield draft.anonymisation.problem(("nlp_engines", number, *steps), lack.said)
