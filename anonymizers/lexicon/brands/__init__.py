"""Consumer brands and services by market: words that must survive unless they are somebody's employer (P4.5).

Compiled by hand for this project from general knowledge; only what people say, no claim to any trade mark.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from anonymizers.lexicon.brands.british import BRITISH
from anonymizers.lexicon.brands.french import FRENCH
from anonymizers.lexicon.brands.german import GERMAN
from anonymizers.lexicon.brands.international import INTERNATIONAL
from anonymizers.lexicon.brands.spanish import SPANISH
from anonymizers.roster.forms import atoms
from anonymizers.wordlists import word_set

__all__ = ["AMBIGUOUS", "brands", "shops"]

_MARKETS: Mapping[str, Mapping[str, str]] = {"en": BRITISH, "fr": FRENCH, "de": GERMAN, "es": SPANISH}

AMBIGUOUS: frozenset[str] = word_set(
    """
    abc absolut action ada adamo admiral aida ajax alan alexa alfa alice alma alpine always amazon ambrosia amelie
    amena anchor andre apollo apple april aqua ariel armas arte as aubert avis barbour base basic bata baur beats
    bells benetton bentley bild bill bills bird blacks blau boden boing bolt booker boots boulanger bounty branston
    braun brave bravo brice brigitte brother brownie budget bumble bunte but butler butlers byron calm calvo camille
    camper canal capital carbonell carling cartier caser casino cecil celebrations central chase chime chip
    churchill cinch civic clan clara clark clio closer clover columbia combi conrad cora coral corolla corrie costa
    coutts crocus cross cuatro cuca curve dallmayr damm dave dell delta depot desigual dia diesel divinity douglas
    dove dreams drei duster eat echo ed edge elan elephant elle emma ernie ernsting evans expert express fabia
    facundo fairy ferrero fever fiesta finish flink flora focus ford fosters free freundin friday gala galaxy gallo
    game gap garnier genesis george gibert globus gol gold golf gulli habitat hackett hardys hart haven heart heinz
    hermes hero heroes herta hida hilton hinge hipp hit hive hobbs hofer hola honor ibis ibiza ice iceland isa
    isabel jacobs jaguar jazz jet jimmy joma joules jour juke jules june kia kicker kinder kiri kraft kroo lamy
    lancia larios leaf leclerc lekker leon leonardo leonidas level liberty libre lime lincoln lisa look lorenz lotus
    luko lydia maestro magnet maille mango marca marcel marcus marianne marie mars match maxi maze mega megane melia
    mercedes merci meta metro micra midas miles mini miro mondial monster morgan moritz motorway mueller muller
    munich nalo nationwide nest next nexus nickel nicolas nisa noel norma northern norton notion nova nutmeg oakley
    oasis ocaso octavia omega opera orange orlando ortiz oscar otto outlook pages panda pandora pascual pass paul
    peacock pelayo penny philips phoenix picard pixel plum poco polo popular porta post poulain president prima
    prince principality printemps prism prudential puma punto quality quelle quest race rama real reale red reforma
    reiss rennie reno ricard ricardo richmond ring ritz riu robinsons roller roses saba saga sage salt sandro
    schmidt seat sfera sharp shell shine signal simply siri sixt sky slack smart sofort speedy spiegel sport
    springfield square star starling steam steiff stella stern storck stripe studio sunrise superb surface swift
    swile swiss tango tap target teams techniker tempo tena terra thalia thomson threads three ticket tide tier
    tiffany tiger tinder total trina vaillant valor vanish verbund very victoria virgin visa vive voici vox wagner
    walkers walls warehouse wave welt windows wise wish word wow x ybarra yesterday zeit zen zoe
    """
)
"""
Brands of one word that are ordinary words, first names or family names too: alone they prove nothing, and a study
that is about one of them names it in its words to keep.
"""


@cache
def brands(language: str) -> frozenset[tuple[str, ...]]:
    """The brands of a language's markets and the international ones, each as the keys of its words.

    What is `AMBIGUOUS` is left out; a brand of several words is known by all of them.

    >>> ("john", "lewis") in brands("en"), ("lewis",) in brands("en"), ("mercedes",) in brands("en")
    (True, False, False)
    """
    return frozenset(words for words in _all(language) if len(words) > 1 or words[0] not in AMBIGUOUS)


@cache
def shops(language: str) -> frozenset[tuple[str, ...]]:
    """The brands that people may work *in*: shops and places to eat."""
    return frozenset(
        words
        for market in (INTERNATIONAL, _MARKETS.get(language, {}))
        for kind in ("shops", "food", "media")
        for words in _phrases(market.get(kind, ""))
    )


@cache
def every_brand(language: str) -> frozenset[tuple[str, ...]]:
    """The ambiguous ones too: what an employer may be called."""
    return frozenset(_all(language))


def _all(language: str) -> Iterator[tuple[str, ...]]:
    for market in (INTERNATIONAL, _MARKETS.get(language, {})):
        for text in market.values():
            yield from _phrases(text)


def _phrases(text: str) -> Iterator[tuple[str, ...]]:
    for phrase in text.split(","):
        words = atoms(phrase)
        if words:
            yield words
            if "'" in phrase:
                yield atoms(phrase.replace("'", ""))
