"""What stops a deletion, or a certificate."""

from lethe.errors import LetheError


class RetentionError(LetheError):
    """A deletion that was refused or did not finish. Says what is left as it was."""

    may_pass = True


class StillPresentError(RetentionError):
    """A fresh listing shows something that should be gone: there is no certificate."""
