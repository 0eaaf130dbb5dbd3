"""The search of one page for everything that is known of a study's people."""

from collections.abc import Iterator, Sequence

from anonymizers.gate.folding import camel_parts
from anonymizers.gate.fragments import Style
from anonymizers.gate.hits import Hit
from anonymizers.gate.identities import Entry, Index
from anonymizers.gate.names import camel_names
from anonymizers.gate.page import Page
from anonymizers.gate.report import Severity
from anonymizers.gate.spoken import Number
from anonymizers.gate.usage import shows_name, starts_capital, starts_sentence
from anonymizers.gate.vocabulary import POSTAL_WORDS

PHRASE_GAP = 3
"""Characters between two words of a phrase, at most."""
_HANDLE_GAPS = frozenset({"", ".", "_", "-"})
_POSTAL_REACH = 4
# Of a study's kept words these are never meant: a person's own name outranks a brand that is spelled alike.
_OWN = ("first_name", "last_name", "preferred_name", "full_name", "handle", "email", "paypal_email")


def known_hits(page: Page, index: Index, numbers: Sequence[Number], style: Style, *, keeps: bool) -> list[Hit]:
    """Everything of the study's people on a page, several hits on the same words included.

    With `keeps` what lies inside a kept phrase is left out.
    """
    hits: list[Hit] = []
    kept: list[tuple[int, int]] = []
    for first, last, entries in phrases(page, index):
        for entry in entries:
            if entry.strength == "keep":
                kept.append((first, last))
            elif severity := _severity(page, index, entry, first, last, style):
                hits.append(Hit(first, last, entry.kind, severity, entry.people))
    hits += _inside_words(page, index)
    hits += _unspaced(page, index)
    if keeps and kept:
        hits = [hit for hit in hits if not _is_kept(hit, kept)]
    hits += index.numbers.hits(page, numbers)
    hits += index.mail.hits(page, numbers)
    hits += index.spelled.hits(page, numbers)
    return hits


def phrases(page: Page, index: Index) -> Iterator[tuple[int, int, tuple[Entry, ...]]]:
    """The known phrases of a page: the first token and the last, and what it is."""
    known, keys = index.phrases, page.keys
    for first, key in enumerate(keys):
        if key not in known:
            continue
        phrase, last = key, first
        while (entries := known.get(phrase)) is not None:
            if entries:
                yield first, last, entries
            if not page.near(last, PHRASE_GAP):
                break
            last += 1
            phrase = f"{phrase} {keys[last]}"


def _severity(page: Page, index: Index, entry: Entry, first: int, last: int, style: Style) -> Severity | None:
    match entry.strength:
        case "certain":
            return "block"
        case "common":
            tied = entry.kind == "full_name" and _is_handle(page, first, last, style)
            return "block" if tied or shows_name(page, first, last, style, index.lexicon) else "review"
        case "initialled":
            return "block" if _initialled(page, first, last, style) else None
        case "glued":
            glued = all(not any(map(str.isspace, page.gap(token))) for token in range(first, last))
            return "block" if glued else None
        case "postal":
            return "block" if style == "postal" or _is_postal(page, first) else "review"
        case "count":
            return "count"
    return "review"


def _initialled(page: Page, first: int, last: int, style: Style) -> bool:
    """Whether an initial and a name belong together: "W. Brown", "Will B.", "w_brown"."""
    raws = page.raws[first : last + 1]
    capitals = all(starts_capital(raw) for raw in raws)
    if capitals and len(raws[0]) == 1:
        return raws[0] not in {"I", "A"} or page.gap(first).startswith(".")
    if capitals and page.gap(last - 1) == " " and not starts_sentence(page, first):
        return True
    return _is_handle(page, first, last, style)


def _is_handle(page: Page, first: int, last: int, style: Style) -> bool:
    """Whether words are run together as in `w_brown`; a hyphen parts words in titles alone (`will-brown.vtt`)."""
    gaps = {page.gap(token) for token in range(first, last)}
    return gaps <= _HANDLE_GAPS and (style == "title" or "-" not in gaps)


def _is_postal(page: Page, first: int) -> bool:
    before = page.keys[max(0, first - _POSTAL_REACH) : first]
    return bool(POSTAL_WORDS.intersection(before)) or {"post", "code"} <= set(before) or "postal" in before


def _inside_words(page: Page, index: Index) -> Iterator[Hit]:
    """Names in words with inner capitals (`JaneDoe`), and rare names inside longer unknown words."""
    for token, (raw, key) in enumerate(zip(page.raws, page.keys, strict=True)):
        if len(key) < 5 or key in index.phrases:
            continue
        if not (raw.islower() or raw[1:].islower() or raw.isupper()) and len(camel_parts(raw)) > 1:
            for phrase in camel_names(raw):
                for entry in index.phrases.get(phrase, ()):
                    if entry.strength == "certain" or (entry.kind == "full_name" and entry.strength == "common"):
                        yield Hit(token, token, entry.kind, "block", entry.people)
        if len(key) > 7 and not index.lexicon.is_known(key):
            for name, entry in index.embedded.items():
                if name in key:
                    yield Hit(token, token, "embedded_name", "review", entry.people)


def _unspaced(page: Page, index: Index) -> Iterator[Hit]:
    for name, entry in index.unspaced.items():
        at = page.text.find(name)
        while at >= 0:
            first = page.token_from(at)
            token = first if first < len(page) and page.starts[first] == at else max(0, first - 1)
            yield Hit(token, token, entry.kind, "block", entry.people)
            at = page.text.find(name, at + len(name))


def _is_kept(hit: Hit, kept: list[tuple[int, int]]) -> bool:
    for first, last in kept:
        if first <= hit.first and hit.last <= last:
            exact = (first, last) == (hit.first, hit.last)
            return not exact or hit.kind not in _OWN
    return False
