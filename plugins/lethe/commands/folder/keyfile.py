"""The key that pseudonyms are made with: new for each run, or kept in a file so that runs can be joined."""

import base64
import binascii
import os
import secrets
from pathlib import Path

from lethe.commands.terminal import UsageError
from lethe.keystore import KEY_BYTES


def key_for_run(path: Path | None) -> tuple[bytes, bool]:
    """The 32 bytes, and whether they are new: with no file, or none there yet, they are random.

    Raises:
        UsageError: a file that others can read, or that holds no such key.
    """
    if path is None or not path.exists():
        return secrets.token_bytes(KEY_BYTES), True
    try:
        if os.name == "posix" and path.stat().st_mode & 0o077:
            raise UsageError("the key file can be read by others, who could tell who is who; make it 0600")
        key = base64.b64decode(path.read_bytes().strip(), validate=True)
    except OSError as error:
        raise UsageError(f"the key file cannot be read ({type(error).__name__})") from None
    except binascii.Error:
        key = b""
    if len(key) != KEY_BYTES:
        raise UsageError("the key file holds no key of this command's; name another, or one that is not there yet")
    return key, False


def key_file_bytes(key: bytes) -> bytes:
    """What a key file holds: Base64 on one line."""
    return base64.b64encode(key) + b"\n"
