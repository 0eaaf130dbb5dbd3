"""What stands on the page of a certificate, in words and tables, before anything is drawn."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from lethe.retention.origin import RESTORED
from lethe.retention.reading import AGAIN, NOT_STATED, as_current

ITEMS_SHOWN = 50

KINDS = {"object": "object", "row": "row", "client_copy": "client's copy"}
RESULTS = {True: "yes", False: "no", None: NOT_STATED}


@dataclass(frozen=True)
class Column:
    """A column of a table: its heading, its share of the width, and whether it holds numbers or codes."""

    heading: str
    share: int
    number: bool = False
    code: bool = False


@dataclass(frozen=True)
class Table:
    """Rows of text under columns."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Fact:
    """A label and what it says; a code is set in letters of one width."""

    label: str
    text: str
    code: bool = False


@dataclass(frozen=True)
class Section:
    """A heading with facts, a table, paragraphs and points under it, in that order; any may be missing."""

    heading: str
    facts: tuple[Fact, ...] = ()
    table: Table | None = None
    paragraphs: tuple[str, ...] = ()
    points: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """What concerns each of several things: its name, then a line each."""


@dataclass(frozen=True)
class Page:
    """A page in words. `figures` are the four numbers that somebody in a hurry reads; the `annex` lists the items."""

    certificate_id: str
    controller: str
    subtitle: str
    claim: str
    figures: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...] = field(repr=False)
    annex: Section = field(repr=False)
    sha256: str
    issued_at: datetime
    truth: str


def page_of(data: bytes) -> Page:
    """The page of a certificate's bytes. They must have been verified: nothing is checked here."""
    sha256 = hashlib.sha256(data).hexdigest()
    certificate = as_current(json.loads(data))
    result, part = certificate["result"], certificate["part"]
    of_parts = f", part {part['number']} of {part['of']}" if part["of"] > 1 else ""
    return Page(
        certificate_id=certificate["certificate_id"],
        controller=certificate["controller"]["name"],
        subtitle=f"{certificate['certificate_id']}{of_parts}, issued {moment(certificate['issued_at'])}",
        claim=certificate["claim"],
        figures=(
            (
                f"{result['absent']:,}",
                "item shown to be absent" if result["absent"] == 1 else "items shown to be absent",
            ),
            (size(result["bytes"]), "in objects, as planned"),
            (f"{result['overdue']:,}", "later than their day"),
            (f"{result['kept']:,}", "planned, and kept after all"),
        ),
        sections=tuple(_sections(certificate, sha256)),
        annex=_items(certificate),
        sha256=sha256,
        issued_at=datetime.fromisoformat(certificate["issued_at"]),
        truth=(
            f"This page was made from {certificate['certificate_id']}.json, and that signed file is the certificate. "
            f"Its SHA-256 is {sha256}. To check it: lethe verify {certificate['certificate_id']}.json --public-key "
            "KEY.pem, with the agency's public key from the agency itself."
        ),
    )


def rule_in_words(rule: Mapping[str, Any]) -> str:
    """A rule as one sentence."""
    return (
        f"Every {rule['items'].replace('_', ' ')} goes {rule['window']} after its {rule['starts_at']}, "
        f"by the calendar of {rule['time_zone']}."
    )


def size(number: int) -> str:
    """Bytes in decimal units: `0 bytes`, `4.2 MB`."""
    if number < 1000:
        return f"{number} byte{'' if number == 1 else 's'}"
    amount, units = number / 1000, ["kB", "MB", "GB", "TB"]
    while amount >= 999.95 and len(units) > 1:
        amount /= 1000
        del units[0]
    return f"{amount:,.1f} {units[0]}"


def moment(text: str) -> str:
    """A time of a certificate for people: `2026-11-24 12:00:00 UTC`."""
    return text.replace("T", " ").replace("Z", " UTC")


def _sections(certificate: Mapping[str, Any], sha256: str) -> Iterator[Section]:
    yield _performed(certificate)
    yield _rule(certificate)
    yield _times(certificate)
    yield _deleted(certificate)
    yield _method(certificate)
    yield _verified(certificate)
    yield _residuals(certificate)
    yield _records(certificate)
    yield _signature(certificate, sha256)


def _performed(certificate: Mapping[str, Any]) -> Section:
    performed, part = certificate["performed_by"], certificate["part"]
    approval = _approval(performed["approval"])
    facts = [
        Fact("Controller", certificate["controller"]["name"]),
        Fact("Performed by", f"{_tool(performed['tool'])}, in the controller's name, under plan {performed['plan']}"),
        Fact("Approved by", approval),
        Fact("Plan's digest", certificate["plan"]["digest"], code=True),
    ]
    if part["of"] > 1:
        all_items = f"{certificate['result']['absent']:,} items"
        facts.append(Fact("Part", f"{part['number']} of {part['of']}, with {part['items']:,} of {all_items}"))
    return Section("Who", tuple(facts))


def _approval(approval: Mapping[str, Any]) -> str:
    if approval["needed"] is None:
        return NOT_STATED
    if not approval["needed"]:
        return "not needed: the plan was within what is usual for the rule"
    return f"{approval['by']}, who was shown why: {'; '.join(approval['questions'])}"


def _rule(certificate: Mapping[str, Any]) -> Section:
    rule = certificate["rule"]
    where = [*(rule["places"] or ()), *(f"{kind}s at clients" for kind in rule["client_copies"] or ())]
    version = f"as it was when it was planned on {certificate['plan']['today']}"
    if not rule["as_planned"]:
        version = "in words as it was when this was issued; it had changed since it was planned"
    elif rule["changed_since_plan"]:
        version += "; it has changed since"
    return Section(
        "The promise and its rule",
        (
            Fact("In words", rule_in_words(rule)),
            Fact("Clause and rule", f"{rule['clause']}, rule '{rule['id']}'"),
            Fact("Places", ", ".join(where) or NOT_STATED),
            Fact("Version", version),
            Fact("Its digest", rule["digest"], code=True),
        ),
    )


def _times(certificate: Mapping[str, Any]) -> Section:
    times = certificate["times"]
    began = times["deleted_not_before"]
    between = f"{moment(began)} and {moment(times['deleted_not_after'])}" if began else NOT_STATED
    return Section(
        "When",
        (
            Fact("Planned", moment(times["planned_at"])),
            Fact("Deleted between", between),
            Fact("Listed anew", moment(times["listed_at"])),
            Fact("Issued", moment(certificate["issued_at"])),
        ),
    )


def _deleted(certificate: Mapping[str, Any]) -> Section:
    columns = (
        Column("Place", 26),
        Column("Study", 26),
        Column("What", 15),
        Column("Items", 10, number=True),
        Column("Versions", 11, number=True),
        Column("Size", 12, number=True),
    )
    groups = [(group, group.get("gone_before", 0)) for group in certificate["deleted"]]
    rows = tuple(
        (
            group["place"],
            group["study"] or "not known",
            KINDS[group["kind"]],
            f"{group['items'] - gone:,}",
            _count(group),
            size(group["bytes"]) if group["kind"] != "row" else "",
        )
        for group, gone in groups
        if group["items"] > gone
    )
    destroyed = certificate["result"]["pseudonym_keys_destroyed"]
    paragraphs = [_gone_before(group, gone) for group, gone in groups if gone]
    if certificate["plan"].get("origin") == RESTORED:
        paragraphs.append(AGAIN)
    if not groups:
        paragraphs.append("Nothing of the plan was due any more when its turn came: every item was kept.")
    if destroyed:
        paragraphs.append(f"Pseudonym keys destroyed with them: {destroyed}.")
    return Section("What was deleted", table=Table(columns, rows) if rows else None, paragraphs=tuple(paragraphs))


def _gone_before(group: Mapping[str, Any], gone: int) -> str:
    copies = "1 client's copy" if gone == 1 else f"{gone:,} clients' copies"
    return (
        f"Gone before, and not by this deletion: {copies} at {group['place']} (study {group['study'] or 'not known'}). "
        "The register had it, and no version was there when the plan was frozen."
    )


def _method(certificate: Mapping[str, Any]) -> Section:
    by_method: dict[tuple[str | None, str], list[str]] = {}
    for place in certificate["verification"]["places"]:
        by_method.setdefault((place["kind"], place["method"]), []).append(place["place"])
    facts = [
        Fact(f"{kind[0].upper()}{kind[1:]}" if kind else "Every place", f"{method} ({', '.join(places)})")
        for (kind, method), places in by_method.items()
    ]
    medium = certificate["medium"]
    return Section(
        "How it was deleted",
        (*facts, Fact("The media", f"{medium['destination']}; {medium['sanitization']}")),
    )


def _verified(certificate: Mapping[str, Any]) -> Section:
    shown = certificate["verification"]
    columns = (
        Column("Place", 24),
        Column("Listed under connection", 30),
        Column("Other than the deleting one", 24),
        Column("Other things there then", 22, number=True),
    )
    rows = tuple(
        (place["place"], place["connection"], RESULTS[place["other_than_deleting"]], f"{place['held_then']:,}")
        for place in shown["places"]
    )
    return Section(
        "How it was verified",
        (
            Fact("By", _tool(shown["by"])),
            Fact("Method", shown["method"]),
            Fact("Coverage", f"{shown['coverage']}, no sample: {shown['of_each']}"),
        ),
        Table(columns, rows) if rows else None,
    )


def _residuals(certificate: Mapping[str, Any]) -> Section:
    together: dict[tuple[str, ...], list[str]] = {}
    for place in certificate["verification"]["places"]:
        together.setdefault(tuple(place["residuals"]), []).append(place["place"])
    return Section(
        "What this does not cover",
        points=tuple((", ".join(places), residuals) for residuals, places in together.items()),
        paragraphs=("Copies made elsewhere, by anybody.",) if not together else (),
    )


def _records(certificate: Mapping[str, Any]) -> Section:
    ledger, previous, part = certificate["ledger"], certificate["previous_certificate"], certificate["part"]
    before = "none: this is the rule's first" if certificate["format"].endswith("/2") else NOT_STATED
    facts = [
        Fact("Ledger, line", f"{ledger['line']:,}"),
        Fact("Its hash", ledger["hash"], code=True),
        Fact("Certificate before", previous["plan"] if previous else before),
    ]
    if previous:
        facts.append(Fact("Its SHA-256", previous["sha256"], code=True))
    if part["previous_sha256"]:
        facts.append(Fact("The part before", part["previous_sha256"], code=True))
    return Section("The records before this one", tuple(facts))


def _signature(certificate: Mapping[str, Any], sha256: str) -> Section:
    signed = certificate["signed_with"]
    return Section(
        "Signature",
        (
            Fact("Key", f"{signed['key_id']} ({signed['algorithm']})"),
            Fact("Signature", certificate["signature"], code=True),
            Fact("SHA-256 of the file", sha256, code=True),
        ),
    )


def _items(certificate: Mapping[str, Any]) -> Section:
    columns = (
        Column("No.", 6, number=True),
        Column("Reference", 21, code=True),
        Column("Place", 20),
        Column("Study", 18),
        Column("What", 12),
        Column("Due", 11, code=True),
        Column("Versions", 10, number=True),
        Column("Result", 8),
    )
    items: Sequence[Mapping[str, Any]] = certificate["items"]
    rows = tuple(
        (
            f"{number:,}",
            shortened(item["reference"]),
            item["place"],
            item["study"] or "not known",
            KINDS[item["kind"]],
            item["due"],
            _count(item),
            item["result"],
        )
        for number, item in enumerate(items[:ITEMS_SHOWN], 1)
    )
    rest = len(items) - len(rows)
    words = "References are shortened here and whole in the file. Versions are as planned; m. is a delete marker."
    if rest:
        words += f" {rest:,} more item{'' if rest == 1 else 's'} of this certificate stand in the file alone."
    return Section(
        "Items", table=Table(columns, rows) if rows else None, paragraphs=(words,) if rows else ("There is none.",)
    )


def shortened(reference: str) -> str:
    """A keyed reference cut to what tells it from its neighbours."""
    key_id, _, digest = reference.partition(":")
    return f"{key_id}:{digest[:12]}" if digest else reference[:18]


def _count(counted: Mapping[str, Any]) -> str:
    """Versions and delete markers of objects; rows have none."""
    versions, markers = counted.get("versions"), counted.get("delete_markers")
    if versions is None or counted["kind"] == "row":
        return ""
    return f"{versions:,} + {markers:,} m." if markers else f"{versions:,}"


def _tool(tool: Mapping[str, str]) -> str:
    return f"{tool['name']} {tool['version']}"
