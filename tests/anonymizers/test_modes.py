"""Three modes, each at least as careful as the one before it."""

from itertools import pairwise

import pytest

from anonymizers.engine import Detection, in_mode
from anonymizers.errors import AnonymizerError
from anonymizers.layers import AUTHORITY
from anonymizers.masking import Anonymiser
from anonymizers.modes import DEFAULT_MODE, MODES, lacking_layers, require_mode
from anonymizers.pseudonyms import Pseudonyms


def test_modes_go_from_the_least_careful_to_the_most() -> None:
    assert MODES == ("normal", "careful", "strict")
    for less, more in pairwise(map(require_mode, MODES)):
        assert 0 < less.threshold < more.threshold < 1
        assert more.without <= less.without


def test_careful_is_what_leaves_the_house() -> None:
    assert DEFAULT_MODE == "careful"
    assert Anonymiser(Detection(("en",)), (), Pseudonyms(bytes(32))).mode == require_mode("careful")


@pytest.mark.parametrize("mode", MODES)
def test_only_strict_masks_what_no_list_knows(mode: str) -> None:
    layers = in_mode(Detection(("en",)), require_mode(mode)).layers
    assert ("deny" in layers) == (mode == "strict")
    assert [layer for layer in AUTHORITY if layer != "deny"] == [layer for layer in layers if layer != "deny"]


def test_each_mode_needs_the_layers_of_the_one_before_it() -> None:
    assert [lacking_layers(mode, ()) for mode in MODES] == [
        ("roster", "patterns"),
        ("roster", "patterns", "model"),
        ("roster", "patterns", "model", "deny"),
    ]
    assert [lacking_layers(mode, AUTHORITY) for mode in MODES] == [(), (), ()]
    for mode in MODES:
        assert not set(require_mode(mode).needs) & require_mode(mode).without


def test_a_mode_sets_the_dial_unless_the_dial_is_set() -> None:
    mode = require_mode("normal")
    assert in_mode(Detection(("en",)), mode).threshold == mode.threshold
    assert in_mode(Detection(("en",), threshold=0.7), mode).threshold == 0.7


def test_a_mode_adds_no_layer_that_was_taken_out() -> None:
    assert in_mode(Detection(("en",), layers=("roster", "deny")), require_mode("strict")).layers == ("roster", "deny")
    assert in_mode(Detection(("en",), layers=("roster", "deny")), require_mode("normal")).layers == ("roster",)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("carefull", "; did you mean 'careful'?"),
        ("Normal", "; did you mean 'normal'?"),
        ("strickt", "; did you mean 'strict'?"),
        ("", "(there are normal, careful, strict); nothing was anonymised"),
        ("xyzzy", "(there are normal, careful, strict); nothing was anonymised"),
    ],
)
def test_an_unknown_mode_is_refused_with_the_nearest_spelling(name: str, said: str) -> None:
    with pytest.raises(AnonymizerError) as refused:
        require_mode(name)
    assert said in str(refused.value)
    assert str(refused.value).startswith(f"there is no mode '{name}'")
