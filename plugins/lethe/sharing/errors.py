"""What sharing refuses."""

from lethe.errors import LetheError


class ExportRefusedError(LetheError):
    """An export, or a part of it, that must not go on. The client's bucket is as it was."""
