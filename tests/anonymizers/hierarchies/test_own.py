"""A hierarchy that a user brings is read as ARX writes it, and refused with the line where it is wrong."""

import pytest

from anonymizers.hierarchies import HierarchyError, load_hierarchy


def test_values_become_what_their_line_says() -> None:
    found = load_hierarchy("34;30-39;adult;*\n35;30-39;adult;*\n7;0-9;child;*\n", "ages")
    assert found.levels == ("as given", "level 1", "level 2", "any")
    assert [found.at("35", level) for level in range(4)] == ["35", "30-39", "adult", "*"]
    assert [found.at("99", level) for level in range(4)] == ["99", "*", "*", "*"]
    assert [found.at("", level) for level in range(4)] == ["", "", "", "*"]
    assert found.first_level == 0


def test_a_last_level_is_added_where_the_file_has_none() -> None:
    found = load_hierarchy('\ufeffred,warm\n"blue, light",cold\n', "colours")
    assert found.levels == ("as given", "level 1", "any")
    assert [found.at("blue, light", level) for level in range(3)] == ["blue, light", "cold", "*"]


def test_a_value_may_be_suppressed_early() -> None:
    assert load_hierarchy("a;*;*\nb;c;*\n", "letters").at("a", 1) == "*"


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("", "", "it has no line"),
        ("\n\n", "", "it has no line"),
        ("secret\n", ", line 1", "it has one column"),
        ("secret;a;*\nother;a\n", ", line 2", "2 columns where the first line has 3"),
        ("secret;a;*\nother;;*\n", ", line 2", "column 2 is empty"),
        ("secret;a;*\n\nsecret;a;*\n", ", line 3", "the value of this line is already defined"),
        (
            "secret;a;x;*\nother;a;y;*\n",
            ", line 2",
            "not nested: what column 2 says has another coarser form in line 1",
        ),
        ("secret;*;x;*\n", ", line 1", "not nested: column 2 is '\\*', and column 3 says more"),
        ('secret;a;*\n"other;a;*\n', ", line 2", "quotes that do not close"),
    ],
)
def test_a_wrong_file_is_refused_with_its_line(text: str, line: str, reason: str) -> None:
    with pytest.raises(HierarchyError, match=f"^hierarchy 'mine'{line}: {reason}") as refused:
        load_hierarchy(text, "mine")
    assert "secret" not in str(refused.value)


def test_unknown_levels_are_refused() -> None:
    with pytest.raises(HierarchyError, match="levels 0 to 2, not 3"):
        load_hierarchy("a;b\n", "letters").at("a", 3)
