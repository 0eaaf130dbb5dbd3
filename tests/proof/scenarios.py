"""Every fault that a purge is put through, and what must come of it.

`right`: the purge gets there by itself. `refused`: it stops with an error of ours, without a certificate, and gets
there when repeated once the fault is over. `unseen`: what nobody can see who asks the store alone; it is here so that
the report says it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tests.proof import faults
from tests.proof.faults import either, on, when
from tests.proof.proxy import Fault, Request

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

Outcome = Literal["right", "refused", "unseen"]
DELETE, VERSIONS, UPLOADS = "DeleteObjects", "ListObjectVersions", "ListMultipartUploads"
VERIFYING = ("verify", "certify")


@dataclass
class Setting:
    """What faults are made of: a client that goes past the proxy, the step under way, keys that are due."""

    client: "S3Client"
    due: tuple[str, ...]
    silence: float
    step: str = ""

    def during(self, *steps: str) -> faults.Applies:
        """Requests of those steps."""
        return lambda _request: any(step in self.step for step in steps)

    def keeping(self, says: str = "Deleted", names_rest: bool = True) -> Fault:
        """A store that deletes nothing of what it is asked to delete."""
        return faults.deletes_only(self.client, faults.none_of, says=says, names_rest=names_rest)


@dataclass(frozen=True)
class Scenario:
    """A fault by name; `says` is a pattern of the error where it is refused."""

    name: str
    fault: Callable[[Setting], Fault]
    expected: Outcome
    says: str = ""


def both(*conditions: faults.Applies) -> faults.Applies:
    """Requests to which all of it applies."""
    return lambda request: all(applies(request) for applies in conditions)


def by(user: str) -> faults.Applies:
    """Requests of one user, or of everybody."""
    return lambda request: user in {"", request.user}


def _lists(request: Request) -> bool:
    return request.operation.startswith("List")


def _lies_in(setting: Setting, user: str, lie: Fault, keeping: Fault) -> Fault:
    """Keeps what it is asked to delete, and lies in the verifying listings of a user, or of everybody."""
    return either((on(DELETE), keeping), (both(_lists, by(user), setting.during(*VERIFYING)), lie))


SLOW = faults.refuses(503, "SlowDown")
TROUBLE = faults.refuses(500, "InternalError")
ERROR_INSIDE = faults.refuses(200, "InternalError")
ENDS_EARLY = faults.changed(faults.ends_early)
NOT_DELETED = r"\d+ failed|delete failed"
STILL_THERE = r"\d+ in 'sessions'.* still there; no certificate"

SCENARIOS = (
    Scenario("503 SlowDown twice to a deletion", lambda _: when(on(DELETE), SLOW, times=2), "right"),
    Scenario("503 SlowDown twice to a listing", lambda _: when(on(VERSIONS), SLOW, times=2), "right"),
    Scenario(
        "503 SlowDown to every deletion",
        lambda _: when(on(DELETE), SLOW),
        "refused",
        r"\d+ failed \(SlowDown|delete failed \(SlowDown",
    ),
    Scenario("500 to every third request", lambda _: when(_every(3), TROUBLE), "right"),
    Scenario(
        "500 to every listing of the verification",
        lambda s: when(both(_lists, s.during(*VERIFYING)), TROUBLE),
        "refused",
        r"'\w+': list.* failed",
    ),
    Scenario("an error inside a 200 to a deletion, once", lambda _: when(on(DELETE), ERROR_INSIDE, times=1), "right"),
    Scenario(
        "deleted, and no answer in time",
        lambda s: when(on(DELETE), faults.silent(s.silence, done=True), times=1),
        "right",
    ),
    Scenario(
        "not deleted, and no answer in time",
        lambda s: when(on(DELETE), faults.silent(s.silence, done=False), times=1),
        "right",
    ),
    Scenario(
        "no listing in time, ever",
        lambda s: when(on(VERSIONS, user="reader"), faults.silent(s.silence, done=False)),
        "refused",
        r"'\w+': list versions failed",
    ),
    Scenario(
        "reset half-way through the answer to a deletion",
        lambda _: when(on(DELETE), faults.reset_half_way, times=1),
        "right",
    ),
    Scenario("reset half-way through a listing", lambda _: when(on(VERSIONS), faults.reset_half_way, times=1), "right"),
    Scenario(
        "reset half-way through every listing of the verification",
        lambda s: when(both(on(VERSIONS), s.during(*VERIFYING)), faults.reset_half_way),
        "refused",
        r"list versions failed",
    ),
    Scenario(
        "half an answer to a deletion that looks whole to the network",
        lambda _: when(on(DELETE), faults.short_answer),
        "refused",
        NOT_DELETED,
    ),
    Scenario(
        "half a listing that looks whole to the network",
        lambda _: when(on(VERSIONS), faults.short_answer),
        "refused",
        r"list versions failed",
    ),
    Scenario(
        "the connection ends before every deletion",
        lambda _: when(on(DELETE), faults.hangs_up),
        "refused",
        NOT_DELETED,
    ),
    Scenario(
        "errors for half of the keys inside a 200",
        lambda s: when(on(DELETE), faults.deletes_only(s.client, faults.every_second, says="InternalError")),
        "refused",
        r"not everything could be deleted: \d+ failed",
    ),
    Scenario(
        "AccessDenied for one version inside a 200",
        lambda s: when(on(DELETE), faults.deletes_only(s.client, faults.all_but_one, says="AccessDenied")),
        "refused",
        r"\d+ denied",
    ),
    Scenario(
        "all deleted, and half of it named",
        lambda _: when(on(DELETE), faults.changed(faults.names_half)),
        "refused",
        NOT_DELETED,
    ),
    Scenario(
        "half deleted, and that half named",
        lambda s: when(on(DELETE), faults.deletes_only(s.client, faults.every_second, says="", names_rest=False)),
        "refused",
        r"still there|not everything could be deleted",
    ),
    Scenario("says Deleted and keeps everything", lambda s: when(on(DELETE), s.keeping()), "refused", STILL_THERE),
    Scenario(
        "says Deleted and keeps one version",
        lambda s: when(on(DELETE), faults.deletes_only(s.client, faults.all_but_one, says="Deleted")),
        "refused",
        STILL_THERE,
    ),
    Scenario(
        "an empty answer to a deletion that did nothing",
        lambda s: when(on(DELETE), s.keeping(names_rest=False)),
        "refused",
        r"still there|not everything could be deleted",
    ),
    Scenario(
        "wrong counts beside every listing", lambda _: when(_lists, faults.changed(faults.counts_wrongly)), "right"
    ),
    Scenario(
        "a listing that goes round in circles",
        lambda _: when(on(VERSIONS), faults.changed(faults.goes_round)),
        "refused",
        r"list versions failed|does not list versions page by page",
    ),
    Scenario(
        "the listing of a deletion ends early",
        lambda s: when(both(on(VERSIONS), s.during("delete")), ENDS_EARLY),
        "refused",
        STILL_THERE,
    ),
    Scenario(
        "keeps everything; the reader's listing ends early",
        lambda s: _lies_in(s, "reader", ENDS_EARLY, s.keeping()),
        "refused",
        STILL_THERE,
    ),
    Scenario(
        "keeps everything; the reader's listing hides it",
        lambda s: _lies_in(s, "reader", faults.changed(faults.hides(s.due)), s.keeping()),
        "refused",
        STILL_THERE,
    ),
    Scenario(
        "keeps everything; the owner's listing hides it",
        lambda s: _lies_in(s, "owner", faults.changed(faults.hides(s.due)), s.keeping()),
        "refused",
        STILL_THERE,
    ),
    Scenario(
        "keeps delete markers; the reader's listing hides them",
        lambda s: _lies_in(s, "reader", faults.changed(faults.hides_markers), _keeps_markers(s)),
        "refused",
        STILL_THERE,
    ),
    Scenario(
        "keeps unfinished uploads; the reader's listing hides them",
        lambda s: either((on("DELETE"), _says_gone), (on(UPLOADS, user="reader"), faults.changed(faults.hides(s.due)))),
        "refused",
        STILL_THERE,
    ),
    Scenario(
        "503 to the certificate's upload",
        lambda s: when(both(on("PUT"), s.during("certify")), SLOW),
        "refused",
        r"'evidence': put failed",
    ),
    Scenario(
        "the certificate is kept, and its answer reset",
        lambda s: when(both(on("PUT"), s.during("certify")), faults.reset_half_way, times=1),
        "right",
    ),
    Scenario(
        "the plan's listing alone ends early",
        lambda s: when(both(on(VERSIONS), s.during("find due", "freeze")), ENDS_EARLY),
        "unseen",
    ),
    Scenario(
        "keeps everything, and hides it from both listings",
        lambda s: _lies_in(s, "", faults.changed(faults.hides(s.due)), s.keeping()),
        "unseen",
    ),
)


def _every(number: int) -> faults.Applies:
    seen = 0

    def applies(_request: Request) -> bool:
        nonlocal seen
        seen += 1
        return seen % number == 0

    return applies


def _keeps_markers(setting: Setting) -> Fault:
    """Deletes versions of objects and keeps the markers, by asking what each is."""

    def fault(request: Request, forward: faults.Forward) -> faults.Answer:
        pages = setting.client.get_paginator("list_object_versions").paginate(Bucket=request.bucket)
        markers = {(each["Key"], each["VersionId"]) for page in pages for each in page.get("DeleteMarkers", [])}

        def versions(asked: faults.Sequence[faults.Named]) -> set[faults.Named]:
            return {named for named in asked if named not in markers}

        return faults.deletes_only(setting.client, versions, says="Deleted")(request, forward)

    return fault


def _says_gone(_request: Request, _forward: faults.Forward) -> faults.Answer:
    return faults.Answer(204, {}, b"")
