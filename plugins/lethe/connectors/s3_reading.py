"""Reading an object of S3 to its end, or an error of ours: half an answer looks like a whole one.

boto3's own stream checks the length only in its own `read`; as a context manager it hands out another stream, which
takes an early end for the end.
"""

from types import TracebackType
from typing import Any, Self, cast

from urllib3.exceptions import HTTPError

from lethe.connectors.s3_errors import S3_ERRORS, failure


class ObjectReader:
    """The bytes of one answer. `read` gives as many as asked for, fewer only at the checked end."""

    def __init__(self, store_id: str, body: Any) -> None:
        self._store_id = store_id
        self._body = body

    def read(self, size: int = -1) -> bytes:
        """Read on, at most `size` bytes; all the rest without one.

        Raises:
            ConnectorError: the answer broke off before its end.
        """
        if size < 0:
            return self._asked(None)
        pieces = []
        # Who gets fewer bytes than it asked for may take them for the last: only an empty read checks the length.
        while size > 0 and (piece := self._asked(size)):
            pieces.append(piece)
            size -= len(piece)
        return b"".join(pieces)

    def close(self) -> None:
        """End the answer, read or not."""
        self._body.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def _asked(self, size: int | None) -> bytes:
        try:
            return cast(bytes, self._body.read(size))
        except (*S3_ERRORS, HTTPError) as error:
            raise failure(self._store_id, "read", error) from None
