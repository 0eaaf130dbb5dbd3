"""What can go wrong while anonymising. Messages carry line numbers and counts, never content."""


class AnonymizerError(Exception):
    """The base of every error raised by this package."""


class FormatError(AnonymizerError):
    """A file that cannot be read as the format it claims to be."""

    def __init__(self, format_name: str, reason: str, *, line: int | None = None) -> None:
        where = f", line {line}" if line is not None else ""
        super().__init__(f"not readable as {format_name}{where}: {reason}")
        self.format_name = format_name
        self.line = line
