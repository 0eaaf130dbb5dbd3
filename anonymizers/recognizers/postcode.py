"""Postal codes: British and Irish by their shape, five-digit ones by the town or word beside them."""

import re
from collections.abc import Iterator

from anonymizers.characters import key
from anonymizers.lexicon.places import known_places
from anonymizers.recognizers.context import LIVING, POSTCODE, beside
from anonymizers.recognizers.digits import Run, digit_runs
from anonymizers.recognizers.regions import near_digits
from anonymizers.recognizers.spans import CONTEXT, LIKELY, SURE, WEAK, Found, TextRecognizer

# The 124 areas of Royal Mail's postcode address file.
_AREA = (
    "(?:AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|"
    "DL|DN|DT|DY|E|EC|EH|EN|EX|FK|FY|G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|"
    "JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|"
    "PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|"
    "TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE)"
)
_OUTWARD = rf"{_AREA}[0-9O][0-9A-HJKMNPRSTUVWXY]?"
_INWARD = "[0-9O][ABD-HJLNP-UW-Z]{2}"
_UK = re.compile(rf"(?<!\w){_OUTWARD}\s?{_INWARD}(?!\w)", re.IGNORECASE)
_UK_WHOLE = re.compile(rf"{_AREA}[0-9][0-9A-HJKMNPRSTUVWXY]?[0-9][ABD-HJLNP-UW-Z]{{2}}", re.IGNORECASE)
_OUTWARD_WHOLE = re.compile(rf"{_AREA}[0-9][0-9A-HJKMNPRSTUVWXY]?", re.IGNORECASE)
_OUTWARD_WORD = re.compile(rf"(?<![\w\-]){_OUTWARD}(?![\w\-])")
_IRISH = re.compile(r"(?<!\w)(?:[AC-FHKNPRTV-Y]\d\d|D6W)\s?[0-9AC-FHKNPRTV-Y]{4}(?!\w)")
_US = re.compile(
    r"(?<!\w)(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT"
    r"|V[AT]"
    r"|W[AIVY]),?\s+(\d{5}(?:-\d{4})?)(?!\w)"
)
_PREFIXED = re.compile(r"(?<!\w)(?:D|F|E|DE|FR|ES)\s?[-\u2013]\s?\d{5}(?!\w)")
_FIVE = re.compile(r"(?<![\w.,€$£\-])\d{5}(?![\w€$£%]|[.,]\d)")
_TOWN_AFTER = re.compile(r",?[ \t]{1,2}[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ'\u2019\-]+")
_NOT_TOWNS = re.compile(
    r",?\s+(?:Euros?|Menschen|Kund\w+|Nutzer\w*|Leute|Personen|Mal|Stück|Einwohner\w*|Kilometer|Meter|Dollar"
    r"|Franken|Fotos?"
    r"|Bilder|Dateien|Seiten|Worte|Wörter|Zeichen|Artikel\w*|Produkte?n?|Bewertungen|Schritte|Mitarbeiter\w*"
    r"|Follower\w*"
    r"|Punkte?n?|Zeilen|Einträge|Stunden|Tagen?|Français|Libras|Personas|Pounds)(?!\w)"
)
_BIG_TOWNS = re.compile(
    r",?\s+(?:paris|marseille|lyon|toulouse|nice|nantes|montpellier|strasbourg|bordeaux|lille|rennes|reims|toulon"
    r"|grenoble"
    r"|dijon|angers|nîmes|berlin|hamburg|münchen|köln|frankfurt|stuttgart|düsseldorf|leipzig|dortmund|essen|bremen"
    r"|dresden"
    r"|hannover|nürnberg|bonn|münster|madrid|barcelona|valencia|sevilla|zaragoza|málaga|murcia|palma|bilbao|alicante"
    r"|córdoba|valladolid|vigo|gijón|granada)(?!\w)",
    re.IGNORECASE,
)
_NEXT_WORDS = re.compile(r"[,.]?\s+(?:in\s+|à\s+|en\s+)?([^\W\d_]{3,})(?:[\s\-]([^\W\d_]+))?")
_STREET_BEFORE = re.compile(
    r"(?:stra(?:ß|ss)e|weg|gasse|allee|ring|damm|ufer|platz|(?<!\w)(?:rue|avenue|boulevard|chemin|impasse|quai|calle"
    r"|paseo|avenida|plaza|camino|carretera|traves[íi]a|r[úu]a|c[óo]digo))(?!\w)[^.?!\n]*$",
    re.IGNORECASE,
)
_DIGITS = 5


class PostcodeRecognizer(TextRecognizer):
    """British postcodes whole, or their first half where somebody says they live there; five digits with a town."""

    ENTITIES = ("POSTCODE",)

    def find(self, text: str) -> Iterator[Found]:
        """Written postcodes and five digits said after a word for postcode; letters said aloud are `SPELLED` work."""
        for code in near_digits(_UK, text):
            # An O may stand for a nought, yet "propose" is a word.
            if any(char.isdigit() for char in code.group()):
                yield Found(*code.span(), "POSTCODE", SURE)
        for code in near_digits(_OUTWARD_WORD, text):
            if beside(text, *code.span(), POSTCODE, 40) or beside(text, *code.span(), LIVING, 30, 0):
                yield Found(*code.span(), "POSTCODE", CONTEXT)
        yield from (
            Found(*code.span(), "POSTCODE", LIKELY) for code in near_digits(_IRISH, text) if _mixed(code.group())
        )
        yield from (Found(*code.span(1), "POSTCODE", LIKELY) for code in near_digits(_US, text))
        yield from (Found(*code.span(), "POSTCODE", LIKELY) for code in near_digits(_PREFIXED, text))
        yield from self._five_digits(text)

    def _five_digits(self, text: str) -> Iterator[Found]:
        for code in near_digits(_FIVE, text):
            if beside(text, *code.span(), POSTCODE):
                yield Found(*code.span(), "POSTCODE", CONTEXT)
            elif _BIG_TOWNS.match(text, code.end()):
                yield Found(*code.span(), "POSTCODE", LIKELY)
            elif _TOWN_AFTER.match(text, code.end()) and not _NOT_TOWNS.match(text, code.end()):
                yield Found(*code.span(), "POSTCODE", WEAK)
        for run in digit_runs(text, self.supported_language):
            if not run.spoken or run.counts_up or run.quantity:
                continue
            if len(run.digits) == _DIGITS and _near_code(text, run.start, run.end):
                yield Found(run.start, run.end, "POSTCODE", CONTEXT)
            elif _DIGITS < len(run.digits) <= _DIGITS + 4 and _town_after(text, run.end):
                yield from _last_five(run)


def _near_code(text: str, start: int, end: int) -> bool:
    if beside(text, start, end, POSTCODE) or _town_after(text, end):
        return True
    return _STREET_BEFORE.search(text, max(0, start - 60), start) is not None


def _town_after(text: str, end: int) -> bool:
    """Whether a town that a list knows comes next: "einundvierzig sechzig fünf, Neuss"."""
    after = _NEXT_WORDS.match(text, end)
    if after is None:
        return False
    first, second = after.group(1), after.group(2) or ""
    return (key(first),) in known_places() or (key(first), key(second)) in known_places()


def _last_five(run: Run) -> Iterator[Found]:
    """A house number and the postcode after it, said without a pause: the groups that make up its five digits."""
    for first in range(1, len(run.groups)):
        if sum(len(group.digits) for group in run.groups[first:]) == _DIGITS:
            yield Found(run.groups[first].start, run.end, "POSTCODE", CONTEXT)


def _mixed(code: str) -> bool:
    """An Eircode's last four hold a digit, unless the word is shouted."""
    return any(char.isdigit() for char in code[3:])


def is_uk_postcode(code: str) -> bool:
    """Whether letters and digits without spaces are a whole British postcode."""
    return _UK_WHOLE.fullmatch(code) is not None


def is_uk_outward(code: str) -> bool:
    """Whether letters and digits without spaces are the first half of a British postcode."""
    return _OUTWARD_WHOLE.fullmatch(code) is not None
