"""E-mail and web addresses as they are said: "jane dot doe forty two at gmail dot com", "arobase", "klammeraffe"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from anonymizers.characters import key
from anonymizers.lexicon.digits import is_number_word
from anonymizers.recognizers.numerals import Numerals, numerals
from anonymizers.recognizers.regions import around, near, small_letters
from anonymizers.recognizers.spans import CONTEXT, LIKELY, WEAK, Found, TextRecognizer

_AT = r"(?:at|@|arobase|arobas|arrobas?|klammeraffe|affenschwanz|ät|ett|at-zeichen|at\s+sign|at\s+symbol)"
_DOT = {
    "en": r"(?:dot|period|\.(?=\S)|\s\.\s|\.\s(?=(?:com|net|org|co)\b))",
    "fr": r"(?:point|dot|\.(?=\S)|\s\.\s|\.\s(?=(?:com|net|org|co)\b))",
    "de": r"(?:punkt|dot|\.(?=\S)|\s\.\s|\.\s(?=(?:com|net|org|co)\b))",
    "es": r"(?:punto|dot|\.(?=\S)|\s\.\s|\.\s(?=(?:com|net|org|co)\b))",
}
_DOTS = re.compile(r"(?:dot|period|point|punkt|punto|(?:g|hot)\s?mail)(?!\w)|[a-z0-9]\.[a-z]")
_TOP = (
    r"(?:com|net|org|info|io|co|uk|u\s+k|fr|f\s+r|de|d\s+e|es|e\s+s|eu|e\s+u|ie|us|ch|at|be|it|nl|pt|edu|gov|ac|me"
    r"|app|dev"
    r"|example|test|cat|biz|tv|nhs)"
)
_PROVIDER = (
    r"(?:g\s?mail|google\s?mail|hot\s?mail|outlook|yahoo|i\s?cloud|live|proton(?:\s?mail)?|aol|bt\s?internet|sky"
    r"|gmx|web"
    r"|t-?\s?online|free|orange|wanadoo|la\s?poste|sfr|msn|me|mac|fast\s?mail|zoho|mail|telef[óo]nica|freenet|posteo)"
)
_JOINER = (
    r"(?:dot|underscore|under\s+score|dash|hyphen|minus|plus|period|point|tiret(?:\s+du\s+bas)?|tiret\s+bas|bas"
    r"|trait\s+d['\u2019]union"
    r"|punkt|unterstrich|bindestrich|strich|punto|gui[oó]n(?:\s+bajo)?|bajo|raya|[._\-])"
)
_WORD = re.compile(r"[^\W_][\w'\u2019\-]*(?:[._][\w\-]+)*|[._\-]")
_TOKEN_AT_END = re.compile(r"([^\W_][\w'\u2019]*(?:[._\-]+\w+)*|[._\-])[\s,]*$")
_LEAD = re.compile(
    r"(?<!\w)(?:e-?\s?mail(?:s|ed|ing)?(?:\s+address)?|mail(?:adresse)?|address|adresse"
    r"|correo(?:\s+electr[óo]nico)?|direcci[óo]n"
    r"|courriel|m[ée]l|contact|reach|write|paypal|send\s+it\s+to)(?!\w)",
    re.IGNORECASE,
)
_STOP = frozenset(
    """
    is was it's its it are email e-mail mail address adresse adress to on me my so yeah yes well okay ok um uh er
    the that would be under via from use called uses using email's a an and then or just with for
    send sent sends write wrote writes got reach try in of at there here which he she they we i you him her them please
    est c'est sur à mon mon ma donc oui alors euh l'adresse le la mail courriel chez par de du des un une et ou mais
    envoyé envoyez envoyer écrivez écrire pour avec moi lui elle il je j'ai c'était voilà
    ist lautet unter an auf und ja also meine die der das äh ähm per von für bei mit zu mir ihr ihm ist's war schreib
    schreiben schicken geschickt gesendet gesprochen noch dann so genau
    es a mi el en con sí pues bueno eh desde por para de del la los las y o que correo fue era escribe escriba
    escríbeme manda mándalo mandé mandado enviado envié a mi mejor
    """.split()  # noqa: SIM905 - a list of quoted strings would read worse
)
# Before "at example dot com" these are verbs and places in a sentence, not somebody's name.
_NOT_LOCAL = _STOP | frozenset(
    """
    look looked looking looks bought buy buying shop shopped shopping order ordered ordering them this those these
    available online arrive arrived there here work works worked working sign signed up browse browsed stuff things
    him her you us not out back over down in one page price prices time more all everything anything something sold
    """.split()  # noqa: SIM905 - quoted one by one they would read worse
)
# Inside a number: "cincuenta y dos", "quarante et un".
_AND = {"es": ("y",), "fr": ("et",), "de": ("und",), "en": ("and",)}
_MAX_LOCAL = 14
_NO_HOST = r"(?!(?:the|a|an|this|that|my|your|and|to|of|is|it|at|der|die|das|ein|le|la|un|une|ce|el|una|este|ese)\b)"


class SpokenAddressRecognizer(TextRecognizer):
    """Addresses said aloud, wholly or in part ("jane dot doe at example.com")."""

    ENTITIES = ("EMAIL_ADDRESS", "URL")

    def find(self, text: str) -> Iterator[Found]:
        """Works backwards from the domain, since the words before an address are any words."""
        at_domain, host = _patterns(numerals(self.supported_language).language)
        regions = list(around(_DOTS, small_letters(text)))
        for hit in near(at_domain, text, regions):
            yield from self._email(text, hit)
        yield from (Found(*hit.span(), "URL", CONTEXT) for hit in near(host, text, regions))

    def _email(self, text: str, hit: re.Match[str]) -> Iterator[Found]:
        start, marked = self._local_start(text, hit.start())
        if start == hit.start():
            if hit["host"]:
                yield Found(hit.start("host"), hit.end(), "URL", WEAK)
            return
        lead = _LEAD.search(text, max(0, start - 60), start) is not None
        sure = marked or lead or re.match(_PROVIDER + r"\b", hit["host"] or "gmail", re.IGNORECASE) is not None
        yield Found(start, hit.end(), "EMAIL_ADDRESS", LIKELY if sure else CONTEXT)

    def _local_start(self, text: str, end: int) -> tuple[int, bool]:
        """Where the local part begins, and whether a joiner or a digit marks it as one."""
        start, marked, glued, joined = end, False, True, False
        numeric_after = False
        words = numerals(self.supported_language)
        lead_end = max((lead.end() for lead in _LEAD.finditer(text, max(0, end - 90), end)), default=-1)
        for taken in range(_MAX_LOCAL):
            token = _TOKEN_AT_END.search(text, max(0, start - 40), start)
            if not token or token.start(1) < lead_end:
                break
            word = token[1].lower()
            joiner = re.fullmatch(_JOINER, word, re.IGNORECASE) is not None
            numeric = word.isdigit() or len(word) == 1 or _is_number(word, words)
            if word in _AND[words.language] and numeric_after and taken:
                start = token.start(1)
                continue
            within = joined or (numeric and (numeric_after or (not taken and len(word) > 1)))
            within = within or (len(word) == 1 and _goes_on(text, token.start(1)))
            if word in _STOP and not within:
                break
            if word == "." and not text[token.start(1) - 1 : token.start(1)].isspace() and text[token.end(1)].isspace():
                # A sentence ends here.
                break
            if not taken and word in _NOT_LOCAL and not within:
                break
            if not (joiner or numeric or glued or lead_end >= 0):
                break
            start = token.start(1)
            marked = marked or joiner or numeric or "." in word or "_" in word
            glued = joiner or numeric
            joined, numeric_after = joiner, numeric
        return start, marked


def _is_number(word: str, words: Numerals) -> bool:
    """Whether a word says a number or part of one: "novecientos", "veintisiete"."""
    return words.value(word) is not None or is_number_word(key(word), words.language)


def _goes_on(text: str, start: int) -> bool:
    """Whether a letter stands behind a joiner or another letter: "point l i arobase"."""
    left = _TOKEN_AT_END.search(text, max(0, start - 20), start)
    return left is not None and (len(left[1]) == 1 or re.fullmatch(_JOINER, left[1], re.IGNORECASE) is not None)


@lru_cache(maxsize=8)
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    dot = _DOT[language]
    dotted = rf"(?:\s*{dot}\s*(?:[a-z0-9\-]+)){{0,5}}?\s*{dot}\s*{_TOP}(?:\s*{dot}\s*{_TOP})?"
    label = r"[a-z0-9à-ÿ\-]+(?:\s+(?:dash|hyphen|tiret|bindestrich|minus|gui[oó]n)\s+[a-z0-9à-ÿ\-]+)*"
    named = rf"(?P<host>{_PROVIDER}|{_NO_HOST}{label}(?:\s+{label}){{0,2}}?){dotted}"
    at_domain = rf"(?<!\w){_AT}[\s,]+(?:(?:um+|uh+|euh|ähm?),?\s+)?{named}(?!\w)"
    # "jane doe at gmail": the rest goes without saying.
    at_domain += rf"|(?<!\w){_AT}\s+(?:g\s?mail|google\s?mail|hot\s?mail)(?!\w)"
    # Without an at sign only tops that are no everyday word of the language: "punto es", "point de vue" are speech.
    tops = {"en": r"com|net|org|co\s+dot\s+uk|io|co|uk|fr|eu|example", "fr": r"com|net|org|fr|eu|example"}
    top = tops.get(language, r"com|net|org|eu|example")
    said = dot.split(r"|\.")[0] + ")"
    www = rf"(?:www|w\s+w\s+w|triple\s+w|drei\s*mal\s+w|tres\s+uves?\s+dobles?)\s*{dot}\s*"
    path = rf"(?:\s+(?:forward\s+)?(?:slash|schrägstrich|barra)\s+[\w\-]+(?:\s+(?:dash|dot|{_JOINER})\s+\w+)*)*"
    host = (
        rf"(?<!\w)(?:{www}{label}(?:\s+{label}){{0,2}}?(?:\s*{dot}\s*[a-z0-9\-]+)+{path}"
        rf"|{_NO_HOST}[a-z0-9\-]{{2,}}(?:\s+{said}\s+[a-z0-9\-]+)?\s+{said}\s+(?:{top})(?!\w){path})"
    )
    return re.compile(at_domain, re.IGNORECASE), re.compile(host, re.IGNORECASE)
