"""Regular endings and beginnings of words: enough to know `scrolled` by `scroll`. Not a stemmer."""

from collections.abc import Iterator

_ENDINGS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "en": (
        ("ing", ("", "e")), ("ed", ("", "e")), ("es", ("", "e")), ("s", ("",)), ("er", ("", "e")), ("ers", ("", "e")),
        ("ly", ("", "le")), ("able", ("", "e")), ("ness", ("",)), ("ful", ("",)), ("less", ("",)), ("y", ("", "e")),
        ("ies", ("y",)), ("ied", ("y",)), ("ily", ("y",)), ("iness", ("y",)), ("ish", ("", "e")), ("ment", ("",)),
        ("ation", ("", "e")), ("ally", ("", "al")), ("est", ("", "e")), ("ier", ("y",)), ("iest", ("y",)),
        ("ked", ("",)), ("king", ("",)), ("ity", ("", "e")), ("ise", ("",)), ("ize", ("",)), ("ised", ("", "ise")),
    ),
    "fr": (
        ("s", ("",)), ("x", ("",)), ("e", ("",)), ("es", ("", "e")), ("er", ("", "e")), ("é", ("", "er", "e")),
        ("ée", ("", "er", "e")), ("és", ("", "er", "e")), ("ées", ("er", "e")), ("ait", ("er", "e", "")),
        ("ais", ("er", "e", "")), ("aient", ("er", "e")), ("ent", ("er", "e", "")), ("ons", ("er", "e", "ir")),
        ("ez", ("er", "e", "ir", "re")), ("ant", ("er", "e")), ("ement", ("e", "")), ("ment", ("", "e")),
        ("erait", ("er", "e")), ("erai", ("er",)), ("era", ("er",)), ("ique", ("ie",)), ("euse", ("eux", "eur")),
        ("iez", ("er", "re", "ir")), ("riez", ("re", "r")), ("irait", ("ir",)), ("issais", ("ir",)),
        ("issait", ("ir",)), ("issent", ("ir",)), ("issez", ("ir",)), ("issant", ("ir",)),
    ),
    "de": (
        ("en", ("", "e")), ("n", ("",)), ("e", ("",)), ("er", ("", "e")), ("es", ("", "e")), ("em", ("", "e")),
        ("s", ("",)), ("t", ("en", "")), ("st", ("en", "")), ("te", ("en",)), ("ten", ("en",)), ("et", ("en",)),
        ("ung", ("en",)), ("ungen", ("en",)), ("lich", ("", "en")), ("liche", ("", "en")), ("ere", ("",)),
        ("eren", ("",)), ("ste", ("",)), ("sten", ("",)), ("bar", ("en",)), ("lein", ("",)), ("chen", ("", "e")),
    ),
    "es": (
        ("s", ("",)), ("es", ("", "e")), ("a", ("o",)), ("as", ("o", "a")), ("os", ("o",)), ("ado", ("ar", "o")),
        ("ada", ("ar", "o")), ("ados", ("ar",)), ("adas", ("ar",)), ("ido", ("er", "ir")), ("ida", ("er", "ir")),
        ("ando", ("ar",)), ("iendo", ("er", "ir")), ("aba", ("ar",)), ("aban", ("ar",)), ("ía", ("er", "ir")),
        ("ían", ("er", "ir")), ("é", ("ar",)), ("ó", ("ar",)), ("aron", ("ar",)), ("ieron", ("er", "ir")),
        ("mente", ("a", "", "e")), ("amos", ("ar",)), ("emos", ("er",)), ("aría", ("ar",)), ("ería", ("er",)),
        ("ito", ("o", "")), ("ita", ("a", "")), ("ísimo", ("o", "")), ("í", ("ir", "er")), ("ara", ("ar",)),
        ("ase", ("ar",)), ("iera", ("er", "ir")), ("dor", ("r",)), ("dora", ("r",)), ("ales", ("al", "")),
        ("arlo", ("ar",)), ("arla", ("ar",)),
        ("arme", ("ar",)), ("arse", ("ar",)), ("erlo", ("er",)), ("e", ("ar",)), ("en", ("ar",)), ("a", ("er", "ir")),
        ("an", ("er", "ir")),
    ),
}  # fmt: skip
_BEGINNINGS: dict[str, tuple[str, ...]] = {
    "en": ("un", "re", "non", "over", "under", "pre", "dis", "mis", "out"),
    "fr": ("re", "ré", "dé", "in", "pré", "sur"),
    "de": ("un", "ge", "be", "ver", "er", "ent", "ab", "an", "auf", "aus", "ein", "zu", "vor", "nach", "weiter", "um"),
    "es": ("re", "des", "in", "pre", "sobre"),
}
_SHORTEST = 3


def stems(word: str, language: str) -> Iterator[str]:
    """The words that a word may be a regular form of, in no special order."""
    yield from _without_ending(word, language)
    for beginning in _BEGINNINGS.get(language, ()):
        rest = word.removeprefix(beginning)
        if rest != word and len(rest) >= _SHORTEST:
            yield rest
            yield from _without_ending(rest, language)


def _without_ending(word: str, language: str) -> Iterator[str]:
    for ending, replacements in _ENDINGS.get(language, ()):
        if not word.endswith(ending) or len(word) - len(ending) < _SHORTEST:
            continue
        stem = word[: -len(ending)]
        for replacement in replacements:
            yield stem + replacement
        if language == "en" and len(stem) > 3 and stem[-1] == stem[-2]:
            yield stem[:-1]
