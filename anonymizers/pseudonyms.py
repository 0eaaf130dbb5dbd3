"""Stable codes in place of people and sessions: the same in survey and transcript, different for each client."""

import hashlib
import hmac
from collections.abc import Collection

from anonymizers.characters import key as name_key
from anonymizers.errors import AnonymizerError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O or U, so that nothing is misread and few words can be spelled."""

LENGTH = 8
"""Forty bits. Among 1,000 people the odds that any two share a code are below one in two million, and a shared code
is refused; a shorter code would have to depend on who else was asked, and so on the order."""

_MIN_KEY_BYTES = 16


class Pseudonyms:
    """Codes derived with HMAC-SHA256 from a key (RFC 2104); people and sessions have separate domains.

    A code depends on the key, the kind and the id alone: never on the order in which ids are asked. It has at least
    one digit and one letter and is never one of `avoid`, such as the names of the study's people.
    """

    def __init__(self, key: bytes, *, avoid: Collection[str] = ()) -> None:
        if len(key) < _MIN_KEY_BYTES:
            raise AnonymizerError(f"a pseudonym key has at least {_MIN_KEY_BYTES} bytes; nothing was anonymised")
        self._key = key
        self._avoid = frozenset(name_key(name) for name in avoid if name)
        self._given: dict[str, str] = {}

    def __repr__(self) -> str:
        return "Pseudonyms()"

    def person(self, participant_id: str) -> str:
        """The code of a participant, such as `P-7K2Q4W9M`."""
        return self._code("P", "person", participant_id)

    def session(self, session_id: str) -> str:
        """The code of a session, or of a file of it, such as `S-3B9XT0QE`."""
        return self._code("S", "session", session_id)

    def _code(self, prefix: str, domain: str, subject: str) -> str:
        attempt = 0
        while True:
            message = f"lethe/pseudonym/{domain}/{attempt}/{subject}".encode()
            digest = hmac.new(self._key, message, hashlib.sha256).digest()
            code = _base32(int.from_bytes(digest[:8], "big"))
            if _mixed(code) and not {code.lower(), f"{prefix}-{code}".lower()} & self._avoid:
                break
            attempt += 1
        whole = f"{prefix}-{code}"
        if self._given.setdefault(whole, subject) != subject:
            raise AnonymizerError(
                "two ids of this study share a pseudonym; destroy the study's pseudonym key and make a new one"
            )
        return whole


def _base32(number: int) -> str:
    return "".join(ALPHABET[(number >> 5 * place) & 31] for place in range(LENGTH))


def _mixed(code: str) -> bool:
    return any(sign.isdigit() for sign in code) and any(sign.isalpha() for sign in code)
