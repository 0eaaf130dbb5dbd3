"""The user's own ways of making survey answers coarser: one CSV file each, the value first, then ever coarser ones."""

import re
from pathlib import Path

from anonymizers.errors import AnonymizerError
from anonymizers.hierarchies import load_hierarchy
from lethe.settings.errors import Problem
from lethe.settings.explain import IDENTIFIER, PATTERNS

HIERARCHIES = "hierarchies"


def read_hierarchies(folder: Path, shown_as: str, problems: list[Problem]) -> dict[str, str]:
    """The files of a folder by name and as text; what is no hierarchy is added to the problems, with its line."""
    found: dict[str, str] = {}
    for path in sorted(folder.glob("*")):
        name = f"{shown_as}/{path.name}"
        if path.suffix != ".csv" or not re.fullmatch(IDENTIFIER, path.stem):
            message = f"this file is not read; a hierarchy is <name>.csv, its name {PATTERNS[IDENTIFIER]}"
            problems.append(Problem(name, None, "", message))
            continue
        try:
            text = path.read_text(encoding="utf-8-sig")
            load_hierarchy(text, path.stem)
        except (OSError, UnicodeDecodeError):
            problems.append(Problem(name, None, "", "this file cannot be read as UTF-8 text"))
        except AnonymizerError as error:
            problems.append(Problem(name, None, "", str(error)))
        else:
            found[path.stem] = text
    return found
