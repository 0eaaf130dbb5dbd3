"""The part of the small model that Presidio's process must know to load it."""

from spacy.language import Language
from spacy.tokens import Doc

LEMMAS = "lower_case_lemmas"


@Language.component(LEMMAS)
def lower_case_lemmas(doc: Doc) -> Doc:
    """Each word in lower case as its lemma: Presidio looks for its context words among the lemmas."""
    for token in doc:
        token.lemma_ = token.lower_
    return doc
