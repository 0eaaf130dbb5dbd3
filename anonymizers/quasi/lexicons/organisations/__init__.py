"""How people speak of where they work, learn, are treated, play and pray. Compiled by hand for this project.

Patterns are over the text of a `View` and end where the name (or its article) begins.
"""

from anonymizers.quasi.lexicons.organisations.english import ORGANISATIONS as ENGLISH
from anonymizers.quasi.lexicons.organisations.french import ORGANISATIONS as FRENCH
from anonymizers.quasi.lexicons.organisations.german import ORGANISATIONS as GERMAN
from anonymizers.quasi.lexicons.organisations.spanish import ORGANISATIONS as SPANISH
from anonymizers.quasi.lexicons.organisations.words import OrganisationWords

__all__ = ["ORGANISATION_WORDS", "SAID", "OrganisationWords"]

ORGANISATION_WORDS = {"en": ENGLISH, "fr": FRENCH, "de": GERMAN, "es": SPANISH}

SAID = {
    "employer": "[an employer]",
    "school": "[a school]",
    "surgery": "[a surgery]",
    "care home": "[a care home]",
    "church": "[a place of worship]",
    "club": "[a club]",
}
