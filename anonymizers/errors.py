"""What can go wrong while anonymising. Messages carry line numbers and counts, never content."""


class AnonymizerError(Exception):
    """The base of every error raised by this package.

    Its text holds nothing of what was read, a header included: whoever catches it may write it down.
    """

    @property
    def named(self) -> str:
        """The text for the terminal of whoever gave the file, which may name its columns."""
        return str(self)


class ColumnsError(AnonymizerError):
    """A table whose columns are not those that were declared.

    Its text has positions from 1, counts and declared names. A header may be a question that names somebody, or the
    first answer of a table without its header row: `named` alone has headers.
    """

    def __init__(self, text: str, named: str) -> None:
        super().__init__(text)
        self._named = named

    @property
    def named(self) -> str:
        """The text with the headers in it."""
        return self._named


class FormatError(AnonymizerError):
    """A file that cannot be read as the format it claims to be."""

    def __init__(self, format_name: str, reason: str, *, line: int | None = None) -> None:
        where = f", line {line}" if line is not None else ""
        super().__init__(f"not readable as {format_name}{where}: {reason}")
        self.format_name = format_name
        self.line = line
