"""Words the gate must know: common words by language, titles, months, and the small words around names and dates."""

import logging
from collections.abc import Sequence
from functools import lru_cache

from wordfreq import get_frequency_dict

from anonymizers.gate.folding import listed, words
from anonymizers.gate.name_lists import NAMES_ONLY, WORDS_TOO

log = logging.getLogger(__name__)

COMMON_ZIPF = 4.0
"""From here on a value is a word people use every day (Zipf scale: 4 is ten times in a million words)."""
KNOWN_ZIPF = 3.0
"""From here on it is a word at all; a handle made of initials must not be one."""


def _set(text: str) -> frozenset[str]:
    return frozenset(listed(text))


TITLES = _set("mr mrs ms mx mme mlle monsieur madame herr frau senor senora")
"""After one of these a word is a surname, whatever its case."""
ADDRESSED = _set(
    """
    miss dr doctor prof professor sir aunt auntie uncle hi hello hey dear bonjour salut cher chere hallo liebe lieber
    hola querida querido
    """
)
"""After one of these too, unless the word after it could be a verb's ("the doctor will", "I miss")."""
KIN = _set(
    """
    husband wife son daughter brother sister mum mom dad mother father partner boyfriend girlfriend friend mate cousin
    nephew niece grandma granddad grandpa gran nan colleague boss manager neighbour flatmate mari femme fils fille
    frere soeur mere pere ami amie collegue mann frau sohn tochter bruder schwester mutter vater freund freundin
    kollege kollegin marido mujer hijo hija hermano hermana madre padre amigo amiga
    """
)
"""After one of these, where it is somebody's ("my son"), a word is a name unless it is one of MODALS."""
POSSESSIVES = _set(
    """
    my your his her our their mon ma ton ta son sa notre votre leur mein meine meinem meiner meinen dein deine sein
    seine seinem seiner ihr ihre ihrem ihrer unser unsere mi tu su nuestro nuestra
    """
)
PRONOUNS = _set("i you we they he she to not never always also really still d ll t do dont")
MODALS = _set("will may can must might")
SAYING = _set("said told asked thinks thought wants wanted lives lived phoned rang texted emailed reckons")
"""Verbs of persons: before one of these a sentence's first word is more than a word."""
NAME_FIELDS = _set(
    """
    name names nom prenom vorname nachname nombre apellido apellidos surname forename firstname lastname interviewee
    author
    """
)
"""A field of one of these words holds a person's name, unless it is the name of one of NAMED_THINGS."""
NAMED_THINGS = _set("app brand company event feature file column field product project screen study tab bank employer")
LABEL_FIELDS = _set(
    """
    author by creator from host initials interviewer lastmodifiedby manager moderator name participant
    participantname speaker speakerlabel speakername user username voice
    """
)
"""Fields that say who speaks or wrote, their words run together."""
POSTAL_WORDS = _set("postcode postleitzahl plz zip zipcode")
"""Near one of these, or "post code" and its like, five digits are a post code."""

PARTICLES = _set(
    """
    al ap av bin bint da das de degli dei del della den der des di do dos du e el em ibn la las le les lo los mac
    mc o of san st ter the van vom von y z zu zum zur
    """
)
"""Part of many names, a name of nobody."""

GENERIC_LABELS = _set(
    """
    agent attendee caller consultant customer facilitator guest host interviewee interviewer moderator narrator
    note observer operator panel participant person researcher respondent room speaker spk teilnehmer unknown user
    """
)

DETERMINERS = _set(
    """
    der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner im am zum zur vom beim
    ins ans mein meine meinen meinem meiner dein sein seinen seinem ihr ihren ihrem unser dieser diese dieses diesen
    diesem jeder jede jedes jeden jedem welcher welche welches in seit ab bis pro viel wenig mehr
    """
)
"""After one of these a German word with a capital is an ordinary noun."""

NUMBER_FILLERS = _set("and et und y then uh um er euh eh ah ahm so dash minus hyphen space slash tiret strich")
DATE_FILLERS = _set("st nd rd th of the er de du del le den el am in en im year")
MONTH_CONTEXT = _set("in since last next this until till early late mid every during of en im seit")

_MONTH_ROWS = """
    january jan janvier januar janner enero
    february feb fevrier februar febrero
    march mar mars marz maerz marzo
    april apr avril abril
    may mai mayo
    june jun juin juni junio
    july jul juillet juli julio
    august aug aout agosto
    september sep sept septembre septiembre setiembre
    october oct octobre oktober octubre okt
    november nov novembre noviembre
    december dec decembre dezember diciembre dez dic
""".strip().splitlines()
MONTHS = {name: number for number, row in enumerate(_MONTH_ROWS, start=1) for name in row.split()}
"""Month names and their usual short forms in English, French, German, Spanish, folded."""

AT_WORDS = _set("at arobase arroba klammeraffe chez")
JOINERS = _set("dot punkt point punto underscore dash hyphen minus plus tiret guion bindestrich")


@lru_cache(maxsize=32)
def _frequent(language: str, zipf: float) -> frozenset[str]:
    try:
        frequencies = get_frequency_dict(language, wordlist="small")
    except LookupError:
        # Unknown words count as names, so a language without a list blocks more and never less.
        log.warning("no word list for language %s: every name blocks in any case", language)
        return frozenset()
    least = 10.0 ** (zipf - 9.0)
    return frozenset(
        folded[0] for word, frequency in frequencies.items() if frequency >= least and len(folded := words(word)) == 1
    )


@lru_cache(maxsize=8)
def lexicon_of(languages: tuple[str, ...]) -> "Lexicon":
    """The lexicon of some languages (ISO 639-1), made once."""
    return Lexicon(languages)


class Lexicon:
    """What is an ordinary word in the languages of a study."""

    def __init__(self, languages: Sequence[str]) -> None:
        self._common = frozenset[str]().union(*(_frequent(language, COMMON_ZIPF) for language in languages))
        self._known = frozenset[str]().union(*(_frequent(language, KNOWN_ZIPF) for language in languages))
        self._words_too = frozenset[str]().union(*(WORDS_TOO.get(language, frozenset()) for language in languages))
        self._german = _frequent("de", COMMON_ZIPF) | WORDS_TOO["de"] if "de" in languages else frozenset()

    def is_common(self, key: str) -> bool:
        """Whether a folded word reads as an everyday word, so that only its use can show a name."""
        return key in self._words_too or (key in self._common and key not in NAMES_ONLY)

    def is_known(self, key: str) -> bool:
        """Whether a folded word is a word of the languages or a frequent name."""
        return key in self._known or key in self._words_too

    def takes_capital(self, key: str) -> bool:
        """Whether a word may be a German noun, whose capital says nothing."""
        return key in self._german
