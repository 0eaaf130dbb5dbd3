"""An enormous transcript read, masked and written in a process of its own: `turns 1000000` or `cue 2000000`."""

import json
import resource
import sys
import time

from anonymizers.engine import Detection
from anonymizers.formats import vtt
from anonymizers.masking import Anonymiser
from anonymizers.people import Person
from anonymizers.pseudonyms import Pseudonyms
from anonymizers.transcript import anonymise_transcript

_SAID = (
    "so i clicked on the big blue button and nothing happened", "then Siobhan Abernathy said that it was fine", "okay",
    "my number is 07700 900123 if you need it", "and what did you expect to see there", "i lived in Leeds back then",
)  # fmt: skip
_PERSON = Person("p-1", first_name="Siobhan", last_name="Abernathy", phone="07700 900123")


def _clock(second: int) -> str:
    return f"{second // 3600:02d}:{second // 60 % 60:02d}:{second % 60:02d}.000"


def turns(count: int) -> bytes:
    """A WebVTT file of so many turns."""
    cues = (f"{_clock(n)} --> {_clock(n + 1)}\n<v Anna>{_SAID[n % len(_SAID)]}</v>\n\n" for n in range(count))
    return ("WEBVTT\n\n" + "".join(cues)).encode()


def cue(size: int) -> bytes:
    """A WebVTT file of one cue, of so many characters without a full stop."""
    said = " and ".join(_SAID)
    return f"WEBVTT\n\n{_clock(0)} --> {_clock(9)}\n{(said * (size // len(said) + 1))[:size]}\n".encode()


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(data: bytes) -> dict[str, float]:
    """CPU seconds, peaks of memory in MB, and how often a name or number is left."""
    anonymiser = Anonymiser(Detection(("en",)), [_PERSON], Pseudonyms(bytes(32)), mode="careful")
    anonymiser.mask(list(_SAID), language="en")
    before = _peak()
    started = time.process_time()
    masked, report = anonymise_transcript(vtt.parse(data), anonymiser, language="en", speakers={})
    written = vtt.write(masked)
    return {
        "megabytes": len(data) / 1e6,
        "cpu_s": time.process_time() - started,
        "before_mb": before,
        "peak_mb": _peak(),
        "cues": report.cues,
        "left": sum(written.count(word) for word in (b"Siobhan", b"Abernathy", b"900123")),
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(globals()[sys.argv[1]](int(sys.argv[2])))))
