"""What a look at a text costs in CPU seconds, ended where it costs too much; and texts that make bad patterns slow."""

import gc
import random
import signal
import time
from collections.abc import Callable, Iterator
from types import FrameType

from anonymizers.joining import SOFT_BOUNDARY, join

UNITS = (
    "a", "1", "a1", " ", "-", ".", "@", "(", "a.", "1 ", "one ", "dot ", "A", "a ", "A ", "Aa", "A1 ", "1-", "\n", "a@",
    "a-", "'", "/a", "<a", ":", "a: ", "é", " a.b", "+ ", "www.a", "7 March ", "double ", "I live ", "s p ", "\ue000\n",
)  # fmt: skip
_PIECES = (
    *"aA1.-@(',/:\n", "Abc", "12", "one", "dot", "at", "the", "live", "born", "in", "street", "my", "name", "is",
    "double",
)  # fmt: skip


class TooSlow(AssertionError):
    """A look that was ended: it had cost more CPU time than anything may."""


def spaced(text: str) -> str:
    """A text as the layers see it, without the rest of long runs of one sign."""
    return join([text], SOFT_BOUNDARY).text


def adversaries(length: int, words: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """Texts of that length by what they repeat; `words` are a vocabulary that is repeated too."""
    for unit in (*UNITS, *words):
        yield unit, (unit * (length // len(unit) + 1))[:length]
    chance = random.Random(length)
    for between in ("", " "):
        pieces = (chance.choice(_PIECES) + between for _ in range(length))
        yield f"mixed{between}", "".join(pieces)[:length]


def cost(look: Callable[[], object], cap: float) -> float:
    """CPU seconds of one look.

    Raises:
        TooSlow: it was still looking after `cap` seconds; a regular expression is ended in its midst.
    """

    def end(number: int, frame: FrameType | None) -> None:
        raise TooSlow(f"more than {cap} s of CPU")

    before = signal.signal(signal.SIGVTALRM, end)
    gc.disable()
    signal.setitimer(signal.ITIMER_VIRTUAL, cap)
    started = time.process_time()
    try:
        look()
        return time.process_time() - started
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        gc.enable()
        signal.signal(signal.SIGVTALRM, before)
