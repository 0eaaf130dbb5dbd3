"""Masking one text of a session."""

from collections.abc import Callable

import pytest

from anonymizers.masking import Anonymiser


@pytest.fixture(scope="session")
def masking() -> Callable[[Anonymiser, str], str]:
    def mask(anonymiser: Anonymiser, text: str) -> str:
        return anonymiser.mask([text], language="en", one_session=True)[0].text

    return mask
