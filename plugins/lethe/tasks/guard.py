"""What stands between our code and Airflow's log: an error's text is stored in clear, so it must be one of ours."""

import functools
import traceback
from collections.abc import Callable
from pathlib import PurePath
from typing import ParamSpec, TypeVar

from airflow.sdk.exceptions import AirflowException, AirflowFailException

from anonymizers.errors import AnonymizerError
from lethe.errors import LetheError

P = ParamSpec("P")
R = TypeVar("R")


class UnexpectedError(Exception):
    """An error that is not ours, without its text: it may quote a person."""


def guarded(function: Callable[P, R]) -> Callable[P, R]:
    """A task's function whose errors carry no text but our own.

    Ours are written to hold ids and counts alone; one that cannot pass by itself fails the task at once, the others
    are tried again. Of any other error only its type and place are kept.
    """

    @functools.wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return function(*args, **kwargs)
        except LetheError as error:
            if error.may_pass:
                raise error from None
            raise AirflowFailException(str(error)) from None
        except AnonymizerError as error:
            raise AirflowFailException(str(error)) from None
        except AirflowException:
            raise
        except Exception as error:
            raise UnexpectedError(_without_text(error)) from None

    return call


def _without_text(error: Exception) -> str:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return (
        f"{type(error).__name__} in {PurePath(frame.filename).name}, line {frame.lineno}. Its text is withheld, for it "
        "may quote a person. Nothing that was not finished counts as done; clear this task to try again."
    )
