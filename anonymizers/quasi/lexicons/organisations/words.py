"""The shape of what is known of organisations in one language."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class OrganisationWords:
    """
    The organisations of one language. `sure` cues, by kind, are followed by the name of one, a brand's too; `loose`
    ones only where a kind of house is named with it or a capital shows a name that is no brand, what follows a
    `housed` word only with its house. `houses` are the nouns of each kind; in a `house_first` language they stand
    before the name. `general` words do not make a house somebody's own ("local school"), `stops` end a name in a
    text without capitals, `inner` may stand inside one, and `never` are no names.
    """

    sure: Mapping[str, str]
    loose: Mapping[str, str]
    housed: str
    houses: Mapping[str, str]
    house_first: bool
    general: str
    stops: str
    inner: str
    never: str
