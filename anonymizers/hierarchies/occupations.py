"""Occupations to the groups of ISCO-08, and to a broad sector."""

from functools import cache

from anonymizers.hierarchies.hierarchy import Hierarchy, Steps
from anonymizers.hierarchies.job_groups import MAJOR_GROUPS, SECTORS, SUB_MAJOR_GROUPS
from anonymizers.hierarchies.keywords import Keywords


def occupations() -> Hierarchy:
    """A job title in English, French, German or Spanish to its ISCO-08 groups; a title without a known word is `*`."""
    return Steps(
        "occupation", ("as given", "ISCO-08 sub-major group", "ISCO-08 major group", "broad sector", "any"), _steps
    )


def _steps(value: str) -> tuple[str, ...] | None:
    code = _words().of(value)
    if code is None:
        return None
    sector = next(name for name, majors in SECTORS.items() if code[0] in majors)
    return SUB_MAJOR_GROUPS[code][0], MAJOR_GROUPS[code[0]], sector


@cache
def _words() -> Keywords:
    return Keywords((word, code) for code, (_, words) in SUB_MAJOR_GROUPS.items() for word in words.split())
