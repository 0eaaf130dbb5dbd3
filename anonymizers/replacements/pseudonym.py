"""The operator that puts a participant's pseudonym in place of their name."""

from typing import Any

from presidio_anonymizer.operators import Operator, OperatorType

from anonymizers.errors import AnonymizerError

PSEUDONYM = "pseudonym"


class PseudonymOperator(Operator):
    """Gives the code that comes in its parameters; what it replaces is not looked at."""

    def operate(self, text: str = "", params: dict[str, Any] | None = None) -> str:
        """The pseudonym."""
        return str((params or {})[PSEUDONYM])

    def validate(self, params: dict[str, Any] | None = None) -> None:
        """Refuses to run without a code."""
        if not str((params or {}).get(PSEUDONYM, "")):
            raise AnonymizerError("a participant's name has no pseudonym to be replaced with; nothing was anonymised")

    def operator_name(self) -> str:
        """What a configuration calls it."""
        return PSEUDONYM

    def operator_type(self) -> OperatorType:
        """It anonymises."""
        return OperatorType.Anonymize
