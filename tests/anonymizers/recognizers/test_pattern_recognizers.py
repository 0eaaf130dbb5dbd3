"""What `pattern_recognizers` promises to the engine."""

from concurrent.futures import ThreadPoolExecutor

from presidio_analyzer import EntityRecognizer, RecognizerResult

from anonymizers.recognizers import pattern_recognizers


def test_every_language_gets_the_same_set_in_its_name():
    both = pattern_recognizers(["en", "de", "en"])
    assert all(isinstance(recognizer, EntityRecognizer) for recognizer in both)
    names = [[r.name for r in both if r.supported_language == language] for language in ("en", "de")]
    assert names[0] == names[1]
    assert len(set(names[0])) == len(names[0]) >= 22
    assert len({recognizer.id for recognizer in both}) == len(both)


def test_a_language_without_words_of_its_own_still_finds_shapes():
    text = "jane@example.com 4111 1111 1111 1111"
    kinds = {hit.entity_type for r in pattern_recognizers(["it"]) for hit in r.analyze(text, [], None)}
    assert {"EMAIL_ADDRESS", "CREDIT_CARD"} <= kinds


def test_results_say_which_recogniser_found_them(results):
    for result in results("en", "jane@example.com, 07700 900123, NW1 6XE"):
        assert 0 < result.score <= 1
        assert result.recognition_metadata[RecognizerResult.RECOGNIZER_NAME_KEY].endswith("Recognizer")
        assert RecognizerResult.RECOGNIZER_IDENTIFIER_KEY in result.recognition_metadata


def test_only_entities_asked_for_and_supported_are_given(recognizers):
    text = "reference s w one a one a a, spelled r o e"
    for recognizer in recognizers["en"]:
        assert {hit.entity_type for hit in recognizer.analyze(text, ["SPELLED"], None)} <= {"SPELLED"}
        assert {hit.entity_type for hit in recognizer.analyze(text, [], None)} <= set(recognizer.supported_entities)


def test_threads_find_what_one_finds(must_find, results):
    examples = must_find[::3]
    alone = [[repr(result) for result in results(e.language, e.text)] for e in examples]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda e: [repr(result) for result in results(e.language, e.text)], examples))
    assert together == alone


def test_an_empty_text_and_one_without_letters_hold_nothing(results):
    for language in ("en", "fr", "de", "es"):
        assert results(language, "") == []
        assert results(language, " \n\t... !? \n") == []
