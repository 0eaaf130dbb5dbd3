"""Default-deny: what no word list knows goes; the words of an interview stay."""

import pytest

from anonymizers.characters import fold
from anonymizers.deny import DenyRecognizer
from anonymizers.errors import AnonymizerError
from anonymizers.lexicon import lexicon
from anonymizers.tokens import tokenise


def denied(text: str, language: str = "en", below: float = 3.5) -> list[str]:
    plain = fold(text).text
    return [plain[one.start : one.end] for one in DenyRecognizer(language, below).find(tokenise(plain))]


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", "my neighbour niamh and her son callum use it", ["niamh", "callum"]),
        ("en", "i asked dave in accounts and sarah brown said yes", ["dave", "sarah", "brown"]),
        ("en", "then Brimblecombe called", ["Brimblecombe"]),
        ("en", "so Mark and Rose said so", ["Mark", "Rose"]),
        ("en", "Niamh's phone and d'Souza's", ["Niamh", "Souza"]),
        ("en", "I like @quirky_jones there", ["quirky", "jones"]),
        ("en", "it is b r i m b l e", ["b r i m b l e"]),
        ("fr", "et clothilde m'a dit que gérard aime bien", ["clothilde", "gérard"]),
        ("fr", "la voiture d'Anselme", ["Anselme"]),
        ("de", "dann hat anke gesagt, Tilo kommt", ["anke", "Tilo"]),
        ("es", "entonces ximena y javier llamaron", ["ximena", "javier"]),
    ],
)
def test_a_name_that_nobody_told_us_of_is_denied_in_any_case(language: str, text: str, names: list[str]) -> None:
    assert [name for name in names if not any(name in one for one in denied(text, language))] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "So I scrolled down to the Settings menu, tapped the toggle and the dropdown didn't open."),
        ("en", "will you mark it as read? it may take a while, that's fair, we're in good hands"),
        ("en", "In May we had an English version. It's unclear, I couldn't reorder my groceries."),
        ("en", "the onboarding is clunky and the breadcrumb goes off the screen"),
        ("en", "THIS IS SO ANNOYING"),
        ("en", "I would try MOT as well, and DVLA or HMRC. Gross annual income. Then National Insurance"),
        ("fr", "Je vois Télécharger, Imprimer et Réinitialiser, et là Calculez votre prêt"),
        ("de", "Da steht Drucken, daneben Hochladen und Abbrechen, und dann Berechnen"),
        ("es", "Pone Calcule cuánto puede pedir. Compartir o Imprimir, y abajo Descargar y Rellene el formulario"),
        ("fr", "J'ai cliqué sur le bouton pour valider le panier, mais le créneau était grisé."),
        ("de", "Ich habe auf den Knopf geklickt und die Kontoübersicht hat sich nicht geöffnet."),
        ("es", "Hice clic en el botón de continuar y la página no me dejaba seguir adelante."),
    ],
)
def test_the_words_of_an_interview_survive(language: str, text: str) -> None:
    assert denied(text, language) == []


@pytest.mark.parametrize(
    "text",
    [
        "my pin is 4821",
        "it is 55 77 99 11",
        "reference 20391",
        "one two three four five",
        "double nine one two oh four",
    ],
)
def test_a_long_number_is_denied_written_or_read_aloud(text: str) -> None:
    assert denied(text)


@pytest.mark.parametrize(
    "text",
    [
        "it was £1,200 then",
        "I paid 1500 pounds",
        "since 2019 I think",
        "about 15 percent",
        "on page 250",
        "from one to five",
        "12,500",
    ],
)
def test_money_years_and_short_numbers_survive(text: str) -> None:
    assert denied(text) == []


def test_a_year_long_ago_may_be_a_birth_year_and_is_denied() -> None:
    assert denied("since 1984") == ["1984"]


def test_the_threshold_decides_how_common_a_word_must_be() -> None:
    assert denied("the kettle is on", below=3.5) == []
    assert denied("the kettle is on", below=4.0) == ["kettle"]


def test_a_language_without_a_word_list_goes_to_review() -> None:
    with pytest.raises(AnonymizerError, match="review"):
        lexicon("cy")
