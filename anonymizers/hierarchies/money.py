"""Salaries: yearly pay in bands of 5, 10 and 20 thousand, then under or over 40 thousand."""

import re

from anonymizers.hierarchies.hierarchy import Hierarchy, Steps

_LEVELS = ("as given", "bands of 5,000", "bands of 10,000", "bands of 20,000", "under or over 40,000", "any")
_TOP, _MIDDLE = 120, 40
_MOST = 10_000
_CURRENCIES = {
    "£": "GBP",
    "€": "EUR",
    "$": "USD",
    "gbp": "GBP",
    "eur": "EUR",
    "euro": "EUR",
    "euros": "EUR",
    "usd": "USD",
    "chf": "CHF",
    "fr.": "CHF",
    "us$": "USD",
    "pounds": "GBP",
    "dollars": "USD",
}
_MONTHLY = re.compile(
    r"(?:/ ?|per |a |par |pro |im |al |por |je )(?:month|mo|mois|monat|mes)\b"
    r"|\b(?:p\.?m\.?|monthly|mensuel|monatlich|mensual(?:es)?)",
    re.IGNORECASE,
)
_YEARLY = re.compile(
    r"(?:/ ?|per |a |par |pro |im |al |por |je )(?:year|yr|annum|an|jahr|año)\b"
    r"|\b(?:p\.?a\.?|yearly|annual(?:ly)?|annuels?|jährlich|anual(?:es)?|gross|net|brut|netto|brutto|bruto|neto)(?!\w)",
    re.IGNORECASE,
)
_AMOUNT = r"(\d{1,3}(?:[ ,.'\u00a0\u202f]\d{3})+|\d+)(?:[.,](\d{1,2}))? ?(k|thousand|mille|tausend|mil)?"
_WHOLE = re.compile(rf"{_AMOUNT}(?: ?(?:-|\u2013|to|bis|à|a) ?{_AMOUNT})?")
_CURRENCY = re.compile(r"us\$|[£€$]|\b(?:gbp|euros?|eur|usd|chf|pounds|dollars)\b|\bfr\.")


def salaries() -> Hierarchy:
    """Pay with or without its currency; a span of pay counts by its middle, monthly pay twelve times.

    Bands of 25,000 would cut through those of 10,000; bands of 20,000 and the line at 40,000 do not. All from 120,000
    on are one band.
    """
    return Steps("salary", _LEVELS, _steps, first_level=1)


def _steps(value: str) -> tuple[str, ...] | None:
    low = value.lower().strip()
    found = _CURRENCY.search(low)
    currency = f"{_CURRENCIES[found.group()]} " if found else ""
    months = 12 if _MONTHLY.search(low) else 1
    for noise in (_CURRENCY, _MONTHLY, _YEARLY):
        low = noise.sub(" ", low)
    amount = _WHOLE.fullmatch(" ".join(low.split()))
    if amount is None:
        return None
    low_end = _thousands(*amount.groups()[:3])
    high_end = _thousands(*amount.groups()[3:]) if amount.group(4) else low_end
    if amount.group(6) and not amount.group(3) and high_end > 1_000 * low_end:
        low_end *= 1_000
    thousands = (low_end + high_end) / 2 * months
    if not thousands <= _MOST:
        return None
    halves = (f"{currency}under {_MIDDLE}k", f"{currency}{_MIDDLE}k and over")
    return (*(_band(currency, thousands, width) for width in (5, 10, 20)), halves[thousands >= _MIDDLE])


def _thousands(digits: str, cents: str | None, thousand: str | None) -> float:
    amount = float(f"{re.sub(r'[^0-9]', '', digits)}.{cents or 0}")
    return amount if thousand else amount / 1_000


def _band(currency: str, thousands: float, width: int) -> str:
    if thousands >= _TOP:
        return f"{currency}{_TOP}k and over"
    start = int(thousands // width * width)
    return f"{currency}{start}k-{start + width}k"
