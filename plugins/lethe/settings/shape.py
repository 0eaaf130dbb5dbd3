"""What the types allow at a place in a file: its keys and its choices."""

from collections.abc import Sequence
from enum import StrEnum
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel


def type_at(annotation: Any, steps: Sequence[str | int]) -> Any:
    """The type that a value at those steps must have; None where the types know no such place."""
    here = _bare(annotation)
    for step in steps:
        if isinstance(here, type) and issubclass(here, BaseModel):
            fields = {field.alias or name: field.annotation for name, field in here.model_fields.items()}
            here = _bare(fields.get(str(step)))
        elif get_origin(here) is dict:
            here = _bare(get_args(here)[1])
        elif get_origin(here) is tuple:
            here = _bare(get_args(here)[0])
        else:
            return None
    return here


def keys_at(annotation: Any, steps: Sequence[str | int]) -> tuple[str, ...]:
    """The keys that a mapping at those steps knows; none where it takes ids of the user's choice."""
    here = type_at(annotation, steps)
    if isinstance(here, type) and issubclass(here, BaseModel):
        return tuple(field.alias or name for name, field in here.model_fields.items())
    return ()


def choices_at(annotation: Any, steps: Sequence[str | int]) -> tuple[str, ...]:
    """The words that may stand at those steps; none where any may."""
    here = type_at(annotation, steps)
    if get_origin(here) is Literal:
        return tuple(str(choice) for choice in get_args(here))
    if isinstance(here, type) and issubclass(here, StrEnum):
        return tuple(member.value for member in here)
    return ()


def _bare(annotation: Any) -> Any:
    while True:
        if get_origin(annotation) is Annotated:
            annotation = get_args(annotation)[0]
        elif get_origin(annotation) in (Union, UnionType):
            annotation = next(one for one in get_args(annotation) if one is not type(None))
        else:
            return annotation
