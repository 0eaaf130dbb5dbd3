"""Words the gate must know: common words by language, names that are only names, months, numbers, titles."""

import logging
from collections.abc import Sequence
from functools import lru_cache

from wordfreq import get_frequency_dict

from anonymizers.gate.folding import words

log = logging.getLogger(__name__)

COMMON_ZIPF = 4.0
"""From here on a value is a word people use every day (Zipf scale: 4 is ten times in a million words)."""
KNOWN_ZIPF = 3.0
"""From here on it is a word at all; a handle made of initials must not be one."""

# Frequent in text because the names are frequent, yet in no served language a word of its own: they never need
# a capital to be a name. Names that are words too (Will, May, Grace, Rose, Mark, Klein, Leon's "leo") stay out.
NAMES_ONLY = frozenset(
    """
    aaron abdul abigail adam adams ahmed aisha alan alberto alejandro alex alexander alexandre alexis alfonso alfred
    alfredo ali alice alicia allen alvarez alvaro amanda amelia amy ana anderson andre andrea andreas andres andrew
    andy angela ann anna anne anthony antoine anton antonio arnaud arnold arthur arturo ashley barbara bailey barry
    becker benjamin bennett benoit bernard bernardo bernd bernhard bertrand betty billy blake bob bobby boris brad
    bradley brandon brian bruce bruno bryan cameron camille campbell carl carla carlo carlos caroline catherine chan
    charles charlie charlotte chen chloe chris christine christoph christophe christopher cindy clark clarke
    claude claudia colin collins craig cristiano cristina cynthia daniel danielle danny dave david davis debbie
    deborah dennis derek diana diego dieter dietrich dirk donald donna dorothy douglas doug duncan dylan eddie edgar
    eduardo edward edwards elena elisabeth elizabeth ellen ellie emilio emily emma emmanuel enrique eric erica erich
    erik erika ernesto esteban ethan eugene eva evans evan fatima federico felipe felix ferdinand fernandez fernando
    fiona francesca francisco francois francoise franck franz fred frederic friedrich fritz gabriel garcia gary
    geoff george georges gerald gerard gerhard gilbert giovanni gomez gonzalez gonzalo gordon greg gregor gregory
    guillaume guillermo gustav gustavo gutierrez guzman hannah hans harald harold harris harvey hassan heather hector
    heinrich heinz helen helena helene helmut henri henry herbert hermann hernandez herrera herve hoffmann howard
    hubert hugh hughes hugo hussein ian ibrahim ignacio igor isaac isabel isabella isabelle ivan jackson jacob
    jacques jaime jake jakob james jamie jane janet janice jasmine jason javier jeff jefferson jeffrey jenkins jenna
    jennifer jenny jeremy jerome jerry jesse jessica jill jim jimenez jimmy joachim joan joanna joaquin jochen joe
    joel joey johann johannes john johnny johnson jon jonas jonathan jones jorge jorg jose josef joseph josh joshua
    juan juana juarez judith judy julia julian julie julien julius jurgen justin kai karen karim karl kate
    katharina katherine kathleen kathy katie keith kelly kennedy kenneth kenny kevin khan kim kimberly klaus konrad
    kristen kumar kurt kyle larry lars laura lauren laurent lawrence lee leonard leslie lewis liam linda lisa liz
    lloyd logan lopez lorenzo louis louise lucas lucia lucy ludwig luis lukas luke lynn madeleine malcolm manfred
    manuel marc marcel marcelo marcus margaret margarita maria mariano marie mario marion markus marshall
    marta martha martin martinez marvin mary mateo mathieu matt matthew matthias maurice mauricio maurizio     maximilian maya meg megan melissa mendoza meyer michael michel michelle miguel mike mitchell mohamed
    mohammad mohammed molina monica monika moritz morgan morris muhammad muller munoz murphy murray nancy naomi
    natalie nathalie nathan neil nelson nguyen nicholas nicola nicolas nicole nigel nikolaus nils nina noah norbert
    norman olga oliver olivia olivier omar ortega ortiz oscar oskar otto owen pablo pam pamela parker patel patricia
    patrick paul paula pauline paulo pedro perez peter petra phil philip philipp philippe phillips rachel rafael
    rainer ralf ralph ramirez ramon raul raymond rebecca reinhard ricardo richard rick rivera robert roberto roberts
    robertson robinson rodrigo rodriguez roger rogers roland rolf ronald roy ruben rudolf ruiz russell ruth ryan
    sabine sally sam samantha samuel sanchez sandra santiago sara sarah schmidt schulz scott sean sebastian
    sebastien sergio seth shane shannon sharma sharon shawn sheila simon simpson singh sofia sophia sophie spencer
    stacy stanley stefan stephan stephane stephanie stephen steve steven stewart stuart suarez susan susana susanne
    sven taylor ted teresa terry thierry thomas thompson tiffany tim tina tobias todd tom tomas tommy tony tracy
    travis trevor tyler ulrich ulrike ursula uwe vanessa vargas vazquez vincent virginia wagner wallace walter wang
    warren watson wayne weber wendy werner wilhelm william williams wilson wolfgang xavier yang yves zhang zoe
    """.split()  # noqa: SIM905 - a list of seven hundred quoted strings would read worse
)

TITLES = frozenset("mr mrs ms mx mme mlle monsieur madame herr frau senor senora".split())  # noqa: SIM905
"""After one of these a word is a surname, whatever its case."""

KIN = frozenset(  # after one of these a word is a name, unless it is one of MODALS ("my son will ...")
    """
    miss dr doctor prof professor sir aunt auntie uncle husband wife son daughter brother sister mum mom dad mother
    father partner boyfriend girlfriend friend mate cousin nephew niece grandma granddad grandpa gran nan colleague
    boss manager neighbour flatmate called named mari femme fils fille frere soeur mere pere ami amie collegue mann
    sohn tochter bruder schwester mutter vater freund freundin kollege kollegin marido mujer hijo hija hermano
    hermana madre padre amigo amiga
    """.split()  # noqa: SIM905
)
MODALS = frozenset({"will", "may", "can", "must", "might"})

PARTICLES = frozenset(  # part of many names, a name of nobody
    """
    al ap av bin bint da das de degli dei del della den der des di do dos du e el em ibn la las le les lo los mac
    mc o of san st ter the van vom von y z zu zum zur
    """.split()  # noqa: SIM905
)

GENERIC_LABELS = frozenset(
    """
    agent attendee caller consultant customer facilitator guest host interviewee interviewer moderator narrator
    note observer operator panel participant person researcher respondent room speaker spk teilnehmer unknown user
    """.split()  # noqa: SIM905
)

DATE_FILLERS = frozenset("st nd rd th of the er de du del le den el am year".split())  # noqa: SIM905
MONTH_CONTEXT = frozenset("in since last next this until till early late mid every during of en im seit".split())  # noqa: SIM905

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

_UNIT_ROWS = """
    zero oh o nought nil null cero
    one un une ein eins uno una
    two deux zwei zwo dos
    three trois drei tres
    four quatre vier cuatro
    five cinq funf fuenf cinco
    six sechs seis
    seven sept sieben siete
    eight huit acht ocho
    nine neuf neun nueve
""".strip().splitlines()
UNITS = {name: str(value) for value, row in enumerate(_UNIT_ROWS) for name in row.split()}
TEENS = {
    name: str(value)
    for value, name in enumerate(
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(),  # noqa: SIM905
        start=10,
    )
}
TENS = {
    name: str(value)
    for value, name in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)  # noqa: SIM905
}
REPEATS = {"double": 2, "triple": 3, "treble": 3}
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]
ORDINALS = {name: value for value, name in enumerate(_ORDINALS, start=1)} | {"thirtieth": 30}

AT_WORDS = frozenset({"at", "arobase", "arroba", "klammeraffe", "chez"})
JOINERS = frozenset("dot punkt point punto underscore dash hyphen minus plus tiret guion bindestrich".split())  # noqa: SIM905


def number_words(number: int) -> tuple[str, ...]:
    """A number from 1 to 99 in English words, as it is spoken; empty for others."""
    units = {value: name for name, value in reversed(list(UNITS.items()))}
    if 10 <= number <= 19:
        return (list(TEENS)[number - 10],)
    if not 1 <= number <= 99:
        return ()
    tens, unit = divmod(number, 10)
    spoken = [list(TENS)[tens - 2]] if tens else []
    return (*spoken, units[str(unit)]) if unit else tuple(spoken)


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


class Lexicon:
    """What is an ordinary word in the languages of a study."""

    def __init__(self, languages: Sequence[str]) -> None:
        self._common = frozenset[str]().union(*(_frequent(language, COMMON_ZIPF) for language in languages))
        self._known = frozenset[str]().union(*(_frequent(language, KNOWN_ZIPF) for language in languages))

    def is_common(self, key: str) -> bool:
        """Whether a folded word reads as an everyday word, so that only its use can show a name."""
        return key in self._common and key not in NAMES_ONLY

    def is_known(self, key: str) -> bool:
        """Whether a folded word is a word of the languages or a frequent name."""
        return key in self._known
