"""Every identifier that is left, every phrase that is lost, every word masked for nothing: with what stands around."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tests.evaluation.scoring import Outcome

_AROUND = 48


def misses(outcomes: Sequence[Outcome], types: Sequence[str] = ()) -> Iterator[str]:
    """All of it, grouped; what it is about stands in « », what is masked in [ ], session and turn before it.

    A session in the recogniser's style has a `~`. With `types` only what is left of these types.
    """
    yield from _left(outcomes, types)
    if not types:
        yield from _lost(outcomes)
        yield from _wrong(outcomes)


def _left(outcomes: Sequence[Outcome], types: Sequence[str]) -> Iterator[str]:
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in outcomes:
        for entity in one.entities:
            if not entity.left or (types and entity.type not in types):
                continue
            first = entity.left[0]
            more = f" {len(entity.left)} of {len(entity.mentions)} mentions" if len(entity.mentions) > 1 else ""
            forms = ",".join(sorted({span.form for span in entity.left} - {"written"}))
            line = f"  {_mark(one)} {first.turn + 1:>3}{more}{' ' + forms if forms else ''}: "
            line += _context(one, first.turn, first.start, first.end)
            others = list(dict.fromkeys(_said(one, span.turn, span.start, span.end) for span in entity.left[1:]))
            if others := [said for said in others if said != _said(one, first.turn, first.start, first.end)]:
                line += f"   also «{'» «'.join(others)}»"
            groups[(entity.standing, entity.type)].append(line)
    for standing in ("known", "unknown", "quasi"):
        for (its, type_), lines in sorted(groups.items(), key=lambda item: -len(item[1])):
            if its == standing:
                yield f"\nLEFT {standing} {type_}: {len(lines)}"
                yield from lines


def _lost(outcomes: Sequence[Outcome]) -> Iterator[str]:
    groups: dict[str, list[str]] = defaultdict(list)
    for one in outcomes:
        blame = _by_turn(one)
        for keep in one.keeps:
            if not keep.whole:
                its = [mask for mask in blame[keep.keep.turn] if mask[0] < keep.keep.end and keep.keep.start < mask[1]]
                who = " ".join(dict.fromkeys(f"{layer}/{name}:{entity}" for _, _, layer, name, entity in its))
                text = one.session.turns[keep.keep.turn].text
                said = " ".join(
                    f"[{text[max(start, keep.keep.start) : min(end, keep.keep.end)]}]" for start, end, *_ in its
                )
                groups[who].append(
                    f"  {_mark(one)} {keep.keep.turn + 1:>3} {said} in "
                    + _context(one, keep.keep.turn, keep.keep.start, keep.keep.end, around=24)
                )
    for who, lines in sorted(groups.items(), key=lambda item: -len(item[1])):
        yield f"\nLOST by {who}: {len(lines)}"
        yield from sorted(lines)


def _wrong(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Words masked for nothing outside the phrases that must survive; those are listed already."""
    groups: dict[str, list[str]] = defaultdict(list)
    for one in outcomes:
        keeps = [(keep.keep.turn, keep.keep.start, keep.keep.end) for keep in one.keeps]
        for word in one.wrong:
            if any(turn == word.turn and start < word.end and word.start < end for turn, start, end in keeps):
                continue
            who = f"{word.mask.layer}/{word.mask.recogniser}:{word.mask.entity}"
            groups[who].append(
                f"  {_mark(one)} {word.turn + 1:>3} {_context(one, word.turn, word.start, word.end, around=32)}"
            )
    for who, lines in sorted(groups.items(), key=lambda item: -len(item[1])):
        yield f"\nMASKED FOR NOTHING by {who}: {len(lines)}"
        yield from lines


def _by_turn(one: Outcome) -> dict[int, list[tuple[int, int, str, str, str]]]:
    found: dict[int, list[tuple[int, int, str, str, str]]] = defaultdict(list)
    for mask in one.masks:
        found[mask.turn].append((mask.start, mask.end, mask.layer, mask.recogniser, mask.entity))
    return found


def _mark(one: Outcome) -> str:
    return f"{one.session.id}{'~' if one.session.style == 'asr' else ''}"


def _said(one: Outcome, turn: int, start: int, end: int) -> str:
    return one.session.turns[turn].text[start:end]


def _context(one: Outcome, turn: int, start: int, end: int, around: int = _AROUND) -> str:
    """What stands around, with « » about the words and [ ] about everything that is masked."""
    text = one.session.turns[turn].text
    first, last = max(0, start - around), min(len(text), end + around)
    signs: dict[int, str] = {start: "«"}
    for mask in one.masks:
        if mask.turn == turn and mask.start < last and first < mask.end:
            begin, stop = max(first, mask.start), min(last, mask.end)
            signs[begin] = signs.get(begin, "") + "["
            signs[stop] = "]" + signs.get(stop, "")
    # A mask that ends with the words closes inside of them, one that covers more closes outside.
    covers = any(mask.turn == turn and mask.start < start and mask.end == end for mask in one.masks)
    closing = signs.get(end, "")
    within = closing.count("]") and not covers
    signs[end] = closing.replace("]", "]»", 1) if within else f"»{closing}"
    said = "".join(signs.get(place, "") + text[place : place + 1] for place in range(first, last + 1))
    if last < len(text):
        said = said[:-1]
    return f"{'…' if first else ''}{said}{'…' if last < len(text) else ''}"
