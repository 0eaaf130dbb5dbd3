"""Religion, belief, politics and trade unions, in four languages. Compiled by hand for this project.

`faith`, `view` (politics) and `union_member` are what somebody is; `rite` what somebody keeps or attends; `clergy` whom
they call theirs; `party` whom they vote for or belong to; `union` what they belong to. One phrase a comma.
"""

from anonymizers.quasi.lexicons.belief.english import ENGLISH
from anonymizers.quasi.lexicons.belief.french import FRENCH
from anonymizers.quasi.lexicons.belief.german import GERMAN
from anonymizers.quasi.lexicons.belief.spanish import SPANISH

BELIEF_WORDS: dict[str, dict[str, str]] = {
    "en": ENGLISH,
    "fr": FRENCH,
    "de": GERMAN,
    "es": SPANISH,
}
