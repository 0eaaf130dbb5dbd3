"""From scripts to sessions: slots filled with people, text in one of two styles, every mark at its place."""

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tests.corpora.asr import asr_text
from tests.corpora.cast import Name
from tests.corpora.countries import country
from tests.corpora.countries.country import Number
from tests.corpora.details import Details, spoken, written
from tests.corpora.marks import Chunk, Keep, Span, Standing, Style
from tests.corpora.naming import name_form, title_of
from tests.corpora.scripts import CODE_SLOTS, NAME_SLOTS, Line, Piece, Script, ScriptError
from tests.corpora.speaking import said_address, said_groups

REGISTERED = frozenset(
    {"name", "initials", "email", "phone", "street", "postcode", "dob", "iban", "account", "sortcode"}
)
QUASI = frozenset({"age", "employer", "city", "health", "religion", "union", "job", "org", "place"})
_SHARE_HEARD_WRONG = 0.25


@dataclass(frozen=True, slots=True)
class Player:
    """Somebody in a role: name, title, details, and whether the register knows them (as staff, or as participant)."""

    name: Name
    title: str
    details: Details
    register: str

    def standing(self, type_: str) -> Standing:
        """Known is what the register holds; of staff it holds name and e-mail alone."""
        if type_ in QUASI:
            return "quasi"
        held = {"name", "initials", "email"} if self.register == "staff" else REGISTERED
        return "known" if self.register and type_ in held else "unknown"


@dataclass(frozen=True, slots=True)
class Said:
    """The text of one line with its marks."""

    text: str
    spans: tuple[Span, ...]
    keeps: tuple[Keep, ...]


def titled(name: Name, language: str, rng: random.Random) -> str:
    """The title of a player."""
    return title_of(name, language, rng)


class Rendering:
    """One rendering of one script: what was drawn once stays so through all of its lines."""

    def __init__(
        self, script: Script, players: Mapping[str, Player], style: Style, rng: random.Random, scope: str = ""
    ) -> None:
        self._script = script
        self._players = players
        self._style = style
        self._rng = rng
        self._scope = scope
        self._codes = {name: _code(name, rng) for name in CODE_SLOTS}
        self._halves: dict[tuple[str, str], list[list[Chunk]]] = {}

    def line(self, number: int, line: Line) -> Said:
        """A line's text and marks; `number` is the turn they carry."""
        text = _Text(self._script.language, self._style)
        spans: list[Span] = []
        keeps: list[Keep] = []
        for piece in line.pieces:
            if not piece.kind and not piece.of:
                text.add(piece.text)
            elif piece.kind == "keep":
                start, end = text.add(piece.text)
                keeps.append(Keep(number, start, end))
            else:
                spans.append(self._span(number, piece, text))
        return Said(text.text, tuple(spans), tuple(keeps))

    def _span(self, number: int, piece: Piece, text: "_Text") -> Span:
        player = self._players.get(piece.of)
        form = "written"
        if piece.kind:
            chunks: list[Chunk] = [(self._literal(piece), True)]
            type_, who, standing = piece.kind, piece.text.casefold(), _literal_standing(piece.kind)
        elif player is None:
            chunks, form = self._code_form(piece)
            type_, who, standing = piece.of, piece.of, "unknown"
        elif piece.what in NAME_SLOTS:
            heard = self._heard(player, piece.what)
            chunks = name_form(
                piece.what, player.name, player.title, self._script.language, self._rng, before=text.text, heard=heard
            )
            form = "heard wrong" if heard else "spelled" if piece.what.startswith("spelled") else "written"
            type_ = "initials" if piece.what == "initials" else "name"
            who, standing = piece.of, player.standing(type_)
        else:
            chunks, form = self._detail_form(piece, player)
            type_, who, standing = piece.what, piece.of, player.standing(piece.what)
        start, end, parts = text.add_chunks(chunks)
        origin = player.name.origin if player is not None else ""
        entity = f"{self._scope}{type_}:{who}"
        return Span(number, start, end, type_, entity, standing, parts, origin, form)

    def _literal(self, piece: Piece) -> str:
        """What is marked, as it stands; the digits of an identifier are read out as numbers of somebody's are."""
        if piece.kind != "id" or self._style != "asr":
            return piece.text
        return re.sub(
            r"\d+", lambda found: f" {' '.join(said_groups([found[0]], self._script.language, self._rng))} ", piece.text
        )

    def _heard(self, player: Player, what: str) -> bool:
        may_be = self._style == "asr" and bool(player.register) and what in ("first", "last", "full", "titled")
        return may_be and self._rng.random() < _SHARE_HEARD_WRONG

    def _detail_form(self, piece: Piece, player: Player) -> tuple[list[Chunk], str]:
        if not (piece.spoken or self._style == "asr"):
            return written(piece.what, player.details, self._script.language, self._rng), "written"
        key = (piece.of, piece.what)
        if piece.half and key in self._halves:
            groups = self._halves[key]
        else:
            groups = spoken(piece.what, player.details, self._script.language, self._rng)
            self._halves[key] = groups
        return self._joined(_half(groups, piece.half)), "spoken"

    def _code_form(self, piece: Piece) -> tuple[list[Chunk], str]:
        number, language = self._codes[piece.of], self._script.language
        if not (piece.spoken or self._style == "asr"):
            return [(self._rng.choice(number.written), True)], "written"
        if piece.of in ("url", "ip"):
            address = number.written[0].partition("//")[2] if piece.of == "url" else number.written[0]
            return [(said_address(address, language, self._rng), True)], "spoken"
        groups: list[list[Chunk]] = [[(group, True)] for group in said_groups(number.groups, language, self._rng)]
        return self._joined(_half(groups, piece.half)), "spoken"

    def _joined(self, groups: Sequence[Sequence[Chunk]]) -> list[Chunk]:
        """Groups with a breath between them, all of it one telling whole where every group is."""
        breath = self._rng.choice((" ", ", ", ", "))
        if all(len(group) == 1 and group[0][1] for group in groups):
            return [(breath.join(group[0][0] for group in groups), True)]
        chunks: list[Chunk] = []
        for group in groups:
            chunks += [(breath, False)] if chunks else []
            chunks += group
        return chunks


@dataclass(slots=True)
class _Text:
    """A text that grows; in the recogniser's style every piece is turned into it as it comes."""

    language: str
    style: Style
    text: str = ""
    _space: bool = field(default=False)

    def add(self, piece: str) -> tuple[int, int]:
        """Where the piece stands now, without the space around it."""
        if self.style == "cased":
            start = len(self.text)
            self.text += piece
            return start + len(piece) - len(piece.lstrip()), len(self.text.rstrip())
        before = " " if self._space else self.text[-1:]
        turned = asr_text(piece, self.language, before)
        words = turned.split()
        self._space = bool(self.text) and (self._space or turned[:1].isspace())
        if not words:
            return len(self.text), len(self.text)
        if self._space:
            self.text += " "
        start = len(self.text)
        self.text += " ".join(words)
        self._space = turned[-1:].isspace()
        return start, len(self.text)

    def add_chunks(self, chunks: Sequence[Chunk]) -> tuple[int, int, tuple[tuple[int, int], ...]]:
        """Where they all stand, and where the telling ones do."""
        placed = [(self.add(text), telling) for text, telling in chunks if text]
        told = tuple(place for place, telling in placed if telling and place[0] < place[1])
        if not told:
            raise ScriptError(f"a mark in a script of '{self.language}' is empty as text")
        stands = [place for place, _ in placed if place[0] < place[1]]
        return stands[0][0], stands[-1][1], told


def _half(groups: list[list[Chunk]], half: int) -> list[list[Chunk]]:
    if not half:
        return groups
    if len(groups) == 1:
        words = "".join(text for text, _ in groups[0]).split(" ")
        groups = [[(word, True)] for word in words]
    middle = (len(groups) + 1) // 2
    return groups[:middle] if half == 1 else groups[middle:] or groups[-1:]


def _literal_standing(kind: str) -> Standing:
    return "quasi" if kind in QUASI else "unknown"


_SITES = ("trolley", "meridian", "hopscotch", "lumen", "pinboard", "orbita", "kompass", "girasol", "marelle", "zettel")


def _code(name: str, rng: random.Random) -> Number:
    if name == "order":
        return country.order(rng)
    if name == "customer":
        return country.customer(rng)
    if name == "code":
        return country.code(rng)
    if name == "ip":
        address = ".".join(str(rng.randrange(1, 255)) for _ in range(4))
        return Number((address,), (address,))
    path = rng.choice(("account", "u", "users", "profile?id=", "member", "my?uid="))
    joint = "" if path.endswith("=") else "/"
    host = f"{rng.choice(('www', 'my', 'shop'))}.{rng.choice(_SITES)}.example"
    address = f"https://{host}/{path}{joint}{country.digits(7, rng)}"
    return Number((address,), (address,))
