"""The examples in docstrings are true."""

import doctest
from types import ModuleType

import pytest

import anonymizers.characters
import anonymizers.risk.classes
import anonymizers.roster.forms
import anonymizers.roster.nicknames
import anonymizers.wordlists

MODULES = [
    anonymizers.characters,
    anonymizers.risk.classes,
    anonymizers.roster.forms,
    anonymizers.roster.nicknames,
    anonymizers.wordlists,
]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_the_examples_of_a_module_hold(module: ModuleType) -> None:
    outcome = doctest.testmod(module)
    assert outcome.attempted > 0
    assert outcome.failed == 0
