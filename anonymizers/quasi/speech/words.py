"""The shape of one language's ties."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Speech:
    """The ties of one language, as alternatives for regular expressions.

    `kin`: people close to somebody. `be`: somebody is; `own`: somebody's; `have`: somebody has or suffers; `since`:
    a turn in a life; `take`: somebody takes or uses; `go`: somebody attends. `soft`: words that may stand between a
    tie and what is tied. `nobody`: what makes it a topic. `asked`: what makes it a question or a condition; `no`: what
    denies it.
    """

    kin: str
    be: str
    own: str
    have: str
    since: str
    take: str
    go: str
    soft: str
    nobody: str
    asked: str
    no: str
