"""The operator that puts one word in brackets in place of everything of a kind."""

from typing import Any

from presidio_anonymizer.operators import Operator, OperatorType

WORD = "word"
UNKNOWN = "[masked]"

WORDS = {
    "PERSON": "[name]",
    "MODERATOR": "[moderator]",
    "OBSERVER": "[observer]",
    "SPELLED": UNKNOWN,
    "EMAIL_ADDRESS": "[email]",
    "PHONE_NUMBER": "[phone]",
    "URL": "[link]",
    "HANDLE": "[handle]",
    "FILE_NAME": "[file]",
    "IP_ADDRESS": "[device]",
    "MAC_ADDRESS": "[device]",
    "DEVICE_ID": "[device]",
    "IBAN_CODE": "[account]",
    "BANK_ACCOUNT": "[account]",
    "CREDIT_CARD": "[card]",
    "DATE_OF_BIRTH": "[date]",
    "DATE": "[date]",
    "AGE": "[age]",
    "HEALTH": "[health]",
    "BELIEF": "[belief]",
    "ORIGIN": "[origin]",
    "LOCATION": "[place]",
    "GEO_COORDINATES": "[place]",
    "STREET_ADDRESS": "[address]",
    "POSTCODE": "[postcode]",
    "ORGANIZATION": "[organisation]",
    "OCCUPATION": "[occupation]",
    "VEHICLE_REGISTRATION": "[vehicle]",
    "NUMBER": "[number]",
    "UNKNOWN": UNKNOWN,
}
"""One lower-case word for each kind of finding, the same in every language."""


def word_for(entity: str) -> str:
    """The word of a kind; a kind without one is an identifier of some sort."""
    return WORDS.get(entity, "[id]")


class WordOperator(Operator):
    """Gives the word of the entity, whatever it replaces and however long that was."""

    def operate(self, text: str = "", params: dict[str, Any] | None = None) -> str:
        """The word in brackets."""
        return word_for(str((params or {}).get("entity_type", "UNKNOWN")))

    def validate(self, params: dict[str, Any] | None = None) -> None:
        """Nothing to refuse."""

    def operator_name(self) -> str:
        """What a configuration calls it."""
        return WORD

    def operator_type(self) -> OperatorType:
        """It anonymises."""
        return OperatorType.Anonymize
