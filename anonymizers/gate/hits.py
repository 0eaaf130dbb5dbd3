"""What a search found in a page, and which of several findings in the same words count."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from anonymizers.gate.page import Page
from anonymizers.gate.report import SEVERITIES, Severity

# Where two kinds fit the same words, the one that says more.
_RANK = {
    kind: rank
    for rank, kind in enumerate(
        (
            "email",
            "paypal_email",
            "phone",
            "bank_account",
            "birth_date",
            "full_name",
            "last_name",
            "first_name",
            "preferred_name",
            "bank_name",
            "speaker_label",
            "handle",
        )
    )
}
_SEVERITY = {severity: rank for rank, severity in enumerate(SEVERITIES)}


@dataclass(frozen=True, slots=True)
class Hit:
    """Tokens `first` to `last` of a page show a detail of these people, or of nobody known."""

    first: int
    last: int
    kind: str
    severity: Severity
    people: frozenset[str] = field(default=frozenset(), repr=False)

    @property
    def ref(self) -> str:
        """The participant id, or empty where nobody or several people share the detail."""
        return next(iter(self.people)) if len(self.people) == 1 else ""


def span_hit(
    page: Page, start: int, stop: int, kind: str, severity: Severity, people: frozenset[str] = frozenset()
) -> Hit:
    """A hit on the tokens between two offsets of the page."""
    first = page.token_from(start)
    return Hit(first, max(first, page.token_from(stop) - 1), kind, severity, people)


def counted(page: Page, hits: Iterable[Hit]) -> Iterator[Hit]:
    """One hit for each place: the gravest, then of known people, then the longest, then the kind that says most.

    Several people's details in exactly the same words all count; what ends outside the page's own part does not.
    """
    taken: dict[int, Hit] = {}
    for hit in sorted(hits, key=_order):
        span = range(hit.first, hit.last + 1)
        others = {taken[token] for token in span if token in taken}
        if any(not _shares(hit, other) for other in others):
            continue
        for token in span:
            taken[token] = Hit(
                hit.first,
                hit.last,
                hit.kind,
                hit.severity,
                hit.people.union(*(other.people for other in others)),
            )
        if page.counts(hit.last):
            yield hit


def _order(hit: Hit) -> tuple[int, bool, int, int, int]:
    rank = _RANK.get(hit.kind, len(_RANK))
    return _SEVERITY[hit.severity], not hit.people, hit.first - hit.last, rank, hit.first


def _shares(hit: Hit, other: Hit) -> bool:
    same_place = (hit.first, hit.last, hit.severity) == (other.first, other.last, other.severity)
    return same_place and bool(hit.people) and hit.people.isdisjoint(other.people)
