"""First names that are ordinary words, written without a capital: where they are names all the same."""

import re

from anonymizers.tokens import Tokens
from anonymizers.wordlists import word_list, word_set

_NEARLY_ALWAYS_A_WORD = 5.0
"""From here on (Zipf) a name in small letters is the word: "will", "may", "art", "mark". Rarer: "grace", "rose"."""

_OFTEN_A_WORD = 5.4
_PAUSE = re.compile(r"[ \n,\-]{1,3}")
_ARTICLES = {
    "en": word_set("a an the"),
    "fr": word_set("un une le la les des du au aux"),
    "de": word_set("ein eine einen einem einer eines"),
    "es": word_set("un una unos unas"),
}
_DEGREES = {
    "en": word_set("very too quite really rather pretty most more as how fairly totally"),
    "fr": word_set("très trop plus assez vraiment tellement bien"),
    "de": word_set("sehr ganz recht ziemlich wirklich total"),
    "es": word_set("muy tan más demasiado bastante realmente"),
}
"""Before an adjective: "so frank", "très constant"."""

_SAYS = {
    "en": word_set("said says say read reads was sounded looks"),
    "fr": word_set("dit disait écrit était"),
    "de": word_set("stand steht hieß war"),
    "es": word_set("dice decía pone ponía era"),
}
_ANDS = {"en": word_set("and but yet"), "fr": word_set("et mais"), "de": word_set("und aber"), "es": word_set("y pero")}
"""A word that was quoted and goes on in another one: "it said frank and youthful"."""

_HAILS = {
    "en": word_list("hi hello hey thanks cheers dear bye goodbye welcome you there morning afternoon evening"),
    "fr": word_list("bonjour bonsoir salut coucou merci cher chère enchanté enchantée bienvenue revoir"),
    "de": word_list("hallo hi hey servus moin danke tschüss willkommen liebe lieber tag morgen abend"),
    "es": word_list("hola gracias adiós querida querido bienvenida bienvenido buenas días tardes noches"),
}
_SECOND_WORD = {
    "you": {"thank"}, "there": {"hi", "hello", "hey"}, "morning": {"good"}, "afternoon": {"good"}, "evening": {"good"},
    "revoir": {"au"}, "tag": {"guten"}, "morgen": {"guten"}, "abend": {"guten"}, "días": {"buenos"},
    "tardes": {"buenas"}, "noches": {"buenas"},
}  # fmt: skip
"""Words that greet or thank only after another one: "good morning" does, "this morning" does not."""

_AGREEING = {
    "en": word_set("okay ok great lovely perfect brilliant wonderful alright"),
    "fr": word_set("accord parfait super"),
    "de": word_set("okay ok super genau prima perfekt"),
    "es": word_set("vale ok perfecto genial estupendo"),
}


def small_name(tokens: Tokens, first: int, common: float, language: str) -> bool:
    """Whether a text without capitals may mean a person by an ordinary word as common as that (Zipf).

    A name never follows an article, and some words are too common to be names without a word that shows it.
    """
    if common >= _NEARLY_ALWAYS_A_WORD or not tokens.in_small_letters(first):
        return False
    said = tokens.before(first)
    if said is None:
        return True
    before = said.text.casefold()
    if before in _ARTICLES.get(language, ()) or before in _DEGREES.get(language, ()):
        return False
    return not (before in _SAYS.get(language, ()) and _next(tokens, first) in _ANDS.get(language, ()))


def _next(tokens: Tokens, index: int) -> str:
    after = tokens.after(index)
    return after.text.casefold() if after else ""


def addressed(tokens: Tokens, first: int, common: float, language: str) -> bool:
    """Whether the words before a name greet, thank or agree with somebody: "thanks will", "okay mark so"."""
    if not first or not _PAUSE.fullmatch(tokens.gap(first)):
        return False
    before = tokens.items[first - 1].text.casefold()
    if before in _AGREEING.get(language, ()):
        return common < _OFTEN_A_WORD
    if before not in _HAILS.get(language, ()):
        return False
    needed = _SECOND_WORD.get(before)
    return needed is None or (first > 1 and tokens.items[first - 2].text.casefold() in needed)
