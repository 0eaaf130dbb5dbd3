"""What a place answered when it did not do as asked."""

from lethe.errors import LetheError


class ConnectorError(LetheError):
    """A store or database that could not be reached or refused. Names the place and its code, never a key."""

    may_pass = True
