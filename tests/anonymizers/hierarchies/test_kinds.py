"""What each kind of value becomes, level by level."""

from datetime import date

import pytest

from anonymizers.hierarchies import hierarchy_of

TODAY = date(2026, 5, 1)
BANDS = ("under 18", "18-24", "25-34", "35-44", "45-54", "55-64", "65+")


def ladder(kind: str, value: str, *, country: str | None = None, values: tuple[str, ...] = ()) -> list[str]:
    hierarchy = hierarchy_of(kind, today=TODAY, country=country, values=values)
    return [hierarchy.at(value, level) for level in range(1, len(hierarchy.levels) - 1)]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1984-03-07", ["42", "40-44", "40-49", "40-59"]),
        ("07/03/1984", ["42", "40-44", "40-49", "40-59"]),
        ("1990-05-01", ["36", "35-39", "30-39", "20-39"]),
        ("1990-05-02", ["35", "35-39", "30-39", "20-39"]),
        ("03/31/1990", ["36", "35-39", "30-39", "20-39"]),
        ("7 March 1984", ["42", "40-44", "40-49", "40-59"]),
        ("March 7, 1984", ["42", "40-44", "40-49", "40-59"]),
        ("3 de mayo de 1970", ["55", "55-59", "50-59", "40-59"]),
        ("1er juillet 1980", ["45", "45-49", "40-49", "40-59"]),
        ("1. Juni 1980", ["45", "45-49", "40-49", "40-59"]),
        ("2. März 1980", ["46", "45-49", "40-49", "40-59"]),
        ("1984", ["42", "40-44", "40-49", "40-59"]),
        ("1931-01-01", ["90+", "90+", "90+", "80+"]),
        ("1941-01-01", ["85", "85-89", "80-89", "80+"]),
        ("2027-01-01", ["*"] * 4),
        ("1984-02-31", ["*"] * 4),
    ],
)
def test_dates_of_birth_become_ages(value: str, expected: list[str]) -> None:
    assert ladder("date_of_birth", value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("37", ["37", "35-39", "30-39", "20-39"]),
        ("37 years", ["37", "35-39", "30-39", "20-39"]),
        ("37 ans", ["37", "35-39", "30-39", "20-39"]),
        ("103", ["90+", "90+", "90+", "80+"]),
        ("150", ["*"] * 4),
    ],
)
def test_ages_become_bands(value: str, expected: list[str]) -> None:
    assert ladder("age", value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("under 18", ["under 25", "under 45"]),
        ("18-24", ["under 25", "under 45"]),
        ("25–34", ["25-44", "under 45"]),  # noqa: RUF001 - the dash that surveys use
        ("35 bis 44 Jahre", ["25-44", "under 45"]),
        ("55 and over", ["*", "*"]),
        ("65+", ["65+", "45+"]),
    ],
)
def test_the_surveys_own_bands_are_merged_in_pairs(value: str, expected: list[str]) -> None:
    assert ladder("age_band", value, values=BANDS) == expected


def test_bands_without_their_survey_become_life_stages() -> None:
    assert ladder("age_band", "25-34") == ["18-34", "under 35"]
    assert ladder("age_band", "65+") == ["55+", "35+"]
    assert ladder("age_band", "20-50") == ["*", "*"]


@pytest.mark.parametrize(
    ("country", "value", "expected"),
    [
        (None, "BA1 2QF", ["BA1", "BA", "South West", "United Kingdom"]),
        (None, "ec1a1bb", ["EC1A", "EC", "London", "United Kingdom"]),
        ("FR", "SW1A 1AA", ["SW1A", "SW", "London", "United Kingdom"]),
        (None, "BT1 1AA", ["BT1", "BT", "Northern Ireland", "United Kingdom"]),
        (None, "QQ1 1AA", ["*"] * 4),
        ("FR", "75011", ["Paris (75)", "Paris (75)", "Île-de-France", "France"]),
        ("FR", "20090", ["Corse-du-Sud (2A)", "Corse-du-Sud (2A)", "Corse", "France"]),
        ("FR", "97400", ["La Réunion (974)", "La Réunion (974)", "Outre-mer", "France"]),
        ("FR", "1000", ["Ain (01)", "Ain (01)", "Auvergne-Rhône-Alpes", "France"]),
        ("DE", "10115", ["D-10xxx", "D-10xxx", "Berlin", "Germany"]),
        ("DE", "05000", ["*"] * 4),
        ("ES", "08001", ["Barcelona (08)", "Barcelona (08)", "Cataluña", "Spain"]),
        ("ES", "99001", ["*"] * 4),
        (None, "D-80331", ["D-80xxx", "D-80xxx", "Bayern", "Germany"]),
        (None, "75011", ["75xxx", "75xxx", "*", "*"]),
        ("GB", "75011", ["*"] * 4),
        (None, "8001", ["*"] * 4),
    ],
)
def test_postcodes(country: str | None, value: str, expected: list[str]) -> None:
    assert ladder("postcode", value, country=country) == expected


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("city", "Bath", ["South West", "United Kingdom"]),
        ("city", "cologne", ["Nordrhein-Westfalen", "Germany"]),
        ("city", "Aix-en-Provence", ["Provence-Alpes-Côte d'Azur", "France"]),
        ("city", "SEVILLA", ["Andalucía", "Spain"]),
        ("city", "Paris, France", ["Île-de-France", "France"]),
        ("city", "Paris, Texas", ["*", "*"]),
        ("city", "Elbury", ["*", "*"]),
        ("city", "Milano", ["Italy", "Italy"]),
        ("country", "Royaume-Uni", ["United Kingdom", "Europe"]),
        ("country", "Vereinigte Staaten", ["United States", "North America"]),
        ("country", "ES", ["Spain", "Europe"]),
        ("country", "es", ["*", "*"]),
        ("country", "Côte d'Ivoire", ["Côte d'Ivoire", "Africa"]),
        ("country", "Atlantis", ["*", "*"]),
        ("employer", "Elbury Primary School", ["Education"]),
        ("employer", "Stadtsparkasse Elbstadt", ["Finance and insurance"]),
        ("employer", "Hôpital Saint-Exemple", ["Health and social care"]),
        ("employer", "Quux Ltd", ["*"]),
        ("category", "female", []),
    ],
)
def test_places_and_employers(kind: str, value: str, expected: list[str]) -> None:
    assert ladder(kind, value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("£35,000", ["GBP 35k-40k", "GBP 30k-40k", "GBP 20k-40k", "GBP under 40k"]),
        ("35k", ["35k-40k", "30k-40k", "20k-40k", "under 40k"]),
        ("45.000,50 €", ["EUR 45k-50k", "EUR 40k-50k", "EUR 40k-60k", "EUR 40k and over"]),
        ("EUR 35 000 brut", ["EUR 35k-40k", "EUR 30k-40k", "EUR 20k-40k", "EUR under 40k"]),
        ("2.500 € / Monat", ["EUR 30k-35k", "EUR 30k-40k", "EUR 20k-40k", "EUR under 40k"]),
        ("£30,000 - £40,000", ["GBP 35k-40k", "GBP 30k-40k", "GBP 20k-40k", "GBP under 40k"]),
        ("30-40k", ["35k-40k", "30k-40k", "20k-40k", "under 40k"]),
        ("£1250000", ["GBP 120k and over", "GBP 120k and over", "GBP 120k and over", "GBP 40k and over"]),
        ("enough", ["*"] * 4),
        ("£12 per hour", ["*"] * 4),
    ],
)
def test_salaries_become_bands(value: str, expected: list[str]) -> None:
    assert ladder("salary", value) == expected


@pytest.mark.parametrize(
    ("value", "group", "major"),
    [
        ("Nurse", "Health professionals", "Professionals"),
        ("infirmière", "Health professionals", "Professionals"),
        ("Krankenschwester", "Health professionals", "Professionals"),
        ("enfermera", "Health professionals", "Professionals"),
        ("Senior Software Engineer", "Information and communications technology professionals", "Professionals"),
        ("Grundschullehrerin", "Teaching professionals", "Professionals"),
        ("sales manager", "Administrative and commercial managers", "Managers"),
        ("Verkäufer:in", "Sales workers", "Services and sales workers"),
        ("lorry driver", "Drivers and mobile plant operators", "Plant and machine operators and assemblers"),
        ("albañil", "Building and related trades workers", "Craft and related trades workers"),
        ("étudiante", "In education", "Not in paid work"),
        ("jubilado", "Retired", "Not in paid work"),
        ("wizard", "*", "*"),
    ],
)
def test_occupations_become_isco_groups(value: str, group: str, major: str) -> None:
    assert ladder("occupation", value)[:2] == [group, major]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-05-30T12:00:00+02:00", ["2024-05-30", "2024-W22", "2024-05", "2024-Q2", "2024"]),
        # The Saturday of a week whose Thursday is in May.
        ("2024-06-01 09:30", ["2024-06-01", "2024-W22", "2024-05", "2024-Q2", "2024"]),
        ("31/12/2024 10:00", ["2024-12-31", "2025-W01", "2025-01", "2025-Q1", "2025"]),
        ("yesterday", ["*"] * 5),
    ],
)
def test_moments(value: str, expected: list[str]) -> None:
    assert ladder("timestamp", value) == expected


def test_numbers_have_bands_of_the_data_and_open_tails() -> None:
    values = tuple(str(number) for number in [*range(101), 10_000])
    assert ladder("number", "37", values=values) == ["30 to under 40", "20 to under 40", "0 to under 40"]
    assert ladder("number", "1,5", values=values) == ["0 to under 10", "0 to under 20", "0 to under 40"]
    assert ladder("number", "10000", values=values) == ["120 and over"] * 3
    assert ladder("number", "-3", values=values) == ["under 0"] * 3
    assert hierarchy_of("number", values=values).levels[1:4] == ("bands of 10", "bands of 20", "bands of 40")


def test_numbers_all_alike_have_a_band() -> None:
    assert ladder("number", "7", values=("7", "7")) == ["7 to under 8", "6 to under 8", "4 to under 8"]
