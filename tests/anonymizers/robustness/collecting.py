"""Every regular expression that the anonymisers compile: run as a program, it prints them as JSON, one a line.

It listens to `re` before anything of ours is imported, so that expressions in closures, caches and instances are
met as well as those of modules.
"""

import importlib
import json
import pkgutil
import re
import sys

LANGUAGES = ("en", "fr", "de", "es")
_SPEECH = (
    "Hi, I'm Siobhan Abernathy, born on 7 March 1984, 12 Sea View Road, HG1 2QF, ring oh seven double seven. ",
    "Je m'appelle Siobhan, née le 7 mars 1984, 12 rue du Moulin, 75011 Paris, arobase exemple point fr. ",
    "Ich bin 41 Jahre alt, wohne in der Lindenstraße 12 in 10115 Berlin, geboren am 7. März 1984. ",
    "Tengo 41 años, vivo en la calle del Mar 12, 28013 Madrid, nacida el 7 de marzo de 1984. ",
)
met: dict[tuple[str, int], str] = {}


def listen() -> None:
    """Note each expression with the module of ours that asked for it."""
    compiled = re._compile  # type: ignore[attr-defined]  # what compile, search and all the others call

    def noting(pattern: object, flags: int) -> object:
        made = compiled(pattern, flags)
        frame = sys._getframe(1)
        while frame is not None and frame.f_globals.get("__name__", "").split(".")[0] in {"re", "functools"}:
            frame = frame.f_back  # type: ignore[assignment]
        asked = frame.f_globals.get("__name__", "") if frame is not None else ""
        if asked.startswith("anonymizers") and isinstance(made.pattern, str):
            met.setdefault((made.pattern, made.flags), asked)
        return made

    re._compile = noting  # type: ignore[attr-defined]


def use_everything() -> None:
    """Import each module, and look at a text in each language with every layer."""
    import anonymizers

    for module in pkgutil.walk_packages(anonymizers.__path__, "anonymizers."):
        importlib.import_module(module.name)
    from anonymizers.engine import Detection
    from anonymizers.masking import Anonymiser
    from anonymizers.people import Person
    from anonymizers.pseudonyms import Pseudonyms

    person = Person("p-1", first_name="Siobhan", last_name="Abernathy", date_of_birth="1984-03-07")
    anonymiser = Anonymiser(Detection(LANGUAGES), (person,), Pseudonyms(bytes(32)), mode="strict")
    for language in LANGUAGES:
        anonymiser.mask(list(_SPEECH), language=language, one_session=True)


if __name__ == "__main__":
    listen()
    use_everything()
    for (pattern, flags), asked in sorted(met.items()):
        sys.stdout.write(json.dumps([asked, pattern, flags]) + "\n")
