"""Layers: those that nothing is shared without, and those that make each mode what it is called."""

from collections.abc import Iterator

from anonymizers.modes import ALWAYS
from lethe.settings.draft import Draft, Read
from lethe.settings.errors import Problem
from lethe.settings.models import Anonymisation, Study
from lethe.settings.modes import unkept

LOOKS_FOR = {
    "roster": "the study's own people would be shared by name",
    "patterns": "e-mail addresses, telephone and bank numbers would be shared",
}


def check_layers(draft: Draft) -> Iterator[Problem]:
    """`layers` of `anonymisation.yaml` against the modes that it and the studies name."""
    anonymisation = draft.anonymisation.value
    if anonymisation is None:
        return
    missing = [layer for layer in ALWAYS if layer not in anonymisation.layers]
    for layer in missing:
        yield draft.anonymisation.problem(
            ("layers",), f"'{layer}' is not among the layers: {LOOKS_FOR[layer]}. Add it; no mode can do without it"
        )
    if missing:
        return
    yield from _mode(draft.anonymisation, anonymisation.mode, anonymisation)
    for read in draft.studies.values():
        if read.value is not None and read.value.mode is not None:
            yield from _mode(read, read.value.mode, anonymisation)


def _mode(read: Read[Anonymisation] | Read[Study], mode: str, anonymisation: Anonymisation) -> Iterator[Problem]:
    why = unkept(mode, anonymisation.layers)
    if why is not None:
        named = read.document is not None and "mode" in read.document.value
        yield read.problem(("mode",) if named else ("layers",), why)
