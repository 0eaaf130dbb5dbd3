"""Which kind of value a column holds, where the study does not say."""

import re
from collections.abc import Callable, Sequence
from datetime import date

from anonymizers.characters import key
from anonymizers.hierarchies.ages import read_band
from anonymizers.hierarchies.countries import country_named
from anonymizers.hierarchies.dates import read_date
from anonymizers.hierarchies.hierarchy import ANY
from anonymizers.hierarchies.kinds import hierarchy_of
from anonymizers.hierarchies.numbers import read_number

_SAMPLE = 500
_MOST = 0.6
_FEW_NUMBERS = 12

# Words of headers, without accents, in English, French, German and Spanish.
_HEADERS: tuple[tuple[str, str], ...] = (
    ("date_of_birth", r"dob|birth|born|naissance|geburt[a-z]*|geboren|nacimiento"),
    ("postcode", r"post ?code|postal|zip|plz|postleitzahl|code ?postal|codigo postal|cp"),
    (
        "salary",
        r"salar|income|wage|pay|earning|revenu|salaire|remuneration|gehalt|einkommen|verdienst|lohn|sueldo|ingresos|renta",
    ),
    (
        "occupation",
        r"occupation|job|profession|role|position|metier|poste|emploi|beruf|tatigkeit|stelle|ocupacion|profesion|puesto|cargo",
    ),
    (
        "employer",
        r"employer|company|organi[sz]ation|workplace|employeur|entreprise|societe|arbeitgeber|firma|unternehmen|empresa|empleador",
    ),
    ("timestamp", r"time ?stamp|date|time|submitted|completed|started|created|horodat|datum|zeit|fecha|hora"),
    ("country", r"country|nationality|pays|nationalite|land|staat|nationalitat|pais|nacionalidad"),
    ("city", r"city|town|location|place|ville|commune|stadt|ort|wohnort|ciudad|localidad|municipio|poblacion"),
    ("age", r"age|ages|how old|alter|edad"),
)
_PATTERNS = [(kind, re.compile(rf"(?<![a-z])(?:{words})(?:[a-z]{{0,3}})(?![a-z])")) for kind, words in _HEADERS]


def guess_kind(header: str, values: Sequence[str]) -> str:
    """The kind (one of `KINDS`) of a quasi-identifier, by its header and then by its values.

    A kind that the header names is believed if most values fit it, or if few values are more than words; without a
    telling header the values decide. Anything else is a `category`, which is published as given or not at all.

    >>> guess_kind("How old are you?", ["34", "51"]), guess_kind("Age group", ["25-34", "35-44"])
    ('age', 'age_band')
    """
    sample = list(dict.fromkeys(value.strip() for value in values if value.strip()))[:_SAMPLE]
    plain = " ".join("".join(letter if letter.isalnum() else " " for letter in key(_spaced(header))).split())
    for kind, pattern in _PATTERNS:
        if pattern.search(plain):
            named = "age_band" if kind == "age" and _share(sample, _is_band) >= _MOST else kind
            if not sample or _share(sample, _TESTS[named]) >= _LEAST.get(named, _MOST):
                return named
    return _by_values(sample)


def _by_values(sample: Sequence[str]) -> str:
    if not sample:
        return "category"
    for kind in ("postcode", "timestamp", "age_band", "salary", "country", "city", "occupation"):
        test = _SURE.get(kind, _TESTS[kind])
        if _share(sample, test) >= _MOST:
            return kind
    return "number" if len(sample) > _FEW_NUMBERS and _share(sample, _is_number) >= _MOST else "category"


def _spaced(header: str) -> str:
    """The words of `dateOfBirth` and `date_of_birth` apart."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", header)


def _share(sample: Sequence[str], test: Callable[[str], bool]) -> float:
    return sum(map(test, sample)) / len(sample) if sample else 0.0


def _is_band(value: str) -> bool:
    return read_band(value) is not None and not value.isdigit()


def _is_number(value: str) -> bool:
    return read_number(value) is not None


def _fits(kind: str, today: date | None = None) -> Callable[[str], bool]:
    hierarchy = hierarchy_of(kind, today=today)
    return lambda value: hierarchy.at(value, 1) != ANY


_LETTERS_AND_DIGITS = re.compile(r"(?=.*[A-Za-z])(?=.*\d)")
_CURRENCY = re.compile(r"[£€$]|\b(?:eur|gbp|usd|chf)\b|\d ?k\b", re.IGNORECASE)

_TESTS: dict[str, Callable[[str], bool]] = {
    # Any later day would do as well: only whether it is a date counts.
    "date_of_birth": _fits("date_of_birth", today=date(2020, 1, 1)),
    "age": _fits("age"),
    "age_band": _is_band,
    "postcode": _fits("postcode"),
    "salary": _fits("salary"),
    "timestamp": lambda value: read_date(value) is not None,
    "country": lambda value: country_named(value) is not None,
    "city": _fits("city"),
    "occupation": _fits("occupation"),
    "employer": lambda value: not value.replace(".", "").isdigit(),
}
_LEAST = {"city": 0.3, "occupation": 0.3, "employer": 0.9, "country": 0.5}
"""Lists of names are never whole, so a header that names the kind needs fewer values that are known."""

_SURE: dict[str, Callable[[str], bool]] = {
    "postcode": lambda value: bool(_LETTERS_AND_DIGITS.search(value)) and _TESTS["postcode"](value),
    "salary": lambda value: bool(_CURRENCY.search(value)) and _TESTS["salary"](value),
}
"""What values must show where no header helps: five digits may be anything."""
