"""The base of every error this package raises."""


class LetheError(Exception):
    """Something was refused or failed. The message says what, what is still safe, and what to do.

    Messages are stored in clear by Airflow: they carry ids, counts and digests, never a person's detail.
    `may_pass` tells whether the same call can succeed later with nothing changed: a store that was away, say.
    """

    may_pass = False
