"""Charts as SVG: the curve of leak against survival, and bars. Colours come from the page, light or dark."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from tests.evaluation.figures import STYLES, Figures

_WIDTH, _HEIGHT, _LEFT, _TOP, _BOTTOM = 440, 300, 48, 16, 44


def curve(points: Sequence[Figures], measure: str, goals: Mapping[str, float], title: str, now: Figures) -> str:
    """Leak of `measure` against must-survive words kept, one line a style; `now` is where the default mode stands."""
    kept = [point[style]["keep_words"] for point in [*points, now] for style in STYLES]
    left = [point[style][measure] for point in [*points, now] for style in STYLES]
    low, high = min(*kept, 0.96), max(*left, *goals.values()) * 1.08
    parts = list(_axes(low, high, title))
    for style in STYLES:
        x, y = _place(0.99, goals[style], low, high)
        width, height = _LEFT + _plot() - x, _HEIGHT - _BOTTOM - y
        parts.append(f'<rect class="goal {style}" x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"/>')
    for style in STYLES:
        dialled = sorted((point for point in points if point["threshold"] is not None), key=lambda p: p["threshold"])
        places = [_place(point[style]["keep_words"], point[style][measure], low, high) for point in dialled]
        parts.append(f'<polyline class="line {style}" points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in places)}"/>')
        for point, (x, y) in zip(dialled, places, strict=True):
            said = f"{style}, dial at {point['threshold']:g}: {_said(point[style], measure)}"
            parts.append(f'<circle class="dot {style}" cx="{x:.1f}" cy="{y:.1f}" r="4"><title>{said}</title></circle>')
        for point in points:
            if point["mode"] == "strict":
                x, y = _place(point[style]["keep_words"], point[style][measure], low, high)
                said = f"{style}, {point['mode']}: {_said(point[style], measure)}"
                parts.append(
                    f'<circle class="dot {style}" cx="{x:.1f}" cy="{y:.1f}" r="3"><title>{said}</title></circle>'
                )
                parts.append(f'<text class="small" x="{x + 7:.1f}" y="{y + 4:.1f}">{point["mode"]}</text>')
        x, y = _place(now[style]["keep_words"], now[style][measure], low, high)
        said = f"{style}, careful: {_said(now[style], measure)}"
        parts.append(f'<circle class="now {style}" cx="{x:.1f}" cy="{y:.1f}" r="7"><title>{said}</title></circle>')
        parts.append(f'<text class="small" x="{x + 8:.1f}" y="{y + 18:.1f}">careful, {style}</text>')
    return _svg(_WIDTH, _HEIGHT, title, parts)


def bars(rows: Sequence[tuple[str, Mapping[str, float | None], str]], title: str) -> str:
    """One row a group with a bar for each style: (name, share by style, what is said behind it)."""
    height = 30 * len(rows) + 12
    most = max([0.1, *(share for _, shares, _ in rows for share in shares.values() if share)])
    parts = []
    for place, (name, shares, said) in enumerate(rows):
        top = 8 + 30 * place
        parts.append(f'<text class="name" x="150" y="{top + 15}">{escape(name)}</text>')
        for number, style in enumerate(STYLES):
            share = shares.get(style)
            if share is None:
                continue
            y = top + 1 + 11 * number
            width = max(1.5, 210 * share / most)
            told = f"{escape(name)}, {style}: {share:.1%}"
            parts.append(
                f'<rect class="bar {style}" x="158" y="{y}" width="{width:.1f}" height="9" rx="2">'
                f"<title>{told}</title></rect>"
            )
            parts.append(f'<text class="small" x="{162 + width:.1f}" y="{y + 8}">{share * 100:.1f}</text>')
        parts.append(f'<text class="small faint" x="430" y="{top + 15}" text-anchor="end">{escape(said)}</text>')
    return _svg(_WIDTH, height, title, parts)


def _axes(low: float, high: float, title: str) -> Iterator[str]:
    bottom = _HEIGHT - _BOTTOM
    step = next(step for step in (0.01, 0.02, 0.05, 0.1, 0.2) if high / step <= 7 or step == 0.2)
    for number in range(int(high / step) + 1):
        _, y = _place(1, number * step, low, high)
        yield f'<line class="grid" x1="{_LEFT}" x2="{_LEFT + _plot()}" y1="{y:.1f}" y2="{y:.1f}"/>'
        said = f"{number * step * 100:.0f} %"
        yield f'<text class="small" x="{_LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{said}</text>'
    across = next(step for step in (0.01, 0.02, 0.05, 0.1) if (1 - low) / step <= 7 or step == 0.1)
    for number in range(int((1 - low) / across + 1e-9) + 1):
        x, _ = _place(1 - number * across, 0, low, high)
        yield f'<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="{_TOP}" y2="{bottom}"/>'
        said = f"{(1 - number * across) * 100:.0f} %"
        yield f'<text class="small" x="{x:.1f}" y="{bottom + 16}" text-anchor="middle">{said}</text>'
    middle = _LEFT + _plot() / 2
    said = "must-survive words kept →"
    yield f'<text class="small faint" x="{middle}" y="{_HEIGHT - 8}" text-anchor="middle">{said}</text>'
    yield f'<text class="small faint" x="{_LEFT + 6}" y="{_TOP + 12}">↑ {escape(title)}</text>'


def _plot() -> int:
    return _WIDTH - _LEFT - 20


def _place(kept: float, left: float, low: float, high: float) -> tuple[float, float]:
    x = _LEFT + _plot() * (kept - low) / (1 - low)
    return x, _TOP + (_HEIGHT - _BOTTOM - _TOP) * (1 - left / high)


def _said(figures: Figures, measure: str) -> str:
    return f"{figures[measure]:.2%} left, {figures['keep_words']:.2%} kept"


def _svg(width: int, height: int, title: str, parts: Sequence[str]) -> str:
    inside = "\n".join(parts)
    return (
        f'<svg viewBox="0 0 {width} {height}" role="img" aria-label="{escape(title)}">'
        f"<title>{escape(title)}</title>\n{inside}\n</svg>"
    )
