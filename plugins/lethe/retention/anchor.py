"""Where the ledger's head is written down apart from the ledger, so that a cut or an older one is recognised.

Every anchor, certificate and audit report in the evidence store names a line of the ledger and its hash.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, timedelta
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from lethe.agency import Agency
from lethe.connectors.objects import ObjectVersion
from lethe.errors import LetheError
from lethe.retention.certificate import CertificateError, verify_certificate
from lethe.retention.errors import RetentionError
from lethe.retention.signed import SignatureError, signed, verified

ANCHOR = "lethe-ledger-anchor/1"
REPORT = "lethe-audit-report/1"
CERTIFICATE = "certificate"
FORMS = {"anchors/": ANCHOR, "certificates/": CERTIFICATE, "audits/": REPORT}
"""What the evidence store holds under each prefix."""

Keys = Mapping[str, Ed25519PublicKey]


class OlderLedgerError(RetentionError):
    """The ledger lacks lines that the evidence names: it was restored from an older backup, or cut."""

    may_pass = False


@dataclass(frozen=True)
class Anchor:
    """An anchor as written: its key in the evidence store, the line it names, and whether the store locked it."""

    key: str
    line: int
    locked: bool


@dataclass(frozen=True)
class Kept:
    """A certificate that a trusted key signed, as it lies in the evidence store: whose it is, and its digest."""

    certificate_id: str
    plan_id: str
    rule_id: str
    sha256: str


@dataclass(frozen=True)
class Witnesses:
    """What the evidence store says of the ledger: hashes by line, and how many documents there are.

    `problems` are what contradicts another document, or that none could be read. `unreadable` are documents that say
    nothing of the ledger, for or against it: no trusted key signed them.
    """

    hashes: Mapping[int, str] = field(default_factory=dict)
    documents: int = 0
    problems: tuple[str, ...] = ()
    unreadable: tuple[str, ...] = ()
    certificates: frozenset[Kept] = frozenset()


def own_keys(agency: Agency) -> dict[str, Ed25519PublicKey]:
    """The public half of the agency's own signing key, by its id."""
    key_id, private = agency.keys.signing_key()
    return {key_id: private.public_key()}


def write_anchor(agency: Agency) -> Anchor:
    """Write the ledger's head to the evidence store, locked where the store can lock. Repeating it is harmless."""
    line, head = agency.ledger.head()
    now = agency.now()
    settings = agency.settings.agency
    key = f"anchors/{agency.today().isoformat()}-{line}.json"
    document = {
        "agency": settings.name,
        "written_at": now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "ledger": {"line": line, "hash": head},
    }
    data = signed(document, ANCHOR, *agency.keys.signing_key())
    until = now + timedelta(days=settings.anchors.days)
    store = agency.store(settings.evidence)
    stored, locked = store.put_locked(key, data, until=until, mode=settings.anchors.mode)
    return Anchor(stored.key, line, locked)


def witnesses_of(agency: Agency, trusted: Keys | None = None) -> Witnesses:
    """What every version of every document in the evidence store says of the ledger's lines.

    `trusted` are public keys beside the agency's own.

    Raises:
        LetheError: the evidence store cannot be listed.
    """
    keys = {**(trusted or {}), **own_keys(agency)}
    store = agency.store(agency.settings.agency.evidence)
    hashes: dict[int, str] = {}
    problems: list[str] = []
    unreadable: list[str] = []
    certificates: set[Kept] = set()
    documents = 0
    for form, number, version in _documents(agency):
        documents += 1
        what = f"{form.split('/')[0]} {number} of the evidence store"
        try:
            data = store.read(version.key, version_id=version.version_id)
            document = verify_certificate(data, keys) if form == CERTIFICATE else verified(data, keys, form)
            named = document["ledger"]
            line, digest = int(named["line"]), str(named["hash"])
            if form == CERTIFICATE:
                certificates.add(_kept(document, data))
        except (SignatureError, CertificateError) as error:
            unreadable.append(f"{what} says nothing: {error}")
            continue
        except (KeyError, TypeError, ValueError):
            unreadable.append(f"{what} names no line of the ledger")
            continue
        if hashes.setdefault(line, digest) != digest:
            problems.append(f"{what} names another line {line} than a document before it")
    return Witnesses(hashes, documents, tuple(problems), tuple(unreadable), frozenset(certificates))


def witnesses_at_hand(agency: Agency, trusted: Keys | None = None) -> Witnesses:
    """The same; that the evidence store cannot be read is a problem of its own, and no error."""
    try:
        return witnesses_of(agency, trusted)
    except LetheError as error:
        return Witnesses(problems=(f"the evidence store's anchors and certificates cannot be read: {error}",))


def _kept(document: Mapping[str, Any], data: bytes) -> Kept:
    certificate_id = str(document["certificate_id"])
    # The first form had no parts: its plan is told by its own id.
    plan_id = str(document["plan"].get("id", certificate_id))
    return Kept(certificate_id, plan_id, str(document["rule"]["id"]), hashlib.sha256(data).hexdigest())


def _documents(agency: Agency) -> Iterator[tuple[str, int, ObjectVersion]]:
    store = agency.store(agency.settings.agency.evidence)
    for prefix, form in FORMS.items():
        # Every version: whoever may write there could lay another document over an anchor that is locked.
        versions = (
            version
            for version in store.list_versions(prefix)
            # Beside a certificate lies the page made from it.
            if not version.is_delete_marker and version.key.endswith(".json")
        )
        for number, version in enumerate(versions, 1):
            yield form, number, version


def refuse_older_ledger(agency: Agency, trusted: Keys | None = None) -> None:
    """Stop where the ledger is not the newest there was: what it lacks, nobody would find again.

    Raises:
        OlderLedgerError: it lacks lines that the evidence names, or its chain does not hold.
    """
    found = witnesses_of(agency, trusted)
    head, _ = agency.ledger.head()
    beyond = [line for line in found.hashes if line > head]
    if beyond:
        raise OlderLedgerError(
            f"the ledger ends at line {head} and the evidence store names line {max(beyond)}: the ledger looks "
            "restored from an older backup, and does not know of everything that was deleted. Nothing was deleted. "
            "Restore the ledger from its newest backup first, then run this again"
        )
    # Not for what says nothing of the ledger: anybody's junk could stop what has to be deleted.
    if problems := verify_ledger(agency, found):
        raise OlderLedgerError(
            f"the ledger is not as it was written ({len(problems)} problems; `lethe ledger verify` lists them). "
            "Nothing was deleted"
        )


def verify_ledger(agency: Agency, found: Witnesses | None = None) -> list[str]:
    """What is wrong with the ledger, held against what the evidence store says of it; empty when all holds."""
    found = found or witnesses_at_hand(agency)
    return [*found.problems, *agency.ledger.verify_chain(found.hashes)]
