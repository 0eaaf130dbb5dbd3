"""`python -m tests.proof`: how well deletion holds, measured on real servers and generated cases. See `--help`."""

import argparse
import importlib
import json
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.proof.report import holds, report
from tests.proof.servers import how_to_install, missing_packages

MODULES = {
    "dates": "dates",
    "kills": "kills",
    "faults": "lies",
    "speed": "speed",
    "memory": "memory",
    "tampering": "tampering",
}
"""Each measurement and its module."""

ON_SERVERS = {"kills", "faults", "speed"}
DOCS = Path(__file__).resolve().parents[2] / "docs" / "proof"
LAST = Path(__file__).resolve().parents[2] / ".lethe" / "proof"


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; 1 when a measurement does not show what is promised, 2 when something must be installed first.

    A whole run writes the page under `docs/proof`, a short one its own under `.lethe/proof`; what was not measured this
    time stays as it was measured last.
    """
    asked = _parser().parse_args(arguments)
    chosen = asked.measurements or list(MODULES)
    missing = missing_packages(servers=bool(ON_SERVERS & set(chosen)), tools="speed" in chosen)
    if missing:
        print(f"nothing was measured; install first: {how_to_install(missing)}", file=sys.stderr)
        return 2
    folder = LAST if asked.quick else DOCS
    short = []
    for name in chosen:
        began = time.monotonic()
        found = importlib.import_module(f"tests.proof.{MODULES[name]}").measure(asked.quick)
        # Read now, not before: another measurement may have been written meanwhile.
        figures = _read(folder / "figures.json")
        figures[name] = {"on": datetime.now(UTC).date().isoformat(), "quick": asked.quick, "figures": found}
        _write(folder, figures)
        good = holds(name, found)
        print(f"{name}: {'holds' if good else 'does NOT hold'} ({time.monotonic() - began:.0f} s)", flush=True)
        short += [] if good else [name]
    print(f"{folder / 'README.md'}")
    return 1 if short else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.proof", description=__doc__)
    parser.add_argument("measurements", nargs="*", choices=[*MODULES, []], help="all of them where none is named")
    parser.add_argument("--quick", action="store_true", help="small numbers, a few minutes; leaves docs/proof alone")
    return parser


def _read(file: Path) -> dict[str, Any]:
    return json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}


def _write(folder: Path, figures: dict[str, Any]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(figures, indent=1, ensure_ascii=False)
    (folder / "figures.json").write_text(text + "\n", encoding="utf-8")
    (folder / "README.md").write_text(report(figures), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
