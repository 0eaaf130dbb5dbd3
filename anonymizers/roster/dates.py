"""The written forms of a birth date in four languages, and the spoken ones of English."""

from collections.abc import Iterator
from datetime import date

from anonymizers.characters import key
from anonymizers.wordlists import word_list

_MONTHS = {
    "en": "january february march april may june july august september october november december",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
}
_SHORT = "jan feb mar apr may jun jul aug sep oct nov dec"
_ORDINALS = word_list(
    """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth twentieth
    """
)
_TENS = {20: "twenty", 30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety"}
_ONES = word_list(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen
    """
)
_LITTLE_WORDS: tuple[tuple[str, ...], ...] = ((), ("of",), ("de",), ("the",), ("del",))


def date_forms(value: str) -> Iterator[tuple[str, ...]]:
    """The words of a birth date (ISO 8601) in the ways people write and say it; nothing for what is no date."""
    try:
        born = date.fromisoformat(value)
    except ValueError:
        return
    years: tuple[tuple[str, ...], ...] = ((str(born.year),), (f"{born.year % 100:02d}",), _spoken_year(born.year))
    days: set[tuple[str, ...]] = {(str(born.day),), (f"{born.day:02d}",)}
    numbers: set[tuple[str, ...]] = {(str(born.month),), (f"{born.month:02d}",)}
    for day in days:
        for number in numbers:
            for year in years[:2]:
                yield day + number + year
                yield number + day + year
                yield year + number + day
    yield (f"{born.day:02d}{born.month:02d}{born.year}",)
    yield (f"{born.year}{born.month:02d}{born.day:02d}",)
    said_days = days | {(str(born.day), _suffix(born.day)), _spoken_day(born.day)}
    if born.day == 1:
        said_days |= {("1", "er"), ("premier",), ("primero",)}
    for month in _months(born.month):
        for day in said_days:
            for little in _LITTLE_WORDS:
                yield day + little + (month,)
                yield (month, *little, *day)
                for year in years:
                    for before_year in ((), ("de",), ("del",)):
                        yield day + little + (month,) + before_year + year
                    yield (month, *little, *day, *year)


def _months(number: int) -> set[str]:
    names = {key(months.split()[number - 1]) for months in _MONTHS.values()}
    short = _SHORT.split()[number - 1]
    return names | {short} | ({"sept"} if short == "sep" else set())


def _suffix(day: int) -> str:
    return "th" if day in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def _spoken_day(day: int) -> tuple[str, ...]:
    if day <= 20:
        return (_ORDINALS[day - 1],)
    if day == 30:
        return ("thirtieth",)
    return (_TENS[day // 10 * 10], _ORDINALS[day % 10 - 1])


def _spoken_year(year: int) -> tuple[str, ...]:
    if 2000 <= year < 2010:
        return ("two", "thousand") if year == 2000 else ("two", "thousand", "and", _ONES[year % 100])
    return _spoken_number(year // 100) + (_spoken_number(year % 100) if year % 100 >= 10 else ("oh", _ONES[year % 10]))


def _spoken_number(number: int) -> tuple[str, ...]:
    if number < 20:
        return (_ONES[number],)
    tens = (_TENS[number // 10 * 10],)
    return tens + ((_ONES[number % 10],) if number % 10 else ())
