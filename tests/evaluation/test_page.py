"""The page stands alone, says what was measured, and escapes what people said."""

import re
from collections.abc import Callable
from html.parser import HTMLParser

from tests.corpora.marks import Session
from tests.evaluation.figures import STYLES, figures, summary
from tests.evaluation.page import page
from tests.evaluation.scoring import Mask, outcome

_EMPTY = {"area", "br", "circle", "col", "hr", "img", "input", "line", "link", "meta", "polyline", "rect"}


class _Balance(HTMLParser):
    """Fails where a tag is closed that is not open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _EMPTY:
            assert self.open.pop() == tag, self.getpos()


def _drawn(build: Callable[..., Session], mask: Callable[..., Mask]) -> str:
    sessions = [
        build("Is <b>[p.name|Jane]</b> in, {Add & go}?", standing=standing, style=style, kind=kind)
        for standing in ("known", "unknown", "quasi")
        for style in STYLES
        for kind in ("session", "answer")
    ]
    outcomes = [outcome(one, [mask(one, "Add")]) for one in sessions]
    point = {style: summary([one for one in outcomes if one.session.style == style]) for style in STYLES}
    stored = {
        "corpus": {"counts": "12 sessions", "sessions": "0123456789abcdef0"},
        "figures": figures(outcomes),
        "dial": [{"mode": "careful", "threshold": 0.5, **point}, {"mode": "strict", "threshold": None, **point}],
        "alone": {"roster": summary(outcomes)},
        "public": {"f2": 0.712},
    }
    return page(stored, outcomes)


def test_page_is_one_file_that_asks_the_network_for_nothing(
    build: Callable[..., Session], mask: Callable[..., Mask]
) -> None:
    drawn = _drawn(build, mask)
    assert not re.search(r"(?:src|href)=|url\(|@import|<script", drawn)
    parser = _Balance()
    parser.feed(drawn)
    assert parser.open == []


def test_page_shows_figures_examples_and_the_public_yardstick(
    build: Callable[..., Session], mask: Callable[..., Mask]
) -> None:
    drawn = _drawn(build, mask)
    assert '<td>100.00 <b class="below">!</b></td>' in drawn
    assert "0.712" in drawn
    assert "careful, dial at 0.5" not in drawn
    assert "cased, dial at 0.5: 100.00% left" in drawn
    assert "&lt;b&gt;<mark>Jane</mark>&lt;/b&gt;" in drawn
    assert "<mark>Add &amp; go</mark>" in drawn
