"""Scripts: text with slots for people and their details, and with marks for what must go and what must stay."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

NAME_SLOTS = ("first", "last", "full", "titled", "nick", "initials", "spelled_first", "spelled_last")
DETAIL_SLOTS = (
    "email", "phone", "street", "postcode", "city", "dob", "age", "employer", "handle", "account", "sortcode",
    "card", "iban", "nationalid", "plate", "passport", "health_id",
)  # fmt: skip
CODE_SLOTS = ("order", "customer", "ip", "url", "code")
LITERALS = ("health", "religion", "union", "job", "org", "place", "age", "id", "keep")
ROLES = ("p", "q", "m", "x1", "x2", "x3", "x4", "x5", "x6")
_SPEAKERS = ("M", "P", "Q")
_SLOT = re.compile(r"(?P<of>[a-z]\w*)(?:\.(?P<what>[a-z_]+))?(?P<spoken>:spoken(?:\.(?P<half>[12]))?)?")
_KNOWN = (
    f"slots: one of {', '.join(ROLES)} with .{', .'.join(NAME_SLOTS + DETAIL_SLOTS)}; {', '.join(CODE_SLOTS)}; "
    f"details and codes also with :spoken, :spoken.1, :spoken.2; marks: {', '.join(f'{kind}:…' for kind in LITERALS)}"
)


class ScriptError(Exception):
    """A script that cannot be read; the text names the file, the line and what would be right."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a turn: plain text, a marked literal (`kind`), or a slot (`of` a role or a code, `what` of it)."""

    text: str = ""
    kind: str = ""
    of: str = ""
    what: str = ""
    spoken: bool = False
    half: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One turn or one answer."""

    speaker: str
    pieces: tuple[Piece, ...]
    question: str = ""


@dataclass(frozen=True, slots=True)
class Script:
    """One script: genders and shared surnames by role, and its lines. A line of a survey is a script of its own."""

    name: str
    language: str
    lines: tuple[Line, ...]
    genders: dict[str, str] = field(default_factory=dict)
    same_last: dict[str, str] = field(default_factory=dict)
    keep_words: tuple[str, ...] = ()

    @property
    def roles(self) -> tuple[str, ...]:
        """Everybody who speaks or is spoken of."""
        used = {piece.of for line in self.lines for piece in line.pieces if piece.of in ROLES}
        used |= {line.speaker.lower() for line in self.lines if line.speaker}
        used |= {other for role, other in self.same_last.items() if role in used}
        return tuple(role for role in ROLES if role in used)

    def nicked(self) -> frozenset[str]:
        """The roles that are called by a nickname."""
        return frozenset(piece.of for line in self.lines for piece in line.pieces if piece.what == "nick")


def read_session(path: Path, language: str) -> Script:
    """The script of one session.

    Raises:
        ScriptError: anything that is not of the form.
    """
    genders: dict[str, str] = {}
    same_last: dict[str, str] = {}
    keep_words: tuple[str, ...] = ()
    lines: list[Line] = []
    in_header = True
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        text, where = raw.strip(), f"{path.name}:{number}"
        if not text:
            in_header = in_header and number == 1
            continue
        if not in_header:
            lines.append(_turn(text, where))
        elif text.startswith("keep_words:"):
            keep_words = tuple(word.strip() for word in text.partition(":")[2].split(",") if word.strip())
        elif shared := re.fullmatch(r"(\w+)\.last *= *(\w+)\.last", text):
            same_last[_role(shared[1], where)] = _role(shared[2], where)
        elif gender := re.fullmatch(r"(\w+) *: *([fmn])", text):
            genders[_role(gender[1], where)] = gender[2]
        elif not text.startswith("topic:"):
            raise ScriptError(
                f"{where}: no header line ('topic: …', 'keep_words: …', 'x1: f', 'x1.last = p.last'; then a blank line)"
            )
    if not lines:
        raise ScriptError(f"{path.name}: no turns; they come after the header and a blank line")
    return Script(path.stem, language, tuple(lines), genders, same_last, keep_words)


def read_answers(path: Path, language: str) -> list[Script]:
    """The answers of a file, one script each: a line is `[question] answer`.

    Raises:
        ScriptError: anything that is not of the form.
    """
    found = []
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        text, where = raw.strip(), f"{path.name}:{number}"
        if not text:
            continue
        parts = re.fullmatch(r"\[([^\]]+)\] *(\S.*)", text)
        if parts is None:
            raise ScriptError(f"{where}: an answer is '[question] text'")
        pieces = tuple(_pieces(parts[2], where))
        found.append(Script(f"answer-{number:03}", language, (Line("P", pieces, parts[1]),)))
    return found


def _turn(text: str, where: str) -> Line:
    speaker, colon, said = text.partition(":")
    if not colon or speaker not in _SPEAKERS or not said.strip():
        raise ScriptError(f"{where}: a turn is 'M: text', 'P: text' or 'Q: text'")
    return Line(speaker, tuple(_pieces(said.strip(), where)))


def _role(name: str, where: str) -> str:
    if name not in ROLES:
        raise ScriptError(f"{where}: nobody is called '{name}'; there are {', '.join(ROLES)}")
    return name


def _pieces(text: str, where: str) -> Iterator[Piece]:
    position = 0
    for found in re.finditer(r"\{([^{}]*)\}", text):
        if found.start() > position:
            yield _plain(text[position : found.start()], where)
        yield _marked(found[1], where)
        position = found.end()
    if position < len(text):
        yield _plain(text[position:], where)


def _plain(text: str, where: str) -> Piece:
    if "{" in text or "}" in text:
        raise ScriptError(f"{where}: a brace that does not pair; marks hold no other marks")
    return Piece(text)


def _marked(inside: str, where: str) -> Piece:
    slot = _SLOT.fullmatch(inside)
    if slot and _known(slot):
        return Piece(of=slot["of"], what=slot["what"] or "", spoken=bool(slot["spoken"]), half=int(slot["half"] or 0))
    kind, _, words = inside.partition(":")
    if kind in LITERALS and words.strip() and words.strip() != "spoken":
        return Piece(words.strip(), kind=kind)
    raise ScriptError(f"{where}: unknown slot '{{{inside}}}'; {_KNOWN}")


def _known(slot: re.Match[str]) -> bool:
    if slot["of"] in CODE_SLOTS:
        return slot["what"] is None
    if slot["of"] not in ROLES or slot["what"] is None:
        return False
    return slot["what"] in DETAIL_SLOTS or (slot["what"] in NAME_SLOTS and not slot["spoken"])
