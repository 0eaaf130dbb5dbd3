"""Names and codes said letter by letter: "S-i-o-b-h-a-n", "s for sugar i o b", "s w one a one a a"."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from anonymizers.recognizers.context import LIVING, POSTCODE, RECORD, SPELLING, beside
from anonymizers.recognizers.digits import Group, digit_groups
from anonymizers.recognizers.national_id import is_national_id
from anonymizers.recognizers.postcode import is_uk_outward, is_uk_postcode
from anonymizers.recognizers.regions import around, near, small_letters
from anonymizers.recognizers.spans import CONTEXT, LIKELY, WEAK, Found, TextRecognizer
from anonymizers.recognizers.vehicle import is_french_plate, is_uk_plate
from anonymizers.tokens import HARD

_LETTER = re.compile(
    r"(?<![\w'\u2019@&/+#])(?:"
    r"(?P<said>double[\s\-]+u|double[\s\-]you|doppel[\s\-]?u|uve\s+doble)"
    r"|(?:(?P<twice>double|doppel|doble|deux)[\s\-]+)?(?P<letter>(?!à|[ap]\.\s?m(?!\w))[^\W\d_])"
    r"(?:[\s,]+(?:for|as\s+in|like|wie|comme|de|como)[\s,]+(?P<word>[^\W\d_]{3,}))?"
    r"|(?P<pair>(?-i:[A-Z]{2})))(?![\w'\u2019@&/+#])",
    re.IGNORECASE,
)
# A single letter that is no word of English, French or Spanish, or two capitals: every spelled name or code has some.
_TELLING = re.compile(
    r"(?<![\w'\u2019])(?:[b-df-hj-np-xzB-DF-HJ-NP-XZß-öø-ÿ]|[A-Z]{2}|double|doppel|uve)(?![\w'\u2019])"
)
_GAP = re.compile(
    r"[\s,.\-\u2013—…·]{1,4}|[\s,]*(?:um+|uh+|er|euh|ähm?|eh|then|dash|hyphen|space|tiret|strich|gui[oó]n)[\s,]*", re.I
)
_NATO = re.compile(
    r"(?<!\w)(?:(?:alfa|alpha|bravo|charlie|delta|echo|foxtrot|golf|hotel|india|juliet+|kilo|lima|mike|november"
    r"|oscar|papa"
    r"|quebec|romeo|sierra|tango|uniform|victor|whiskey|whisky|x-?ray|yankee|zulu)(?:[\s,.\-]+|$|(?=\W))){3,}",
    re.IGNORECASE,
)
# Said or written with their letters apart, and nobody's name.
_KNOWN = frozenset(
    """
    html https http gdpr asap json wasd faqs diyer abcd abcde abcdef aeiou qwerty yaml hdmi wifi rgpd dsgvo rgpd lopd
    hmrc dvla nspcc rspca ymca ietf wcag saas ikea
    """.split()  # noqa: SIM905 - quoted one by one they would read worse
)
_STUTTER = frozenset("iaoym")
# Two capitals among words in capitals are a word: "RAPPELEZ MOI AU 06...".
_SHOUTED = re.compile(r"[A-ZÀ-Þ]{3,}")
_LETTER_WORDS = {"en": "ai", "fr": "aày", "es": "aeouy", "de": ""}
_NEXT_WORD = re.compile(r"\s+[^\W\d_]{2,}")
_WORD_BEFORE = re.compile(r"[^\W\d_]{2,}\s+$")
_INITIALS = re.compile(
    r"(?<!\w)(?:initial(?:s|es?)|initialen|anfangsbuchstaben|iniciales)(?!\w)"
    r"(?:[\s,:]+(?:are|is|being|so|which|they['\u2019]re|sont|c['\u2019]est|ce\s+sont|sind|lauten|also|son|es|eran?))*[\s,:]+"
)
_FEW_LETTERS = re.compile(r"((?:[^\W\d_](?:\.\s?|\s)){1,3}[^\W\d_]\.?(?!\w)|[A-ZÀ-Þ]{2,4})(?![\w'\u2019])")
_SIGNED = re.compile(r"(?:[.!?\u2026]|\s[\-\u2013\u2014])\s+([A-Z]\.?\s?[A-Z]\.?)\s*$")
_PART_OF_INITIALS = ("initial", "inicial", "anfangsb")
_SIGNATURE = 12
# What ends an answer too.
_NO_SIGNATURE = frozenset(
    """
    OK UK US EU UX UI AI IT TV PC PS FR DE ES GB OS IP ID HR QR TL AM PM VR AR MB CV XL XS
    """.split()  # noqa: SIM905 - quoted one by one they would read worse
)
_LETTERS = 4
_LETTERS_IN_CONTEXT = 3
_CODE = 6
_MAX_TOKENS = 40


class SpelledRecognizer(TextRecognizer):
    """Four letters in a row, or three beside a word for spelling; with digits among them, the code they make."""

    ENTITIES = ("SPELLED", "POSTCODE", "NATIONAL_ID", "VEHICLE_REGISTRATION", "IBAN_CODE", "REFERENCE_NUMBER")

    def find(self, text: str) -> Iterator[Found]:
        """One finding a run of letters, and one for the code or postcode in it."""
        for run in _letter_runs(text, self.supported_language):
            yield from _found(text, _without_words(text, run, self.supported_language))
        yield from _initials(text)
        yield from (Found(hit.start(), hit.start() + len(hit.group().rstrip(" ,.-\n")), "SPELLED", LIKELY)
                    for hit in _NATO.finditer(text))  # fmt: skip


def _letter_runs(text: str, language: str) -> Iterator[list[Group]]:
    """Letters and digits that follow one another, at least one letter among them."""
    letters = [
        Group(hit.start(), hit.end(), _letters(hit), hit["word"] is not None)
        for hit in near(_LETTER, text, around(_TELLING, text))
        if not (hit["pair"] and _SHOUTED.search(text, max(0, hit.start() - 12), min(len(text), hit.end() + 12)))
    ]
    if not letters:
        return
    taken_from = {letter.start for letter in letters}
    digits = [group for group in digit_groups(text, language) if group.start not in taken_from]
    run: list[Group] = []
    for token in sorted([*letters, *digits], key=lambda token: token.start):
        if run and token.start < run[-1].end:
            continue
        if run and not (_GAP.fullmatch(text, run[-1].end, token.start) or _touching(run[-1], token)):
            yield run
            run = []
        run.append(token)
    yield run


def _without_words(text: str, run: list[Group], language: str) -> list[Group]:
    """The run without a single letter at its edge that is a word of the sentence: "siete, y hasta hoy".

    Only beside a digit: a spelled name may well begin or end in a vowel.
    """
    words = _LETTER_WORDS.get(language, "")
    if len(run) > 2 and run[-1].digits in words and run[-2].digits.isdigit():
        after = _NEXT_WORD.match(text, run[-1].end)
        if after or "\n" in text[run[-2].end : run[-1].start]:
            run = run[:-1]
    if len(run) > 2 and run[0].digits in words and run[1].digits.isdigit():
        first = run[0].start
        if _WORD_BEFORE.search(text, max(0, first - 20), first):
            run = run[1:]
    return run


def _initials(text: str) -> Iterator[Found]:
    """Two to four letters after the word for initials, and those that sign an answer."""
    low = small_letters(text)
    if any(part in low for part in _PART_OF_INITIALS):
        for word in _INITIALS.finditer(low):
            letters = _FEW_LETTERS.match(text, word.end())
            if letters:
                yield Found(*letters.span(1), "SPELLED", LIKELY)
    end = -1
    while end < len(text):
        found = text.find(HARD, end + 1)
        end = found if found >= 0 else len(text)
        signed = _SIGNED.search(text, max(0, end - _SIGNATURE), end)
        if signed and signed.group(1) not in _NO_SIGNATURE:
            yield Found(*signed.span(1), "SPELLED", WEAK)


def _touching(left: Group, right: Group) -> bool:
    return left.end == right.start and left.digits.isdigit() != right.digits.isdigit()


def _letters(hit: re.Match[str]) -> str:
    if hit["said"]:
        return "w"
    if hit["pair"]:
        return hit["pair"].lower()
    return hit["letter"].lower() * (2 if hit["twice"] else 1)


def _found(text: str, run: Sequence[Group]) -> Iterator[Found]:
    # A long run is read in stretches that overlap by half, so that no code is cut.
    for first in range(0, max(1, len(run) - _MAX_TOKENS // 2), _MAX_TOKENS // 2):
        yield from _codes(text, run[first : first + _MAX_TOKENS])
    for start, end in _stretches_of_letters(run):
        letters = [token.digits for token in run[start:end]]
        spelled = "".join(letters)
        first, last = run[start].start, run[end - 1].end
        for_word = any(token.spoken for token in run[start:end])
        needed = _LETTERS_IN_CONTEXT if for_word or beside(text, first, last, SPELLING, 40, 20) else _LETTERS
        options = needed == _LETTERS and _lists_options(spelled)
        if len(letters) >= needed and spelled not in _KNOWN and _tells(spelled) and not options:
            yield Found(first, last, "SPELLED", LIKELY if needed < _LETTERS else CONTEXT)


def _stretches_of_letters(run: Sequence[Group]) -> Iterator[tuple[int, int]]:
    start = None
    for index, token in enumerate([*run, None]):
        single = (
            token is not None and token.digits.isalpha() and (len(token.digits) == 1 or len(set(token.digits)) == 1)
        )
        if single and start is None:
            start = index
        elif not single and start is not None:
            yield start, index
            start = None


def _tells(spelled: str) -> bool:
    """Not a stutter ("I, I, I, a"): two letters at least that are no word of their own, and two different ones."""
    return len(set(spelled)) > 1 and sum(letter not in _STUTTER for letter in spelled) >= 2


def _lists_options(spelled: str) -> bool:
    """ "A, B, C or D", "A B B A": marks and choices, unless a word for spelling stands beside them."""
    return set(spelled) <= set("abcde") or "abcdefghij".startswith(re.sub("[oyu]", "", spelled))


def _codes(text: str, run: Sequence[Group]) -> Iterator[Found]:
    if not any(token.digits.isdigit() for token in run) or not any(token.digits.isalpha() for token in run):
        return
    shaped = False
    for first in range(len(run)):
        for last in range(len(run), first, -1):
            code = "".join(token.digits for token in run[first:last]).upper()
            start, end = run[first].start, run[last - 1].end
            entity = _entity(code)
            if not entity and is_uk_outward(code) and _said_where(text, start, end):
                entity = "POSTCODE"
            if entity:
                shaped = True
                yield Found(start, end, entity, LIKELY)
                break
    code = "".join(token.digits for token in run)
    letters = sum(char.isalpha() for char in code)
    enough = len(code) - letters >= 2 and len(code) >= _CODE
    if not enough and len(code) - letters >= 1 and len(code) >= _CODE:
        enough = beside(text, run[0].start, run[-1].end, RECORD, 60, 0)
    if not shaped and letters >= 2 and enough and set(code) - _STUTTER:
        yield Found(run[0].start, run[-1].end, "REFERENCE_NUMBER", WEAK)


@lru_cache(maxsize=512)
def _entity(code: str) -> str:
    if len(code) < 5 or code.isdigit() or code.isalpha():
        return ""
    if is_uk_postcode(code):
        return "POSTCODE"
    if is_uk_plate(code) or is_french_plate(code):
        return "VEHICLE_REGISTRATION"
    if re.fullmatch(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}", code):
        return "IBAN_CODE"
    return "NATIONAL_ID" if is_national_id(code) else ""


def _said_where(text: str, start: int, end: int) -> bool:
    return beside(text, start, end, POSTCODE, 40) or beside(text, start, end, LIVING, 30, 0)
